from __future__ import annotations

import math
import random
import sqlite3
import threading
from pathlib import Path

import pytest

from checks.engines.cache import Cache, fingerprint, key

ENTRY = {"value": [1.5, math.inf, None], "surface": ["$4.9 “bn”", "\ud83d", "½"]}


def put(folder: Path, **entries: object) -> None:
    with Cache(folder) as cache:
        cache.put({name.encode(): entry for name, entry in entries.items()})


def get(folder: Path, *names: str) -> dict[bytes, object]:
    with Cache(folder) as cache:
        return cache.get([name.encode() for name in names])


def test_an_entry_comes_back_as_it_was(tmp_path: Path) -> None:
    put(tmp_path / "c", a=ENTRY, b=[])
    assert get(tmp_path / "c", "a", "b", "none") == {b"a": ENTRY, b"b": []}
    assert (tmp_path / "c" / ".gitignore").read_text() == "*\n"


def test_asking_alone_makes_no_folder(tmp_path: Path) -> None:
    assert get(tmp_path / "c", "a") == {}
    assert not (tmp_path / "c").exists()


def test_more_keys_than_a_query_takes(tmp_path: Path) -> None:
    names = {f"k{i}": i for i in range(1_300)}
    put(tmp_path, **names)
    assert get(tmp_path, *names) == {name.encode(): i for name, i in names.items()}


def test_a_damaged_entry_is_a_miss(tmp_path: Path) -> None:
    put(tmp_path, a=1, b=2, c=3)
    with sqlite3.connect(tmp_path / "facts.sqlite") as db:
        db.execute("update entries set data = x'00ff' where key = ?", (b"a",))
    db.close()
    assert get(tmp_path, "a", "b", "c") == {b"b": 2, b"c": 3}


@pytest.mark.parametrize("damage", [b"no database at all " * 100, b"", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_a_cache_without_entries(tmp_path: Path, damage: bytes) -> None:
    put(tmp_path, a=1)
    for file in tmp_path.glob("facts.sqlite*"):
        file.unlink()
    (tmp_path / "facts.sqlite").write_bytes(damage)
    assert get(tmp_path, "a") == {}
    put(tmp_path, b=2)  # raises nothing


def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path) -> None:
    tmp_path.joinpath("facts.sqlite").write_bytes(b"no database at all " * 100)
    put(tmp_path, a=1)
    put(tmp_path, a=1)
    assert get(tmp_path, "a") == {b"a": 1}


def test_a_folder_that_cannot_be_made_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    put(tmp_path / "file" / "cache", a=1)
    assert get(tmp_path / "file" / "cache", "a") == {}


def test_the_longest_unused_go_where_it_grows_too_large(tmp_path: Path) -> None:
    names = [f"k{i}" for i in range(300)]
    put(tmp_path, **{name: random.Random(i).randbytes(2_000).hex() for i, name in enumerate(names)})
    with sqlite3.connect(tmp_path / "facts.sqlite") as db:
        db.execute("update entries set used = 1 where key < x'6b32'")
        (held,) = db.execute("select sum(length(data)) from entries").fetchone()
    db.close()
    with Cache(tmp_path, most=held // 2) as cache:
        cache.put({b"new": 1})
    left = get(tmp_path, *names, "new")
    assert b"new" in left
    assert 0 < len(left) < 200
    assert all(name >= b"k2" for name in left)


def test_two_at_once(tmp_path: Path) -> None:
    def fill(first: int) -> None:
        for i in range(20):
            put(tmp_path, **{f"k{first + i}": i})

    threads = [threading.Thread(target=fill, args=(first,)) for first in (0, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(get(tmp_path, *(f"k{i}" for i in range(200)))) == 40


def test_the_fingerprint_sees_every_file_of_the_code(tmp_path: Path) -> None:
    for name in ("a.py", "sub/b.py", "sub/words.csv", "sub/__pycache__/b.pyc", "__pycache__/a.pyc"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text("1")
    first = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == first
    (tmp_path / "__pycache__" / "a.pyc").write_text("compiled anew")
    assert fingerprint(tmp_path) == first
    for name in ("a.py", "sub/b.py", "sub/words.csv"):
        (tmp_path / name).write_text("changed")
        assert fingerprint(tmp_path) != first, name
        first = fingerprint(tmp_path)


def test_keys_tell_apart_what_they_depend_on() -> None:
    keys = {key("ab", "c"), key("a", "bc"), key("abc", ""), key("abc"), key("ab", "c", "\udce9")}
    assert len(keys) == 5
    assert key("ab", "c") == key("ab", "c")
