"""Which days a date covers: periods of days, months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from checks.model import Period

#: The first month of each season, in the north, by the meteorological year.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: No two begin with the same three letters.
MONTHS = tuple(name[:3].lower() for name in MONTH_NAMES)
WEEKDAYS = tuple(name[:3].lower() for name in WEEKDAY_NAMES)


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its abbreviation, in any case."""
    return MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for a weekday's name or its abbreviation, in any case."""
    return WEEKDAYS.index(name[:3].lower())


def exists(month: int, day: int, year: int = 2000) -> bool:
    """Whether the calendar has that day (by default, in a leap year)."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def day(year: int, month: int, first: int, last: int | None = None) -> Period | None:
    """A day, or the days `first` to `last` of a month; None where one does not exist or they are reversed."""
    last = first if last is None else last
    if not (exists(month, first, year) and exists(month, last, year)) or last < first:
        return None
    return Period(dt.date(year, month, first), dt.date(year, month, last))


def months(year: int, first: int, count: int = 1) -> Period:
    """`count` calendar months from month `first` of `year`; `first` may lie outside 1 to 12."""
    start = _first_of(year, first)
    return Period(start, _first_of(year, first + count) - dt.timedelta(days=1))


def _first_of(year: int, month: int) -> dt.date:
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def quarter(year: int, number: int) -> Period:
    """Quarter 1 to 4 of a calendar year (a company's own financial year is not known)."""
    return months(year, 3 * number - 2, 3)


def half(year: int, number: int) -> Period:
    """Half 1 or 2 of a calendar year."""
    return months(year, 6 * number - 5, 6)


def season(name: str, year: int, last: int | None = None) -> Period | None:
    """The season of a year; `winter 2023-24` needs both years, as `winter 2024` may mean either winter."""
    if name == "winter":
        return months(year, 12, 3) if last == year + 1 else None
    return months(year, SEASONS[name], 3)


def years(first: int, last: int | None = None) -> Period | None:
    """The years `first` to `last`; None where they are reversed."""
    last = first if last is None else last
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31)) if first <= last else None


def century(number: int) -> Period | None:
    """The 19th century is 1801 to 1900; None for one that this calendar does not reach."""
    return years(100 * number - 99, 100 * number) if 1 <= number <= 99 else None


def part(name: str, period: Period) -> Period:
    """The third of a period that `early`, `mid` or `late` means: early 2025 is January to April."""
    if period.start is None or period.end is None:
        return period
    index = ("early", "mid", "late").index(name)
    count = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    if count > 12:
        cut = round(count / 36)
        at = period.start.year + (0, cut, count // 12 - cut)[index]
        return years(at, at + (cut, count // 12 - 2 * cut, cut)[index] - 1) or period
    if count % 3 == 0:
        return months(period.start.year, period.start.month + index * count // 3, count // 3)
    length = (period.end - period.start).days + 1
    cuts = (0, length // 3, length - length // 3, length)
    return Period(period.start + dt.timedelta(cuts[index]), period.start + dt.timedelta(cuts[index + 1] - 1))


def shift(period: Period, grain: str, count: int) -> Period | None:
    """`period` moved by `count` of `grain`; a day that is missing there (29 February) becomes the 28th."""
    if period.start is None or period.end is None:
        return None
    if grain in ("day", "week", "fortnight"):
        step = dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[grain])
        return Period(period.start + step, period.end + step)
    size = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(grain, 12)
    if period.start.day == 1 and (period.end + dt.timedelta(days=1)).day == 1:
        length = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
        return months(period.start.year, period.start.month + count * size, length)
    return Period(_month_step(period.start, count * size), _month_step(period.end, count * size))


def _month_step(date: dt.date, count: int) -> dt.date:
    first = _first_of(date.year, date.month + count)
    return first.replace(day=min(date.day, monthrange(first.year, first.month)[1]))
