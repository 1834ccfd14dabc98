"""A change between two percentages: in percent of the old one, or in percentage points.

53% to 48% is a fall of 5 percentage points, and of 9.4% of the 53%.
"""

from __future__ import annotations

from typing import Literal

from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import overlap, percent_change, scale, subtract
from checks.rules.arithmetic.ties import in_percent, true_values

#: A plain change so many times the one printed is not meant, whatever the rounding of the levels allows.
FAR = 3


def size(change: Row) -> Interval:
    """The printed size of a change in percent, or in percentage points (a basis point is a hundredth)."""
    return scale(in_percent(change), 0.01) if change.unit == "basis point" else in_percent(change)


def mistaken(change: Row, new: Row, old: Row) -> Literal["percent", "points", ""]:
    """What the change should have been printed in, where the levels are percentages and only that fits."""
    if not (new.kind == old.kind == "percent") or old.low <= 0:
        return ""
    percent = percent_change(true_values(old), true_values(new))
    points = subtract(true_values(new), true_values(old))
    if change.kind == "percent":
        if _fits(change, points) and (not _fits(change, percent) or _exactly_points(change, new, old)):
            return "points"
    elif (
        (change.kind == "points" or (change.kind == "count" and change.unit == "point"))
        and _fits(change, percent)
        and not _fits(change, points)
    ):
        return "percent"
    return ""


def _fits(change: Row, true: Interval) -> bool:
    """Whether a signed change may be the one printed, in size and in direction."""
    fall = change.direction == "down" or (not change.direction and true.high <= 0)
    return overlap(size(change), Interval(-true.high, -true.low) if fall else true)


def _exactly_points(change: Row, new: Row, old: Row) -> bool:
    """Whether the printed levels differ by just so many points, and by far more in percent.

    "Rose 1% to 5% from 4%": rounding would allow 4.45 to 4.54, but nobody means that.
    """
    points: float = abs(new.value - old.value)
    return abs(points - change.value) < 1e-9 and bool(points / old.value * 100 > FAR * change.high)
