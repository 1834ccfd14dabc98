"""How old somebody may be on a day, born on one of some days."""

from __future__ import annotations

import datetime as dt

from checks.rows import Row
from checks.rules.arithmetic.calendar import Days
from checks.rules.wording.say import day


def dated(row: Row) -> Days:
    """The days that a date fact allows, as a message has them: `on 3 May 1950`, `in 1950`."""
    first, last = dt.date.fromisoformat(row.period_start), dt.date.fromisoformat(row.period_end)
    return Days(first, last, f"on {day(first)}" if first == last else f"in {first.year}")


def ages_on(born: Days, then: Days) -> tuple[int, int]:
    """The least and the greatest age.

    >>> ages_on(Days(dt.date(1950, 1, 1), dt.date(1950, 12, 31)), Days(*[dt.date(1997, 5, 1)] * 2))
    (46, 47)
    """
    return _years(born.last, then.first), _years(born.first, then.last)


def born_by(age: float, then: Days) -> Days:
    """The days on which somebody of that age on `then` was born."""
    return Days(_back(then.first, int(age) + 1), _back(then.last, int(age)))


def off(age: float, lives: tuple[int, int]) -> float:
    """By how many years an age lies outside the least and the greatest."""
    return max(lives[0] - age, age - lives[1], 0)


def in_words(lives: tuple[int, int]) -> str:
    """`46 or 47`; `46 to 49`.

    >>> in_words((46, 47)), in_words((46, 46)), in_words((46, 49))
    ('46 or 47', '46', '46 to 49')
    """
    least, most = (max(age, 0) for age in lives)
    if least == most:
        return str(least)
    return f"{least} or {most}" if most == least + 1 else f"{least} to {most}"


def _years(born: dt.date, then: dt.date) -> int:
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def _back(date: dt.date, years: int) -> dt.date:
    return date.replace(year=date.year - years, day=min(date.day, 28))
