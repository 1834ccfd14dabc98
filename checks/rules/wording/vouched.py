"""Which figures of an article are vouched for somewhere in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checks.lexicon import lists
from checks.rows import Row, rows_of

if TYPE_CHECKING:
    import pandas as pd

#: Kinds whose values recur by chance: 10% of one thing is not 10% of another.
COMMON = frozenset({"percent", "points", "ratio"})


class Vouched:
    """The figures that a named source gives, looked up by article, kind, value and unit."""

    def __init__(self, facts: pd.DataFrame | Sequence[Row]) -> None:
        self._same: dict[tuple[str, str, float, str], list[Row]] = defaultdict(list)
        self._measured: set[tuple[str, str]] = set()
        loose = self._loose = frozenset(lists("unsourced")["loose"].split())
        for row in rows_of(facts):
            if row.sourcing == "named":
                self._same[_key(row)].append(row)
                self._measured.update((row.article, word) for word in _words(row) - loose)

    def elsewhere(self, row: Row) -> bool:
        """Whether a source gives the same value of the same unit in the article of `row`.

        A percentage must also be about the same thing: share a word of its measure.
        """
        found = self._same.get(_key(row), [])
        return bool(found) and (row.kind not in COMMON or any(_words(row) & _words(other) for other in found))

    def akin(self, row: Row) -> bool:
        """Whether a source gives another figure of the same measure in the article of `row`."""
        return any((row.article, word) in self._measured for word in _words(row) - self._loose)


def _key(row: Row) -> tuple[str, str, float, str]:
    return row.article, row.kind, row.value, row.unit


def _words(row: Row) -> set[str]:
    return set(row.measure.lower().split())
