"""Whether two figures of like kind state one value."""

from __future__ import annotations

import math
import re
from typing import NamedTuple, Protocol

_QUARTERS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "final": "4"}
_QUARTER = re.compile(r"\bQ([1-4])\b|\b(first|second|third|fourth|final)[ -]quarter\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Stated(Protocol):
    """What of a fact says which values it allows; `period` holds ISO dates or ""."""

    @property
    def kind(self) -> str: ...
    @property
    def surface(self) -> str: ...
    @property
    def value(self) -> float: ...
    @property
    def value_to(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def period(self) -> tuple[str, str]: ...


class Limited(Protocol):
    """What of a fact says that its value is a limit."""

    @property
    def value(self) -> float: ...
    @property
    def bound(self) -> str: ...


#: Limits farther apart than this are two.
LIMIT = 0.02


class Statement(NamedTuple):
    """A `Stated` of its own."""

    kind: str
    surface: str
    value: float
    value_to: float
    low: float
    high: float
    period: tuple[str, str]


def agree(a: Stated, b: Stated) -> bool:
    """Whether both can be right about one thing.

    Intervals that only touch do not agree: rounded to the same digit, one value gives one figure. An exact
    value at the end of an interval does (8,115 and 8,120), and one of which the other is the round number.
    Ranges agree end by end, dates when they overlap.
    """
    if a.kind == "date":
        return _dates_agree(a, b)
    if a.value == b.value and _same_end(a.value_to, b.value_to):
        return True
    ranges = [not math.isnan(row.value_to) for row in (a, b)]
    if all(ranges):
        return math.isclose(a.value, b.value, rel_tol=1e-6) and math.isclose(
            a.value_to, b.value_to, rel_tol=1e-6
        )
    if a.low < b.high and b.low < a.high:
        return True
    exact = a.low == a.high or b.low == b.high
    return (exact and a.low <= b.high and b.low <= a.high) or _round(a, b) or _round(b, a)


#: Kinds whose whole numbers are rounded to two digits; a count of fewer is printed as it is.
ROUNDED = ("money", "count", "measurement")
LEAST_ROUNDED = {"count": 1000.0}
#: Half a unit of the second digit is no more than a twentieth of the value, and a float's rounding.
_FARTHEST = 0.051


def _round(coarse: Stated, fine: Stated) -> bool:
    """Whether a value, rounded to two digits, is the whole number that the other prints: 12,623 and 13,000.

    The interval of a round number is narrower than that, since it may as well be meant to the last zero.
    """
    if coarse.kind not in ROUNDED or fine.kind != coarse.kind:
        return False
    if abs(coarse.value - fine.value) > _FARTHEST * abs(coarse.value):
        return False
    if not (math.isnan(coarse.value_to) and math.isnan(fine.value_to)):
        return False
    if abs(coarse.value) < LEAST_ROUNDED.get(coarse.kind, 0.0):
        return False
    number = _PRINTED.search(coarse.surface)
    if number is None or len(number[0]) < 3 or "." in number[0]:
        return False
    mantissa, _, power = f"{abs(coarse.value):.6e}".partition("e")
    if len(mantissa.rstrip("0")) != 3 or len(f"{abs(fine.value):.6e}".partition("e")[0].rstrip("0")) <= 3:
        return False  # "1.3": two digits count
    return abs(coarse.value - fine.value) <= 0.5 * 10.0 ** (int(power) - 1)


def one_limit(a: Limited, b: Limited) -> bool:
    """Whether two limits ("below $25 billion") are the same; True for figures that are none."""
    if a.bound[0] != b.bound[0] or a.bound[0] not in "<>":
        return True
    return math.isclose(a.value, b.value, rel_tol=LIMIT)


def digits(value: float) -> str:
    """The digits of a value without its scale, `2.9` of 2,900,000; "" for a single one (chance repeats it).

    >>> digits(2.9e6), digits(500), digits(0)
    ('2.9', '', '')
    """
    mantissa = f"{abs(value):.3e}".partition("e")[0].rstrip("0")
    return "" if mantissa.endswith(".") else mantissa


_PRINTED = re.compile(r"\d[\d,]*(?:\.\d+)?")
#: Numbers with so many digits of which one is changed, dropped or doubled are one number gone wrong.
LEAST_DIGITS = 3


def printed(surface: str, value: float) -> str:
    """The digits of a figure as a keyboard has them; of one in words, of its value.

    >>> printed("2,140", 2140), printed("$0.75", 0.75), printed("Sixty-eight", 68)
    ('2140', '75', '68')
    """
    m = _PRINTED.search(surface)
    number = m.group() if m else (f"{value:.0f}" if value == value and abs(value) < 1e6 else "")
    return number.replace(",", "").replace(".", "").lstrip("-0")


def slip_keys(number: str) -> list[str]:
    """Keys of which two numbers share one where one is the other mistyped.

    The digits in another order; one digit changed; one dropped or doubled. Short and round numbers are
    alike by chance, so of two digits that count only the order does.

    >>> sorted(set(slip_keys("640")) & set(slip_keys("460")))
    ['046!']
    """
    counting = number.rstrip("0")
    if len(counting) < 2 or len(set(counting)) < 2:
        return []
    keys = ["".join(sorted(number)) + "!"]
    if len(counting) >= LEAST_DIGITS:
        keys += [f"{number[:i]}_{number[i + 1 :]}" for i in range(len(number))]
        keys += sorted({number, *(number[:i] + number[i + 1 :] for i in range(len(number)))})
    return keys


def mistyped(a: Stated, b: Stated) -> bool:
    """Whether two values differ, and one may be the other mistyped or told on another scale."""
    one, other = (printed(row.surface, row.value) for row in (a, b))
    if one == other:
        return a.value != b.value and digits(a.value) == digits(b.value) != ""
    return bool({*slip_keys(one)} & {*slip_keys(other)})


def _same_end(a: float, b: float) -> bool:
    return a == b or (math.isnan(a) and math.isnan(b))


def _dates_agree(a: Stated, b: Stated) -> bool:
    if any(a.period) and any(b.period):
        return (a.period[0] or "0") <= (b.period[1] or "9") and (b.period[0] or "0") <= (a.period[1] or "9")
    quarters = _quarter(a.surface), _quarter(b.surface)
    if all(quarters):
        years = [set(_YEAR.findall(row.surface)) for row in (a, b)]
        return quarters[0] == quarters[1] and (not all(years) or bool(years[0] & years[1]))
    return a.surface.lower() in b.surface.lower() or b.surface.lower() in a.surface.lower()


def quarters_differ(one: str, other: str) -> bool:
    """Whether two sentences each name a quarter of the year, and not the same."""
    here = _quarter(one)
    return bool(here) and _quarter(other) not in ("", here)


def _quarter(surface: str) -> str:
    if "q" not in surface and "Q" not in surface:
        return ""
    m = _QUARTER.search(surface)
    return (m.group(1) or _QUARTERS[m.group(2).lower()]) if m else ""
