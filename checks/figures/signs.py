"""Minus before a number, as a sign, as a word, or as the brackets of an accountant's table."""

from __future__ import annotations

import re

_BRACKETED_NUMBER = re.compile(r"[$£€]?[0-9][0-9,.]{0,20}\)(?!\w)")
#: no dash between clauses stands after these: `an average of - 5`, `convert - 20 degrees`
_GOVERNS = re.compile(
    r"(?<![\w-])(?:is|are|was|were|of|at|by|from|to|between|about|around|convert|than|equals|=) \Z"
)
#: of "minus" and "negative", which no other word is searched for
_LAST_LETTERS = frozenset("sSeE")
_COLUMN = re.compile(r"  +\(?[-$£€0-9]")


def signed(text: str, start: int, value: float) -> tuple[int, float]:
    """The start and value with the minus before them, as a sign or a word."""
    if not start or value != value:
        return start, value
    before = text[start - 1]
    if before == "(":
        return (start - 1, -value) if _in_table(text, start) else (start, value)
    if before in "-−" and (start == 1 or text[start - 2] in " (\n\u00a0["):
        return start - 1, -value
    if before == " ":
        # a dash and a space at the beginning of a line are a list's
        if start > 2 and text[start - 2] in "-−" and text[start - 3] in "([":
            return start - 2, -value
        if start > 3 and text[start - 2] in "-−" and _GOVERNS.search(text, max(0, start - 12), start - 2):
            return start - 2, -value
        if text[start - 2] not in _LAST_LETTERS:
            return start, value
        for word in ("minus ", "negative "):
            at = start - len(word)
            if text.startswith("or ", at - 3):
                continue  # plus or minus
            if at >= 0 and text[at:start].lower() == word and not text[at - 1 : at].isalpha():
                return (
                    (at, -value)
                    if word == "minus " or text[at - 3 : at] == "is " or at == 0
                    else (start, value)
                )
    return start, value


def _in_table(text: str, start: int) -> bool:
    """Whether a number in brackets stands in a table, where accountants mean a loss by them: `(4.2)`."""
    closed = _BRACKETED_NUMBER.match(text, start)
    if closed is None:
        return False
    line = text[max(0, start - 120) : closed.end() + 120]
    at = min(start, 120)
    line = line[line.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    return "\t" in line or " | " in line or len(_COLUMN.findall(line)) > 1
