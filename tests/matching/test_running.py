"""Running totals of one thing are paired, however each report words them, and nothing else is."""

from __future__ import annotations

import datetime as dt

import pytest

import checks
from checks.matching import running

CASES = "{} has seen 870 cases of dengue since the epidemic was declared on 6 March, doctors said."


def paired(first: str, second: str, days: tuple[str, str] = ("2025-03-20", "2025-04-03")) -> list[str]:
    """The reasons of the pairs of running totals in two articles of `days`."""
    articles = [
        checks.Article(id=name, text=text, date=dt.date.fromisoformat(day))
        for name, text, day in zip(("a.txt", "b.txt"), (first, second), days, strict=True)
    ]
    pairs = checks.check(articles, select=["tally-decrease"]).pairs
    return [why for why in pairs["reasons"] if why.startswith("running totals")]


def test_totals_since_one_day_are_one_thing() -> None:
    later = "The epidemic declared in Maputo on 6 March has so far led to 1,290 cases and 12 deaths."
    assert paired(CASES.format("Maputo"), later) == ["running totals of one thing (case, Mozambique)"]


@pytest.mark.parametrize(
    "later",
    [
        "The epidemic declared in Maputo on 14 March has so far led to 1,290 cases and 12 deaths.",
        "The epidemic declared in Beira on 6 March has so far led to 1,290 cases and 12 deaths.",
        "The epidemic declared in Mozambique on 6 March has so far led to 1,290 cases and 12 deaths.",
        "Maputo has bought 1,290 mosquito nets since the epidemic was declared on 6 March.",
        "The epidemic declared on 6 March: 1,290 cases in Maputo and 260 cases in Beira so far.",
    ],
)
def test_other_totals_are_not(later: str) -> None:
    assert paired(CASES.format("Maputo"), later) == []


def test_totals_of_one_day_are_no_sequence() -> None:
    later = "The epidemic declared in Maputo on 6 March has so far led to 1,290 cases and 12 deaths."
    assert paired(CASES.format("Maputo"), later, ("2025-03-20", "2025-03-20")) == []


@pytest.mark.parametrize(
    ("sentence", "surface", "measure", "expected"),
    [
        ("The toll has climbed to 31.", "31", "toll", "killed"),
        ("Some 402,000 children have been vaccinated since May.", "402,000", "children child", "vaccinat"),
        ("Police have detained 40 people since May.", "40", "people", "arrested"),
        ("The blast killed 31 people.", "31", "people killed", ""),
        ("Since May, 31 ships have docked.", "31", "ships ship", ""),
    ],
)
def test_what_a_running_total_counts(sentence: str, surface: str, measure: str, expected: str) -> None:
    assert running.tally(sentence, surface, measure) == expected


def test_the_day_of_the_report_is_no_beginning() -> None:
    day = dt.date(2025, 2, 11)
    assert running.beginning("2025-01-20", day) == "2025-01-20"
    assert running.beginning("2025-02-10", day) == running.beginning("", day) == ""


def test_the_clause_of_a_figure() -> None:
    sentence = "In all, 31 died and 12 were hurt; 1,031 fled."
    assert running.clause(sentence, "31") == "31 died and 12 were hurt"
    assert running.clause(sentence, "99") == sentence
