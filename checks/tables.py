"""The columns of the tables, their types and order, and the way to and from files.

FACTS has a row per figure, PAIRS a row per two facts about the same thing, FLAGS a row per doubt.
"""

from __future__ import annotations

from collections import namedtuple
from functools import cache, partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

#: column -> pandas dtype, in the order in which columns are written
FACTS: Mapping[str, str] = {
    "fact": "str",
    "article": "str",
    "line": "int64",
    "column": "int64",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "kind": "str",
    "value": "float64",
    "value_to": "float64",
    "low": "float64",
    "high": "float64",
    "bound": "str",
    "vague": "bool",
    "unit": "str",
    "measure": "str",
    "entities": "str",
    "period_start": "str",
    "period_end": "str",
    "role": "str",
    "direction": "str",
    "relation": "str",
    "sourcing": "str",
    "source": "str",
    "main": "bool",
    "sentence": "str",
}
#: `fact_a` stands before `fact_b` (by article, then position). `date_a`, `date_b`: publication dates, ISO or
#: empty. `score` 0..1: how sure it is that both are about the same thing; `reasons` says why in words;
#: `copy`: the two articles are copies of one another; `retold_wrongly`: one article retells the other, and no
#: figure that it tells in such words agrees.
PAIRS: Mapping[str, str] = {
    "fact_a": "str",
    "fact_b": "str",
    "score": "float64",
    "reasons": "str",
    "copy": "bool",
    "retold_wrongly": "bool",
    "date_a": "str",
    "date_b": "str",
}
FLAGS: Mapping[str, str] = {
    "flag": "str",
    "check": "str",
    "severity": "str",
    "confidence": "float64",
    "article": "str",
    "line": "int64",
    "column": "int64",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "message": "str",
    "expected": "str",
    "evidence": "str",
    "sentence": "str",
    "verdict": "str",
    "note": "str",
}


def typed(columns: Mapping[str, list[Any]], schema: Mapping[str, str]) -> pd.DataFrame:
    """A table of `schema` from one list per column, all of equal length."""
    import pandas as pd

    return pd.DataFrame({c: pd.Series(columns[c], dtype=t) for c, t in schema.items()})


def frame(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A table with exactly `columns`, in order and of their dtypes, from dict rows.

    Strings are never missing (empty instead); a missing float is nan.
    """
    rows = list(rows)
    return typed({c: [r[c] for r in rows] for c in columns}, columns)


def conform(table: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """`table` with exactly `columns`, in order and of their dtypes.

    Raises ValueError naming the columns that are missing.
    """
    missing = [c for c in columns if c not in table.columns]
    if missing:
        raise ValueError(f"missing columns: {', '.join(missing)}")
    out = table[list(columns)]
    strings = {c: "" for c, t in columns.items() if t == "str"}
    return out.fillna(strings).astype(dict(columns)).reset_index(drop=True)


def rows(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table as named tuples."""
    # DataFrame.itertuples, like any loop over a column of strings, asks Arrow for each cell by itself, which
    # costs more than all that is done with it.
    columns = [table[name].tolist() for name in table.columns]
    # what `_make` does, without a call of Python's for each row
    yield from map(partial(tuple.__new__, _row(tuple(table.columns))), zip(*columns, strict=True))


@cache
def _row(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", columns)
