"""Counts of a union are no counts of its parts."""

from __future__ import annotations

import pytest

from checks.matching.coordination import coordinated, differ
from checks.matching.terms import fold

UNIONS = [
    ("The fleet lost 70 boats and barges.", "70", ("boats", "barges")),
    ("The fleet lost 70 boats and barges.", "70 boats", ("boats", "barges")),
    ("Police seized 70 knives or guns.", "70", ("knives", "guns")),
    ("Farmers moved 900 cattle, sheep and goats.", "900", ("cattle", "sheep", "goats")),
    ("It saw 900 cattle, sheep, and goats.", "900", ("cattle", "sheep", "goats")),
    ("It fired 55 long-range shells and cruise missiles.", "55", ("shells", "missiles")),
    ("It bought 55 buses/trams.", "55", ("buses", "trams")),
]
SINGLE = [
    ("The fleet lost 70 boats and 12 barges.", "70"),
    ("The storm hit 70 houses and leaves a trail of mud.", "70"),
    ("The fleet lost 70 boats.", "70"),
    ("The fleet lost 70 boats, it said, and barges.", "70"),
    ("Some 70 were hurt and taken away.", "70"),
    ("No such figure.", "70"),
    ("It ended at 70", "70"),
    ("", "70"),
]


@pytest.mark.parametrize(("sentence", "surface", "nouns"), UNIONS)
def test_nouns_counted_together(sentence: str, surface: str, nouns: tuple[str, ...]) -> None:
    assert coordinated(sentence, surface) == frozenset(map(fold, nouns))


@pytest.mark.parametrize(("sentence", "surface"), SINGLE)
def test_one_thing_counted(sentence: str, surface: str) -> None:
    assert coordinated(sentence, surface) == frozenset()


def test_a_union_differs_from_its_part_and_from_another_union() -> None:
    boats, barges, dead = frozenset({"boat"}), frozenset({"barge"}), frozenset({"killed"})
    union, one = boats | barges, frozenset[str]()
    assert differ(union, one, (boats, boats))
    assert differ(one, union, (barges, boats))
    assert differ(union, boats | dead, (boats, boats))
    assert not differ(union, union, (boats, boats))
    assert not differ(union, one, (boats, dead))
    assert not differ(one, one, (boats, boats))
