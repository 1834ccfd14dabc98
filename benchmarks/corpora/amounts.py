"""Quantities as a paper prints them: with its own sign for percent, short or long scales, rounded or not."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace
from typing import NamedTuple


class Style(NamedTuple):
    """How one paper prints. `rough`: it rounds amounts of money and large counts to two figures."""

    percent: str = "%"
    short: bool = False
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """`number`, as exact as it is printed; money has `sign`, what is measured `unit`."""

    number: float
    sign: str = ""
    unit: str = ""
    places: int = 0

    def printed(self, style: Style) -> str:
        """The amount in `style`."""
        if self.unit == "%":
            return f"{self.number:.{self.places}f}{style.percent}"
        number = self.number
        if style.rough and number > 1000:
            number = round_to(number, 2 if self.sign else 3)
        if self.number >= 1e6:
            scale, word, letter = next(s for s in _SCALES if self.number >= s[0])
            text = f"{round_to(number / scale, 4):.6g}"
            tail = letter if style.short and self.sign else f" {word}"
        else:
            text, tail = f"{number:,.{self.places}f}", ""
        unit = f" {self.unit}" if self.unit else ""
        return f"{self.sign}{text}{tail}{unit}"


_SCALES = ((1e12, "trillion", "tn"), (1e9, "billion", "bn"), (1e6, "million", "m"))


def round_to(x: float, figures: int) -> float:
    """`x` to so many significant figures."""
    unit = 10.0 ** (math.floor(math.log10(x)) + 1 - figures) if x else 1.0
    return float(f"{math.floor(x / unit + 0.5 + 1e-9) * unit:.12g}")  # halves go up, as people have it


def money(x: float, sign: str, figures: int = 3) -> Amount:
    """An amount of money, to three figures."""
    return Amount(round_to(x, figures), sign)


def count(x: float) -> Amount:
    """A whole number."""
    return Amount(max(1, round(x)))


def percent(x: float, places: int = 0) -> Amount:
    """A share or a change in percent."""
    return Amount(round(abs(x), places), unit="%", places=places)


def change(new: Amount, old: Amount) -> Amount:
    """By how many percent `new` is above or below `old`, to a tenth."""
    return percent((new.number / old.number - 1) * 100, 1)


def drifted(amount: Amount, r: random.Random) -> Amount:
    """Another amount that looks like it: two digits changed places, or one is another. Off by over 15 %."""
    text = f"{amount.number:.{amount.places}f}".rstrip("0").rstrip(".")
    for _ in range(20):
        digits = list(text)
        at = [i for i, c in enumerate(digits) if c.isdigit()]
        if len(at) > 1 and r.random() < 0.6:
            digits[at[0]], digits[at[1]] = digits[at[1]], digits[at[0]]
        else:
            digits[at[0]] = str(r.randint(1, 9))
        number = float("".join(digits)) * 10 ** (len(str(int(amount.number))) - len(text.split(".")[0]))
        if digits[0] != "0" and not 0.85 < number / amount.number < 1.15:
            return replace(amount, number=number)
    return replace(amount, number=round_to(amount.number * 1.6, 3))


def slipped(amount: Amount) -> Amount:
    """The amount with billions for millions, or the other way about."""
    return replace(amount, number=amount.number * 1000 if amount.number < 1e9 else amount.number / 1000)
