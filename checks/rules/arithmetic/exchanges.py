"""Sums of money that an article tells in a second currency, and the rates that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import divide, multiply, reciprocal
from checks.rules.arithmetic.restated import Value, as_printed, far_off, printed
from checks.rules.arithmetic.ties import ties
from checks.rules.wording.say import interval, quantity

if TYPE_CHECKING:
    import pandas as pd

_THEN = re.compile(
    r"\b(?:at th(?:e|at) time|back then|then worth|in (?:today's|current) (?:money|prices)|at the then)\b"
)


class Conversion(NamedTuple):
    """A sum and the same in another currency.

    `base` is the code that sorts first; one unit of it is `values` of `quoted`.
    """

    start: Row
    to: Row
    value: Value
    printed: Value
    base: str
    quoted: str
    values: Interval


def conversions(facts: pd.DataFrame) -> Iterator[Conversion]:
    """The conversions of a facts table; of a range, its ends. None of those said to be at an old rate."""
    for parts in ties(facts, "from", "to"):
        start, to = parts["from"][0], parts["to"][0]
        if to.kind != "money" or " " in start.unit + to.unit or _THEN.search(to.sentence.replace("’", "'")):
            continue
        first, second = printed(start), printed(to)
        if len(first) != len(second):
            continue
        for a, b in zip(first, second, strict=True):
            if a.near.low > 0 and b.near.low > 0:
                rate = divide(b.near, a.near)
                swap = start.unit > to.unit
                base, quoted = sorted((start.unit, to.unit))
                yield Conversion(start, to, a, b, base, quoted, reciprocal(rate) if swap else rate)


def wider(values: Interval, band: float) -> Interval:
    """The values with so much room in proportion to either side: 0.02 for 2 %."""
    return Interval(values.low / (1 + band), values.high * (1 + band))


def year_of(conversion: Conversion) -> str:
    """The year that the sum is about; empty for the article's own or a later one, and if none is named."""
    year = str(conversion.start.period_start or conversion.to.period_start)[:4]
    # what is to be paid in a year to come can only be converted at a rate of today
    return "" if year >= conversion.to.published[:4] > "" else year


def converted(conversion: Conversion, rate: Interval) -> tuple[str, str]:
    """The sum in its second currency at `rate`, in the words of the text; in brackets, all that it may be."""
    rate = rate if conversion.start.unit == conversion.base else reciprocal(rate)
    middle = (rate.low * rate.high) ** 0.5
    allowed = multiply(conversion.value.near, rate)
    plain = as_printed(conversion.to, conversion.printed, conversion.value.value * middle)
    if far_off(conversion.printed, conversion.value.value * middle):
        return plain, ""
    return plain, f" {interval(allowed, conversion.printed.per)}"


def told_rate(conversion: Conversion, like: Conversion | None = None) -> str:
    """The rate that a conversion makes: `$1.27 to £1`.

    It is told the way round that has the larger number, or as that of `like` is.
    """
    rate = conversion.printed.value / conversion.value.value
    base, quoted = conversion.start.unit, conversion.to.unit
    shown = like or conversion
    up = shown.printed.value >= shown.value.value
    if like is not None and like.start.unit != base:
        up = not up
    rate, base, quoted = (rate, base, quoted) if up else (1 / rate, quoted, base)
    return f"{quantity(rate, quoted)} to {quantity(1, base)}"
