"""How messages print figures."""

import datetime as dt
import doctest
import math

import pytest

from checks.model import Interval
from checks.rules.wording import say


def test_examples_in_the_docstrings():
    assert doctest.testmod(say).failed == 0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (7, "7"), (0.054, "0.054"), (1.5, "1.5"), (48.36, "48.4"), (999.6, "1,000"),
        (2310, "2,310"),
        (999_400, "999,400"), (999_999, "1 million"), (1_234_567, "1.23 million"), (36.5e6, "36.5 million"),
        (2.447e9, "2.45 billion"), (3e12, "3 trillion"), (4.2e15, "4,200 trillion"), (-4.9e9, "-4.9 billion"),
        (math.inf, "∞"),
    ],
)  # fmt: skip
def test_number(value, text):
    assert say.number(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (4.9e9, "USD", "$4.9 billion"), (18.2e6, "GBP", "£18.2 million"), (-2, "EUR", "-€2"),
        (5e8, "RUB", "RUB 500 million"), (50, "percent", "50%"), (27, "woman", "27 women"),
        (1, "percentage point", "1 percentage point"), (2, "percentage point", "2 percentage points"),
        (3, "job cut", "3 job cuts"), (2, "company", "2 companies"), (6, "box", "6 boxes"),
        (60, "kilometre per hour", "60 kilometres per hour"), (12, "", "12"), (2, "day", "2 days"),
    ],
)  # fmt: skip
def test_quantity(value, unit, text):
    assert say.quantity(value, unit) == text


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ((48.5, 51.5), "(48.5\u201351.5)"), ((40, 40), "(40)"), ((-math.inf, 5), "(5 or less)"),
        ((5, math.inf), "(5 or more)"), ((-math.inf, math.inf), "(anything)"), ((-3, 2), "(-3 to 2)"),
        ((1234.1, 1234.4), "(1,234.1\u20131,234.4)"),
    ],
)  # fmt: skip
def test_interval(ends, text):
    assert say.interval(Interval(*ends)) == text


def test_reckoned():
    assert say.reckoned(100, Interval(100, 100), "USD") == "$100"
    assert say.reckoned(4.9e9, Interval(4.85e9, 4.95e9), "USD") == "$4.9 billion (4.85\u20134.95)"
    assert say.reckoned(240, Interval(240, math.inf), "drone") == "240 (240 or more) drones"


def test_dates_and_lists():
    assert say.day(dt.date(2025, 6, 13)) == "13 June 2025"
    assert say.listing(["a"]) == "a"
    assert say.listing(["a", "b", "c"]) == "a, b and c"
    assert say.listing(["a", "b"], joint="or") == "a or b"
