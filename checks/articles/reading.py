"""A file to its articles, whatever its format."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path

from checks.articles import from_records, from_table
from checks.articles.batches import batches
from checks.articles.comments import shown
from checks.articles.contents import Contents
from checks.articles.decoding import refuse_foreign
from checks.articles.errors import MissingExtra, Unreadable, unreadable
from checks.articles.lines import broken
from checks.articles.metadata import metadata
from checks.articles.opening import opened
from checks.articles.readers import FORMATS, TABLES, Format, format_of, rows, text
from checks.articles.readers.document import Refused
from checks.articles.readers.guard import Guard
from checks.model import Article, Part, Parts

#: Standard input as a path, and the id of its article.
STDIN, STDIN_ID = Path("-"), "stdin"
#: No article is this large; a crawl in one file would be taken for a single one.
MOST_BYTES = 100_000_000
EMPTY = "is empty; remove it, or put the article's text in it"
_IN_TABLE = re.compile(rf"(?is)(.*?(?:{'|'.join(map(re.escape, TABLES))}))#.+")
_PAGE = re.compile(rb"(?i)\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html)\b")


def read(path: Path, *, id: str, columns: Mapping[str, str] | None = None) -> Article:
    """The article in `path`; of a table, the one that `path` and `id` name: `news.csv#1234`.

    A text or Markdown file may be in any encoding that can be told; its text is kept as it is, line ends
    included. Title, date and publisher are filled in where the article states them. Raises Unreadable.
    """
    contents = read_all(Path(container(str(path))), id=container(id), columns=columns)
    for article in contents.articles:
        if article.id == id:
            return article
    if contents.articles:
        raise Unreadable(path, "holds several articles, and none of that name")
    raise contents.problems[0]


def read_all(
    path: Path | str, *, id: str, columns: Mapping[str, str] | None = None, guard: Guard | None = None
) -> Contents:
    """The articles in `path`: of a table (CSV, TSV, JSON lines, Parquet) one a row, else one, called `id`.

    `path` may be a URL (see `opening`). `columns` names the columns of a table that are not called `id`,
    `text`, `title`, `date`, `publisher`. `guard` reads the formats that need foreign parsers; without one, a
    process is started for this file. A table is refused where it is too large to be held at once;
    `streams.stream` reads it in batches.
    """
    contents = Contents()
    try:
        format = needed(path)
        if not format.table:
            data = _bytes(path, MOST_BYTES)
            return Contents([_article(path, id, _by_content(path, data, format), data, guard)])
        size = 0
        with opened(path) as file:
            for batch in batched(file, path, id, columns or {}, guard, rows.LARGEST):
                size += sum(len(article.text) for article in batch.articles)
                if size > rows.LARGEST:
                    raise Unreadable(
                        path, f"holds over {rows.LARGEST:,} characters; split it into several files"
                    )
                contents.articles += batch.articles
                contents.problems += batch.problems
    except Unreadable as problem:
        return Contents(problems=[problem])
    return contents


def needed(path: Path | str) -> Format:
    """The format of `path`. Raises MissingExtra where its library is not installed."""
    format = format_of(str(path))
    if format.module and find_spec(format.module) is None:
        raise MissingExtra(path, format.module, format.extra)
    return format


def batched(
    file: io.BufferedReader,
    path: Path | str,
    id: str,
    columns: Mapping[str, str],
    guard: Guard | None = None,
    most: int | None = None,
) -> Iterator[Contents]:
    """The articles of a `file` that holds many, unpacked already, in batches; `most` as for `rows.rows`."""
    try:
        if not file.peek(1):
            raise Unreadable(path, EMPTY)
    except OSError as error:
        raise Unreadable(path, broken(error)) from None
    if format_of(str(path)).reader == "records":
        with Guard() if guard is None else nullcontext(guard) as own:
            yield from batches(from_records.entries(file, path, id, own), path, "record")
    else:
        yield from batches(from_table.entries(file, path, id, columns, most), path)


def container(id: str) -> str:
    """The id of the file that holds the article `id`: that of a table without the row's, else `id` itself."""
    found = _IN_TABLE.fullmatch(id)
    return found[1] if found else id


def part_of(id: str) -> Part:
    """What a place in the article `id` is counted in, where it was read from a file."""
    return format_of(container(id)).part


def _bytes(path: Path | str, most: int) -> bytes:
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with opened(path) as file:
                data = file.read(most + 1)  # a device or a pipe may have no end
    except OSError as error:
        raise unreadable(path, error) from None
    if len(data) > most:
        message = f"is over {most:,} bytes, too large for one article; put each article in a file"
        raise Unreadable(path, message)
    if not data:
        raise Unreadable(path, EMPTY)
    return data


def _by_content(path: Path | str, data: bytes, format: Format) -> Format:
    """The format of what has no name to tell it by."""
    if path != STDIN:
        return format
    found = FORMATS[".pdf" if data.startswith(b"%PDF") else ".html" if _PAGE.match(data[:1000]) else ".txt"]
    if found.module and find_spec(found.module) is None:
        raise MissingExtra(path, found.module, found.extra)
    return found


def _article(path: Path | str, id: str, format: Format, data: bytes, guard: Guard | None) -> Article:
    if not format.module:
        plain = text.read(data, path)
        about = metadata(shown(plain, id).text)
        return Article(id, plain, about.title, about.date, about.publisher)
    if format.reader == "html":
        refuse_foreign(data, path)
    try:
        if guard is None:
            with Guard() as own:
                document = own.read(_module(format), data)
        else:
            document = guard.read(_module(format), data)
    except Refused as refused:
        raise Unreadable(path, str(refused)) from None
    about = metadata(shown(document.text).text)
    date = dt.date.fromisoformat(document.date[:10]) if document.date else about.date
    return Article(
        id,
        document.text,
        document.title or about.title,
        date,
        document.publisher or about.publisher,
        Parts(format.part, document.starts),
    )


def _module(format: Format) -> str:
    return f"checks.articles.readers.{format.reader}"
