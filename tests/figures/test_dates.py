"""Dates and clock times in text."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from checks.figures import days, relative_dates
from checks.figures.dates import find, mentions
from checks.model import Figure, Period

PUBLISHED = dt.date(2026, 2, 27)


def shown(figure: Figure) -> str:
    """A figure as `surface grain period`, the period's days joined by `/`, `-` without one."""
    period = figure.period
    return f"{figure.surface} | {figure.unit} | {'-' if period is None else f'{period.start}/{period.end}'}"


def relative(text: str, published: dt.date) -> list[Figure]:
    """The dates of `text` that are no figures; one that counts from another date has no period here."""
    dated = [mention for mention in mentions(text, published) if mention.kind == "date"]
    return [phrase.mention(published).figure(text) for phrase in relative_dates.phrases(text, dated)]


def only(text: str, published: dt.date | None = PUBLISHED) -> str:
    figures = find(text, published)
    assert len(figures) == 1, [f.surface for f in figures]
    return shown(figures[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began in 2024.", "2024 | year | 2024-01-01/2024-12-31"),
        ("It was 2024's largest budget.", "2024 | year | 2024-01-01/2024-12-31"),
        ("the 1907 partition of Iran", "1907 | year | 1907-01-01/1907-12-31"),
        ("profit in fiscal 2024", "fiscal 2024 | year | 2024-01-01/2024-12-31"),
        ("profit in FY24", "FY24 | year | 2024-01-01/2024-12-31"),
        ("the 2023-24 season", "2023-24 | year | 2023-01-01/2024-12-31"),
        ("5,000 drones in 2023-2024", "2023-2024 | year | 2023-01-01/2024-12-31"),
        ("the revolution (1905–1911)", "1905–1911 | year | 1905-01-01/1911-12-31"),
        ("sales from 2022 to 2024", "2022 to 2024 | year | 2022-01-01/2024-12-31"),
        ("in the 1940s", "1940s | decade | 1940-01-01/1949-12-31"),
        ("in the ’90s", "’90s | decade | 1990-01-01/1999-12-31"),
        ("in the Nineteen Forties", "Nineteen Forties | decade | 1940-01-01/1949-12-31"),
        ("by mid-2025", "mid-2025 | year | 2025-05-01/2025-08-31"),
        ("in early 2025", "early 2025 | year | 2025-01-01/2025-04-30"),
        ("in the late 1980s", "late 1980s | decade | 1987-01-01/1989-12-31"),
        ("in the spring of 2025", "spring of 2025 | season | 2025-03-01/2025-05-31"),
        ("in winter 2023-24", "winter 2023-24 | season | 2023-12-01/2024-02-29"),
        ("in the winter of 2024", "winter of 2024 | season | -"),
        ("weapons promised post-October 2023", "October 2023 | month | 2023-10-01/2023-10-31"),
        ("in the mid-90s", "mid-90s | decade | 1993-01-01/1996-12-31"),
        ("since the 80s", "80s | decade | 1980-01-01/1989-12-31"),
        ("in the 1920s-30s", "1920s-30s | decade | 1920-01-01/1939-12-31"),
        ("In 1066 the king fell.", "1066 | year | 1066-01-01/1066-12-31"),
        ("the war (1337-1453)", "1337-1453 | year | 1337-01-01/1453-12-31"),
        ("a chapel of c.1430", "1430 | year | 1430-01-01/1430-12-31"),
        ("Between 1600 and 1900 the town grew.", "1600 and 1900 | year | 1600-01-01/1900-12-31"),
        ("Between 1600 and 1900 world temperatures held.", "1600 and 1900 | year | 1600-01-01/1900-12-31"),
        ("From 1700 to 1850, wages stagnated.", "1700 to 1850 | year | 1700-01-01/1850-12-31"),
        ("in the 5th century BC", "5th century BC | century | -"),
        ("in the nineteenth century", "nineteenth century | century | 1801-01-01/1900-12-31"),
        ("17th and 18th centuries", "17th and 18th centuries | century | 1601-01-01/1800-12-31"),
    ],
)
def test_years_and_longer(text: str, expected: str) -> None:
    assert only(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On June 13, 2025, it began.", "June 13, 2025 | day | 2025-06-13/2025-06-13"),
        ("On Friday, June 13, 2025", "Friday, June 13, 2025 | day | 2025-06-13/2025-06-13"),
        ("on June 13, 2025 (Friday)", "June 13, 2025 (Friday) | day | 2025-06-13/2025-06-13"),
        ("on Tuesday (Feb. 24) in", "Tuesday (Feb. 24) | day | 2026-02-24/2026-02-24"),
        ("on Wednesday 5 March", "Wednesday 5 March | day | 2026-03-05/2026-03-05"),
        ("the 13th of June 2025", "13th of June 2025 | day | 2025-06-13/2025-06-13"),
        ("between 13 and 24 June 2025", "13 and 24 June 2025 | day | 2025-06-13/2025-06-24"),
        ("13-24 June 2025", "13-24 June 2025 | day | 2025-06-13/2025-06-24"),
        ("June 13-24, 2025", "June 13-24, 2025 | day | 2025-06-13/2025-06-24"),
        ("June 28 to July 3, 2025", "June 28 to July 3, 2025 | day | 2025-06-28/2025-07-03"),
        ("28 December to 3 January", "28 December to 3 January | day | 2025-12-28/2026-01-03"),
        ("updated 2025-06-13", "2025-06-13 | day | 2025-06-13/2025-06-13"),
        ("updated 6/13/25", "6/13/25 | day | 2025-06-13/2025-06-13"),
        ("updated 13.06.2025", "13.06.2025 | day | 2025-06-13/2025-06-13"),
        ("updated 06/07/2025", "06/07/2025 | day | -"),
        ("updated 6.7.2025", "6.7.2025 | day | 2025-07-06/2025-07-06"),
        ("on 13 March ’25", "13 March ’25 | day | 2025-03-13/2025-03-13"),
        ("28 June-3 July 2025", "28 June-3 July 2025 | day | 2025-06-28/2025-07-03"),
        ("1 July 2024–30 June 2025", "1 July 2024–30 June 2025 | day | 2024-07-01/2025-06-30"),
        ("1/7/2024-30/6/2025", "1/7/2024-30/6/2025 | day | 2024-07-01/2025-06-30"),
        (
            "the July-September quarter of 2025",
            "July-September quarter of 2025 | quarter | 2025-07-01/2025-09-30",
        ),
        ("the June quarter of 2025", "June quarter of 2025 | quarter | 2025-04-01/2025-06-30"),
        ("the March 2024 quarter", "March 2024 quarter | quarter | 2024-01-01/2024-03-31"),
        ("in Q3 FY2025-26", "Q3 FY2025-26 | quarter | -"),
        ("in Q1 FY 2024/25", "Q1 FY 2024/25 | quarter | -"),
        ("in April 2025", "April 2025 | month | 2025-04-01/2025-04-30"),
        ("in January-March 2025", "January-March 2025 | month | 2025-01-01/2025-03-31"),
        ("June 2023 to May 2024", "June 2023 to May 2024 | month | 2023-06-01/2024-05-31"),
        ("the fourth quarter of 2023", "fourth quarter of 2023 | quarter | 2023-10-01/2023-12-31"),
        ("profit in Q3 2024", "Q3 2024 | quarter | 2024-07-01/2024-09-30"),
        ("profit in 3Q24", "3Q24 | quarter | 2024-07-01/2024-09-30"),
        ("in H1 2025", "H1 2025 | half | 2025-01-01/2025-06-30"),
        ("in the third quarter of last year", "third quarter of last year | quarter | 2025-07-01/2025-09-30"),
    ],
)
def test_days_to_halves(text: str, expected: str) -> None:
    assert only(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2000 people", "1,500 men", "$2024", "2024 km of road", "1600 troops", "at 2000 feet",
        "a Boeing 2000", "2015 votes", "a 2000-strong crowd", "one in 2000", "1500-2000 troops",
        "over 1900", "1999.5", "2024%", "a 12-day war", "24 hours", "9/11", "24/7", "50/50",
        "192.168.1.13", "version 2.10.2024", "call 555-1905-1911", "+44 20 1905 1911",
        "https://example.com/2024/06/13/story", "COVID-19", "an F-16", "he may 12 times",
        "they march 5 miles", "In May 12 people were killed", "In June 2,000 people left",
        "May 5.5 million", "a goal in the second half", "a 2:1 win", "John 3:16", "in his 60s",
        "Between 1600 and 1900 people came", "crowds of between 1600 and 1900, police said",
        "rose from 1600 to 1900.", "In 1250 cases", "in 1,066 cases", "a total of 1215 people",
        "highs in the mid-90s", "in the early 70s after his score of 68", "in the 90s", "his mid-40s",
        "Maroon 5", "last year", "on Tuesday", "in June", "the Mar-a-Lago club",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert find(text, PUBLISHED) == []


@pytest.mark.parametrize(
    "date",
    [
        "30 February",
        "February 30, 2027",
        "31 June",
        "2025-13-01",
        "31/02/2025",
        "February 29, 2025",
        "13/13/2025",
    ],
)
def test_a_day_that_does_not_exist_is_kept_and_marked(date: str) -> None:
    assert only(f"due on {date} at last") == f"{date} | invalid | -"


@pytest.mark.parametrize(
    "clock",
    [
        "8pm",
        "4:15 a.m.",
        "11:32 p.m.",
        "0332 GMT",
        "7.30pm",
        "15:00",
        "7-9pm",
        "2000 and 2100 GMT",
        "8 o’clock",
    ],
)
def test_clock_times(clock: str) -> None:
    (figure,) = find(f"It starts at {clock} sharp", PUBLISHED)
    assert (figure.surface, figure.kind, figure.period) == (clock, "time", None)
    assert math.isnan(figure.value)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("on 13 June", None, "-"),
        ("on 13 June", dt.date(2025, 6, 20), "2025-06-13/2025-06-13"),
        ("on 28 December", dt.date(2026, 1, 5), "2025-12-28/2025-12-28"),
        ("it will open on 3 January", dt.date(2025, 12, 20), "2026-01-03/2026-01-03"),
        ("it was opened on 13 June", dt.date(2026, 2, 27), "2025-06-13/2025-06-13"),
        ("it will be opened in time, on 13 July", dt.date(2026, 2, 27), "-"),
        ("It will open on 13 July", dt.date(2026, 2, 27), "2026-07-13/2026-07-13"),
        ("13 August", dt.date(2026, 2, 13), "-"),
    ],
)
def test_the_year_of_a_day_without_one(text: str, published: dt.date | None, expected: str) -> None:
    assert only(text, published).rsplit(" | ")[-1] == expected


def test_a_year_printed_nearby_makes_another_year_doubtful() -> None:
    text = "On June 6, 1944 they landed. On June 21 the town was taken."
    assert [f.period for f in find(text, dt.date(2025, 9, 1))] == [days.day(1944, 6, 6), None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose last year.", "last year | year | 2025-01-01/2025-12-31"),
        ("Last June’s war", "Last June | month | 2025-06-01/2025-06-30"),
        ("the January protests", "January | month | 2026-01-01/2026-01-31"),
        ("over the past three months", "past three months | month | 2025-11-28/2026-02-27"),
        ("two years ago", "two years ago | year | 2024-01-01/2024-12-31"),
        ("a year earlier", "a year earlier | year | -"),
        ("it fell on Tuesday", "Tuesday | day | 2026-02-24/2026-02-24"),
        ("it will open on Tuesday", "Tuesday | day | 2026-03-03/2026-03-03"),
        ("yesterday", "yesterday | day | 2026-02-26/2026-02-26"),
        ("in the three months to December", "three months to December | month | 2025-10-01/2025-12-31"),
        ("the week ending 9 February", "week ending 9 February | week | 2026-02-03/2026-02-09"),
        ("the year ended 31 March 2024", "year ended 31 March 2024 | year | 2023-04-01/2024-03-31"),
        ("the first nine months of 2024", "first nine months of 2024 | month | 2024-01-01/2024-09-30"),
        ("last week", "last week | week | 2026-02-16/2026-02-22"),
        ("fifteen years ago", "fifteen years ago | year | 2011-01-01/2011-12-31"),
        ("a fortnight ago", "a fortnight ago | fortnight | 2026-02-13/2026-02-13"),
        ("up 5% year to date", "year to date | year | 2026-01-01/2026-02-27"),
        ("so far this year", "this year | year | 2026-01-01/2026-02-27"),
        ("earlier this month", "earlier this month | month | 2026-02-01/2026-02-27"),
        ("later this year", "later this year | year | 2026-02-27/2026-12-31"),
        ("late last year", "late last year | year | 2025-09-01/2025-12-31"),
        ("last weekend", "last weekend | day | 2026-02-21/2026-02-22"),
        ("the week of Jan. 12", "week of Jan. 12 | week | 2026-01-12/2026-01-18"),
        ("the week beginning 2 March", "week beginning 2 March | week | 2026-03-02/2026-03-08"),
        ("in May-July", "May-July | month | 2026-05-01/2026-07-31"),
        ("it rose between October and December", "October and December | month | 2025-10-01/2025-12-31"),
        ("sales rose in the September quarter", "September quarter | quarter | 2025-07-01/2025-09-30"),
        ("in the 12 months to June", "12 months to June | month | 2024-07-01/2025-06-30"),
        ("expected in the year to March", "year to March | year | 2025-04-01/2026-03-31"),
        (
            "the first nine months of the year",
            "first nine months of the year | month | 2025-01-01/2025-09-30",
        ),
    ],
)
def test_relative(text: str, expected: str) -> None:
    assert [shown(f) for f in relative(text, PUBLISHED)] == [expected]


def test_months_that_are_not_a_span() -> None:
    met = [shown(f) for f in relative("It rose in January and February.", PUBLISHED)]
    assert [line.split(" | ")[0] for line in met] == ["January", "February"]


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("13/06/2025", dt.date(2025, 7, 6)),
        ("6/13/25", dt.date(2025, 6, 7)),
        ("13/06/2025 and 06/13/2025", None),
        ("05/05/2025", None),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_other_dates(other: str, day: dt.date | None) -> None:
    figures = find(f"Sent on {other}, it came on 06/07/2025.", PUBLISHED)
    assert figures[-1].period == (Period(day, day) if day else None)


def test_words_that_are_months_only_by_chance() -> None:
    assert relative("It may march on; April came late, said May.", PUBLISHED) == []
