"""From wording to the interval of true values. Decided here, once; rules only ask whether intervals can meet.

| wording | interval |
|---|---|
| `4.9 billion` | half a unit of the last printed digit to either side: 4.85-4.95 billion |
| `580,000` | zeros at the end count as rounding, up to 2.5 %: 575,000-585,000 |
| `27 people` | a printed whole count is exact |
| `about 500`, `some`, `nearly`, `almost`, `an estimated` | 10 % more room to either side; none upwards for nearly and almost |
| `over 240`, `more than`, `at least` | from the value to half as much again |
| `under 20%`, `less than`, `up to`, `as many as` | from half the value to the value |
| `2-3 years`, `between $3bn and $5bn` | from the lower end to the upper, each with its rounding |
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
