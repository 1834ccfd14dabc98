"""A running total over time: a dot for each article's figure, the flagged one among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from checks.reports.page.dots import WIDTH, told
from checks.reports.page.svg import Scale, axis_numbers, label, scale
from checks.reports.page.values import Value

_HEIGHT = 200
_TOP, _BOTTOM, _LEFT, _RIGHT = 22, 168, 52, 366


def tolls(values: Sequence[Value], unit: str, key: str) -> str:
    """Dated `values` (by date) as SVG; `key` makes its ids unique in the page."""
    y = scale([end for v in values for end in (v.value, v.low, v.high)], _BOTTOM, _TOP)
    days = [(v.date or dt.date.min).toordinal() for v in values]
    x = Scale(min(days), max(days), _LEFT + 12, _RIGHT - 12)
    at = [(x(day), y(value.value)) for day, value in zip(days, values, strict=True)]
    line = " ".join(f"{a},{b}" for a, b in at)
    marks = "".join(_mark(v, *spot, y) for v, spot in zip(values, at, strict=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="plot tolls" role="img"'
        f' viewBox="0 0 {WIDTH} {_HEIGHT}" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">The total over time</title>'
        f'<desc id="{key}-d">{label("; ".join(map(told, values)), 2000)}</desc>'
        f'{_up(y, unit)}{_along(values)}<polyline class="trend" points="{line}"/>{marks}</svg>'
    )


def _mark(value: Value, x: float, y: float, scale: Scale) -> str:
    # under the dot: what is flagged lies below the totals beside it
    text = f'<text class="value" x="{x}" y="{y + 20}">{label(value.surface, 14)}</text>'
    return (
        f'<g class="{value.role}"><title>{label(told(value), 200)}</title>'
        f'<path class="range" d="M{x} {scale(value.low)}V{scale(value.high)}"/>'
        f'<circle class="dot" cx="{x}" cy="{y}" r="4.5"/>{text if value.role == "flagged" else ""}</g>'
    )


def _up(y: Scale, unit: str) -> str:
    ticks = y.ticks(3)
    numbers, once = axis_numbers(ticks, unit)
    lines = "".join(
        f'<path class="tick" d="M{_LEFT} {y(tick)}H{_RIGHT}"/>'
        f'<text x="{_LEFT - 6}" y="{y(tick) + 4}">{number}</text>'
        for tick, number in zip(ticks, numbers, strict=True)
    )
    return f'<g class="axis up">{lines}<text class="unit" x="{_LEFT - 6}" y="12">{label(once, 24)}</text></g>'


def _along(values: Sequence[Value]) -> str:
    first, last = (v.date or dt.date.min for v in (values[0], values[-1]))
    year = "" if first.year == last.year else f" {first.year}"
    return (
        f'<g class="axis along"><path d="M{_LEFT} {_BOTTOM + 8}H{_RIGHT}"/>'
        f'<text class="first" x="{_LEFT}" y="{_BOTTOM + 26}">{first.day} {first:%b}{year}</text>'
        f'<text class="last" x="{_RIGHT}" y="{_BOTTOM + 26}">{last.day} {last:%b} {last.year}</text></g>'
    )
