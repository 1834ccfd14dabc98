"""The plot of a conflict: every value that is stated or implied, a dot in its interval, a row each."""

from __future__ import annotations

import math
from collections.abc import Sequence

from checks.model import Interval
from checks.reports.page.svg import Scale, axis_numbers, label, scale
from checks.reports.page.values import Value
from checks.rules.wording import say

WIDTH = 380
_ROW = 44
#: How far under the top of its row the line of a value lies.
_LANE = 29
_EDGE = 10
_AXIS = 34


def dots(values: Sequence[Value], unit: str, key: str) -> str:
    """`values` as SVG; a band shows what the flagged one allows. `key` makes its ids unique in the page."""
    x = scale([end for v in values for end in (v.value, v.low, v.high)], _EDGE, WIDTH - _EDGE)
    bottom = len(values) * _ROW
    flagged = next(v for v in values if v.role == "flagged")
    lanes = [n * _ROW + _LANE for n in range(len(values))]
    tracks = "".join(f"M0 {y}h{WIDTH}" for y in lanes)
    left, right = x(flagged.low), max(x(flagged.high), x(flagged.low) + 2)
    # in the lanes of the others: where the band and a bar do not meet, they disagree
    band = "".join(f"M{left} {y}H{right}" for y, v in zip(lanes, values, strict=True) if v is not flagged)
    lines = f'<path class="track" d="{tracks}"/><path class="band" d="{band}"/>'
    rows = lines + "".join(_row(v, x, y) for v, y in zip(values, lanes, strict=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="plot dots" role="img"'
        f' viewBox="0 0 {WIDTH} {bottom + _AXIS}" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">Values against {label(flagged.surface)}</title>'
        f'<desc id="{key}-d">{label("; ".join(map(told, values)), 2000)}</desc>'
        f"{rows}{_axis(x, bottom, unit)}</svg>"
    )


def told(value: Value) -> str:
    """A value in words, as the description of a plot has it."""
    where = f" in {value.article}:{value.line}" if value.article else " by the other figures"
    date = f" of {say.day(value.date)}" if value.date else ""
    around = say.interval(Interval(value.low, value.high))
    return f"{value.surface} {around}, {value.role}{where}{date}"


def _row(value: Value, x: Scale, y: float) -> str:
    date = f" · {say.day(value.date)}" if value.date else ""
    place = (
        f"{_short(value.article)}:{value.line}{date}" if value.article else "follows from the other figures"
    )
    left, right, at = x(value.low), x(value.high), x(value.value)
    if value.role == "implied":
        mark = f'<path class="dot" d="M{at} {y - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z"/>'
    else:
        mark = f'<circle class="dot" cx="{at}" cy="{y}" r="4.5"/>'
    return (
        f'<g class="{value.role}"><text class="value" y="{y - 14}">{label(value.surface, 26)}</text>'
        f'<text class="place" x="{WIDTH}" y="{y - 14}">{label(place, 38)}</text>'
        f'<path class="range" d="M{left} {y}H{max(right, left + 0.1)}"/>{_open(value, x, y)}{mark}</g>'
    )


def _open(value: Value, x: Scale, y: float) -> str:
    """An arrow where the interval has no end."""
    ends = ((value.low, x.begin, 6), (value.high, x.end, -6))
    return "".join(
        f'<path class="open" d="M{at} {y}l{way} -5m{-way} 5l{way} 5"/>'
        for end, at, way in ends
        if math.isinf(end)
    )


def _axis(x: Scale, top: float, unit: str) -> str:
    ticks = x.ticks()
    numbers, once = axis_numbers(ticks, unit)
    marks = "".join(
        f'<path class="tick" d="M{x(tick)} {top}v4"/>'
        f'<text class="tick" x="{x(tick)}" y="{top + 16}">{number}</text>'
        for tick, number in zip(ticks, numbers, strict=True)
    )
    return (
        f'<g class="axis"><path d="M0 {top}h{WIDTH}"/>{marks}'
        f'<text class="unit" x="{WIDTH}" y="{top + 30}">{label(once)}</text></g>'
    )


def _short(article: str) -> str:
    """The last part of a path: the rest is said beside the picture."""
    name = article.rpartition("/")[2]
    return name if len(name) <= 20 else name[:19] + "…"
