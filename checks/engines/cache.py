"""What was found in an article before, kept in a file, so that an unchanged one is not read again.

One SQLite file, `facts.sqlite`, in the cache's folder: a row an entry, the key a hash of all that the
entry depends on. Two runs may use it at once. Whatever is wrong with it costs time and never a result: a
damaged entry is a miss, a damaged or locked file is a cache without entries.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

from checks import __version__

#: the file of a cache, in its folder
FILE = "facts.sqlite"
#: the most that a cache may take, in bytes; what has not been used for the longest goes first
MOST = 512 * 1024 * 1024
#: seconds to wait for another run that is writing
_PATIENCE = 5.0
#: a day: how exactly the last use of an entry is known
_DAY = 86_400
#: entries asked for in one query
_MANY = 500
_SCHEMA = """
create table if not exists entries (
    key blob primary key, used integer not null, data blob not null
) without rowid;
create index if not exists by_use on entries (used);
"""


class Cache:
    """Entries by key, in `folder`, which is made when the first is put there. Use it in a `with` block.

    An entry is anything that JSON can hold, and not-a-number and infinity besides.
    """

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self.folder = folder
        self.most = most
        self._db: sqlite3.Connection | None = None

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """The entries under `keys`; those that there are not, or that cannot be read, are left out."""
        if self._db is None and not (self.folder / FILE).exists():
            return {}
        found: dict[bytes, Any] = {}
        today = int(time.time()) // _DAY
        stale: list[tuple[int, bytes]] = []
        try:
            for some in _parts(list(keys)):
                marks = ",".join("?" * len(some))
                query = f"select key, used, data from entries where key in ({marks})"
                for key, used, data in self._open().execute(query, some):
                    try:
                        found[key] = json.loads(zlib.decompress(data))
                    except (ValueError, zlib.error):
                        continue
                    if used != today:
                        stale.append((today, key))
            if stale:
                with self._open() as db:
                    db.executemany("update entries set used = ? where key = ?", stale)
        except sqlite3.Error:
            self._give_up()
        return found

    def put(self, entries: Mapping[bytes, Any]) -> None:
        """Keep `entries`; one that is there already is replaced."""
        today = int(time.time()) // _DAY
        rows = [(key, today, _packed(entry)) for key, entry in entries.items()]
        try:
            with self._open() as db:
                db.executemany("insert or replace into entries values (?, ?, ?)", rows)
        except (sqlite3.Error, OSError):
            self._give_up()

    def close(self) -> None:
        """Leave the file within its bound, and let go of it."""
        if self._db is None:
            return
        try:
            self._bound(self._db)
            self._db.close()
        except sqlite3.Error:
            pass
        self._db = None

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            ignore = self.folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
            db = sqlite3.connect(self.folder / FILE, timeout=_PATIENCE)
            db.execute("pragma auto_vacuum = incremental")
            db.execute("pragma journal_mode = wal")  # readers do not wait for a writer
            db.execute("pragma synchronous = normal")
            db.executescript(_SCHEMA)
            self._db = db
        return self._db

    def _give_up(self) -> None:
        """Go on without entries; a file that is no database is put out of the way of the next run."""
        if self._db is not None:
            self._db.close()
        self._db = sqlite3.connect(":memory:")
        self._db.executescript(_SCHEMA)
        path = self.folder / FILE
        try:
            with path.open("rb") as file:
                sound = file.read(16) in (b"SQLite format 3\0", b"")
            if not sound:
                path.unlink()
        except OSError:
            pass

    def _bound(self, db: sqlite3.Connection) -> None:
        page = db.execute("pragma page_size").fetchone()[0]
        taken = page * db.execute("pragma page_count").fetchone()[0]
        if taken <= self.most:
            return
        with db:
            # Two thirds of the bound are left, so that the next runs need not tidy up again.
            held = db.execute("select sum(length(data)) from entries").fetchone()[0] or 0
            spare = held * (1 - self.most * 2 / 3 / taken)
            oldest = db.execute("select key, length(data) from entries order by used")
            gone = []
            for key, size in oldest:
                gone.append((key,))
                spare -= size
                if spare <= 0:
                    break
            db.executemany("delete from entries where key = ?", gone)
        db.execute("pragma incremental_vacuum").fetchall()


def key(*parts: str) -> bytes:
    """The key of what depends on `parts`, on this version of the program and on its code."""
    told = hashlib.blake2b(_code(), digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        told.update(len(data).to_bytes(8, "little"))
        told.update(data)
    return told.digest()


@cache
def _code() -> bytes:
    """What changes when the code does, in this process."""
    return fingerprint(Path(__file__).parent.parent)


def fingerprint(root: Path) -> bytes:
    """A hash of the version, and of names, sizes and times of the code and the word lists below `root`."""
    files = sorted(
        (str(path.relative_to(root)), path.stat().st_size, path.stat().st_mtime_ns)
        for place, _, names in os.walk(root)
        for path in (Path(place, name) for name in names)
        if path.suffix in (".py", ".csv", ".toml", ".json")
    )
    return hashlib.blake2b(repr((__version__, files)).encode(), digest_size=16).digest()


def _parts(keys: list[bytes]) -> Iterator[list[bytes]]:
    for i in range(0, len(keys), _MANY):
        yield keys[i : i + _MANY]


def _packed(entry: Any) -> bytes:
    return zlib.compress(json.dumps(entry, separators=(",", ":")).encode(), 1)
