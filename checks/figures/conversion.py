"""The same quantity in another unit, through pint: miles and kilometres, Celsius and Fahrenheit, mpg and
l/100km.

The only importer of pint, and only when a conversion is asked for: its registry takes a second to build.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from checks import lexicon
from checks.figures.units import dimension

if TYPE_CHECKING:
    import pint

_COUNT = re.compile(r"(\d+) (.+)")
_POWERS = {"square": 2, "cubic": 3}


class Conversion(NamedTuple):
    """How values of one unit become values of another: `factor` x value + `offset`, or `factor` / value."""

    factor: float
    offset: float = 0.0
    inverse: bool = False

    def __call__(self, value: float) -> float:
        """`value` in the other unit. An inverse has none for 0: ZeroDivisionError."""
        return self.factor / value if self.inverse else self.factor * value + self.offset


@lru_cache(maxsize=1024)
def conversions(start: str, to: str, *, difference: bool = False) -> tuple[Conversion, ...]:
    """From the unit `start` to the unit `to`, both as in the facts table: one a meaning of their names.

    A gallon is a US or an imperial one: "mile per gallon" to "litre per 100 kilometre" has two. `difference`
    is for temperatures that tell a step ("2C warmer"). Empty where a unit is unknown or the two measure
    different things.
    """
    found: dict[Conversion, None] = {}
    for first, second in product(expressions(start), expressions(to)):
        conversion = _between(first, second, difference=difference)
        if conversion is not None:
            found[conversion] = None
    return tuple(found)


def expressions(unit: str) -> tuple[str, ...]:
    """What pint calls a unit of the facts table, one expression a meaning; empty where it has no name.

    >>> expressions("square mile"), expressions("nautical mile"), expressions("pint per hour")
    (('mile ** 2',), ('nautical_mile',), ('(pint) / (hour)', '(imperial_pint) / (hour)'))
    """
    names = _names()
    if unit in names:
        return names[unit]
    above, per, below = unit.partition(" per ")
    if per:
        pairs = product(expressions(above), expressions(below))
        return tuple(f"({first}) / ({second})" for first, second in pairs)
    if count := _COUNT.fullmatch(unit):
        return tuple(f"{count[1]} * {name}" for name in expressions(count[2]))
    power, _, base = unit.partition(" ")
    if power in _POWERS and base:
        return tuple(f"{name} ** {_POWERS[power]}" for name in expressions(base))
    return (unit.replace(" ", "_"),) if unit else ()


@cache
def _names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for row in lexicon.table("pint_units"):
        names[row["unit"]] = (*names.get(row["unit"], ()), *filter(None, [row["pint"]]))
    return names


@cache
def registry() -> pint.UnitRegistry[Any]:
    """Pint's own units."""
    import pint

    return pint.UnitRegistry()


def _between(first: str, second: str, *, difference: bool) -> Conversion | None:
    from pint import PintError

    try:
        a, b = (registry().parse_expression(name) for name in (first, second))
        if not (hasattr(a, "dimensionality") and hasattr(b, "dimensionality")):
            return None
        if a.dimensionality == b.dimensionality == registry().get_dimensionality("[temperature]"):
            zero, one = (registry().Quantity(value, a.units).to(b.units).magnitude for value in (0.0, 1.0))
            return Conversion(one - zero, 0.0 if difference else zero)
        if a.dimensionality == b.dimensionality:
            return Conversion(float((a / b).to("dimensionless").magnitude))
        if (a * b).dimensionless:
            return Conversion(float((1 / (a * b)).to("dimensionless").magnitude), inverse=True)
    except (PintError, ValueError, TypeError, AssertionError):
        # A name that pint cannot read is a unit that it does not know.
        return None
    return None


def convertible(start: str, to: str) -> bool:
    """Whether the two units are of one dimension, or of fuel per distance and distance per fuel."""
    first, second = dimension(start), dimension(to)
    return bool(first) and (first == second or {first, second} == {"fuel economy", "fuel consumption"})
