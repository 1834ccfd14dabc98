"""Where an article quotes: the stretches between quotation marks, also over several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right

_MARK = re.compile(r"[\"“”„«»\n]")
#: Wire copy without curly marks may print two apostrophes; rare, and slower to look for.
_MARK_OR_TWO = re.compile(r"[\"“”„«»\n]|''")
_CLOSING = "\"”»'"
#: A shorter quotation without a full stop or comma is a title, a nickname or a word at arm's length.
STATEMENT_WORDS = 6


class Quotes:
    """The quotations of a text, for asking what is said inside one."""

    def __init__(self, text: str) -> None:
        self.spans = [span for span in spans(text) if _is_statement(text, *span)]
        self._starts = [start for start, _ in self.spans]

    def around(self, offset: int) -> tuple[int, int] | None:
        """The (start, end) of the quotation that `offset` lies in."""
        k = bisect_right(self._starts, offset) - 1
        return self.spans[k] if k >= 0 and offset < self.spans[k][1] else None


def spans(text: str) -> list[tuple[int, int]]:
    """The quoted stretches of `text` as (start, end), marks included, in order.

    A quotation ends with its paragraph at the latest; one that goes on opens anew, as printed
    English does.
    """
    out: list[tuple[int, int]] = []
    opened = -1
    for m in (_MARK_OR_TWO if "''" in text else _MARK).finditer(text):
        at, mark = m.start(), m.group()
        if mark == "\n":
            if opened >= 0:
                out.append((opened, at))
            opened = -1
        elif mark in {"“", "„", "«"} or (opened < 0 and mark in {'"', "''"}):
            inches = mark in {'"', "''"} and at > 0 and text[at - 1].isdigit()
            if opened < 0 and not inches:
                opened = at
        elif opened >= 0:
            out.append((opened, m.end()))
            opened = -1
    if opened >= 0:
        out.append((opened, len(text)))
    return out


def _is_statement(text: str, start: int, end: int) -> bool:
    body = text[start + 1 : end].rstrip(_CLOSING)
    return body[-1:] in {".", ",", "!", "?"} or body.count(" ") >= STATEMENT_WORDS
