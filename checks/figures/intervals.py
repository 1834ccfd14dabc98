"""From wording to the interval of true values. Decided here, once; rules only ask whether intervals can meet.

docs/how-it-works.md shows what each wording comes to, and a test holds the page to this code.
"""

from __future__ import annotations

import math

from checks.model import Bound, Interval

ABOUT = 0.10
#: "over 240" reaches to 360 and no further: the soft limit that keeps it at odds with 420.
OVER = 1.5
UNDER = 0.5


def of(value: float, half: float, bound: Bound, *, exact: bool = False, below: bool = False) -> Interval:
    """The true values that a printed `value` allows; `half` is half a unit of its last digit.

    `exact` is for counts of whole things: rounding is taken inwards to whole numbers. `below` marks
    "nearly" and "almost", which are `~` and never more than the value.
    """
    if math.isnan(value):
        return Interval(value, value)
    low, high = value - half, value + half
    if exact:
        low, high = float(math.ceil(low)), float(math.floor(high))
    size = abs(value)
    if bound == "~":
        low, high = low - ABOUT * size, high if below else high + ABOUT * size
    elif bound in (">", ">="):
        low, high = value, value + (OVER - 1.0) * size
    elif bound in ("<", "<="):
        low, high = value - UNDER * size, value
    return Interval(low, max(low, high))


def between(first: Interval, second: Interval) -> Interval:
    """The interval of a printed range, from the intervals of its ends."""
    return Interval(min(first.low, second.low), max(first.high, second.high))
