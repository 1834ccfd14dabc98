"""Articles, facts, flags and keys as Arrow tables, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from checks.model import Article, Parts
from checks.tables import FACTS, FLAGS, conform

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def of_articles(articles: Sequence[Article], first: int) -> pa.Table:
    """`articles` as rows, under the numbers from `first` on."""
    import pyarrow as pa

    columns: dict[str, tuple[list[Any], Any]] = {
        "number": (list(range(first, first + len(articles))), pa.int64()),
        "id": ([a.id for a in articles], pa.large_string()),
        "text": ([a.text for a in articles], pa.large_string()),
        "title": ([a.title for a in articles], pa.large_string()),
        "date": ([a.date for a in articles], pa.date32()),
        "publisher": ([a.publisher for a in articles], pa.large_string()),
        "part": ([a.parts.name for a in articles], pa.string()),
        "starts": ([list(a.parts.starts) for a in articles], pa.list_(pa.int64())),
        "first": ([a.parts.first for a in articles], pa.int64()),
    }
    return pa.table({name: pa.array(cells, kind) for name, (cells, kind) in columns.items()})


def articles(table: pa.Table) -> list[Article]:
    """The articles of a table made by `of_articles`."""
    return [
        Article(
            row["id"],
            row["text"],
            row["title"],
            _day(row["date"]),
            row["publisher"],
            Parts(row["part"], tuple(row["starts"]), row["first"]),
        )
        for row in table.to_pylist()
    ]


def _day(cell: Any) -> dt.date | None:
    return cell if isinstance(cell, dt.date) else None


def of_frame(frame: pd.DataFrame) -> pa.Table:
    """A table of ours as an Arrow table."""
    import pyarrow as pa

    return pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)


def facts(table: pa.Table) -> pd.DataFrame:
    """The FACTS table in `table`."""
    return conform(table.to_pandas(), FACTS)


def flags(table: pa.Table) -> pd.DataFrame:
    """The FLAGS table in `table`."""
    return conform(table.to_pandas(), FLAGS)
