"""Of dated articles on one thing, the neighbours are paired."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import combinations

import pandas as pd
import pytest

from checks.matching.comparable import rows
from checks.matching.succession import neighbours

Table = Callable[..., pd.DataFrame]
Pairs = dict[tuple[int, int], tuple[float, str]]


@pytest.fixture
def kept(facts_table: Table) -> Callable[..., set[tuple[int, int]]]:
    """The pairs kept of tolls published on the given days of a month (None: undated)."""

    def run(
        *days: int | None, pairs: Pairs | None = None, copies: dict[str, str] | None = None
    ) -> set[tuple[int, int]]:
        facts = list(rows(facts_table(*({"fact": f"f{n}", "article": f"{n}"} for n in range(len(days))))))
        dates = {f"{n}": dt.date(2025, 6, day) if day else None for n, day in enumerate(days)}
        all_ = dict.fromkeys(combinations(range(len(days)), 2), (0.9, ""))
        return set(neighbours(facts, pairs or all_, dates, copies or {}))

    return run


def test_a_chain(kept: Callable[..., set[tuple[int, int]]]) -> None:
    assert kept(1, 2, 3, 4) == {(0, 1), (1, 2), (2, 3)}
    assert kept(3, 1, 4, 2) == {(1, 3), (0, 3), (0, 2)}


def test_articles_of_one_day_are_all_compared(kept: Callable[..., set[tuple[int, int]]]) -> None:
    assert kept(1, 1, 1) == {(0, 1), (0, 2), (1, 2)}
    assert kept(1, 1, 2, 2) == {(0, 1), (1, 2), (2, 3)}, "one pair leads from day to day"


def test_undated_articles_are_all_compared(kept: Callable[..., set[tuple[int, int]]]) -> None:
    assert len(kept(None, None, None)) == 3
    assert len(kept(1, None, 3)) == 3


def test_copies_are_compared_whatever_lies_between(kept: Callable[..., set[tuple[int, int]]]) -> None:
    assert (0, 2) in kept(1, 2, 3, copies={"2": "0"})


def test_a_weak_link_does_not_stand_for_a_sure_pair(kept: Callable[..., set[tuple[int, int]]]) -> None:
    weak: Pairs = {(0, 1): (0.55, ""), (1, 2): (0.9, ""), (0, 2): (0.9, "")}
    assert (0, 2) in kept(1, 2, 3, pairs=weak)
    assert (0, 2) not in kept(1, 2, 3, pairs=weak | {(0, 2): (0.5, "")})
