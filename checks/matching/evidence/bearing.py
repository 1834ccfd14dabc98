"""Whether one figure says what another does, at that one's precision.

A text may round what it retells and not the other way about: 4,932 bears "4,900" out, and "about 4,900"
does not bear out "4,932". So what is asked is whether the evidence's value lies in what the draft's wording
allows.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from checks.matching import agreement
from checks.matching.comparable import Row
from checks.matching.evidence.units import factor_of, one_unit
from checks.model import Interval

#: Two printed values this near are one.
SAME = 1e-9
#: Newsrooms round a conversion: a mile is 1.6 kilometres.
CONVERTED = 0.02
#: The most that rounding changes: $1.8 billion is not "$2 billion".
ROUNDED = 0.07
#: A limit so near is one, and not the next round number.
NEAR = 0.01
#: Whole numbers from which on zeros at the end are rounding, of things and of measurements.
LARGE = 1_000
MEASURED = 100
_PRINTED = re.compile(r"\d[\d,]*(?:\.\d+)?")


def borne(draft: Row, given: Row) -> str:
    """How `given` bears `draft` out ("same", "rounding", "conversion"), or ""; their kinds may differ."""
    if draft.kind == "date" or given.kind == "date":
        return "same" if draft.kind == given.kind and agreement.agree(draft, given) else ""
    how = "same"
    if not one_unit(draft, given):
        factor = factor_of(draft, given)
        if factor is None:
            return ""
        given, how = _times(given, factor), "conversion"
    told, known = _ends(draft), _ends(given)
    if len(told) == 2:
        if len(known) < 2 or not all(_says(*pair) for pair in zip(told, known, strict=True)):
            return ""
        exact = [end.value for end in told] == [end.value for end in known]
    else:
        found = [
            end
            for end in known
            if math.isclose(end.value, draft.value, rel_tol=SAME)
            or (_says(told[0], end) if draft.bound == "=" else _limits(draft, given, end))
        ]
        if not found:
            return ""
        exact = any(math.isclose(told[0].value, end.value, rel_tol=SAME) for end in found)
    return how if exact or how != "same" else "rounding"


class End(NamedTuple):
    """A value, what its printed digits allow, and what one of the printed unit is worth (0: told in words).

    `share` marks percentages and points, of which whole ones are told however small they are; from `large` on
    zeros at the end of a whole number are rounding.
    """

    value: float
    low: float
    high: float
    unit: float
    share: bool
    large: float


def _ends(row: Row) -> list[End]:
    """The value, or both ends of a range, each with its rounding."""
    printed = [float(number.replace(",", "")) for number in _PRINTED.findall(row.surface)]
    values = zip((row.value, row.value_to), printed, strict=False)
    units = [value / number if number else 0.0 for value, number in values]
    units += [0.0, 0.0]
    share = row.kind in ("percent", "points")
    large = MEASURED if row.kind == "measurement" else LARGE
    if math.isnan(row.value_to):
        return [End(row.value, row.low, row.high, units[0], share, large)]
    below, above = row.value - row.low, row.high - row.value_to
    return [
        End(row.value, row.low, row.value + below, units[0], share, large),
        End(row.value_to, row.value_to - above, row.high, units[1], share, large),
    ]


def _says(told: End, known: End) -> bool:
    """Whether a known value, rounded, gives what is told; half a unit rounds up."""
    if math.isclose(told.value, known.value, rel_tol=SAME):
        return True
    return told.low <= known.value < told.high and _rounds(told, known)


def _rounds(told: End, known: End) -> bool:
    """Whether a value in which digits were dropped was rounded, and not changed.

    Zeros at the end of a whole number may be meant: who has 11,100 and rounds writes "11,000" no more than
    "$1,000" for $999. So a whole number must be large and have two digits less that count.
    """
    away = abs(told.value - known.value)
    if away <= told.unit / 2 or not told.unit:
        return told.share or away <= ROUNDED * abs(known.value)
    large = min(abs(told.value), abs(known.value)) >= told.large * told.unit
    return large and _significant(known.value) >= _significant(told.value) + 2


def _significant(value: float) -> int:
    """How many digits count: 2 of 580,000.

    >>> _significant(580_000), _significant(4.93e9)
    (2, 3)
    """
    return len(f"{abs(value):.9e}".partition("e")[0].rstrip("0").replace(".", ""))


def _limits(draft: Row, given: Row, known: End) -> bool:
    """Whether a limit or an approximate value ("over 200", "nearly 30%") is what one says of a known value.

    Of 236, "over 200" or "about 240"; not "over 100", true as it is. A known limit is that limit.
    """
    if not draft.low <= known.value <= draft.high or not draft.value:
        return False
    near = abs(known.value / draft.value - 1) <= NEAR
    if given.bound[0] in "<>":
        return near
    size = 10.0 ** (math.floor(math.log10(abs(draft.value))) - _significant(draft.value) + 1)
    steps = known.value / size
    whole = {"<": math.ceil(steps), ">": math.floor(steps), "~": round(steps)}[draft.bound[0]]
    return math.isclose(whole * size, draft.value) or near


def _times(given: Row, factor: Interval) -> Row:
    """`given` in another unit, its interval widened by what a conversion is rounded."""
    middle = (factor.low + factor.high) / 2
    ends = [given.value * middle, given.value_to * middle]
    return given._replace(
        value=ends[0],
        value_to=ends[1],
        low=given.low * factor.low * (1 - CONVERTED),
        high=given.high * factor.high * (1 + CONVERTED),
    )
