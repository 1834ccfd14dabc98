"""A figure in its paragraph, with a caret under it: what a failing test shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.reports.terminal import printable

#: characters of a paragraph shown to either side of the figure
_AROUND = 400
_BLANK = re.compile(r"\n[ \t\r]*\n")
_WORD = re.compile(r"\S+")


def passage(text: str, start: int, end: int, *, width: int = 96) -> list[str]:
    """The paragraph around `text[start:end]`, `width` columns wide, with carets under the figure.

    Of a long paragraph what is near the figure. Each line begins with two spaces.
    """
    before = text[max(0, start - 2 * _AROUND) : start]
    head = before[max((blank.end() for blank in _BLANK.finditer(before)), default=0) :].lstrip()
    after = text[end : end + 2 * _AROUND]
    tail = (after[: blank.start()] if (blank := _BLANK.search(after)) else after).rstrip()
    # A word that is cut in two is left out.
    left = head if len(head) <= _AROUND else "…" + head[-_AROUND:].partition(" ")[2]
    right = tail if len(tail) <= _AROUND else tail[:_AROUND].rpartition(" ")[0] + "…"
    return list(_marked(left + text[start:end] + right, len(left), len(left) + end - start, width - 2))


def _marked(shown: str, start: int, end: int, width: int) -> Iterator[str]:
    for begin, finish in _lines(shown, width):
        yield "  " + printable(shown[begin:finish])
        low, high = max(start, begin), min(end, finish)
        if low < high:
            yield "  " + " " * (low - begin) + "^" * (high - low)


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of lines of at most `width` characters; a longer word has one of its own."""
    begin = finish = 0
    for word in _WORD.finditer(text):
        if finish > begin and word.end() - begin > width:
            yield begin, finish
            begin = word.start()
        finish = word.end()
    if finish > begin:
        yield begin, finish
