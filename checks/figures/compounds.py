"""Two numbers that make one: `5ft 10in`, `2 hours and 15 minutes`, `9st 4lb`, `3 dollars 50 cents`.

The figure is in the unit of the first: 5.8333 foot, 2.25 hour, 3.5 USD.
"""

from __future__ import annotations

import itertools
import re

from checks.figures.quantity import Measured

#: (unit, smaller unit that may follow it) -> how many of the smaller make one
_PARTS: dict[tuple[str, str], float] = {
    ("foot", "inch"): 12, ("mile", "yard"): 1760, ("yard", "foot"): 3, ("stone", "pound mass"): 14,
    ("pound mass", "ounce"): 16, ("year", "month"): 12, ("month", "week"): 4.348, ("month", "day"): 30.44,
    ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60, ("USD",
    "cent"): 100,
    ("EUR", "cent"): 100, ("GBP", "penny"): 100, ("INR", "paisa"): 100, ("RUB", "kopeck"): 100,
}  # fmt: skip
#: what a number without its unit is after these: `6ft 2`, `thirteen dollars forty`
_BARE: dict[str, float] = {"foot": 12, "USD": 100, "GBP": 100, "EUR": 100}
_GAP = re.compile(r"(?:[ \u00a0]?| and )\Z")
_ENDS = re.compile(r"[.,;:)\]”\"’!?](?![0-9])|$|\n| (?:tall|high|long|wide|deep|and|in|on|at|to|for)\b")


def compound(text: str, numbers: list[Measured]) -> Measured | None:
    """The one figure that neighbours make, in the unit of the first; None if the last is another figure."""
    first, before, last = numbers[0], numbers[-2], numbers[-1]
    if first.kind not in ("measurement", "duration", "money") or before.numeral.scaled or last.numeral.scaled:
        return None
    gap = text[before.end : last.start]
    if len(gap) > 5 or not _GAP.match(gap) or before.value != int(before.value) or last.value < 0:
        return None
    if not last.value < (_parts(before.unit, last.unit) or _bare(text, before, last, gap)):
        return None
    value, size = first.value, 1.0
    for one, other in itertools.pairwise(numbers):
        size /= _parts(one.unit, other.unit) or _BARE[one.unit]
        value += other.value * size
    return first._replace(end=last.end, value=value, half=last.half * size)


def _parts(unit: str, smaller: str) -> float:
    return _PARTS.get((unit, smaller), 0.0)


def _bare(text: str, before: Measured, last: Measured, gap: str) -> float:
    """How many of a bare number make one of the unit before it: `6ft 2`, `thirteen dollars forty`."""
    spelled = last.numeral.words
    if last.kind != "count" or gap not in ("", " ") or (last.numeral.grouped and not spelled):
        return 0.0
    if not (spelled or before.unit == "foot") or not _ENDS.match(text, last.end):
        return 0.0
    return _BARE.get(before.unit, 0.0) if before.kind != "money" or before.money.isalpha() else 0.0
