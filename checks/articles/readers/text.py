"""Plain text and Markdown, in any encoding that can be told."""

from __future__ import annotations

from pathlib import Path

from checks.articles.decoding import decode
from checks.articles.errors import Unreadable

#: No paragraph is this long: it is data, or text that has lost its line ends.
LONGEST_LINE = 10_000_000


def read(data: bytes, path: Path | str) -> str:
    """The text of `data`, as it is: only a byte order mark is dropped. Raises Unreadable."""
    text = decode(data, path)
    if not text.strip():
        raise Unreadable(path, "is empty; remove it, or put the article's text in it")
    _refuse_endless_line(text, path)
    return text


def _refuse_endless_line(text: str, path: Path | str) -> None:
    if len(text) <= LONGEST_LINE:
        return
    start = line = 0
    while start <= len(text):
        line += 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_LINE and "\r" not in text[start : start + LONGEST_LINE]:
            message = f"a line of {end - start:,} characters is no article; break it into paragraphs"
            raise Unreadable(path, message, line)
        start = end + 1
