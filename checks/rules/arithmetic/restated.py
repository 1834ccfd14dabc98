"""A quantity told again in another unit or currency: the printed values, and how closely they are printed.

A bound is left out of the comparison but for a little room: "more than 100 miles (160 km)" restates the
100, and "about 160 km" is the usual way to say that a conversion is rounded.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.ties import true_values
from checks.rules.wording.say import digits, listing, plural, quantity

#: Zeros at the end of a whole number may all be rounding, but never more than this part of it: "100 metres
#: (300 feet)".
COARSE = 0.05
#: Before a scale word zeros are printed on purpose more often: "£30m" is hardly £28.5m.
SCALED = 0.025
#: How far from the printed value the true one may be where "about", "over" or "nearly" says that there is
#: more to it.
ROOM = 0.10
_NUMBER = re.compile(r"\d[\d,\u202f\u00a0]*(?:\.\d+)?")


class Value(NamedTuple):
    """One printed value: the true values that its digits allow, and half a unit of the last digit.

    `per` is the unit that the surface's words stand for, in the fact's unit: 1e6 for `$38m`.
    """

    value: float
    near: Interval
    half: float
    per: float


def printed(row: Row) -> tuple[Value, ...]:
    """The printed values of a fact: one, or the two ends of a range; none where a range cannot be read.

    A figure in words, a fraction and `6ft 2in` keep the interval that the facts table gives them.
    """
    numbers = _NUMBER.findall(row.surface)
    if "100" in row.unit:  # "5.6 litres per 100 km"
        numbers = numbers[:-1]
    values = (row.value,) if row.value_to != row.value_to else (row.value, row.value_to)
    if len(values) == 2:
        if len(numbers) != 2:
            return ()
        return tuple(_read(value, text, "=") for value, text in zip(values, numbers, strict=True))
    if len(numbers) == 1 and not re.search(r"[½¼¾⅓⅔⅛⅜⅝⅞]|\bhalf\b|/\d", row.surface):
        return (_read(row.value, numbers[0], row.bound),)
    return (Value(row.value, true_values(row), (row.high - row.low) / 2, 1.0),)


def _read(value: float, text: str, bound: str) -> Value:
    plain = re.sub(r"[^\d.]", "", text)
    number = float(plain)
    if not number:
        return Value(value, Interval(value - 0.5, value + 0.5), 0.5, 1.0)
    per = abs(value) / number
    half = _half(plain, SCALED if per >= 1000 else COARSE) * per
    size = abs(value) * ROOM
    low = value - half - (size if bound in ("~", "<", "<=") else 0.0)
    high = value + half + (size if bound in ("~", ">", ">=") else 0.0)
    return Value(value, Interval(low, high), half, per)


def _half(text: str, coarse: float) -> float:
    """Half a unit of a number's last digit; zeros at its end are rounding, up to `coarse` of it."""
    whole, _, decimals = text.partition(".")
    if decimals:
        return 0.5 * 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return max(0.5, min(0.5 * 10.0**zeros, coarse * float(whole)))


def as_printed(row: Row, value: Value, *others: float) -> str:
    """`others` in the words of a fact: for `252 kph` and 225.3 it is `225 kph`, for `$38m` and 3.9e7 `$39m`.

    Several are told as alternatives: `151 or 182 litres`.
    """
    numbers = list(_NUMBER.finditer(row.surface))
    if "100" in row.unit:
        numbers = numbers[:-1]
    # as many digits as are printed, but never fewer than three
    printed_digits = f"{abs(value.value) / value.per:.10g}".replace(".", "").strip("0")
    significant = max(3, len(printed_digits))
    texts = [digits(_rounded(other / value.per, significant), significant) for other in others]
    text = listing([*dict.fromkeys(texts)], "or")
    if far_off(value, *others):
        return listing([quantity(other, row.unit) for other in others], "or")
    if not numbers or (len(numbers) > 1 and row.value_to != row.value_to):
        return f"{text} {plural(row.unit)}" if row.kind == "measurement" else text
    before = re.sub(r"(?:minus |[-\u2212\u2013])$", "", row.surface[: numbers[0].start()])
    return f"{before}{text}{row.surface[numbers[-1].end() :]}"


def far_off(value: Value, *others: float) -> bool:
    """Whether the scale of the printed value does not suit one of `others`: not `£0.0000033m`."""
    return any(
        not 0.001 <= abs(other) / abs(value.value) <= 1000 for other in others if other and value.value
    )


def _rounded(value: float, significant: int) -> float:
    return float(f"{value:.{significant}g}")
