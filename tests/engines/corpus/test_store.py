"""What the stages hand to one another: tables as a whole, and tables dealt out in pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.engines.corpus.store import Store

pa = pytest.importorskip("pyarrow")

TABLE = pa.table({"number": [4, 5, 6, 7], "text": pa.array(["a", "b", "c", None], pa.large_string())})


def _places(tmp_path: Path) -> list[str]:
    return [str(tmp_path / "work"), "memory://checks-store/work"]


def test_a_table_comes_back_as_it_was(tmp_path: Path) -> None:
    for place in _places(tmp_path):
        Store(place).write("facts/one", TABLE)
        assert Store(place).read("facts/one").equals(TABLE)


def test_a_piece_is_read_by_itself(tmp_path: Path) -> None:
    for place in _places(tmp_path):
        store = Store(place)
        store.deal("dealt/one", TABLE, [1, 1, 4])
        pieces = [store.dealt("dealt/one", n) for n in range(3)]
        assert [piece["number"].to_pylist() for piece in pieces] == [[4], [], [5, 6, 7]]
        assert all(piece.schema.equals(TABLE.schema) for piece in pieces)


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    with pytest.raises(TypeError):
        store.deal("dealt/one", TABLE, ["no number"])  # type: ignore[list-item]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
