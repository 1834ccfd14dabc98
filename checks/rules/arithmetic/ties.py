"""The relations of a facts table: which facts one sentence ties by arithmetic, and the part each plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checks.model import Interval
from checks.rows import Row, once, rows_of

if TYPE_CHECKING:
    import pandas as pd

Parts = dict[str, list[Row]]


def ties(facts: pd.DataFrame, *needed: str) -> Iterator[Parts]:
    """The relations that have every part in `needed`: facts by part, in order of position."""
    for _, parts in _of_table(facts):
        if all(part in parts for part in needed):
            yield parts


@once
def _of_table(facts: pd.DataFrame) -> list[tuple[str, Parts]]:
    """The relations of a table."""
    return list(relations(rows_of(facts)))


def relations(facts: Iterable[Row]) -> Iterator[tuple[str, Parts]]:
    """All relations of the rows of facts, by names of their own: facts by part, in order of position."""
    found: dict[tuple[str, str], Parts] = {}
    for row in facts:
        for tie in row.relation.split(";") if row.relation else ():
            name, _, part = tie.partition(":")
            found.setdefault((row.article, name), {}).setdefault(part, []).append(row)
    for (article, name), parts in found.items():
        ordered = {part: sorted(group, key=lambda row: row.start) for part, group in parts.items()}
        yield f"{article}#{name}", ordered


def true_values(row: Row) -> Interval:
    """The true values that the wording of a fact allows."""
    return Interval(row.low, row.high)


def in_percent(row: Row) -> Interval:
    """The true values of a percentage or a fraction, in percent."""
    factor = 100.0 if row.kind == "ratio" else 1.0
    # "Less than 1%" may be next to nothing, which the half of it that other figures get is not.
    low = 0.0 if row.bound in ("<", "<=") and row.high * factor <= 1 else row.low
    return Interval(low * factor, row.high * factor)
