"""The records of a WARC file, one at a time. `fastwarc` is loaded when the first is asked for."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checks.articles.readers.html import LARGEST

#: bytes; no page and no text of one is larger, and neither is held in memory then
_HEADERS = 100_000
_HEAD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n"
)


@dataclass
class Record:
    """A record; `holds` a page or a text, whose content is `body`, in UTF-8 where it says what it is in.

    `fault` says why it cannot be used, where it is of a kind that could be.
    """

    holds: bool
    url: str = ""
    date: dt.date | None = None
    type: str = ""
    body: bytes = b""
    fault: str = ""


def records(file: io.BufferedReader) -> Iterator[Record]:
    """The records of the unpacked archive `file`. Raises OSError where it is none or breaks off."""
    from fastwarc.warc import ArchiveIterator

    source = _Source(file)
    for record in ArchiveIterator(source, parse_http=False, stream_detect=False, fsspec_args=False):
        yield _record(record)


def _record(record: Any) -> Record:
    from fastwarc.warc import WarcRecordType

    stated = record.headers.get("Content-Length") or ""
    if not stated.isdecimal():
        raise OSError("a record does not say how long it is")
    size = int(stated)
    if record.record_type not in (WarcRecordType.response, WarcRecordType.conversion):
        return Record(holds=False)
    date = record.record_date
    found = Record(True, record.headers.get("WARC-Target-URI") or "", date.date() if date else None)
    if size > LARGEST + _HEADERS:
        found.fault = f"over {LARGEST:,} bytes"
        return found
    raw = record.reader.read()
    if len(raw) < size:
        raise OSError("the last record is cut short")
    if record.record_type == WarcRecordType.conversion:
        found.type, found.body = "text/plain", raw
    else:
        _answer(found, raw)
    return found


def _answer(found: Record, raw: bytes) -> None:
    """Fill in what a server answered."""
    from fastwarc.warc import WarcRecord

    # a record of its own: one in the archive whose content cannot be decoded would end the whole walk
    try:
        answer = WarcRecord.from_bytes(_HEAD % len(raw) + raw + b"\r\n\r\n")
        answer.parse_http(auto_decode="all")
        headers, found.type = answer.http_headers, (answer.http_content_type or "").lower()
        if headers is None or headers.status_code != 200:
            found.fault = "no page that was found"
        elif found.type not in ("text/html", "application/xhtml+xml", "text/plain"):
            found.fault = "neither a page nor a text"
        else:
            found.body = answer.reader.read(LARGEST + 1)
            if len(found.body) > LARGEST:
                found.body, found.fault = b"", f"over {LARGEST:,} bytes"
            found.body = _in_utf8(found.body, answer.http_charset or "")
    except (OSError, ValueError):
        found.fault = "damaged"


def _in_utf8(body: bytes, charset: str) -> bytes:
    """`body` in UTF-8, where it is in the `charset` that the server names; else as it is."""
    try:
        return body.decode(charset).encode() if charset else body
    except (LookupError, UnicodeError):
        return body


class _Source(io.RawIOBase):
    """What `fastwarc` reads: a read gives what is there, so that what comes before damage is not lost."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file, self._at = file, 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        data = self._file.read1(size if size and size > 0 else 1 << 20)
        self._at += len(data)
        return data
