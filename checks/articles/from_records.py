"""The pages of a web archive (WARC, or WET, which holds their text), with ids such as `a.warc.gz#URL`."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from checks.articles.batches import Entry
from checks.articles.comments import shown
from checks.articles.errors import MissingExtra, Unreadable
from checks.articles.lines import broken
from checks.articles.metadata import metadata
from checks.articles.readers.document import Document, Refused, whole
from checks.articles.readers.guard import Guard
from checks.articles.readers.records import Record, records
from checks.model import Article, Parts

_PAGES = ("text/html", "application/xhtml+xml")


def entries(file: io.BufferedReader, path: Path | str, id: str, guard: Guard) -> Iterator[Entry]:
    """The records of the archive `file` that hold pages or texts; requests and the like are passed over.

    A page is dated and named by itself, else by its record's date and its host. `guard` reads pages. Raises
    Unreadable, after the records before it, where the archive is damaged or breaks off.
    """
    number = 0
    try:
        for record in records(file):
            number += 1
            if record.holds:
                yield _entry(record, number, path, id, guard)
    except OSError as error:
        if number:
            raise Unreadable(path, f"after record {number}: {broken(error)}") from None
        raise Unreadable(path, f"is no WARC file, or a damaged one ({error}); get it anew") from None


def _entry(record: Record, number: int, path: Path | str, id: str, guard: Guard) -> Entry:
    name = whole(" ".join(record.url.strip("<>").split()))
    if not name or record.fault:
        return Entry(number, fault=record.fault or "no address")
    try:
        if record.type in _PAGES:
            if find_spec("trafilatura") is None:
                raise MissingExtra(path, "trafilatura", "html")
            page = guard.read("checks.articles.readers.html", record.body)
        else:
            page = Document(whole(record.body.decode("utf-8", "replace")).replace("\r\n", "\n"))
    except Refused as refused:
        return Entry(number, fault=str(refused).partition(";")[0])
    if not page.text.strip():
        return Entry(number, fault="no text")
    return Entry(number, name, _article(f"{id}#{name}", page, record))


def _article(id: str, page: Document, record: Record) -> Article:
    about = metadata(shown(page.text).text)
    date = dt.date.fromisoformat(page.date[:10]) if page.date else about.date
    return Article(
        id,
        page.text,
        page.title or about.title,
        date or record.date,
        page.publisher or about.publisher or _host(record.url.strip("<>")),
        Parts("paragraph", page.starts) if page.starts else Parts(),
    )


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
