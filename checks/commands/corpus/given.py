"""The inputs of a run, and whether it is done in parts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from checks.articles import Unreadable
from checks.articles.opening import filesystem, is_url
from checks.articles.readers import FORMATS, PACKINGS
from checks.commands import inputs
from checks.errors import UserError
from checks.settings import Settings

if TYPE_CHECKING:
    from checks.commands.options import Options

#: bytes of input, or files, beyond which the articles are not held in memory all at once
LARGE, MANY = 50_000_000, 10_000
#: names of files that unpack to about so many times as much
_PACKED, _TIMES = (".gz", ".zst", ".parquet"), 4
#: what file systems call that which changes with the content of a file
_TELLING = ("mtime", "LastModified", "ETag", "etag", "updated", "last_modified", "md5Hash", "created")


@dataclass(frozen=True)
class Inputs:
    """Paths and URLs, each with the id that its articles go by; a line for each that cannot be found."""

    files: list[tuple[str, str]]
    problems: dict[str, str]

    def size(self) -> int:
        """About so many bytes of text."""
        return sum(_bytes(path) * (_TIMES if path.lower().endswith(_PACKED) else 1) for path, _ in self.files)

    def key(self) -> str:
        """What changes when a file does, or what is needed to read it."""
        extras = sorted({format.module for format in FORMATS.values()} | {m for m, _ in PACKINGS.values()})
        told = blake2b(repr([name for name in extras if name and find_spec(name)]).encode(), digest_size=12)
        for path, id in self.files:
            told.update(repr((path, id, _state(path))).encode())
        return told.hexdigest()

    def stated(self) -> bool:
        """Whether `key` tells a change of any file."""
        return all(not is_url(path) or _state(path) for path, _ in self.files)


def _bytes(path: str) -> int:
    if not is_url(path):
        return os.path.getsize(path) if os.path.isfile(path) else 0
    try:
        system, place = filesystem(path)
        return int(system.du(place))
    except (OSError, Unreadable):  # it is told of where it is read
        return 0


def _state(path: str) -> object:
    """What changes with a file, or with a folder of files behind a URL; None where nothing tells."""
    if not is_url(path):
        state = os.stat(path) if os.path.exists(path) else None
        return state and (state.st_size, state.st_mtime_ns, state.st_mode)
    try:
        system, place = filesystem(path)
        found = system.find(place, detail=True)
    except (OSError, Unreadable):
        return None
    told = [tuple(str(info.get(name)) for name in _TELLING) for info in found.values()]
    return sorted(zip(found, told, strict=True)) if all({*state} != {"None"} for state in told) else None


def is_parquet(path: str | Path) -> bool:
    """Whether a table at `path` is to be a folder of Parquet files."""
    return is_url(path) or Path(path).suffix.lower() == ".parquet"


def wanted(options: Options, settings: Settings) -> Inputs | None:
    """The inputs of a run that is to be done in parts; None for one that is done in memory.

    Raises UserError where there is nothing to check.
    """
    tables = (options.facts or settings.facts, options.flags or settings.flags)
    asked = options.engine == "dask" or options.resume or any(map(is_parquet, tables))
    asked = asked or any(map(is_url, options.paths))
    if "-" in options.paths:
        if asked:
            raise UserError(
                "standard input is checked in memory; give files, or plain CSV files for the tables"
            )
        return None
    found = _inputs(options, settings)
    return found if asked or found.size() > LARGE or len(found.files) > MANY else None


def _inputs(options: Options, settings: Settings) -> Inputs:
    urls = [path for path in options.paths if is_url(path)]
    local = [path for path in options.paths if not is_url(path)]
    problems: dict[str, str] = {}
    files: dict[str, tuple[str, str]] = {}
    if local or not urls:
        paths = inputs.paths_of(local, settings)
        for file in inputs.files(paths, settings, problems):
            # Workers elsewhere know nothing of the folder that the command was typed in.
            path = os.path.abspath(file) if options.scheduler else str(file)
            files[os.path.realpath(file)] = (path, inputs.article_id(file, settings.root))
    for url in urls:
        files.setdefault(_place(url), (url, url))
    return Inputs(list(files.values()), problems)


def _place(url: str) -> str:
    """The one name of what `url` leads to; a file of this machine has its path."""
    try:
        system, place = filesystem(url)
    except Unreadable:
        return url
    protocol = system.protocol if isinstance(system.protocol, str) else system.protocol[0]
    return os.path.realpath(place) if protocol == "file" else f"{protocol}://{place}"
