from __future__ import annotations

import math

import pytest

from checks.matching.agreement import Statement, agree


def value(at: float, half: float, to: float = math.nan) -> Statement:
    top = at if math.isnan(to) else to
    return Statement("money", f"{at}", at, to, at - half, top + half, ("", ""))


def date(surface: str, since: str = "", until: str = "") -> Statement:
    return Statement("date", surface, math.nan, math.nan, math.nan, math.nan, (since, until))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (value(25, 0.5), value(25, 0.5), True),
        (value(25, 0.5), value(26, 0.5), False),  # rounded to the same digit, one value gives one figure
        (value(25, 0.5), value(25.4, 0.05), True),
        (value(25, 0.5), value(25.6, 0.05), False),
        (value(3, 0.5, to=5), value(3, 0.5, to=5), True),
        (value(3, 0.5, to=5), value(3, 0.5, to=6), False),
        (value(3, 0.5, to=5), value(4, 0.5), True),
        (value(27, 0), value(27, 0), True),
        (value(27, 0), value(28, 0), False),
    ],
)
def test_values(a: Statement, b: Statement, expected: bool) -> None:
    assert agree(a, b) is agree(b, a) is expected


def printed(surface: str, at: float, half: float, kind: str = "count") -> Statement:
    return Statement(kind, surface, at, math.nan, at - half, at + half, ("", ""))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (printed("8,120", 8120, 5), printed("8,115", 8115, 0), True),
        (printed("8,120", 8120, 5), printed("8,114", 8114, 0), False),
        (printed("13,000", 13000, 325), printed("12,623", 12623, 0), True),
        (printed("13,000", 13000, 325), printed("12,423", 12423, 0), False),
        (printed("13,000", 13000, 325), printed("12,000", 12000, 300), False),
        (printed("$130 million", 1.3e8, 3.25e6, "money"), printed("$126m", 1.26e8, 5e5, "money"), True),
        (printed("110", 110, 2.75), printed("106", 106, 0), False),
        (printed("10,000", 10000, 250), printed("9,600", 9600, 50), False),
        (printed("110 percent", 110, 2.75, "percent"), printed("106 percent", 106, 0.5, "percent"), False),
    ],
)
def test_round_numbers(a: Statement, b: Statement, expected: bool) -> None:
    assert agree(a, b) is agree(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (date("2024", "2024-01-01", "2024-12-31"), date("May 2024", "2024-05-01", "2024-05-31"), True),
        (date("2024", "2024-01-01", "2024-12-31"), date("2023", "2023-01-01", "2023-12-31"), False),
        (date("Q2"), date("second quarter"), True),
        (date("Q2"), date("third quarter"), False),
        (date("Q2 2024"), date("second quarter of 2023"), False),
    ],
)
def test_dates(a: Statement, b: Statement, expected: bool) -> None:
    assert agree(a, b) is agree(b, a) is expected
