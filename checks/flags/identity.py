"""What makes a flag the same flag in the next run, and how the facts of its argument are named."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Place(NamedTuple):
    """A fact as the evidence column names it: `a.txt:14 "$4.9 billion"`."""

    article: str
    line: int
    surface: str

    def __str__(self) -> str:
        return f'{self.article}:{self.line} "{self.surface}"'


def flag_id(check: str, fact: str, evidence: Iterable[str]) -> str:
    """The id of the flag that `check` raises on `fact` because of the facts `evidence`.

    The ids of facts hold no offsets, so the flag stays the same when lines move. The evidence is
    part of it: a verdict is about one argument, and a figure contradicted by another article is
    another doubt. It begins with a letter, so that no spreadsheet takes it for a number (`12e45`).
    """
    argument = "\x1f".join([check, fact, *sorted(set(evidence))])
    return "f" + hashlib.sha256(argument.encode("utf-8", "surrogatepass")).hexdigest()[:11]


_SEPARATOR = " | "
#: What stands between the article and the surface of a place: `:14 "`.
_LINE = re.compile(r':(\d{1,18}) "')


def join_places(places: Iterable[Place]) -> str:
    """The evidence column for `places`."""
    return _SEPARATOR.join(map(str, places))


def split_places(evidence: str) -> Iterator[Place]:
    """The facts that an evidence column names; what does not read as a place is left out."""
    marks = [*_LINE.finditer(evidence)]
    begin, end = 0, '"' + _SEPARATOR
    for mark in marks:
        if mark.start() <= begin:  # within the surface before
            continue
        close = evidence.find(end, mark.end())
        # a surface may hold the separator, too: what follows must be a place
        more = close >= 0 and close + len(end) < marks[-1].start()
        if not more:
            close = len(evidence) - 1
            if close < mark.end() or evidence[close] != '"':
                return
        yield Place(evidence[begin : mark.start()], int(mark[1]), evidence[mark.end() : close])
        if not more:
            return
        begin = close + len(end)
