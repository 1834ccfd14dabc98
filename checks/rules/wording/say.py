"""How messages print numbers, intervals and dates: the way a newsroom does.

`41.7 million`, `$4.9 billion`, `3.6%`, `(40.3-43.5)`, `13 June 2025`.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.model import Interval

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
#: The signs that need no country to be understood; other currencies go by their ISO 4217 code.
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
#: Nouns that the facts table holds in the singular and whose plural is not regular.
PLURALS = {
    "people": "people",
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
}
MONEY = re.compile(r"([A-Z]{3})\b(.*)", re.DOTALL)


def digits(value: float, significant: int = 3) -> str:
    """`value` without a scale word, rounded to `significant` digits but never above the unit.

    >>> digits(2310.4), digits(48.361), digits(0.05)
    ('2,310', '48.4', '0.05')
    """
    if math.isinf(value):
        return "-∞" if value < 0 else "∞"
    size = math.floor(math.log10(abs(value))) + 1 if value else 1
    decimals = max(0, significant - size)
    text = f"{value:,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _scale(value: float) -> tuple[float, str]:
    # From 999,500 on, three digits round up to a million.
    return next(((s, w) for s, w in SCALES if abs(value) >= s * 0.9995 and math.isfinite(value)), (1.0, ""))


def number(value: float, significant: int = 3) -> str:
    """`value` as a newsroom prints it.

    >>> number(41_666_667), number(2310), number(0.5)
    ('41.7 million', '2,310', '0.5')
    """
    size, word = _scale(value)
    return f"{digits(value / size, significant)} {word}".rstrip()


def percent(value: float) -> str:
    """`3.6%`."""
    return f"{digits(value)}%"


def plural(noun: str) -> str:
    """The plural of a singular noun phrase; of `barrel per day`, `barrels per day`."""
    head, per, rest = noun.partition(" per ")
    *words, last = head.split(" ")
    if last in PLURALS:
        last = PLURALS[last]
    elif re.search(r"(?:s|x|z|ch|sh)$", last):
        last += "es"
    elif re.search(r"[^aeiou]y$", last):
        last = last[:-1] + "ies"
    else:
        last += "s"
    return " ".join([*words, last]) + per + rest


def quantity(value: float, unit: str, significant: int = 3) -> str:
    """`value` with a unit of the facts table.

    >>> quantity(4.9e9, "USD"), quantity(3.6, "percent"), quantity(80, "USD per barrel")
    ('$4.9 billion', '3.6%', '$80 per barrel')
    >>> quantity(1_500_000, "barrel per day"), quantity(-3e6, "CHF")
    ('1.5 million barrels per day', '-CHF 3 million')
    """
    if unit == "percent":
        return percent(value)
    text = number(value, significant)
    if money := MONEY.fullmatch(unit):
        code, per = money.groups()
        sign = "-" if text.startswith("-") else ""
        return f"{sign}{SIGNS.get(code, code + ' ')}{text.removeprefix('-')}{per}"
    if not unit:
        return text
    return f"{text} {unit if text == '1' else plural(unit)}"


def interval(values: Interval, per: float = 1.0) -> str:
    """The values as `(40.3\u201343.5)`, divided by `per` (the scale that the text beside it names).

    >>> from checks.model import Interval
    >>> interval(Interval(40.3e6, 43.5e6), per=1e6), interval(Interval(240, math.inf))
    ('(40.3\u201343.5)', '(240 or more)')
    """
    low, high = values.low / per, values.high / per
    if math.isinf(low) or math.isinf(high):
        if math.isinf(low) and math.isinf(high):
            return "(anything)"
        return f"({digits(high)} or less)" if math.isinf(low) else f"({digits(low)} or more)"
    # As many digits as tell the two ends apart, and no more than five.
    for significant in (3, 4, 5):
        ends = digits(low, significant), digits(high, significant)
        if ends[0] != ends[1]:
            dash = " to " if low < 0 else "\u2013"
            return f"({ends[0]}{dash}{ends[1]})"
    return f"({ends[0]})"


def reckoned(plain: float, values: Interval, unit: str = "") -> str:
    """A computed quantity: what the printed values give, and in brackets all that the wording allows.

    >>> from checks.model import Interval
    >>> reckoned(41.67e6, Interval(40.3e6, 43.1e6), "barrel per day")
    '41.7 million (40.3\u201343.1) barrels per day'
    >>> reckoned(50, Interval(48.5, 51.5), "percent")
    '50% (48.5\u201351.5)'
    """
    if values.high - values.low <= 1e-9 * abs(plain):
        return quantity(plain, unit)
    around = interval(values, _scale(plain)[0])
    if unit == "percent":
        return f"{percent(plain)} {around}"
    text = number(plain)
    return quantity(plain, unit).replace(text, f"{text} {around}", 1)


def day(date: dt.date) -> str:
    """`13 June 2025`."""
    return f"{date.day} {date:%B} {date.year}"


def listing(words: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {joint} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
