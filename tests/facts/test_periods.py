"""The time that each figure of a sentence is about."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from checks.facts.periods import assign
from checks.facts.reading import Fact, Reading
from checks.figures import dates
from checks.model import Article, Figure, Interval, Period, Sentence

PUBLISHED = dt.date(2026, 2, 20)
_FIGURE = re.compile(r"[$£€]?\d[\d,.]*\d?(?:(?:bn|m)\b|%| billion| million)?")


def periods(text: str, published: dt.date | None = PUBLISHED, start: int = 0) -> dict[str, str]:
    """The period of each figure that is no date, as `start/end`, from plain patterns for the figures."""
    article = Article("a.txt", " " * start + text, date=published)
    facts = [Fact(f) for f in dates.find(article.text, published)]
    for match in _FIGURE.finditer(article.text):
        if not any(f.figure.start < match.end() and match.start() < f.figure.end for f in facts):
            figure = Figure(match.start(), match.end(), match[0], "count", 1, Interval(1, 1))
            facts.append(Fact(figure))
    facts.sort(key=lambda f: f.figure.start)
    assign([Reading(article, Sentence(start, start + len(text), text), facts)])
    return {f.figure.surface: written(f.period) for f in facts if f.figure.kind not in ("date", "time")}


def written(period: Period | None) -> str:
    return "" if period is None else f"{period.start or ''}/{period.end or ''}"


Y2023, Y2024, Y2025 = (f"{year}-01-01/{year}-12-31" for year in (2023, 2024, 2025))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade reached $5bn in 2024.", {"$5bn": Y2024}),
        ("In 2024, trade reached $5bn.", {"$5bn": Y2024}),
        ("Norway's 2024 defence budget of $8bn was small.", {"$8bn": Y2024}),
        ("By 2023, they made an estimated 10% of it.", {"10%": Y2023}),
        ("They sent 5,000 drones in 2023-2024.", {"5,000": "2023-01-01/2024-12-31"}),
        ("It sold 5,000 cars and 300 vans in 2024.", {"5,000": Y2024, "300": Y2024}),
        ("Growth was 9.8% in 2024 and 7.9% in 2025.", {"9.8%": Y2024, "7.9%": Y2025}),
        (
            "It was $3bn in 2023, $4bn in 2024 and $5bn last year.",
            {"$3bn": Y2023, "$4bn": Y2024, "$5bn": Y2025},
        ),
        ("It spent $8bn in 2024, nearly 30% of its budget.", {"$8bn": Y2024, "30%": Y2024}),
        ("Exports make up 3.6% of supply (1.5m barrels in 2024).", {"3.6%": Y2024, "1.5m": Y2024}),
        ("Sales were $30bn (£16bn) in 2024.", {"$30bn": Y2024, "£16bn": Y2024}),
        ("Profits fell 9% last year to £6.2bn.", {"9%": Y2025, "£6.2bn": Y2025}),
        ("The price could add $10bn to its 2025 revenues.", {"$10bn": Y2025}),
    ],
)
def test_the_date_of_the_clause(text: str, expected: dict[str, str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade was $5bn in 2024, a 20% increase from 2022.",
            {"$5bn": Y2024, "20%": "2022-01-01/2024-12-31"},
        ),
        ("Prices have risen 40% since 2000.", {"40%": "2000-01-01/"}),
        ("The arsenal was reduced by 70% since 2023, per the institute.", {"70%": "2023-01-01/"}),
        ("Exports were $5bn in 2024, against $4bn a year earlier.", {"$5bn": Y2024, "$4bn": Y2023}),
        (
            "Profit was $3bn in the first half of 2024, against $2bn in the same period of 2023.",
            {"$3bn": "2024-01-01/2024-06-30", "$2bn": "2023-01-01/2023-06-30"},
        ),
        (
            "Profits climbed 64% to $8.2bn for the three months to September, from $5bn a year earlier.",
            {
                "64%": "2025-07-01/2025-09-30",
                "$8.2bn": "2025-07-01/2025-09-30",
                "$5bn": "2024-07-01/2024-09-30",
            },
        ),
        (
            "Calls fell to 1,730 in the week ending 2 February, from 1,960 in the previous seven days.",
            {"1,730": "2026-01-27/2026-02-02", "1,960": "2026-01-20/2026-01-26"},
        ),
        (
            "It made £2.86bn this year, up from last year's £2.53bn.",
            {"£2.86bn": "2026-01-01/2026-12-31", "£2.53bn": Y2025},
        ),
        ("Shares fell 5% on Tuesday.", {"5%": "2026-02-17/2026-02-17"}),
    ],
)
def test_changes_and_dates_told_by_others(text: str, expected: dict[str, str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("The company said on Tuesday that profits rose 5% to $7bn.", ["5%", "$7bn"]),
        ("On Tuesday, the company reported a profit of $7bn.", ["$7bn"]),
        ("A 2023 report found that 30% of homes were damp.", ["30%"]),
        ("In 2024, sales rose to $5bn from $4bn.", ["$4bn"]),
        ("In 2023 exports were $3bn, while imports were $2bn.", ["$2bn"]),
        ("It made £4bn for 2025, up from last year's £3bn.", ["£3bn"]),
        ("Wages, at 3.6%, grew more quickly than in 2024, a sign that 7% was near.", ["3.6%", "7%"]),
        ("The firm, which floated in 2003, agreed to buy 26% of it.", ["26%"]),
        ("Costs of $7m compare with 2003's $5m and were below forecasts of $8m.", ["$8m"]),
        ("About 240 people live there.", ["240"]),
        ("It begins at 8pm for 300 guests.", ["300"]),
    ],
)
def test_no_period_where_it_is_unclear(text: str, without: list[str]) -> None:
    found = periods(text)
    assert [found[surface] for surface in without] == [""] * len(without)


def test_offsets_count_from_the_article() -> None:
    assert periods("Trade reached $5bn in 2024.", start=50) == {"$5bn": Y2024}


def test_relative_dates_need_the_day_of_publication() -> None:
    assert periods("Sales were $5bn last year.", None) == {"$5bn": ""}


def test_dates_keep_their_own_period() -> None:
    article = Article("a.txt", "It ended in 2024.")
    facts = [Fact(f) for f in dates.find(article.text, None)]
    assign([Reading(article, Sentence(0, len(article.text), article.text), facts)])
    assert [written(f.period) for f in facts] == [Y2024]
