"""Units in which two texts may print one quantity: the same, another times a number, or none at all."""

from __future__ import annotations

import re

from checks.facts.relations import lengths
from checks.figures.conversion import conversions
from checks.figures.units import dimension
from checks.matching import terms
from checks.matching.comparable import Row, base_unit
from checks.matching.evidence.corpus import kindred
from checks.model import Interval

#: Units that are another times a number: a basis point is a hundredth of a percentage point.
_FAMILIES = (
    {"percentage point": 1.0, "point": 1.0, "basis point": 0.01},
    {"USD": 1.0, "cent": 0.01},
    {"EUR": 1.0, "cent": 0.01},
    {"GBP": 1.0, "penny": 0.01, "pence": 0.01},
    {"percent": 1.0, "": 100.0},
)
#: What of a printed amount is no coin: its digits and its scale.
_NO_COIN = re.compile(
    r"[\d.,\s-]+|\b(?:hundred|thousand|million|billion|trillion|half|an?|mn|bn|tn|[kmb])\b", re.IGNORECASE
)
#: Kinds whose unit a text leaves out where it was just printed: "8.4 million litres, against 6.1 million".
ELLIPTIC = frozenset({"money", "measurement"})


def unit_of(row: Row) -> str:
    """The unit by which figures are compared; how often is left to the words."""
    return base_unit(row.unit)


def bare(row: Row) -> bool:
    """Whether a large number stands without anything that it counts, as after one with a unit."""
    return row.kind == "count" and not row.unit and "illion" in row.surface


def akin(a: Row, b: Row) -> bool:
    """Whether two figures may be reckoned with: of one kind and unit, which one may leave out."""
    if kindred(a) == kindred(b):
        return True
    return any(bare(one) and other.kind in ELLIPTIC for one, other in ((a, b), (b, a)))


def one_unit(draft: Row, given: Row) -> bool:
    """Whether two figures are told in one unit: counts of anything are, and a unit may be understood."""
    if draft.kind != given.kind:
        return any(bare(a) and b.kind in ELLIPTIC for a, b in ((draft, given), (given, draft)))
    if draft.kind == "count":
        return True
    here, there = unit_of(draft), unit_of(given)
    return here == there or _understood(draft, given) or _one_coin(draft, given)


def _understood(draft: Row, given: Row) -> bool:
    """Whether the "per person" of the one unit stands in the words around the other figure."""
    (short, _), (long, other) = sorted(((unit_of(r), r) for r in (draft, given)), key=lambda u: len(u[0]))
    base, per, of = long.rpartition(" per ")
    rest = given if other is draft else draft
    return bool(per) and base == short and terms.fold(of) in terms.content(rest.sentence)


def _one_coin(draft: Row, given: Row) -> bool:
    """Whether two amounts print one name or sign of a coin, though their texts speak of two countries."""
    coins = [_NO_COIN.sub(" ", row.surface).split() for row in (draft, given)]
    return draft.kind == "money" and bool(coins[0]) and coins[0] == coins[1]


def factor_of(draft: Row, given: Row) -> Interval | None:
    """What turns the unit of `given` into that of `draft` by multiplication; None where nothing does."""
    here, there = unit_of(draft), unit_of(given)
    if one_unit(draft, given):
        return Interval(1.0, 1.0)
    if draft.kind == given.kind == "duration":
        if here in lengths.DAYS and there in lengths.DAYS:
            return lengths.times(here, there)
        return None
    shares = {draft.kind, given.kind} == {"percent", "ratio"}
    for family in _FAMILIES:
        # a ratio ("one in five") has no unit, or that of what it is of
        first, second = (("" if shares and row.kind == "ratio" else unit_of(row)) for row in (draft, given))
        if (shares or "" not in (first, second)) and first in family and second in family:
            ratio = family[second] / family[first]
            return Interval(ratio, ratio)
    if draft.kind == given.kind == "measurement" and dimension(here) == dimension(there) != "":
        for way in conversions(there, here):
            if not way.inverse and not way.offset:
                return Interval(way.factor, way.factor)
    return None
