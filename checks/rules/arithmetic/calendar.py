"""Lengths of time in days, as loose as printed, and the hours between two times of day."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from checks.model import Interval
from checks.rows import Row
from checks.rules.wording.say import digits, plural

#: Days in a unit of duration, on average.
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}
#: How far a count of calendar months or years may stray from the mean length, in days.
STRAY = {"month": 3.0, "year": 2.0, "decade": 2.0, "century": 2.0}
#: Minutes in a unit of duration.
MINUTES = {"minute": 1.0, "hour": 60.0}
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap]\.?\s?m\b\.?|noon|midday|midnight)?",
    re.IGNORECASE,
)
#: Hours of half a day, and of the whole.
_HALF, _WHOLE = 12 * 60, 24 * 60


class Days(NamedTuple):
    """The days on which something may have been, both included, and how print has it."""

    first: dt.date
    last: dt.date
    printed: str = ""


def days_of(row: Row) -> Days:
    """The days that a date fact allows."""
    return Days(
        dt.date.fromisoformat(row.period_start),
        dt.date.fromisoformat(row.period_end),
        " ".join(row.surface.split()),
    )


def between(first: Days, last: Days) -> Interval:
    """How many days lie between two dates, the first counted or not; nothing below 0."""
    least, most = (last.first - first.last).days, (last.last - first.first).days + 1
    return Interval(float(max(least, 0)), float(max(most, 0)))


def length(row: Row) -> Interval:
    """The days that a duration allows, or an age: somebody of 38 may be a day short of 39."""
    size, stray = DAYS[row.unit], STRAY.get(row.unit, 0.0)
    if row.kind == "age":
        # print counts a firm's years by the calendar, so a year's birthday may still be to come
        return Interval((row.low - 0.5) * size - stray, (row.high + 0.5) * size + stray)
    return Interval(row.low * size - stray, row.high * size + stray)


def in_words(days: Interval, unit: str) -> str:
    """A number of days in `unit`, as a newsroom counts: `7 years`, `20 or 21 days`, `16 to 17 years`.

    >>> in_words(Interval(19, 20), "day"), in_words(Interval(2191, 2923), "year")
    ('19 or 20 days', '7 years')
    """
    size = DAYS[unit]
    least, most = days.low / size, days.high / size
    # The plain count: the dates as printed, to the whole unit.
    middle = round((least + most) / 2)
    if unit == "day" and days.high - days.low == 1:
        return f"{digits(days.low)} or {digits(days.high)} days"
    return f"{digits(middle)} {unit if middle == 1 else plural(unit)}"


def minutes_between(surface: str) -> list[float]:
    """The minutes between two times of day printed together; empty where that is not sure.

    >>> minutes_between("9.30am to 11.15am"), minutes_between("2 to 5.30pm"), minutes_between("22:00-01:30")
    ([105.0], [210.0], [210.0])
    """
    found = list(_CLOCK.finditer(surface))
    if len(found) != 2:
        return []
    first, second = (int(m["hour"]) * 60 + int(m["minute"] or 0) for m in found)
    if max(first, second) > _WHOLE:
        return []
    halves = [(m["half"] or "").lower()[:1] for m in found]
    if not any(halves):
        ends = [second - first] if second > first else [second - first + _WHOLE]
        return [float(end) for end in ends]
    if not halves[1]:
        return []
    last = _in_half(second, halves[1])
    starts = [_in_half(first, half) for half in (halves[0] or "ap")]
    return sorted(float((last - start) % _WHOLE or _WHOLE) for start in starts)[:1]


def _in_half(minutes: int, half: str) -> int:
    return minutes % _HALF + (_HALF if half == "p" else 0)
