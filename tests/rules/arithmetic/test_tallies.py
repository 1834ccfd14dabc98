"""A toll that falls is told by one rule, and one that grows or was revised by none as an error."""

from __future__ import annotations

import datetime as dt

import pytest

import checks

TOLL = "The death toll from the landslide in Imbara has climbed to {}, police said."


def flags(first: str, second: str, days: tuple[int, int] = (3, 5)) -> list[tuple[str, str, str]]:
    """Check, severity and surface of what the rules on two values say of two articles of August."""
    articles = [
        checks.Article(id=name, text=text, date=dt.date(2025, 8, day))
        for name, text, day in zip(("a.txt", "b.txt"), (first, second), days, strict=True)
    ]
    found = checks.check(articles, select=["conflicting-value", "tally-decrease", "scale-slip"]).flags
    return list(found[["check", "severity", "surface"]].itertuples(index=False, name=None))


def test_a_fall_is_told_once() -> None:
    later = "By Tuesday the death toll from the landslide in Imbara had reached {}, and the search went on."
    assert flags(TOLL.format(64), later.format(46)) == [("tally-decrease", "error", "46")]


def test_a_rise_is_no_fall() -> None:
    later = "By Tuesday the death toll from the landslide in Imbara had reached 64, and the search went on."
    assert ("tally-decrease", "error", "64") not in flags(TOLL.format(46), later)


def test_the_order_of_publication_counts_not_that_of_the_files() -> None:
    later = "By Tuesday the death toll from the landslide in Imbara had reached 46, and the search went on."
    assert flags(later, TOLL.format(64), (5, 3)) == [("tally-decrease", "error", "46")]


@pytest.mark.parametrize(
    "later",
    [
        "The army lowered the death toll from the landslide in Imbara to 46 and gave no reason.",
        "The death toll from the landslide in Imbara reached 46, down from the 64 told before, doctors said.",
        "The death toll from the landslide in Imbara could have reached 46, aid workers feared.",
    ],
)
def test_what_is_said_to_be_lower_or_guessed_is_no_fall(later: str) -> None:
    assert not [found for found in flags(TOLL.format(64), later) if found[0] == "tally-decrease"]


def test_two_sources_who_count_differently_are_a_warning() -> None:
    first = "The death toll from the landslide in Imbara has climbed to 64, the army said."
    later = "By Tuesday the death toll from the landslide in Imbara had reached 46, the Red Cross said."
    assert flags(first, later) == [("tally-decrease", "warning", "46")]
