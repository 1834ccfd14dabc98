"""One number under opposite bounds is paired where the sentences tell of one thing, and only there."""

from __future__ import annotations

import datetime as dt

import pytest

import checks
from checks.matching.turned import Bounded, side


def turned(*texts: str, days: tuple[str, ...] = ()) -> list[str]:
    """The words of the pairs of turned bounds in articles of `days`."""
    dates = [dt.date.fromisoformat(day) for day in days] or [None] * len(texts)
    articles = [
        checks.Article(f"{n}.txt", text, date=day)
        for n, (text, day) in enumerate(zip(texts, dates, strict=True))
    ]
    reasons = checks.check(articles, select=["bound-drift"]).pairs["reasons"]
    return [why for why in reasons if "opposite bound" in why]


MORE = "More than 2,600 cattle drowned in the floods in Tolima, farmers said."


@pytest.mark.parametrize(
    "second",
    [
        "The fewer than 2,600 cattle had grazed beside the river.",
        "Farmers want money for fewer than 2,600 cattle that drowned in the floods.",
    ],
)
def test_of_one_article(second: str) -> None:
    assert turned(f"{MORE} {second}")


@pytest.mark.parametrize(
    "second",
    [
        "The more than 2,600 cattle had grazed beside the river.",
        "The 2,600 cattle had grazed beside the river.",
        "The fewer than 2,700 cattle had grazed beside the river.",
        "Fewer than 2,600 cattle are sold there each week.",
        "In Ardal fewer than 2,600 cattle drowned in the floods.",
        "Farmers who lost fewer than 2,600 cattle in the floods must apply by May.",
    ],
)
def test_of_another_thing(second: str) -> None:
    assert not turned(f"{MORE} {second}")


def test_of_two_articles() -> None:
    other = "Fewer than 2,600 cattle drowned when floods struck Tolima, the ministry said."
    assert turned(MORE, other)
    assert turned(MORE, other, days=("2025-03-04", "2025-03-05"))
    assert not turned(MORE, other, days=("2025-03-04", "2025-04-05"))
    assert not turned(MORE, "Fewer than 2,600 cattle drowned when floods struck Norlund, the ministry said.")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Bounded(">", 200, 200, 300), "above"),
        (Bounded("<=", 200, 100, 200), "below"),
        (Bounded("~", 200, 175, 205), "below"),
        (Bounded("~", 200, 180, 220), "about"),
        (Bounded("=", 8, 8, 12), "above"),
        (Bounded("=", 8, 7.5, 8.5), "plain"),
    ],
)
def test_side(told: Bounded, expected: str) -> None:
    assert side(told) == expected
