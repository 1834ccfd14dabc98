"""Arithmetic on closed intervals, for asking whether printed figures can all be true.

An interval holds the true values that a wording allows, and an end may be infinite. Each operation
returns the smallest closed interval around every result of true operands (Moore, Kearfott & Cloud,
"Introduction to Interval Analysis", 2009, chapters 2 and 4). Where nothing can be said, as in a
division by zero, the result is `ANY`, which agrees with everything: a rule then stays silent.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from checks.model import Interval

ANY = Interval(-math.inf, math.inf)
#: Relative slack of a comparison, far below any printed digit and far above a float's rounding.
SLACK = 1e-9


def exactly(value: float) -> Interval:
    """The interval that holds `value` alone."""
    return Interval(value, value)


def add(a: Interval, b: Interval) -> Interval:
    """a + b."""
    return Interval(a.low + b.low, a.high + b.high)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of `parts`; (0, 0) for none."""
    result = exactly(0.0)
    for part in parts:
        result = add(result, part)
    return result


def subtract(a: Interval, b: Interval) -> Interval:
    """a - b."""
    return Interval(a.low - b.high, a.high - b.low)


def multiply(a: Interval, b: Interval) -> Interval:
    """a x b."""
    # An infinite end stands for "as large as you like" and is never reached, so 0 x inf is 0.
    corners = [x * y if x and y else 0.0 for x in a for y in b]
    return Interval(min(corners), max(corners))


def reciprocal(a: Interval) -> Interval:
    """1 / a; `ANY` if 0 lies inside `a` or `a` is 0 itself."""
    if a.low < 0 < a.high or a.low == a.high == 0:
        return ANY
    low = 1 / a.high if a.high else -math.inf
    high = 1 / a.low if a.low else math.inf
    return Interval(low, high)


def divide(a: Interval, b: Interval) -> Interval:
    """a / b; `ANY` if `b` may be 0 from either side."""
    inverse = reciprocal(b)
    return ANY if inverse == ANY else multiply(a, inverse)


def scale(a: Interval, factor: float) -> Interval:
    """a x factor."""
    return multiply(a, exactly(factor))


def percent_of(part: Interval, whole: Interval) -> Interval:
    """The share of `part` in `whole`, in percent."""
    return scale(divide(part, whole), 100)


def percent_change(old: Interval, new: Interval) -> Interval:
    """The change from `old` to `new` in percent: positive for a rise, negative for a fall.

    `ANY` unless `old` is above 0: a growth rate from a loss or from nothing has no meaning.
    """
    if not old.low > 0:
        return ANY
    return subtract(scale(divide(new, old), 100), exactly(100))


def overlap(a: Interval, b: Interval) -> bool:
    """Whether some value lies in both, give or take a float's rounding; True if an end is nan."""
    ends = [abs(x) for x in (*a, *b) if math.isfinite(x)]
    slack = SLACK * max(ends, default=0.0)
    return not (a.high < b.low - slack or b.high < a.low - slack)


def power_of_ten(a: float, b: float) -> int:
    """n where the larger of `a` and `b` is the smaller times 10 to the n (to 2 %), n from 1 to 12; else 0.

    0 too where the signs differ, or where either is 0, infinite or nan.
    """
    if not (a * b > 0 and math.isfinite(a) and math.isfinite(b)):
        return 0
    ratio = max(abs(a), abs(b)) / min(abs(a), abs(b))
    if not math.isfinite(ratio):
        return 0
    power = round(math.log10(ratio))
    return power if 0 < power <= 12 and abs(ratio / 10.0**power - 1.0) < 0.02 else 0
