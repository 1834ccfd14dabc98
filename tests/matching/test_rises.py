"""Totals that have grown by their own verb are paired with what was counted before them."""

from __future__ import annotations

import pytest

import checks
from checks.matching import rises
from checks.matching.turned import Bounded


@pytest.mark.parametrize(
    ("sentence", "surface", "expected"),
    [
        ("The toll had risen to at least 31.", "31", "to"),
        ("A man died, bringing the number of dead to 31.", "31", "to"),
        ("The toll climbed further to 31.", "31", "to"),
        ("The quake has now killed 31 people.", "31", "now"),
        ("At least 31 people have died.", "31", "now"),
        ("Police took 31 people to hospital.", "31", ""),
        ("The quake killed 31 people.", "31", ""),
        ("The toll fell to 31.", "31", ""),
    ],
)
def test_how_a_total_is_told_to_have_grown(sentence: str, surface: str, expected: str) -> None:
    assert rises.rise(sentence, surface) == expected


@pytest.mark.parametrize(
    ("bound", "value", "high", "expected"),
    [
        (">=", 88, 132, 89),
        (">", 100, 150, 150),
        (">", 1000, 1500, 1500),
        ("=", 88, 88, 88),
        (">", 120, 180, 130),
    ],
)
def test_the_largest_that_a_total_may_be(bound: str, value: float, high: float, expected: float) -> None:
    assert rises.ceiling(Bounded(bound, value, value, high)) == expected


FIRST = "A fire killed 58 people in a hotel in Dakhar on Sunday, police said."


def paired(second: str) -> list[str]:
    pairs = checks.check([checks.Article("a.txt", f"{FIRST} {second}")], select=["tally-decrease"]).pairs
    return [why for why in pairs["reasons"] if why.startswith("a total that has grown")]


@pytest.mark.parametrize(
    "second", ["The toll later rose to 52.", "By Monday the death toll had climbed to 52."]
)
def test_in_one_article(second: str) -> None:
    assert paired(second)


@pytest.mark.parametrize(
    "second",
    [
        "The toll later rose to 64.",
        "In Ardal the toll rose to 52.",
        "The toll among guests rose to 52.",
        "In 1987 the toll of a fire had risen to 52.",
        "The number of injured rose to 52.",
        "The toll later rose to 12.",
    ],
)
def test_of_something_else(second: str) -> None:
    assert not paired(second)


def test_one_of_the_places_counted_together_has_a_part() -> None:
    assert not rises.placed("A storm killed 58 in Chile and Peru.", "In Peru the toll rose to 52.", "52")
    assert rises.placed(
        "A storm killed 58 in Chile and Peru.", "In Chile and Peru the toll rose to 52.", "52"
    )
    assert rises.placed(
        "A storm killed 58 in Chile and Peru.", "The toll rose to 52 as a man died in Peru.", "52"
    )
