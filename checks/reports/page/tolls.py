"""A running total over time: a dot for each article's figure, the flagged one among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from checks.reports.page.dots import WIDTH, told
from checks.reports.page.svg import Scale, axis_numbers, label, scale
from checks.reports.page.values import Value

_HEIGHT = 200
_TOP, _BOTTOM, _LEFT, _RIGHT = 22, 168, 52, 366


def tolls(values: Sequence[Value], unit: str, key: str) -> Markup:
    """Dated `values` (by date) as SVG; `key` makes its ids unique in the page."""
    y = scale([end for v in values for end in (v.value, v.low, v.high)], _BOTTOM, _TOP)
    days = [(v.date or dt.date.min).toordinal() for v in values]
    x = Scale(min(days), max(days), _LEFT + 12, _RIGHT - 12)
    at = [(x(day), y(value.value)) for day, value in zip(days, values, strict=True)]
    line = Markup('<polyline class="trend" points="{}"/>').format(" ".join(f"{a},{b}" for a, b in at))
    marks = Markup("").join(_mark(v, *spot, y) for v, spot in zip(values, at, strict=True))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="plot tolls" role="img" viewBox="0 0 {w} {h}"'
        ' aria-labelledby="{key}-t {key}-d"><title id="{key}-t">The total over time</title>'
        '<desc id="{key}-d">{desc}</desc>{axes}{line}{marks}</svg>'
    ).format(
        w=WIDTH, h=_HEIGHT, key=key, desc=label("; ".join(map(told, values)), 2000), line=line, marks=marks,
        axes=_up(y, unit) + _along(values, x),
    )  # fmt: skip


def _mark(value: Value, x: float, y: float, scale: Scale) -> Markup:
    text = Markup("")
    if value.role == "flagged":
        # under the dot: what is flagged lies below the totals beside it
        text = Markup('<text class="value" x="{}" y="{}">{}</text>').format(
            x, y + 20, label(value.surface, 14)
        )
    return Markup(
        '<g class="{role}"><title>{told}</title><line class="range" x1="{x}" x2="{x}" y1="{a}" y2="{b}"/>'
        '<circle class="dot" cx="{x}" cy="{y}" r="4.5"/>{text}</g>'
    ).format(
        role=value.role, told=label(told(value), 200), x=x, y=y, text=text,
        a=scale(value.low), b=scale(value.high),
    )  # fmt: skip


def _up(y: Scale, unit: str) -> Markup:
    ticks = y.ticks(3)
    numbers, once = axis_numbers(ticks, unit)
    lines = Markup("").join(
        Markup(
            '<line class="tick" x1="{l}" x2="{r}" y1="{y}" y2="{y}"/><text x="{t}" y="{b}">{n}</text>'
        ).format(l=_LEFT, r=_RIGHT, y=y(tick), t=_LEFT - 6, b=y(tick) + 4, n=number)
        for tick, number in zip(ticks, numbers, strict=True)
    )
    return Markup('<g class="axis up">{}<text class="unit" x="{}" y="12">{}</text></g>').format(
        lines, _LEFT - 6, label(once, 24)
    )


def _along(values: Sequence[Value], x: Scale) -> Markup:
    first, last = (v.date for v in (values[0], values[-1]))
    if not (first and last):
        return Markup("")
    form = "%-d %b" if first.year == last.year else "%-d %b %Y"
    year = f" {last.year}" if first.year == last.year else ""
    return Markup(
        '<g class="axis along"><line x1="{l}" x2="{r}" y1="{b}" y2="{b}"/>'
        '<text class="first" x="{l}" y="{t}">{first}</text>'
        '<text class="last" x="{r}" y="{t}">{last}</text></g>'
    ).format(
        l=_LEFT, r=_RIGHT, b=_BOTTOM + 8, t=_BOTTOM + 26,
        first=_day(first, form), last=_day(last, form) + year,
    )  # fmt: skip


def _day(date: dt.date, form: str) -> str:
    return date.strftime(form.replace("%-d", str(date.day)))
