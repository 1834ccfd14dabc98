"""The levels that a change told with its new level alone is taken to come from."""

from __future__ import annotations

import datetime as dt

import pytest

import checks
from checks.matching.bases import bases

TOLD = "Harcourt said revenue in 2024 climbed 12% to €560 million, thanks to frozen meals."


def _levels(first: str, second: str) -> list[tuple[str, str]]:
    """The surfaces of each change and its base, of two articles of one day."""
    day = dt.date(2025, 6, 12)
    facts = checks.extract(
        [checks.Article("a.txt", first, date=day), checks.Article("b.txt", second, date=day)]
    )
    surface = dict(zip(facts["fact"], facts["surface"], strict=True))
    return [(surface[a], surface[b]) for a, b in bases(facts.itertuples(index=False))]


def test_the_level_of_the_year_before() -> None:
    assert _levels(TOLD, "Harcourt had revenue of €500 million in 2023.") == [("12%", "€500 million")]


@pytest.mark.parametrize(
    "other",
    [
        "Harcourt had revenue of €440 million in 2021.",
        "Oakley had revenue of €500 million in 2023.",
        "Harcourt had profit of €50 million in 2023.",
        "Harcourt had online revenue of €90 million in 2023.",
    ],
)
def test_levels_of_another_time_owner_or_thing(other: str) -> None:
    assert _levels(TOLD, other) == []


def test_a_quarter_is_not_surely_compared_with_that_a_year_before() -> None:
    told = "Harcourt said revenue in the first quarter of 2024 climbed 12% to €560 million."
    stated = "Harcourt had revenue of €500 million in the first quarter of 2023."
    assert _levels(told, stated) == []
    assert _levels(told.replace("12%", "12% from a year earlier"), stated) == [("12%", "€500 million")]
