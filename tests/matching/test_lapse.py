"""How far apart in time two statements are, and when unlike values are of two times."""

from __future__ import annotations

import math

import pytest

from checks.matching.agreement import Statement
from checks.matching.lapse import Told, apart, days

LAST_YEAR = ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Told(("", ""), "level", "2024-03-01"), Told(("", ""), "level", "2024-03-08"), 7),
        (Told(("", ""), "level", "2024-03-08"), Told(("", ""), "level", "2024-03-01"), 7),
        (Told(("", ""), "level", "2024-03-08"), Told(("", ""), "level", ""), 0),
        (Told(LAST_YEAR, "level", "2024-03-01"), Told(LAST_YEAR, "level", "2024-03-08"), 0),
        (Told(LAST_YEAR, "level", "2024-03-01"), Told(("", ""), "level", "2024-03-08"), 7),
        (Told(LAST_YEAR, "target", "2024-03-01"), Told(LAST_YEAR, "target", "2024-03-08"), 7),
        # a year that is not over: a forecast, or the sales of so many months
        (Told(LAST_YEAR, "level", "2023-03-01"), Told(LAST_YEAR, "level", "2024-03-01"), 366),
        (Told(("2023-01-01", ""), "level", "2024-03-01"), Told(("2023-01-01", ""), "level", "2024-03-08"), 7),
    ],
)
def test_days(a: Told, b: Told, expected: int) -> None:
    assert days(a, b) == expected


def value(kind: str, at: float, since: str = "") -> Statement:
    return Statement(kind, f"{at}", at, math.nan, at, at, (since, ""))


@pytest.mark.parametrize(
    ("a", "b", "between", "expected"),
    [
        (value("money", 541), value("money", 225), 60, False),
        (value("money", 541), value("money", 225), 91, True),
        (value("money", 541), value("money", 541), 400, False),
        (value("percent", 6.1), value("percent", 6.4), 7, False),
        (value("percent", 6.1), value("percent", 6.4), 30, True),
        (value("money", 1.42e9), value("money", 1.42e6), 400, False),
        (value("money", 1.42e9), value("money", 1.42e8), 400, True),
        (value("count", 870, "2024-03-06"), value("count", 790, "2024-03-06"), 400, False),
        (value("count", 870), value("count", 790), 400, True),
    ],
)
def test_apart(a: Statement, b: Statement, between: int, expected: bool) -> None:
    assert apart(a, b, between) is expected
