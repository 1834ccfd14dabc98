"""The lines of a text of any size, decoded as they come."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from checks.articles import decoding
from checks.articles.errors import Unreadable

#: characters; a line that long is not held in memory
LONGEST = 100_000_000
#: how a byte that is no UTF-8 is kept until it is known what it is
_ODD = re.compile("[\udc80-\udcff]")


def lines(file: io.BufferedReader, path: Path | str, newline: str = "\n") -> Iterator[str]:
    """The lines of `file` with their ends, in the encoding that its beginning or its first odd line shows.

    `newline` is as for `open`. Raises Unreadable, perhaps after some lines, for what is no text, for a line
    without an end and for a stream that breaks off.
    """
    number = 0
    older = ""
    text: io.TextIOWrapper | None = None
    try:
        encoding, skipped = decoding.stated(file.peek(decoding.SAMPLE)[: decoding.SAMPLE], path)
        file.read(skipped)
        strict = encoding not in ("", "utf-8")
        text = io.TextIOWrapper(
            file, encoding or "utf-8", "strict" if strict else "surrogateescape", newline=newline
        )
        while line := text.readline(LONGEST):
            number += 1
            if len(line) >= LONGEST:
                raise Unreadable(path, f"a line of over {LONGEST:,} characters is no article", number)
            if not strict and not line.isascii() and _ODD.search(line):
                odd = line.encode("utf-8", "surrogateescape")
                older = older or decoding.legacy((odd + file.peek())[: decoding.SAMPLE])
                line = _decoded(odd, older, path, number)
            yield line
    except UnicodeDecodeError as error:
        why = f"0x{error.object[error.start]:02x} is not {error.encoding.upper()}"
        raise Unreadable(path, f"{why}; save the file as UTF-8", number + 1) from None
    except OSError as error:
        raise Unreadable(path, broken(error), number + 1) from None
    finally:
        if text is not None:
            with suppress(ValueError):  # whoever opened the file closes it, and may have done so
                text.detach()


def broken(error: OSError) -> str:
    """What to say of a stream that could be read no further."""
    return f"cannot be read from here on ({error.strerror or error}); get the file anew"


def _decoded(line: bytes, encoding: str, path: Path | str, number: int) -> str:
    """`line`, which is not UTF-8, in the older `encoding`; empty: none is known."""
    try:
        text = line.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        byte = f"the byte at offset {error.start:,} of the line (0x{line[error.start]:02x})"
        message = f"{byte} is not {error.encoding.upper()}; save the file as UTF-8"
        raise Unreadable(path, message, number) from None
    if any("\x80" <= c <= "\x9f" for c in text):
        raise Unreadable(path, "is in no encoding that can be told; save the file as UTF-8", number)
    return text
