"""Files and folders to articles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from checks.articles.comments import shown
from checks.articles.decoding import decode
from checks.articles.errors import Unreadable
from checks.articles.metadata import metadata
from checks.model import Article

#: What is read out of a folder; a file without a suffix is read only if it is named itself.
SUFFIXES = (".txt", ".text", ".md", ".markdown")
#: No article is this large; a crawl in one file would be taken for a single one.
MOST_BYTES = 100_000_000
#: No paragraph is this long: it is data, or text that has lost its line ends.
LONGEST_LINE = 10_000_000


def read(path: Path, *, id: str) -> Article:
    """The article in `path`, a text or Markdown file in any encoding that can be told.

    The text is kept as it is, line ends included; only a byte order mark is dropped. Title, date and
    publisher are filled in where the text states them. Raises Unreadable.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)  # a device or a pipe may have no end
    except OSError as error:
        raise _unreadable(path, error) from None
    if len(data) > MOST_BYTES:
        message = f"is over {MOST_BYTES:,} bytes, too large for one article; put each article in a file"
        raise Unreadable(path, message)
    text = decode(data, path)
    if not text.strip():
        raise Unreadable(path, "is empty; remove it, or put the article's text in it")
    _refuse_endless_line(text, path)
    about = metadata(shown(text).text)
    return Article(id=id, text=text, title=about.title, date=about.date, publisher=about.publisher)


def collect(path: Path, exclude: Sequence[str] = ()) -> list[Path]:
    """The files to read: `path` itself, or the readable ones that it holds at any depth, sorted.

    Hidden files and folders are passed over, and so are the pipes and devices in a folder. `exclude`
    are globs of paths, ends of paths, names and folders. Raises Unreadable for a path that is not
    there and for a folder with nothing to read.
    """
    try:
        folder = path.is_dir()
        path.stat()
    except OSError as error:
        raise _unreadable(path, error) from None
    found = list(_walk(path)) if folder else [path]
    if not found:
        raise Unreadable(path, f"has no article in it; put files there that end in {', '.join(SUFFIXES)}")
    return [file for file in found if not any(_matches(file, glob) for glob in exclude)]


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if name.startswith(".") or not name.lower().endswith(SUFFIXES):
                continue
            if file.is_file() or not file.exists():  # a broken link is reported; a pipe would hang the run
                yield file


def _matches(file: Path, glob: str) -> bool:
    """Whether `glob` names the file, the end of its path, or a folder that it is in."""
    glob = glob.rstrip("/")
    path = "/" + file.as_posix().removeprefix("/")
    patterns = (f"/{glob.removeprefix('/')}", f"*/{glob}", f"*/{glob}/*")
    return any(fnmatch(path, pattern) for pattern in patterns)


def _refuse_endless_line(text: str, path: Path) -> None:
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


def _unreadable(path: Path, error: OSError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return Unreadable(path, "there is no such file or folder; check the spelling")
    if isinstance(error, IsADirectoryError):
        return Unreadable(path, "is a folder; give the files in it")
    if isinstance(error, PermissionError):
        return Unreadable(path, "you may not read this; change its permissions")
    return Unreadable(path, f"cannot be read ({error.strerror or error}); check the path")
