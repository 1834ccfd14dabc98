from __future__ import annotations

import pytest

from checks.articles import taken


@pytest.mark.parametrize("fresh", [1, 3, 1000])
def test_each_name_is_found_again(monkeypatch: pytest.MonkeyPatch, fresh: int) -> None:
    monkeypatch.setattr(taken, "_FRESH", fresh)
    names = taken.Taken()
    for i in range(100):
        assert names(f"n{i}", i) is None
        assert names(f"n{i // 2}", -1) == i // 2
    assert len(names._runs) <= 8
