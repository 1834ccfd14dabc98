"""Files of any size, and folders and URLs of them, read in batches: memory holds one batch."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from checks.articles.contents import Contents
from checks.articles.errors import Unreadable
from checks.articles.files import collect
from checks.articles.opening import filesystem, is_url, opened
from checks.articles.readers import SUFFIXES, format_of
from checks.articles.readers.guard import Guard
from checks.articles.readers.rows import has_articles
from checks.articles.reading import batched, needed, read_all


def stream(
    path: str, *, id: str, columns: Mapping[str, str] | None = None, guard: Guard | None = None
) -> Iterator[Contents]:
    """The articles in `path`, which is called `id`, in batches (see `batches`), and what could not be read.

    `path` is a file, a folder of files (each is then called `id/NAME`) or, where `fsspec` is installed, a URL
    of a file or a folder (`s3://…`, `memory://…`). Articles, their ids and the problems are those of
    `read_all`; a file of articles may be of any size, and one that holds a single article is one batch.
    `columns` and `guard` are as for `read_all`.
    """
    try:
        for name, file in _files(path, columns or {}) if _is_folder(path) else [("", path)]:
            yield from _file(file, f"{id}/{name}" if name else id, columns or {}, guard)
    except Unreadable as problem:
        yield Contents(problems=[problem])


def _file(path: str, id: str, columns: Mapping[str, str], guard: Guard | None) -> Iterator[Contents]:
    place = path if is_url(path) else Path(path)
    if not format_of(path).table:
        yield read_all(place, id=id, columns=columns, guard=guard)
        return
    try:
        needed(place)
        with opened(place) as file:
            yield from batched(file, place, id, columns, guard)
    except Unreadable as problem:
        yield Contents(problems=[problem])


def _is_folder(path: str) -> bool:
    if not is_url(path):
        return os.path.isdir(path)
    system, place = filesystem(path)
    return bool(system.isdir(place))


def _files(folder: str, columns: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of articles in `folder` by their names there, in order; tables of data are passed over."""
    if is_url(folder):
        system, place = filesystem(folder)
        names = sorted(name.removeprefix(place).lstrip("/") for name in system.find(place))
        wanted = [n for n in names if n.lower().endswith(SUFFIXES) and not re.search(r"(^|/)\.", n)]
        found = [(name, f"{folder.rstrip('/')}/{name}") for name in wanted]
    else:
        found = [(file.relative_to(folder).as_posix(), str(file)) for file in collect(Path(folder))]
    if not found:
        raise Unreadable(folder, f"has no article in it; put files there that end in {', '.join(SUFFIXES)}")
    for name, file in found:
        if not format_of(file).table or has_articles(file if is_url(file) else Path(file), columns):
            yield name, file
