"""The garbage collector is left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import checks
from checks.engines.collector import OFTEN, rarely


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)


@pytest.mark.parametrize(("young", "inside"), [(700, OFTEN), (0, 0), (10 * OFTEN, 10 * OFTEN)])
def test_inside_and_after(young: int, inside: int) -> None:
    gc.set_threshold(young, 7, 9)
    seen = []

    @rarely()
    def fails() -> None:
        seen.append(gc.get_threshold())
        raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert seen == [(inside, 7, 9)]
    assert gc.get_threshold() == (young, 7, 9)


def test_after_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    before, seen = gc.get_threshold(), []
    monkeypatch.setattr("checks.engines.local.judged", lambda *_: seen.append(gc.get_threshold()[0]))
    with pytest.raises(AttributeError):
        checks.check([checks.Article("a", "Sales were $5 million.")])
    assert seen == [OFTEN]
    assert gc.get_threshold() == before
