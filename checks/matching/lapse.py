"""How much time lies between two statements of one thing, and when too much does for them to contradict.

A figure that names its time ("in 2023", "in the first quarter") is the same fact for ever, whoever tells it
and when. One that names none is about the days of its article: the aid after this flood, this year's
budget, the poll of the week. Told days apart it is still one story; told months apart it may be the next
one, and a year apart it is, as a rule, the figure of another year.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from checks.matching import agreement

#: Articles so many days apart tell one story; what is counted every week is seven days apart.
STORY = 5
#: Beyond so many days, figures that name no time are of two times: results are told every quarter, and shares
#: move with every month's survey.
MOST = 80
MOST_OF_SHARES = 27
_SHARES = ("percent", "points")
#: A plan changes in the course of time, though its year is named.
_FORESEEN = ("target", "hypothetical")
#: Digits and a factor by which a figure is known again after any time: "$3.24 billion", "$3.24 million".
_SCALE = 1000


class Told(NamedTuple):
    """What of a fact says of which time it is: the time it names, its role, its article's day (ISO or "")."""

    period: tuple[str, str]
    role: str
    published: str


def days(a: Told, b: Told) -> int:
    """The days between two statements, 0 where both name one time or an article has no date.

    A time that was not over when the first of them was published settles nothing: growth "in 2025", by the
    forecasts of January and of July, the sales of a year by its first half and by its first nine months.

    >>> days(Told(("", ""), "level", "2024-03-01"), Told(("", ""), "level", "2024-03-31"))
    30
    >>> days(Told(("2023-01-01", "2023-12-31"), "level", "2024-03-01"),
    ...      Told(("2023-01-01", "2023-12-31"), "level", "2025-03-01"))
    0
    """
    if not (a.published and b.published) or a.published == b.published:
        return 0
    over = a.period[1] <= min(a.published, b.published)
    if a.period == b.period and all(a.period) and over and not {a.role, b.role} & {*_FORESEEN}:
        return 0
    return abs((dt.date.fromisoformat(a.published) - dt.date.fromisoformat(b.published)).days)


def between(pair: Any) -> int:
    """`days` between the two facts of a row that a rule of scope "pair" reads."""
    return days(
        Told((pair.period_start_a, pair.period_end_a), pair.role_a, pair.date_a),
        Told((pair.period_start_b, pair.period_end_b), pair.role_b, pair.date_b),
    )


def apart(a: agreement.Stated, b: agreement.Stated, between: int) -> bool:
    """Whether unequal values, told so many days apart, are of two times.

    Running totals from one day on, and values that differ by their scale word alone, are one thing for ever.
    """
    if between <= (MOST_OF_SHARES if a.kind in _SHARES else MOST) or agreement.agree(a, b):
        return False
    if a.kind == "count" and a.period == b.period and a.period[0]:
        return False
    return not rescaled(a.value, b.value)


def rescaled(one: float, other: float) -> bool:
    """Whether two values have the same digits and lie a scale word (a thousand or more) apart."""
    small, large = sorted((abs(one), abs(other)))
    return agreement.digits(one) == agreement.digits(other) != "" and large > 0.9 * _SCALE * small
