"""The articles of a table, one a row, under ids such as `news.csv#1234`."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checks.articles.batches import Entry
from checks.articles.comments import shown
from checks.articles.metadata import Metadata, metadata
from checks.articles.readers import rows
from checks.articles.readers.document import joined, whole
from checks.model import Article, Parts


def entries(
    file: io.BufferedReader, path: Path | str, id: str, columns: Mapping[str, str], most: int | None = None
) -> Iterator[Entry]:
    """The rows of the table `file`, read from `path`, which is called `id`; see `rows.rows` for the others.

    A row without an id or without a text has a fault instead of an article. Raises Unreadable for a table
    without the columns and, after the rows before it, where one breaks off.
    """
    for number, row in rows.rows(file, path, columns, most):
        name, text = whole(_cell(row["id"])), whole(str(row["text"] or ""))
        if name and text.strip():
            yield Entry(number, name, _article(f"{id}#{name}", text, row, number))
        else:
            yield Entry(number, fault="no text" if name else "no id")


def _article(id: str, text: str, row: Mapping[str, Any], number: int) -> Article:
    title = whole(_cell(row.get("title")))
    if title and not " ".join(text[: 2 * len(title) + 100].lstrip("# \n").split()).startswith(title):
        text, _ = joined([title, text])  # what a reader sees above the text is checked with it
    date, publisher = rows.day(row.get("date")), _cell(row.get("publisher"))
    # a text tells these at a price, so it is asked only for what the row does not say
    about = Metadata() if title and date and publisher else metadata(shown(text).text)
    return Article(
        id,
        text,
        title or about.title,
        date or about.date,
        publisher or about.publisher,
        Parts("row", (0,), number),
    )


def _cell(value: Any) -> str:
    """A cell on one line; a whole number has no decimal point."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())
