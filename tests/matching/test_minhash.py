"""Sets that share much are met, others are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from checks.matching import minhash
from checks.matching.minhash import Index

if TYPE_CHECKING:
    from checks.matching.minhash import Values


def _values(first: int, last: int) -> Values:
    return np.arange(first, last, dtype=np.uint32)


def test_the_likeliest_come_first() -> None:
    index = Index()
    for name, first in (("far", 80), ("near", 20), ("nearer", 10), ("apart", 10_000)):
        index.place(name, [_values(first, first + 300)])
        index.keep()
    assert index.place("new", [_values(0, 300)]) == ["nearer", "near", "far"]


def test_what_is_not_kept_is_not_met() -> None:
    index = Index()
    index.place("a", [_values(0, 300)])
    assert index.place("b", [_values(0, 300)]) == []


def test_kinds_are_told_apart() -> None:
    index = Index()
    index.place("a", [_values(0, 300), _values(500, 800)])
    index.keep()
    assert index.place("b", [_values(500, 800)]) == []
    assert index.place("c", [_values(500, 800), _values(500, 800)]) == ["a"]


def test_a_long_set_is_mixed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    index, values = Index(), _values(0, 307)
    whole = index._signature(values)
    monkeypatch.setattr(minhash, "_AT_ONCE", 100)
    np.testing.assert_array_equal(index._signature(values), whole)
    assert (index._signature(values[:100]) != whole).any()
