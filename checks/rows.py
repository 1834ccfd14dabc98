"""What is asked of one table again and again, made once: its rows, to begin with.

A run hands one table to twenty rules. A row is the same for all of them, and picking rows in Python is
quicker than asking pandas for a part of the table and that for its cells.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Sequence
from functools import wraps
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from checks.tables import rows

if TYPE_CHECKING:
    import pandas as pd

#: A row of a table: its columns as attributes.
Row = Any
T = TypeVar("T")
_PLACE = attrgetter("article", "start")


def once(make: Callable[[pd.DataFrame], T]) -> Callable[[pd.DataFrame], T]:
    """`make`, done once for each table; what it made is held no longer than whoever asks holds the table."""
    made: dict[int, tuple[weakref.ref[pd.DataFrame], T]] = {}

    @wraps(make)
    def asked(table: pd.DataFrame) -> T:
        at = id(table)
        known = made.get(at)
        if known is None or known[0]() is not table:
            found = make(table)
            known = made[at] = weakref.ref(table, lambda _: made.pop(at, None)), found
        return known[1]

    return asked


@once
def _rows(table: pd.DataFrame) -> tuple[Row, ...]:
    return tuple(rows(table))


def rows_of(table: pd.DataFrame | Sequence[Row]) -> Sequence[Row]:
    """The rows of a table, in order; of rows that were picked from one, those."""
    return table if isinstance(table, Sequence) else _rows(table)


def in_order(table: pd.DataFrame | Sequence[Row]) -> list[Row]:
    """The rows in order of article and position."""
    return sorted(rows_of(table), key=_PLACE)
