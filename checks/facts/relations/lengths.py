"""How long the periods are that rates are told for: days in a month, months in a year."""

from __future__ import annotations

from collections.abc import Mapping

from checks.model import Interval

#: Days, shortest and longest. A quarter has 90 days from January in a common year, a half-year 181.
DAYS: Mapping[str, Interval] = {
    "second": Interval(1 / 86400, 1 / 86400),
    "minute": Interval(1 / 1440, 1 / 1440),
    "hour": Interval(1 / 24, 1 / 24),
    "day": Interval(1, 1),
    "week": Interval(7, 7),
    "fortnight": Interval(14, 14),
    "month": Interval(28, 31),
    "quarter": Interval(90, 92),
    "half": Interval(181, 184),
    "year": Interval(365, 366),
    "decade": Interval(3652, 3653),
}
#: Months, where the calendar makes one an exact multiple of another.
_MONTHS = {"month": 1.0, "quarter": 3.0, "half": 6.0, "year": 12.0, "decade": 120.0}


def times(short: str, long: str) -> Interval:
    """How often the period `short` goes into `long`: 365 to 366 for a day in a year, 12 for a month.

    Both are keys of `DAYS`; KeyError for any other name.
    """
    if short in _MONTHS and long in _MONTHS:
        number = _MONTHS[long] / _MONTHS[short]
        return Interval(number, number)
    return Interval(DAYS[long].low / DAYS[short].high, DAYS[long].high / DAYS[short].low)
