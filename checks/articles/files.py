"""Paths, folders and globs to files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from glob import has_magic, iglob
from pathlib import Path

from checks.articles.errors import Unreadable, unreadable
from checks.articles.readers import SUFFIXES
from checks.articles.reading import STDIN


def collect(path: Path, exclude: Sequence[str] = (), suffixes: tuple[str, ...] = SUFFIXES) -> list[Path]:
    """The files to read: `path` itself, or those with `suffixes` that it holds at any depth, sorted.

    `path` may be a glob (`news/**/*.md`), where no file has that name; what it matches is read like the files
    of a folder. A file without a suffix is read only if it is named itself. Hidden files and folders are
    passed over, and so are pipes and devices in a folder. `exclude` are globs of paths, ends of paths, names
    and folders. Raises Unreadable for a path that is not there, and for a folder or a glob with nothing to
    read.
    """
    if path == STDIN:
        return [path]
    if has_magic(str(path)) and not os.path.lexists(path):
        matches = sorted(map(Path, iglob(str(path), recursive=True)))
        found = list(dict.fromkeys(_readable(matches, suffixes)))
        if not found:
            raise Unreadable(path, f"matches no file that ends in {', '.join(suffixes)}; check the pattern")
    else:
        try:
            folder = path.is_dir()
            path.stat()
        except OSError as error:
            raise unreadable(path, error) from None
        found = list(_readable([path], suffixes)) if folder else [path]
        if not found:
            raise Unreadable(path, f"has no article in it; put files there that end in {', '.join(suffixes)}")
    return [file for file in found if not any(_matches(file, glob) for glob in exclude)]


def _readable(paths: Iterable[Path], suffixes: tuple[str, ...]) -> Iterator[Path]:
    """The files among `paths` and in the folders among them whose names end in `suffixes`."""
    for path in paths:
        if path.is_dir():
            for place, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from (f for name in sorted(names) if _wanted(f := Path(place, name), suffixes))
        elif _wanted(path, suffixes):
            yield path


def _wanted(file: Path, suffixes: tuple[str, ...]) -> bool:
    # "~$report.docx" is what Word leaves beside a document that is open
    if file.name.startswith((".", "~$")) or not file.name.lower().endswith(suffixes):
        return False
    return file.is_file() or not file.exists()  # a broken link is reported; a pipe would hang the run


def _matches(file: Path, glob: str) -> bool:
    """Whether `glob` names the file, the end of its path, or a folder that it is in."""
    glob = glob.rstrip("/")
    path = "/" + file.as_posix().removeprefix("/")
    patterns = (f"/{glob.removeprefix('/')}", f"*/{glob}", f"*/{glob}/*")
    return any(fnmatch(path, pattern) for pattern in patterns)
