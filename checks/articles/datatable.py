"""A table of data, as evidence: cells with the names of their columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table whose cells are facts: `rows` of cells as printed, under `columns`.

    `id` names it in messages (a path, as a rule). `rows[0]` is line 2: the names of the columns are on
    line 1. A column's name may hold a unit: `revenue (USD million)`, `turnout (%)`.
    """

    id: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, id: str, frame: pd.DataFrame) -> DataTable:
        """The table in `frame`; an index that is no mere numbering becomes columns of its own."""
        import pandas as pd

        if not isinstance(frame.index, pd.RangeIndex):
            frame = frame.reset_index()
        rows = tuple(tuple(map(_printed, row)) for row in frame.itertuples(index=False, name=None))
        return cls(id, tuple(map(_printed, frame.columns)), rows)


def _printed(cell: object) -> str:
    """A cell as text: no exponent, no time of day that is midnight, "" for what is missing."""
    import pandas as pd

    if isinstance(cell, tuple):
        return " ".join(map(_printed, cell))
    if cell is None or cell is pd.NaT or cell != cell:
        return ""
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else f"{cell:.15g}"
    return str(cell).removesuffix(" 00:00:00")
