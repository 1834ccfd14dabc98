"""Dates in any style are read back, at any length of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures import days, relative_dates
from checks.figures.dates import find, mentions
from checks.model import Figure, Period

PUBLISHED = dt.date(2026, 2, 27)


def relative(text: str, published: dt.date) -> list[Figure]:
    """The dates of `text` that are no figures."""
    dated = [mention for mention in mentions(text, published) if mention.kind == "date"]
    return [phrase.mention(published).figure(text) for phrase in relative_dates.phrases(text, dated)]


PIECES = (
    "June ", "13", " ", "2024", "-", "to ", ",", "’90s", "first ", "quarter ", "Q3", "\n",
    "a.m.", "FY", "12:30", "last ", "year ", "three ", "months ", "of ", "Friday, ", "(", ")",
    "é", "²", "٣", "999 ", "decades ago", "past ",
)  # fmt: skip
STYLES = (
    "{d} {month} {y}", "{month} {d}, {y}", "{d} {mon} {y}", "{mon}. {d}, {y}",
    "{y}-{m:02}-{d:02}", "{d}-{mon}-{y}", "{weekday}, {month} {d}, {y}",
    "{weekday} {d} {month} {y}", "the {d}{th} of {month} {y}", "{month} {d}{th}, {y}",
)  # fmt: skip


@given(st.dates(dt.date(1900, 1, 1), dt.date(2049, 12, 31)), st.sampled_from(STYLES))
def test_a_day_in_any_style_is_the_same_day(date: dt.date, style: str) -> None:
    month = f"{date:%B}"
    th = "th" if 10 < date.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(date.day % 10, "th")
    printed = style.format(
        d=date.day, m=date.month, y=date.year, month=month, mon=month[:3], weekday=f"{date:%A}", th=th
    )
    printed = printed.replace("May.", "May")
    (figure,) = find(f"They met on {printed} in Geneva.", None)
    assert figure.period == Period(date, date)
    assert figure.surface == printed.removeprefix("the ")


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)),
    st.integers(0, 400),
    st.sampled_from(["{0}-{1}", "{0} – {1}", "from {0} to {1}", "between {0} and {1}"]),
    st.sampled_from([("{d} {month} {y}"), ("{month} {d}, {y}")]),
)
def test_a_span_of_days_is_read_back(first: dt.date, length: int, frame: str, style: str) -> None:
    last = first + dt.timedelta(days=length)
    ends = [style.format(d=day.day, month=f"{day:%B}", y=day.year) for day in (first, last)]
    (figure,) = find(f"It ran {frame.format(*ends)} in Geneva.", None)
    assert figure.period == Period(first, last)


@given(st.integers(1950, 2049), st.integers(1, 4))
def test_a_quarter_is_read_back(year: int, number: int) -> None:
    word = ("first", "second", "third", "fourth")[number - 1]
    last = ("March", "June", "September", "December")[number - 1]
    styles = (f"Q{number} {year}", f"{number}Q {year}", f"{year} Q{number}", f"the {word} quarter of {year}",
              f"the {last} quarter of {year}", f"the {last} {year} quarter")  # fmt: skip
    for printed in styles:
        assert [f.period for f in find(f"It rose in {printed}.", None)] == [days.quarter(year, number)]


@given(st.integers(1901, 2049), st.integers(1, 12))
def test_a_month_and_its_year(year: int, month: int) -> None:
    name = f"{dt.date(year, month, 1):%B}"
    for printed in (f"{name} {year}", f"{name}, {year}", f"{name} of {year}", f"{name[:3]} {year}"):
        assert [f.period for f in find(f"It rose in {printed}.", None)] == [days.months(year, month)]


@given(st.lists(st.sampled_from(PIECES)))
def test_surfaces_and_order_hold_for_any_text(parts: list[str]) -> None:
    text = "".join(parts)
    for figures in (find(text, PUBLISHED), relative(text, PUBLISHED)):
        end = 0
        for figure in figures:
            assert end <= figure.start < figure.end
            assert text[figure.start : figure.end] == figure.surface
            end = figure.end


@pytest.mark.parametrize(
    "unit", ["1", ",", " ", "\n", "1-", "1,", "2024-", "June 1 to ", "13, ", "Q3 ", "three months to "]
)
def test_time_grows_with_the_length(growth: Callable[..., tuple[float, float]], unit: str) -> None:
    def read(text: str) -> None:
        find(text, PUBLISHED)
        relative(text, PUBLISHED)

    read(unit * 20)
    part, whole = (unit * (size // len(unit)) for size in (10_000, 40_000))
    times, _ = growth(read, part, whole, limit=8, least=0.006)
    assert times < 8
