"""Where the facts of a sentence stand in it, so that rules can read the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from checks.rows import Row, rows_of

if TYPE_CHECKING:
    import pandas as pd

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, its facts in order of position, and where each begins in `text`."""

    text: str
    facts: list[Row]
    starts: dict[str, int]

    def start(self, fact: Row) -> int:
        """The offset of the figure in `text`."""
        return self.starts[fact.fact]

    def end(self, fact: Row) -> int:
        """The offset in `text` of what follows the figure."""
        return self.starts[fact.fact] + len(_folded(fact.surface))

    def before(self, fact: Row) -> str:
        """The sentence up to the figure."""
        return self.text[: self.start(fact)]

    def after(self, fact: Row) -> str:
        """The sentence from the figure on, without the figure."""
        return self.text[self.end(fact) :]

    def between(self, first: Row, second: Row) -> str:
        """The words from the end of `first` to the start of `second`."""
        return self.text[self.end(first) : self.start(second)]


def grouped(table: pd.DataFrame | Sequence[Row], *columns: str) -> Iterator[list[Row]]:
    """The rows of a table by their cells in `columns`, in order of the first of each group.

    A frame per group, as `DataFrame.groupby` makes, costs more than all that is done with it.
    """
    key = attrgetter(*columns)
    found: dict[Any, list[Row]] = {}
    for row in rows_of(table):
        found.setdefault(key(row), []).append(row)
    yield from found.values()


def lines(facts: pd.DataFrame | Sequence[Row]) -> Iterator[Line]:
    """The sentences of a facts table, or of some of its rows, in order of their first fact.

    Give all facts of a sentence: the table holds its text with white space folded and not its
    offset, so the figures' own offsets decide which of two like surfaces is meant. A sentence
    whose facts cannot be laid on it is left out.
    """
    for group in grouped(facts, "article", "sentence"):
        ordered = sorted(group, key=_START)
        text: str = ordered[0].sentence
        for once in _occurrences(ordered):
            if starts := _starts(text, once):
                yield Line(text, once, dict(zip((row.fact for row in once), starts, strict=True)))


def by_article(facts: pd.DataFrame | Sequence[Row]) -> Iterator[list[Line]]:
    """The sentences of each article; see `lines`."""
    found: dict[str, list[Line]] = {}
    for line in lines(facts):
        found.setdefault(line.facts[0].article, []).append(line)
    yield from found.values()


def _occurrences(ordered: list[Row]) -> Iterator[list[Row]]:
    """The rows parted where an article prints the same sentence again, with the same figures."""
    surfaces = [row.surface for row in ordered]
    size = len(surfaces)
    for times in range(size, 1, -1):
        part = size // times
        if size % times == 0 and surfaces == surfaces[:part] * times and _apart(ordered, part):
            for i in range(0, size, part):
                yield ordered[i : i + part]
            return
    yield ordered


def _apart(ordered: list[Row], part: int) -> bool:
    """Whether each repetition begins at least a sentence's length after the one before."""
    length = len(ordered[0].sentence)
    return all(b.start - a.start >= length for a, b in zip(ordered, ordered[part:], strict=False))


def _starts(text: str, ordered: list[Row]) -> list[int] | None:
    """The offset of each figure in `text`, by the reading that folds the least white space away."""
    best: tuple[int, list[int]] | None = None
    for found in _mentions(text, _folded(ordered[0].surface)):
        folded, starts = 0, [found]
        for before, row in pairwise(ordered):
            surface = _folded(row.surface)
            latest = starts[-1] + row.start - before.start
            at = text.rfind(surface, starts[-1], latest + len(surface))
            if at < 0:
                break
            folded += latest - at
            starts.append(at)
        if len(starts) == len(ordered) and (best is None or folded < best[0]):
            best = folded, starts
    return best[1] if best else None


def _mentions(text: str, surface: str) -> Iterator[int]:
    """Where `surface` stands in `text` as words of its own."""
    at = text.find(surface)
    while at >= 0:
        end = at + len(surface)
        if not (text[at - 1 : at].isalnum() and surface[0].isalnum()) and not text[end : end + 1].isdigit():
            yield at
        at = text.find(surface, at + 1)


def _folded(text: str) -> str:
    return " ".join(text.split())
