"""What a reader makes of a file, and how it refuses one."""

from __future__ import annotations

from typing import NamedTuple


class Document(NamedTuple):
    """The text of a file; `starts` are the offsets of its parts. `date` is ISO, or empty like the others."""

    text: str
    starts: tuple[int, ...] = ()
    title: str = ""
    date: str = ""
    publisher: str = ""


class Refused(Exception):
    """A file that is not read; `str()` says why and what to do, without the file's name."""


#: Characters. A text of this size is a corpus and no article; reading stops here.
LONGEST = 20_000_000


def whole(text: str) -> str:
    """`text` without lone surrogates, which could be written to no table; its length stays."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def joined(blocks: list[str], title: str = "") -> tuple[str, tuple[int, ...]]:
    """`blocks` as paragraphs of one text, and where each begins; the rows of a table stand together.

    `title` is put before them, as part of the first, where they do not begin with it.
    """
    if title and (not blocks or " ".join(blocks[0].lstrip("# ").split()) != title):
        blocks = [title, *blocks]
    text: list[str] = []
    starts: list[int] = []
    length = 0
    for i, block in enumerate(blocks):
        row = block.startswith("|") and i > 0 and blocks[i - 1].startswith("|")
        gap = "" if i == 0 else "\n" if row else "\n\n"
        starts.append(length + len(gap))
        text += gap, block
        length += len(gap) + len(block)
    return "".join(text), tuple(starts)
