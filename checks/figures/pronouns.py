"""Number words that count nothing: `one` as a pronoun, `one-off`, `the bottom three`, `the Big Ten`."""

from __future__ import annotations

import re
from functools import cache

from checks import lexicon
from checks.figures.names import at_sentence_start, last_word

_NEXT_TWO = re.compile(r"[ \u00a0]([A-Za-z]+)(?: ([A-Za-z]+))?")
_COMPOUND = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")
#: how long a number is, which is no count: `a seven-figure sum`
_CLOCK = ("half past ", "Half past ", "quarter past ", "Quarter past ", "quarter to ", "Quarter to ")
_DIGITS = ("-figure", "-figures", "-digit", "-digits")
_PLACE = re.compile(
    r"(?:\b(?:the|a|their|its|in)|['’]s) (?:top|bottom|big|last|final|leading|front|back) $",
    re.IGNORECASE,
)


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(lexicon.lists("labels")[key])


def is_name(text: str, start: int, end: int) -> bool:
    """Whether a capital makes the word part of a name inside a sentence: `the Big Ten`, `Group of Seven`."""
    return text[start].isupper() and not at_sentence_start(text, start) and not text[start:end].isupper()


def counts_nothing(text: str, start: int, end: int, value: float) -> bool:
    """Whether a number word is a pronoun, an idiom or a place in a table."""
    compound = _COMPOUND.match(text, start, start + 24)
    if compound is not None:
        whole = compound.group().lower()
        if whole in _list("idioms") or whole.endswith(_DIGITS):
            return True
    if value == 1 and end - start == 3:
        if text.endswith(("at ", "At "), 0, start) and text.startswith((" point", " time", " stage"), end):
            return True
        return _is_pronoun(text, start, end)
    if value <= 12 and text.endswith(_CLOCK, 0, start):
        return True
    if value == 0:
        if text.startswith((" tolerance", " gravity", " in on"), end):
            return True
        return last_word(text, start).lower() in _list("zero_before") or text[end : end + 1] == "-"
    return is_place(text, start, end, value)


def is_place(text: str, start: int, end: int, value: float) -> bool:
    """Whether the number is a place in a table: `a top 20 finish`; but `the top 10 countries` counts."""
    if not 3 <= value <= 500 or not _PLACE.search(text[max(0, start - 16) : start]):
        return False
    m = _NEXT_TWO.match(text, end, end + 40)
    return m is None or m[1] in _list("after_place")


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """`no one`, `one of them`, `the one who`, `one another`; `one of the people` counts."""
    if (compound := _COMPOUND.match(text, start, start + 24)) is not None:
        # a one-vote majority; "a one-page letter" and "a one-bedroom flat" say of what kind
        return compound.group().rpartition("-")[2].lower() not in _list("won_by_one")
    if last_word(text, start).lower() in _list("one_before"):
        return True
    m = _NEXT_TWO.match(text, end, end + 40)
    if m is None:
        return text[end : end + 1] != "-" and last_word(text, start) not in ("minus", "negative")
    word, second = m[1].lower(), (m[2] or "").lower()
    if word == "of":
        owners = ("the", "its", "his", "her", "their", "our", "my", "these", "those", "your")
        return second not in owners and not second.isdigit()
    return word in _list("one_after")
