"""Units without their metric prefix: a gigaton is 1e9 tonnes.

The fact table keeps the unit as printed (`127 gigatonnes` is 127 `gigaton`, as quantulum3 calls it);
figures in `megawatt` and in `gigawatt` can be compared by what `base` makes of their units.
"""

from __future__ import annotations

from functools import cache, lru_cache

from checks import lexicon
from checks.figures import units

#: Powers of a length: a square kilometre is 1e3 ** 2 square metres.
_POWERS = {"square ": 2, "cubic ": 3}


@lru_cache(maxsize=4096)
def base(unit: str) -> tuple[str, float]:
    """The unit without metric prefixes, on either side of "per", and how many of it one `unit` is.

    A unit without a prefix, or whose prefix belongs to its name ("hectare"), is its own base, as is money.

    >>> base("gigaton"), base("USD per megawatt hour"), base("mile")
    (('tonne', 1000000000.0), ('USD per watt hour', 1e-06), ('mile', 1.0))
    """
    above, per, below = unit.rpartition(" per ")
    if not per:
        return _stripped(unit)
    top, factor = base(above)
    bottom, divisor = _stripped(below)
    return f"{top} per {bottom}", factor / divisor


@cache
def _prefixes() -> tuple[tuple[str, float], ...]:
    return tuple((row["prefix"], float(row["factor"])) for row in lexicon.table("unit_prefixes"))


def _stripped(unit: str) -> tuple[str, float]:
    head = next((word for word in _POWERS if unit.startswith(word)), "")
    rest = unit[len(head) :]
    for prefix, factor in _prefixes():
        if rest.startswith(prefix):
            name = head + rest[len(prefix) :].lstrip(" ")
            if name == "ton":
                name = "tonne"  # a prefix makes it the metric one
            if units.dimension(unit) and units.dimension(name) == units.dimension(unit):
                return name, factor ** _POWERS.get(head, 1)
    return unit, 1.0
