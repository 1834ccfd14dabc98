"""Lengths of time in days and minutes."""

import datetime as dt

import pytest

from checks.model import Interval
from checks.rules.arithmetic.calendar import Days, between, in_words, minutes_between


def test_days_between_are_counted_with_the_first_and_without():
    first, last = (Days(date, date) for date in (dt.date(2025, 5, 4), dt.date(2025, 5, 23)))
    assert between(first, last) == Interval(19, 20)


def test_years_are_as_loose_as_printed():
    first = Days(dt.date(1996, 1, 1), dt.date(1996, 12, 31))
    last = Days(dt.date(2017, 1, 1), dt.date(2017, 12, 31))
    assert in_words(between(first, last), "year") == "21 years"


@pytest.mark.parametrize(
    ("printed", "minutes"),
    [
        ("9.30am to 11.15am", [105.0]),
        ("10 p.m. to 2 a.m.", [240.0]),
        ("2 to 5.30pm", [210.0]),
        ("11 to 1pm", [120.0]),
        ("15:00-16:30", [90.0]),
        ("9.30 to 25", []),
        ("5pm", []),
    ],
)
def test_minutes_between_two_times(printed: str, minutes: list[float]):
    assert minutes_between(printed) == minutes
