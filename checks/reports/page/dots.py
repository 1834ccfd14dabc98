"""The plot of a conflict: every value that is stated or implied, a dot in its interval, a row each."""

from __future__ import annotations

import math
from collections.abc import Sequence

from markupsafe import Markup

from checks.model import Interval
from checks.reports.page.svg import Scale, axis_numbers, label, scale
from checks.reports.page.values import Value
from checks.rules.wording import say

WIDTH = 380
_ROW = 44
_EDGE = 10
_AXIS = 34


def dots(values: Sequence[Value], unit: str, key: str) -> Markup:
    """`values` as SVG; a band shows what the flagged one allows. `key` makes its ids unique in the page."""
    ends = [end for v in values for end in (v.value, v.low, v.high)]
    x = scale(ends, _EDGE, WIDTH - _EDGE)
    bottom = len(values) * _ROW
    parts = [_band(v, x, bottom) for v in values if v.role == "flagged"]
    parts += [_row(v, x, n * _ROW) for n, v in enumerate(values)]
    parts.append(_axis(x, bottom, unit))
    flagged = next(v for v in values if v.role == "flagged")
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="plot dots" role="img" viewBox="0 0 {w} {h}"'
        ' aria-labelledby="{key}-t {key}-d"><title id="{key}-t">Values against {name}</title>'
        '<desc id="{key}-d">{desc}</desc>{parts}</svg>'
    ).format(
        w=WIDTH, h=bottom + _AXIS, key=key, name=label(flagged.surface),
        desc=label("; ".join(map(told, values)), 2000), parts=Markup("").join(parts),
    )  # fmt: skip


def told(value: Value) -> str:
    """A value in words, as the description of a plot has it."""
    where = f" in {value.article}:{value.line}" if value.article else " by the other figures"
    date = f" of {say.day(value.date)}" if value.date else ""
    around = say.interval(Interval(value.low, value.high))
    return f"{value.surface} {around}, {value.role}{where}{date}"


def _band(value: Value, x: Scale, bottom: float) -> Markup:
    left, right = x(value.low), x(value.high)
    return Markup('<rect class="band" x="{}" y="0" width="{}" height="{}"/>').format(
        left, round(max(1.0, right - left), 1), bottom
    )


def _row(value: Value, x: Scale, top: float) -> Markup:
    date = f" · {say.day(value.date)}" if value.date else ""
    place = (
        f"{_short(value.article)}:{value.line}{date}" if value.article else "follows from the other figures"
    )
    left, right, at = x(value.low), x(value.high), x(value.value)
    y = top + 29
    mark = (
        Markup('<path class="dot" d="M{} {}l5.5 5.5-5.5 5.5-5.5-5.5z"/>').format(at, y - 5.5)
        if value.role == "implied"
        else Markup('<circle class="dot" cx="{}" cy="{}" r="4.5"/>').format(at, y)
    )
    return Markup(
        '<g class="{role}"><line class="track" x1="0" x2="{w}" y1="{y}" y2="{y}"/>'
        '<text class="value" x="0" y="{text}">{surface}</text>'
        '<text class="place" x="{w}" y="{text}">{place}</text>'
        '<line class="range" x1="{left}" x2="{right}" y1="{y}" y2="{y}"/>{ends}{mark}</g>'
    ).format(
        role=value.role, w=WIDTH, y=y, text=top + 15, surface=label(value.surface, 26),
        place=label(place, 38), left=left, right=max(right, left + 0.1), ends=_open(value, x, y), mark=mark,
    )  # fmt: skip


def _open(value: Value, x: Scale, y: float) -> Markup:
    """An arrow where the interval has no end."""
    parts = []
    for end, at, way in ((value.low, x.begin, 6), (value.high, x.end, -6)):
        if math.isinf(end):
            parts.append(
                Markup('<path class="open" d="M{} {}l{} -5m{} 5l{} 5"/>').format(at, y, way, -way, way)
            )
    return Markup("").join(parts)


def _axis(x: Scale, top: float, unit: str) -> Markup:
    ticks = x.ticks()
    numbers, once = axis_numbers(ticks, unit)
    marks = Markup("").join(
        Markup(
            '<line class="tick" x1="{x}" x2="{x}" y1="{a}" y2="{b}"/>'
            '<text class="tick" x="{x}" y="{t}">{n}</text>'
        ).format(x=x(tick), a=top, b=top + 4, t=top + 16, n=number)
        for tick, number in zip(ticks, numbers, strict=True)
    )
    return Markup(
        '<g class="axis"><line x1="0" x2="{w}" y1="{y}" y2="{y}"/>{marks}'
        '<text class="unit" x="{w}" y="{t}">{unit}</text></g>'
    ).format(w=WIDTH, y=top, marks=marks, t=top + 30, unit=label(once))


def _short(article: str) -> str:
    """The last part of a path: the rest is said beside the picture."""
    name = article.rpartition("/")[2]
    return name if len(name) <= 20 else name[:19] + "…"
