"""Corpora as files: JSON lines, plain or packed, or Parquet; and a table of what was planted."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.corpora.stories import Planted, Written
from checks.model import Article

#: articles in one row group of Parquet, which is what is held in memory
GROUP = 2000


def write(written: Iterable[Written], out: Path, planted: Path | None = None) -> int:
    """Write articles to `out` (`.jsonl`, `.jsonl.gz`, `.parquet`) and conflicts to `planted`, as they come.

    The number of articles.
    """
    n = 0
    with _articles(out) as put, _table(planted) as note:
        for article, conflicts in written:
            n += 1
            put(_row(article))
            for conflict in conflicts:
                note(conflict)
    return n


def _row(article: Article) -> dict[str, str]:
    date = article.date.isoformat() if article.date else ""
    return {
        "id": article.id,
        "title": article.title,
        "date": date,
        "publisher": article.publisher,
        "text": article.text,
    }


@contextmanager
def _articles(out: Path) -> Iterator[Callable[[dict[str, str]], object]]:
    if out.suffix == ".parquet":
        with _parquet(out) as put:
            yield put
        return
    # the same bytes each time: no name and no time in the head of the packed file
    with out.open("wb") as raw:
        packed = gzip.GzipFile("", "wb", 6, raw, 0) if out.suffix == ".gz" else raw
        with packed as file:
            yield lambda row: file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


@contextmanager
def _parquet(out: Path) -> Iterator[Callable[[dict[str, str]], object]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.string()) for name in _row(Article("", ""))])
    rows: list[dict[str, str]] = []
    with pq.ParquetWriter(out, schema) as file:

        def flush() -> None:
            file.write_table(pa.Table.from_pylist(rows, schema))
            rows.clear()

        def put(row: dict[str, str]) -> None:
            rows.append(row)
            if len(rows) == GROUP:
                flush()

        yield put
        flush()


@contextmanager
def _table(planted: Path | None) -> Iterator[Callable[[Iterable[Any]], object]]:
    if planted is None:
        yield lambda row: None
        return
    with planted.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(Planted._fields)
        yield table.writerow
