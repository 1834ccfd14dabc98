"""The days that a relative date means, counted from the days of another date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from checks.figures import days
from checks.model import Period

#: From the period that a phrase is counted from to its own.
Shift = Callable[[Period], Period | None]


def same(base: Period) -> Period | None:
    """The other date's own days."""
    return base


def ending(unit: str, count: int, own: bool) -> Shift:
    """The `count` units up to a day (`own`), or up to the day before a period."""

    def shift(base: Period) -> Period | None:
        if base.start is None:
            return None
        last = base.start if own else base.start - dt.timedelta(days=1)
        return until(Period(last, last), unit, count)

    return shift


def until(date: Period | None, unit: str, count: int) -> Period | None:
    """The `count` units that end with the last day of `date`."""
    if date is None or date.end is None:
        return None
    after = date.end + dt.timedelta(days=1)
    back = days.shift(Period(after, after), unit, -count)
    return Period(back.start, date.end) if back else None


def cut(date: Period | None, unit: str, count: int, first: bool) -> Period | None:
    """The first or last `count` units of `date`."""
    if date is None or date.start is None or date.end is None:
        return None
    if not first:
        span = until(date, unit, count)
    else:
        after = days.shift(Period(date.start, date.start), unit, count)
        span = Period(date.start, after.start - dt.timedelta(days=1)) if after and after.start else None
    inside = span and span.start and span.end and date.start <= span.start and span.end <= date.end
    return span if inside else None


def to_date(base: Period) -> Period | None:
    """From the first of January to the day itself."""
    return Period(dt.date(base.end.year, 1, 1), base.end) if base.end else None


def part(name: str, period: Period, base: Period) -> Period | None:
    """The `early`, `mid` or `late` third of a period; its days to (`earlier`) or from (`later`) the base."""
    if name in ("early", "mid", "late"):
        return days.part(name, period)
    if period.start is None or period.end is None or base.start is None:
        return period
    if not period.start <= base.start <= period.end:
        return period
    return Period(period.start, base.start) if name == "earlier" else Period(base.start, period.end)


def week_of(date: Period | None) -> Period | None:
    """The seven days from a Sunday or Monday, the week from Monday to Sunday that another day lies in."""
    if date is None or date.start is None or date.start != date.end:
        return None
    start = date.start - dt.timedelta(days=date.start.weekday() if date.start.weekday() < 6 else 0)
    return Period(start, start + dt.timedelta(days=6))


def weekend(base: Period, step: int) -> Period | None:
    """Saturday and Sunday of the week `step` weeks after the one (from Monday) of a day."""
    week = days.shift(whole(base, "week"), "week", step)
    if week is None or week.end is None:
        return None
    return Period(week.end - dt.timedelta(days=1), week.end)


def in_year(base: Period, year: int) -> Period | None:
    """The same days in another year."""
    return days.shift(base, "year", year - base.start.year) if base.start else None


def whole(base: Period, unit: str) -> Period:
    """The calendar unit that a period lies in, or the period itself if it is longer."""
    day = base.start
    if day is None or base.end is None:
        return base
    if unit == "week":
        monday = day - dt.timedelta(days=day.weekday())
        unit_of = Period(monday, monday + dt.timedelta(days=6))
    elif unit == "month":
        unit_of = days.months(day.year, day.month)
    elif unit == "quarter":
        unit_of = days.quarter(day.year, (day.month + 2) // 3)
    else:
        unit_of = days.years(day.year) or base
    return unit_of if unit_of.end and base.end <= unit_of.end else base


def season(name: str, step: int) -> Shift:
    """Last (-1), this (0) or next (1) season of that name."""

    def shift(base: Period) -> Period | None:
        if base.start is None:
            return None
        this = days.season(name, base.start.year)
        if this is None or this.end is None or this.start is None:
            return None
        if step < 0 and this.end < base.start:
            return None  # "last summer", said in October: this year's or the one before
        return days.season(name, base.start.year + (step if step < 0 or this.start <= base.start else 0))

    return shift


def day_near(base: Period, name: str, way: int) -> Period | None:
    """The nearest such weekday: today or before, or after today."""
    if base.start is None:
        return None
    back = (base.start.weekday() - days.weekday_number(name)) % 7
    day = base.start - dt.timedelta(days=back) if way < 0 else base.start + dt.timedelta(days=7 - back)
    return Period(day, day)
