"""Tables of articles: CSV, TSV, JSON lines, Excel workbooks and Parquet, a row per article."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from checks.articles.dates import find_date
from checks.articles.errors import Unreadable
from checks.articles.lines import LONGEST, lines
from checks.articles.opening import opened
from checks.articles.readers import ending, format_of, zipped
from checks.articles.readers.document import Refused
from checks.settings import ARTICLE_COLUMNS

#: the columns of an article; the first two must be there
COLUMNS = ARTICLE_COLUMNS
#: bytes that a table unpacks to where all its articles are held at once
LARGEST = 500_000_000

Row = dict[str, Any]


class NoArticles(Unreadable):
    """A table without the columns of articles: it may be data."""


def rows(
    file: io.BufferedReader, path: Path | str, columns: Mapping[str, str], most: int | None = None
) -> Iterator[tuple[int, Row]]:
    """The rows of the table `file` (from `path`), numbered as a person finds them: a heading is row 1.

    Each has the keys of COLUMNS; `columns` maps them to other names. Only a few rows are held at a time, but
    of a workbook; `most` is how many bytes a table may unpack to where the caller holds them all. Raises
    NoArticles for a table without the columns, Unreadable for a broken one, perhaps after its first rows.
    """
    suffix = ending(str(path))[0]
    if suffix == ".parquet":
        return _parquet(file, path, columns, most)
    if suffix == ".xlsx":
        return _workbook(file, path, columns)
    if suffix in (".jsonl", ".ndjson"):
        return _json_lines(file, path, columns)
    return _separated(file, path, columns, "\t" if suffix == ".tsv" else "")


def has_articles(path: Path | str, columns: Mapping[str, str]) -> bool:
    """Whether the table in `path` has the columns of articles, or fails in a way that has to be told.

    Only its beginning is read, but of a workbook. An archive of the web always has.
    """
    try:
        if format_of(str(path)).reader == "records":
            return True
        with opened(path) as file:
            if ending(str(path))[0] == ".parquet":
                import pyarrow.parquet as pq

                _names(pq.read_schema(file).names, path, columns)
            else:
                next(rows(file, path, columns), None)
    except NoArticles:
        return False
    except Exception:  # broken, or without its library: whoever reads it says so
        return True
    return True


def day(value: Any) -> dt.date | None:
    """The date in a cell, where it tells one: `2025-06-13`, `13 June 2025`, a time stamp, `13/06/2025`."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date) or value is None:
        return value
    text = str(value).strip()
    parts = text.split(" ")[0].split("/")
    if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[2]) == 4:
        first, second, year = map(int, parts)
        # 03/04/2025 is two days: one here, another there
        month, number = (second, first) if first > 12 else (first, second)
        if first > 12 or second > 12 or first == second:
            try:
                return dt.date(year, month, number)
            except ValueError:
                return None
        return None
    return find_date(text)


def _names(given: Sequence[str], path: Path | str, columns: Mapping[str, str]) -> dict[str, str]:
    """Column of an article -> the table's name for it, of those that the table has."""
    folded = {name.strip().casefold(): name for name in reversed(given)}
    wanted = {column: columns.get(column, column) for column in COLUMNS}
    found = {
        column: folded[name.strip().casefold()]
        for column, name in wanted.items()
        if name.strip().casefold() in folded
    }
    missing = [wanted[column] for column in COLUMNS[:2] if column not in found]
    if missing:
        has = ", ".join(given[:8]) + (" …" if len(given) > 8 else "")
        raise NoArticles(
            path,
            f"no column {' and none '.join(missing)}, so it is no table of articles (it has {has or 'none'});"
            ' name them: [tool.checks] columns = {id = "…", text = "…"}',
        )
    return found


def _separated(
    file: io.BufferedReader, path: Path | str, columns: Mapping[str, str], separator: str
) -> Iterator[tuple[int, Row]]:
    text = lines(file, path, newline="")
    first = next(text, "")
    separator = separator or max(",;\t", key=first[:100_000].count)
    before = csv.field_size_limit(LONGEST)
    try:
        reader = csv.reader(chain([first], text), delimiter=separator, strict=True)
        given = next(reader, [])
        names = _names(given, path, columns)
        at = {column: given.index(name) for column, name in names.items()}
        for number, cells in enumerate(reader, 2):
            if any(cells):
                yield number, {c: cells[i] if i < len(cells) else "" for c, i in at.items()}
    except csv.Error as error:
        raise Unreadable(path, f"is no CSV ({error}); save it anew", reader.line_num) from None
    finally:
        csv.field_size_limit(before)


def _json_lines(
    file: io.BufferedReader, path: Path | str, columns: Mapping[str, str]
) -> Iterator[tuple[int, Row]]:
    names: dict[str, str] = {}
    for number, line in enumerate(lines(file, path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            why = getattr(error, "msg", "nested too deeply")
            raise Unreadable(path, f"is no JSON ({why}); mend that line", number) from None
        if not isinstance(row, dict):
            raise Unreadable(path, 'is no JSON object; write {"id": "…", "text": "…"}', number)
        if not names:
            names = _names(list(row), path, columns)
        for column in COLUMNS:  # a later row may have what the first had not
            name = columns.get(column, column)
            if name in row:
                names.setdefault(column, name)
        yield number, {column: row.get(name) for column, name in names.items()}


def _workbook(
    file: io.BufferedReader, path: Path | str, columns: Mapping[str, str]
) -> Iterator[tuple[int, Row]]:
    """The rows of the first sheet that has the columns of articles; formulas by the values last reckoned."""
    from openpyxl import load_workbook

    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(path, f"is over {LARGEST:,} bytes; save it as CSV")
    try:
        zipped.refuse_bomb(io.BytesIO(data), "xl/workbook.xml", "XLSX")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        missing: NoArticles | None = None
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # some programs state a wrong size, and rows would be left out
            lines = sheet.iter_rows(values_only=True)
            given = ["" if name is None else str(name) for name in next(lines, ())]
            try:
                names = _names(given, path, columns)
            except NoArticles as error:
                missing = missing or error
                continue
            at = {column: given.index(name) for column, name in names.items()}
            for number, cells in enumerate(lines, 2):
                if any(cell is not None for cell in cells):
                    yield number, {c: cells[i] if i < len(cells) else None for c, i in at.items()}
            return
    except Refused as refused:
        raise Unreadable(path, str(refused)) from None
    except Unreadable:
        raise
    except Exception as error:  # openpyxl's complaints about a broken file can be of any kind
        why = " ".join(str(error).split())[:120] or type(error).__name__
        raise Unreadable(path, f"is no XLSX file, or a damaged one ({why}); save it anew") from None
    raise missing or NoArticles(path, "has no sheet with rows")


def _parquet(
    file: io.BufferedReader, path: Path | str, columns: Mapping[str, str], most: int | None
) -> Iterator[tuple[int, Row]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(file)
        if most and sum(_group_sizes(table)) > most:
            raise Unreadable(path, f"unpacks to over {most:,} bytes; split it into several files")
        names = _names(table.schema_arrow.names, path, columns)
        number = size = 0
        for batch in table.iter_batches(batch_size=100, columns=[*names.values()]):
            for row in batch.to_pylist():
                number += 1
                size += len(str(row[names["text"]]))
                if most and size > most:  # what is stored once may be meant a million times
                    raise Unreadable(path, f"unpacks to over {most:,} bytes; split it into several files")
                yield number, {column: row[name] for column, name in names.items()}
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise Unreadable(path, f"is no Parquet file, or a damaged one ({why}); write it anew") from None


def _group_sizes(table: Any) -> Iterator[int]:
    for i in range(table.metadata.num_row_groups):
        yield table.metadata.row_group(i).total_byte_size
