"""The articles of a table, one a row, under ids such as `news.csv#1234`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checks.articles.comments import shown
from checks.articles.contents import Contents
from checks.articles.errors import Unreadable
from checks.articles.metadata import metadata
from checks.articles.readers import rows
from checks.articles.readers.document import joined, whole
from checks.model import Article, Parts


def articles(data: bytes, path: Path, id: str, columns: Mapping[str, str]) -> Contents:
    """The articles of the table `data` in `path`, which is called `id`; see `rows.rows` for `columns`.

    A row without an id or without a text, or with an id that an earlier row has, is left out and told of: by
    one line for each of these faults, with the first such row. Raises Unreadable for a table without the
    columns; one that breaks off gives the rows before that, and a problem.
    """
    found = Contents()
    taken: dict[str, int] = {}
    faults: dict[str, list[int]] = {}
    try:
        for number, row in rows.rows(data, path, columns):
            name, text = whole(_cell(row["id"])), whole(str(row["text"] or ""))
            if not name or not text.strip():
                fault = "no text" if name else "no id"
            elif name in taken:
                fault = f"an id that an earlier row has ({name!r}, row {taken[name]})"
            else:
                taken[name] = number
                found.articles.append(_article(f"{id}#{name}", text, row, number))
                continue
            faults.setdefault(fault, []).append(number)
    except rows.NoArticles:
        raise
    except Unreadable as problem:
        found.problems.append(problem)
    for fault, numbers in faults.items():
        more = f" and {len(numbers) - 1:,} more" if len(numbers) > 1 else ""
        found.problems.append(Unreadable(path, f"row {numbers[0]}{more}: {fault}, so it is left out"))
    if not found.articles and not found.problems:
        raise Unreadable(path, "has no rows; remove it, or put an article into each row")
    return found


def _article(id: str, text: str, row: Mapping[str, Any], number: int) -> Article:
    title = whole(_cell(row.get("title")))
    if title and not " ".join(text[: 2 * len(title) + 100].lstrip("# \n").split()).startswith(title):
        text, _ = joined([title, text])  # what a reader sees above the text is checked with it
    about = metadata(shown(text).text)
    return Article(
        id,
        text,
        title or about.title,
        rows.day(row.get("date")) or about.date,
        _cell(row.get("publisher")) or about.publisher,
        Parts("row", (0,), number),
    )


def _cell(value: Any) -> str:
    """A cell on one line; a whole number has no decimal point."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())
