"""Units of measure after a number, under quantulum3's names. The only module that imports quantulum3.

The phrases come from lexicon/units.csv, which tools/build_units.py makes from quantulum3's own lists, so that
quantulum3 itself (seconds to load) is asked only about a phrase that the table lacks.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from checks import lexicon
from checks.figures import currencies, rates
from checks.figures.phrases import Phrases


class Unit(NamedTuple):
    """A unit under quantulum3's name with spaces for hyphens, and its dimension (quantulum3's "entity").

    A value in the phrase as printed is `factor` times as many of the unit (1 mb/d is a million barrels
    per day).
    """

    name: str
    dimension: str
    factor: float = 1.0


class _Entry(NamedTuple):
    unit: Unit
    place: str
    unless: frozenset[str]


#: words and suffixes that may stand between the digits and a symbol: "5 million t", "3bn m3"
_SCALED = re.compile(r"(?:[\d½¼¾⅓⅔]|(?:million|billion|trillion|thousand|hundred|mn|bn|mln|bln|tn|m|k))\Z")
_DECIMAL = re.compile(r"\d\.\d+\Z")
_DIGITS = frozenset("0123456789½¼¾⅓⅔⅛")
_GAPS = frozenset(" -\u00a0\u2009\u202f\u2011")
_NEXT_WORD = re.compile(r"[\s-]([^\W\d_]+)")
_FEET = re.compile(r"['’](?=\d{1,2}(?:\"|”|″|''|’’))")
_INCHES = re.compile(r"\"|”|''|’’")
_FEET_BEFORE = re.compile(r"\d['’]\d{1,2}\Z")


#: places (see lexicon/unit_spellings.csv) of phrases that are met in their own case only
EXACT = ("symbol", "glued", "decimal", "lower")


@cache
def _phrases() -> Phrases[_Entry]:
    rows = []
    for row in lexicon.table("units"):
        unit = Unit(row["unit"], row["dimension"] or _dimension_of(row["unit"]), float(row["factor"] or 1))
        entry = _Entry(unit, row["place"], frozenset(row["unless"].split()))
        rows.append((row["phrase"], row["place"] in EXACT, entry))
    return Phrases(rows)


def first_words() -> frozenset[str]:
    """What the phrases of `match` begin with."""
    return _phrases().first_words()


def match(text: str, pos: int) -> tuple[int, Unit] | None:
    """The longest unit phrase that begins at `pos`, with its own rate: its end and the unit, or None.

    `pos` is after the number, and after one space or hyphen if there is one. A phrase that has a rate of
    its own takes it in: `barrels a day`, `km/h`, `tonnes per hectare`. "m" is given as metre; whether it
    means million is the caller's to decide first.
    """
    for end, entry in _phrases().at(text, pos):
        if not _fits(text, pos, end, entry):
            continue
        per = rates.rate(text, end) if " per " not in entry.unit.name else None
        return (per[0], _ratio(entry.unit, per[1])) if per else (end, entry.unit)
    return _quoted(text, pos)


def _fits(text: str, start: int, end: int, entry: _Entry) -> bool:
    """Whether the place and the words around allow the phrase at start:end to be a unit."""
    if entry.place in ("symbol", "glued", "decimal"):
        if not _after_number(text, start, entry.place != "symbol") or not _symbol_ends(text, start, end):
            return False
        if entry.place == "decimal" and not _DECIMAL.search(text, max(0, start - 8), start):
            return False
    elif entry.place == "counted" and not _counted(text, start):
        return False
    if entry.unless:
        m = _NEXT_WORD.match(text, end)
        if m is not None and m.group(1).lower() in entry.unless:
            return False
    return True


def _after_number(text: str, start: int, glued: bool) -> bool:
    """Whether digits stand right before, or (unless `glued`) before one space or hyphen or a scale word."""
    if text[start - 1 : start] in _DIGITS:
        return True
    if glued or start < 2:
        return False
    before = start - 1 if text[start - 1] in _GAPS else start
    return text[before - 1] in _DIGITS or _SCALED.search(text, max(0, before - 9), before) is not None


def _symbol_ends(text: str, start: int, end: int) -> bool:
    """Whether a symbol is not the beginning of a name: `5 C-130s`, `20 W Broadway`, `5 m.p.`, `10 M&S`."""
    following = text[end : end + 2]
    if not following:
        return True
    if following[0] == "&" or (following[0] in ".'’" and following[1:].isalpha()):
        return False
    if end - start == 1:
        if following[0] == "-" and (following[1:].isdigit() or text[start].isupper()):
            return False
        if text[start].isupper() and text[start - 1] in _GAPS and following[0] == " ":
            return not following[1:].isupper()
    if text[end - 1] == ".":  # "5 in. of rain", but "he came 5 in. Then"
        return text[end : end + 2].strip().islower()
    return True


def _counted(text: str, start: int) -> bool:
    """Whether "second" is a time here: `1 second`, `30-second`, `30 second`; not `two second homes`."""
    gap = text[start - 1 : start]
    return (
        gap in _DIGITS
        or gap in ("-", "\u2011")
        or text[max(0, start - 2) : start - 1] in _DIGITS
        or (text[max(0, start - 4) : start - 1].lower() == "one")
    )


def _quoted(text: str, pos: int) -> tuple[int, Unit] | None:
    """Feet and inches as marks, in `6'2"` alone: elsewhere a mark after digits closes a quotation."""
    if text[pos : pos + 1] not in ("'", "’", '"', "”"):
        return None
    if _FEET.match(text, pos) and text[pos - 1 : pos].isdigit():
        return pos + 1, Unit("foot", "length")
    m = _INCHES.match(text, pos)
    if m is not None and _FEET_BEFORE.search(text, max(0, pos - 4), pos):
        return m.end(), Unit("inch", "length")
    return None


def rate(text: str, pos: int) -> tuple[int, str] | None:
    """The rate that begins at `pos` (see rates.rate): its end and, for instance, `per barrel`, or None."""
    return rates.rate(text, pos)


@lru_cache(maxsize=1024)
def _ratio(unit: Unit, per: str) -> Unit:
    name = f"{unit.name} {per}"
    return Unit(name, dimension(name), unit.factor)


@cache
def _names() -> dict[str, str]:
    return {row["unit"]: row["dimension"] for row in lexicon.table("units") if row["dimension"]}


@cache
def _ratio_dimensions() -> dict[tuple[str, str], str]:
    return {(r["numerator"], r["denominator"]): r["dimension"] for r in lexicon.table("unit_dimensions")}


@lru_cache(maxsize=4096)
def _dimension_of(unit: str) -> str:
    known = _names().get(unit)
    if known is not None:
        return known
    if unit in ("percent", "percentage point"):
        return "dimensionless"
    if unit in currencies.codes():
        return "currency"
    above, per, below = unit.rpartition(" per ")
    above = _dimension_of(above) if per else ""
    if not above:
        return ""
    below = _names().get(below.lstrip("0123456789, "), below)
    return _ratio_dimensions().get((above, below), f"{above} per {below}")


def dimension(unit: str) -> str:
    """The dimension of a unit as the fact table names it: `USD per barrel`: `currency per volume`.

    Empty for a counted noun. Two figures can be compared, converted or added only within one dimension.
    """
    return _dimension_of(unit)


_GOES_ON = re.compile(r"[ -](?=[A-Za-z])")


def compound(text: str, pos: int, first: tuple[int, Unit]) -> tuple[int, Unit]:
    """The unit `first`, matched at `pos`, with the unit word after it where both are one: `volt seconds`.

    A compound that the table lacks is quantulum3's to know. Two words of time are none (`a 40-hour week`),
    nor is what an ordinal counts (`a 71st-minute goal`).
    """
    end, unit = first
    if text[pos:end].lower() == "st" and text[pos - 1 : pos].isdigit():
        return first
    m = _GOES_ON.match(text, end)
    second = match(text, m.end()) if m is not None else None
    if second is None or unit.dimension == "time" or second[1].dimension == "currency":
        return first
    whole = resolve(text[pos : second[0]])
    return (second[0], whole) if whole is not None else first


@lru_cache(maxsize=4096)
def resolve(phrase: str) -> Unit | None:
    """The unit that a whole phrase names, from the table or else from quantulum3; None if it is none.

    The first phrase that the table lacks loads quantulum3, which takes seconds; one with no word of any
    unit in it is refused without.
    """
    phrase = phrase.strip()
    for text, pos in ((f"1 {phrase}", 2), (f"1{phrase}", 1)):
        found = match(text, pos)
        if found is not None and found[0] == len(text):
            return found[1]
    words = re.findall(r"[^\W\d_]+", phrase)
    if len(phrase) > 60 or len(words) < 2 or not any(_phrases().at(word, 0) for word in words):
        return None
    return _by_quantulum3(phrase)


def _by_quantulum3(phrase: str) -> Unit | None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns that its optional classifier is not installed
        from quantulum3 import parser

        found = parser.parse(f"1 {phrase}")
    if len(found) != 1 or found[0].surface != f"1 {phrase}":
        return None
    unit = found[0].unit
    if unit.entity.name in ("dimensionless", "currency"):
        return None
    # without its classifier it takes every second and minute in a rate for an angle
    name = (
        str(unit.name).replace("-", " ").replace("second of arc", "second").replace("minute of arc", "minute")
    )
    known = str(unit.entity.name)
    # "unknown" would make any two such units comparable
    return Unit(name, known if known != "unknown" else dimension(name) or name)
