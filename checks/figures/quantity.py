"""What kind of figure a numeral is, and its unit: money, percent, points, age, measurement, duration, count."""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.figures import currencies, units
from checks.figures.numerals import Numeral
from checks.model import Kind

_PERCENT = re.compile(
    r"[ \u00a0-]?(?:(?P<sign>%|‰)|(?P<word>per ?cents?|percent(?:age)?s?|pct|per mille|basis|bps?)\b)"
    r"(?P<points>[ -](?:age[ -])?points?\b)?(?![ -]of[ -]GDP[ -]points)"
)
_AGE = re.compile(
    r"[ -](?P<unit>year|month|week|day)s?(?:[ -]olds?\b| of age\b)(?!,? (?:utilities|bill))", re.IGNORECASE
)
_AGED_BEFORE = re.compile(
    r"(?:\b[Aa]ged?|\b[Aa]t the age of)(?: between| from| about| just| only| over| under)? $"
)
_APPOSITION = re.compile(r"[A-Z][\w’'.-]*[a-z\]],? $")
_METRES = re.compile(
    r" (?:tall|high|long|wide|deep|away|above|below|from|race|sprint|freestyle|backstroke|butterfly|breaststroke|hurdles"
    r"|relay|final|finals|gold|silver|bronze|medley|steeplechase|event|record|champion|runner|dash|of water|apart|x|tower"
    r"|statue|fence|wall|yacht|pool|semi-finals?|heats?)\b|[ -]?[x×]"
)
_COUNTED = re.compile(
    r" (?:[a-z][\w-]+ ){0,2}?(?:[a-z][\w-]*s|people|men|women|children|of|more|in|a|to|by|for|on|and|last|this|last)\b"
)
#: what a hundredth of a currency is called, where it is not the cent
_SUBUNITS = {
    "GBP": "penny",
    "INR": "paisa",
    "MYR": "sen",
    "IDR": "sen",
    "JPY": "sen",
    "RUB": "kopeck",
    "CHF": "rappen",
}


class Measured(NamedTuple):
    """A numeral with its sign, currency and unit: where it begins and ends, and what it is.

    `bare_dollar` marks a lone `$`, whose country the article's wording decides.
    """

    start: int
    end: int
    kind: Kind
    unit: str
    value: float
    half: float
    numeral: Numeral
    bare_dollar: bool = False


def measure(text: str, n: Numeral) -> Measured:
    """The kind and unit of numeral `n`; `count` with an empty unit where none is printed."""
    start, end, value, half = n.start, n.end, n.value, n.half
    prefix = currencies.prefix(text, start)
    if prefix is not None:
        start, code = prefix
        start, value = _signed(text, start, value)
        bare = text[start : n.start].strip("-−") == "$"
        rate = units.rate(text, end)
        unit = code
        if rate is not None:
            end, unit = rate[0], f"{code} {rate[1]}"
        return Measured(start, end, "money", unit, value, half, n, bare)
    start, value = _signed(text, start, value)
    after = text[end : end + 1]
    if after and (after in "%‰ -\u00a0bp" or after.isalpha() or after in "°/'\"′″€£$¥₹"):
        found = _percent(text, start, end, value, half, n) or _money(text, start, end, value, half, n)
        found = found or _age(text, start, end, value, half, n)
        found = found or _unit(text, start, end, value, half, n)
        if found is not None:
            return found
    if not n.scaled and not n.malformed and value == int(value) and 0 < value <= 120 and _is_age(text, n):
        return Measured(start, end, "age", "year", value, half, n)
    return Measured(start, end, "count", "", value, half, n)


def _signed(text: str, start: int, value: float) -> tuple[int, float]:
    if start and text[start - 1] in "-−" and (start == 1 or text[start - 2] in " (\n\u00a0"):
        return start - 1, -value
    if text.endswith(("minus ", "Minus "), max(0, start - 6), start):
        return start - 6, -value
    return start, value


def _percent(text: str, start: int, end: int, value: float, half: float, n: Numeral) -> Measured | None:
    m = _PERCENT.match(text, end)
    if m is None:
        return None
    word = (m.group("word") or m.group("sign")).lower()
    if word in ("basis", "bp", "bps"):
        if word == "basis" and not m.group("points"):
            return None
        return Measured(start, m.end(), "points", "basis point", value, half, n)
    if word in ("‰", "per mille"):
        return Measured(start, m.end(), "percent", "per mille", value, half, n)
    if m.group("points"):
        return Measured(start, m.end(), "points", "percentage point", value, half, n)
    rate = units.rate(text, m.end())
    if rate is not None:
        return Measured(start, rate[0], "percent", f"percent {rate[1]}", value, half, n)
    return Measured(start, m.end(), "percent", "percent", value, half, n)


def _money(text: str, start: int, end: int, value: float, half: float, n: Numeral) -> Measured | None:
    suffix = currencies.suffix(text, end + (text[end] in " -\u00a0"))
    if suffix is None:
        return None
    end, code, factor = suffix
    unit = code if factor == 1 else _SUBUNITS.get(code, "cent")
    rate = units.rate(text, end)
    if rate is not None:
        end, unit = rate[0], f"{unit} {rate[1]}"
    return Measured(start, end, "money", unit, value, half, n)


def _age(text: str, start: int, end: int, value: float, half: float, n: Numeral) -> Measured | None:
    m = _AGE.match(text, end)
    return Measured(start, m.end(), "age", m.group("unit").lower(), value, half, n) if m else None


def _unit(text: str, start: int, end: int, value: float, half: float, n: Numeral) -> Measured | None:
    if n.scaled and text[end - 1] in "mM" and text[end - 2].isdigit() and in_metres(text, n):
        rate = units.rate(text, end)
        unit = "metre" if rate is None else f"metre {rate[1]}"
        return Measured(start, rate[0] if rate else end, "measurement", unit, value / 1e6, half / 1e6, n)
    found = units.match(text, end + (text[end] in " -\u00a0"))
    if found is None:
        return None
    stop, unit_ = found
    if unit_.dimension == "time" and text.startswith(("-old", " old"), stop):
        return None
    kind: Kind = "duration" if unit_.dimension == "time" else "measurement"
    return Measured(start, stop, kind, unit_.name, value * unit_.factor, half * unit_.factor, n)


def in_metres(text: str, n: Numeral) -> bool:
    """Whether the glued `m` after digits is metres (`the 100m final`), not millions (`2.5m people`)."""
    if text[n.end - 1] == "M":
        return False
    if _METRES.match(text, n.end) or text.startswith(("-long", "-high", "-tall", "-wide", "-deep"), n.end):
        return True
    return not (_COUNTED.match(text, n.end) or units.match(text, n.end + 1)) and n.value / 1e6 in _DISTANCES


_DISTANCES = frozenset({60.0, 100.0, 110.0, 200.0, 400.0, 800.0, 1500.0, 3000.0, 5000.0, 10000.0})


def _is_age(text: str, n: Numeral) -> bool:
    """`aged 34`, or `Priya Venkatesan, 47, as chief executive`."""
    left = text[max(0, n.start - 40) : n.start]
    if _AGED_BEFORE.search(left):
        return True
    after = text[n.end : n.end + 1]
    return bool(
        not n.words and n.value >= 3 and after in (",", ".", ")", ";") and left.endswith(", ") and _APPOSITION.search(left)
        and text[n.end + 1 : n.end + 2] in ("", " ", "\n") and not _MONTH_OR_PLACE.search(left)
    )  # fmt: skip


_MONTH_OR_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|day|St|Street|Road|Ave)\.?, $"
)
