"""Numbers that make one: `5ft 10in`, `2 hours and 15 minutes`, `3 dollars 50 cents`, `Rs 2 crore 50 lakh`.

The figure is in the unit of the first: 5.8333 foot, 2.25 hour, 3.5 USD; of the last where the first has none.
"""

from __future__ import annotations

import itertools
import re

from checks.figures.quantity import Measured

#: (unit, smaller unit that may follow it) -> how many of the smaller make one
_PARTS: dict[tuple[str, str], float] = {
    ("foot", "inch"): 12, ("mile", "yard"): 1760, ("mile", "furlong"): 8, ("yard", "foot"): 3,
    ("furlong", "yard"): 220, ("stone", "pound mass"): 14,
    ("pound mass", "ounce"): 16, ("year", "month"): 12, ("month", "week"): 4.348, ("month", "day"): 30.44,
    ("kilogram", "gram"): 1000, ("kilometre", "metre"): 1000, ("metre", "centimetre"): 100,
    ("gallon", "pint"): 8,
    ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
    ("USD", "cent"): 100, ("EUR", "cent"): 100, ("GBP", "penny"): 100, ("INR", "paisa"): 100,
    ("RUB", "kopeck"): 100,
}  # fmt: skip
#: what a number without its unit is after these: `6ft 2`, `thirteen dollars forty`
_BARE: dict[str, float] = {"foot": 12, "USD": 100, "GBP": 100, "EUR": 100}
_GAP = re.compile(r"(?:[ \u00a0]?| and |-)\Z")
_ENDS = re.compile(
    r"[.,;:)\]”\"’!?](?![0-9])|$|\n| (?:tall|high|long|wide|deep|and|in|on|at|to|for|an?|per"
    r"|each|will|would|is|was"
    r"|buys?|gets?)\b"
)


def compound(text: str, numbers: list[Measured]) -> Measured | None:
    """The one figure that neighbours make, in the unit of the first; None if the last is another figure."""
    first, before, last = numbers[0], numbers[-2], numbers[-1]
    gap = text[before.end : last.start]
    if len(gap) > 5 or last.value < 0 or before.numeral.malformed:
        return None
    if last.numeral.fraction and last.numeral.words:  # "two hours and a half"
        half = gap == " and " and last.value == 0.5 and len(numbers) == 2 and last.kind == "count"
        timed = half and first.kind in ("duration", "measurement") and first.value == int(first.value)
        return first._replace(end=last.end, value=first.value + 0.5, half=0.1) if timed else None
    if before.numeral.scaled:
        return _of_scales(numbers) if gap == " " else None
    if last.numeral.scaled or first.kind not in ("measurement", "duration", "money"):
        return None
    spoken = gap == ", " and before.unit == "hour"  # "two hours, 15 minutes and 30 seconds"
    if not (spoken or _GAP.match(gap)) or before.value != int(before.value):
        return None
    if len(numbers) == 2:
        first = before = _in_sterling(before, last)
    if not last.value < (_parts(before.unit, last.unit) or _bare(text, before, last, gap)):
        return None
    value, size = first.value, 1.0
    for one, other in itertools.pairwise([first, *numbers[1:]]):
        size /= _parts(one.unit, other.unit) or _BARE[one.unit]
        value += other.value * size
    return first._replace(end=last.end, value=value, half=last.half * size)


def _parts(unit: str, smaller: str) -> float:
    return _PARTS.get((unit, smaller), 0.0)


def _in_sterling(pounds: Measured, last: Measured) -> Measured:
    """Pounds are money before pence, and before a bare number in words: `five pounds fifty`."""
    pence = last.unit == "penny" or (last.kind == "count" and last.numeral.words and last.value >= 10)
    if pounds.unit != "pound mass" or not pence:
        return pounds
    return pounds._replace(kind="money", unit="GBP", money="pounds")


def _bare(text: str, before: Measured, last: Measured, gap: str) -> float:
    """How many of a bare number make one of the unit before it: `6ft 2`, `thirteen dollars forty`."""
    spelled = last.numeral.words
    if last.kind != "count" or (last.numeral.grouped and not spelled):
        return 0.0
    if gap == "-":  # "a 6-foot-2 forward"
        return _BARE["foot"] if before.unit == "foot" else 0.0
    if gap not in ("", " "):
        return 0.0
    if not (spelled or before.unit == "foot") or not _ENDS.match(text, last.end):
        return 0.0
    return _BARE.get(before.unit, 0.0) if before.kind != "money" or before.money.isalpha() else 0.0


def _of_scales(numbers: list[Measured]) -> Measured | None:
    """`2 crore 50 lakh`, `7 million 200 thousand`: a scale that goes on with a smaller one."""
    first, before, last = numbers[0], numbers[-2], numbers[-1]
    scale = before.numeral.scale
    if not last.numeral.scaled or scale < 1e5 or last.numeral.scale < 1e3 or not last.value < scale:
        return None
    bare = before.kind in ("count", "money") and before.end == before.numeral.end
    if not bare or before.value % scale or last.start != last.numeral.start:
        return None
    if last.kind != "count":  # "2 crore 50 lakh rupees"
        if first.kind not in ("count", last.kind):
            return None
        first = first._replace(kind=last.kind, unit=last.unit, money=last.money)
    whole = first.numeral._replace(end=last.numeral.end, scale=last.numeral.scale)
    return first._replace(end=last.end, value=sum(m.value for m in numbers), half=last.half, numeral=whole)
