"""Figures out of measured numerals: bounds read, intervals drawn, pairs joined."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from checks.figures import bounds, intervals, ranges, units
from checks.figures.numerals import Numeral, half_unit
from checks.figures.proportions import Proportion
from checks.figures.quantity import Measured, measure
from checks.figures.scales import scale_at
from checks.model import Figure, Interval, Kind

_NAN = Interval(math.nan, math.nan)
#: `an hour and a half`
_AND_A_HALF = re.compile(r"(?<![\w’'-])([Aa]n?)( [a-z]+) and \Z")
#: `half a mile`, `a quarter of an hour`, `two-thirds of a percentage point`, `thousands of dollars`
_OF_UNIT = re.compile(
    r"(?: of)? an? (?=[a-z])| of (?=[a-z])|-(?=[a-z])| (?=(?:percentage[ -])?point\b|per ?cent|(?:mile"
    r"|hour|minute|inch|pound|ton|tonne|acre|ounce|gallon|pint|litre|liter|kilo"
    r"|yard|metre|meter|teaspoon|tablespoon|cup)s?\b)"
)
#: `a tenth of a second`; after other numbers "second" may be an ordinal
_SECOND = re.compile(
    r"second\b(?= (?:in|on|at|for|to|from|by|and|or|ahead|behind|later|after|before|off|faster"
    r"|slower|per|separat\w+|adrift|clear)\b|[^ \w]|$)(?<=a second)"
)
#: `half a point` is of a percentage where one is near, or where interest moves
_POINT = re.compile(r"point\b")
_PERCENT = re.compile(
    r"\d ?(?:%|per ?cent|pct)|\b(?:[Ii]nterest|[Rr]ates?|[Bb]asis|[Ii]nflation|[Uu]nemployment"
    r"|[Yy]ields?|Fed|[Mm]onetary"
    r"|[Cc]entral bank\w*|[Pp]olicymakers?)\b"
)
_UNITED = frozenset({"money", "percent", "points", "measurement", "duration"})
#: where a number begins that a minus and a space begin the text before
_SIGNED = 2
#: no number in a list that ends in millions is printed longer without its own scale
_LISTED = 1000
#: a figure in brackets that repeats the one before it in another unit: `100 kilometres (60 miles)`
_BRACKETED = re.compile(r" ?[(\[]$| / $")
_CLOSED = re.compile(r"[)\]]| / | or |, ")


def single(text: str, m: Measured) -> Figure:
    """The figure of one numeral, with the bound worded before or after it."""
    if m.numeral.fraction and m.kind == "count":
        m = _of_unit(text, m)
    if (
        m.start == _SIGNED
        and text[0] in "-−"
        and text[1] == " "
        and m.end == len(text.rstrip())
        and m.value > 0
    ):
        m = m._replace(start=0, value=-m.value)  # a cell or a question that is this number: "- 20 degrees"
    bound = bounds.before(text, m.start, duration=m.kind == "duration")
    end = m.end
    if bound is bounds.EXACT and (after := bounds.after(text, end)):
        end_of_bound, bound = after
        wide = _after_bound(text, m, end_of_bound)
        end = end_of_bound if wide is m and text[end_of_bound - 1] == "+" else wide.end
        m = wide
    elif text[m.start] == "(" and text[end : end + 1] == ")":  # a loss in a table
        end += 1
    whole = m.kind == "count" and not m.numeral.scaled and m.value.is_integer()
    interval = intervals.of(m.value, m.half, bound.bound, exact=whole, below=bound.below)
    kind: Kind = "ratio" if m.numeral.fraction and m.kind == "count" else m.kind
    return Figure(m.start, end, text[m.start : end], kind, m.value, interval, m.unit, bound=bound.printed)


def _of_unit(text: str, m: Measured) -> Measured:
    """`m` with the unit that "of a" parts from it: `half an hour`, `a quarter of a mile`."""
    joint = _OF_UNIT.match(text, m.end)
    if joint is None:
        return m
    if (m.numeral.words or m.numeral.grouped) and _SECOND.match(text, joint.end()):
        return m._replace(end=joint.end() + len("second"), kind="duration", unit="second")
    near = (max(0, m.start - 120), joint.end() + 120)
    if _POINT.match(text, joint.end()) and (m.value != 0.5 or _PERCENT.search(text, *near)):
        return m._replace(end=joint.end() + len("point"), kind="points", unit="percentage point")
    whole = measure(text, m.numeral._replace(end=joint.end() - 1, fraction=False))
    if whole.kind not in _UNITED or whole.end <= joint.end():
        return m
    return whole._replace(start=m.start, numeral=m.numeral)


def _after_bound(text: str, m: Measured, end: int) -> Measured:
    """`m` with the unit and scale that a bound ending at `end` parts from it: `20-plus million years`."""
    n = m.numeral
    if m.end != n.end or text[end : end + 1] not in (" ", "-", "\u00a0", "%"):
        return m
    scaled = scale_at(text, end) if n.scale == 1.0 else None
    if scaled is not None and scaled[1] >= 1e3:
        end, scale = scaled
        n = n._replace(value=n.value * scale, half=n.half * scale, scale=scale, grouped=True)
    elif m.kind != "count":
        return m
    whole = measure(text, n._replace(end=end))
    return whole if n.scaled != m.numeral.scaled or whole.kind in _UNITED else m


def and_a_half(text: str, m: Measured) -> Measured | None:
    """`an hour and a half` where `m` is its half, else None."""
    if (
        text[m.start : m.end] != "a half"
        or (led := _AND_A_HALF.search(text, max(0, m.start - 24), m.start)) is None
    ):
        return None
    one = measure(
        text, m.numeral._replace(start=led.start(), end=led.end(1), value=1.5, half=0.1, fraction=False)
    )
    return (
        one._replace(end=m.end) if one.end == led.end(2) and one.kind in ("duration", "measurement") else None
    )


def proportion(text: str, p: Proportion) -> Figure:
    """The figure of a multiple (`doubled`) or a vague count (`dozens of`), with the unit that follows."""
    bound = bounds.before(text, p.start)
    interval = Interval(p.low, p.high)
    if bound.bound != "=":
        of = intervals.of(p.value, 0.0, bound.bound, below=bound.below)
        interval = (
            Interval(min(of.low, p.low), max(of.high, p.high))
            if bound.bound == "~" and not bound.below
            else of
        )
    if not p.vague:
        return Figure(p.start, p.end, text[p.start : p.end], "ratio", p.value, interval, bound=bound.printed)
    m = measure(text, Numeral(p.start, p.end, p.value, 0.0, words=True, grouped=True))
    if m.kind == "count":
        m = _of_unit(text, m)
    kind: Kind = "count"
    end, unit = p.end, ""
    if m.kind in ("money", "measurement", "duration"):
        kind, end, unit = m.kind, m.end, m.unit
    return Figure(
        p.start, end, text[p.start : end], kind, p.value, interval, unit, bound=bound.printed, vague=True
    )


def pair(text: str, a: Measured, b: Measured, tie: ranges.Tie) -> Figure:
    """The one figure that two numerals make, tied as `tie` says."""
    surface = text[a.start : b.end]
    if tie == "score":
        return Figure(a.start, b.end, surface, "score", a.value, _NAN, "", value_to=b.value)
    if tie == "time":
        return Figure(a.start, b.end, surface, "time", math.nan, _NAN)
    if tie == "verse":
        return Figure(a.start, b.end, surface, "identifier", math.nan, _NAN)
    if tie in ("odds", "ratio"):
        return _ratio(text, a, b, tie)
    borrowed = a.kind == "count" or not a.unit
    kind: Kind = b.kind if borrowed else a.kind
    unit = b.unit if borrowed else a.unit
    if kind == "money" and b.kind == "money" and b.unit.startswith(unit):
        unit = b.unit
    if kind == "money" and b.kind == "count" and (rate := units.rate(text, b.end)) is not None:
        b, unit = b._replace(end=rate[0]), f"{unit} {rate[1]}"  # £20-30 a week
        surface = text[a.start : b.end]
    scale = ranges.shared_scale(a, b)
    if tie == "plus-minus":
        value = a.value
        return Figure(a.start, b.end, surface, kind, value, Interval(value - b.value, value + b.value), unit)
    low = intervals.of(a.value * scale, a.half * scale, "=")
    interval = intervals.between(low, intervals.of(b.value, b.half, "="))
    bound = bounds.before(text, a.start)
    if bound.bound == "~":
        interval = Interval(interval.low * (1 - intervals.ABOUT), interval.high * (1 + intervals.ABOUT))
    worded = bound.bound if bound.bound in ("=", "~") else "="
    return Figure(
        a.start, b.end, surface, kind, a.value * scale, interval, unit, value_to=b.value, bound=worded
    )


def _ratio(text: str, a: Measured, b: Measured, tie: ranges.Tie) -> Figure:
    """`one in five` tells its share to the nearest one of five, `3-to-1` exactly."""
    value = a.value / b.value if b.value else math.nan
    room = 0.0 if tie == "ratio" else 0.5 / b.value if a.value > 1 else min(0.5 / b.value, 0.15 * value)
    bound = bounds.before(text, a.start)
    interval = intervals.of(value, room, bound.bound, below=bound.below)
    return Figure(a.start, b.end, text[a.start : b.end], "ratio", value, interval, bound=bound.printed)


def borrowed(text: str, m: Measured, ahead: Measured) -> Measured:
    """`m` with the unit of the number ahead, and in a list its scale too: `5 and 8 million tonnes`."""
    m = m._replace(kind=ahead.kind, unit=ahead.unit, money=ahead.money)
    n = m.numeral
    scale = ahead.numeral.scale
    if (
        scale == 1.0
        or n.grouped != n.words
        or n.words != ahead.numeral.words
        or n.scaled
        or n.value >= _LISTED
    ):
        return m
    if text[m.end : ahead.start] not in (" and ", " or "):
        return m
    return m._replace(value=m.value * scale, half=m.half * scale, numeral=n._replace(scale=scale))


def lend_unit(text: str, out: list[Figure], m: Measured) -> None:
    """Give the unit that `m` has borrowed to the bare numbers listed before it: `5, 6 and 7 percent`."""
    end, scale = m.start, m.numeral.scale
    for i in range(len(out) - 1, -1, -1):
        figure = out[i]
        if figure.kind != "count" or figure.unit or text[figure.end : end] != ", ":
            return
        # a whole number of people is exact, a whole number of percent is rounded
        half = max(figure.value - figure.interval.low, half_unit(figure.value)) * scale
        value = figure.value * scale
        interval = intervals.of(value, half, figure.bound)
        out[i] = replace(figure, kind=m.kind, unit=m.unit, value=value, interval=interval)
        end = figure.start


def share_bounds(text: str, figures: list[Figure]) -> None:
    """Give the bound of a figure, in place, to the next one that it covers.

    It covers both where nothing but "and" parts two figures of one kind (`over 16,000 and 3,600 sanctions`),
    and a sum repeated in brackets (`more than 100 kilometres (60 miles)`). There the word "about" is not
    repeated, since the figure in brackets has a rounding of its own, but the room that it leaves is.
    """
    for i in range(1, len(figures)):
        before, figure = figures[i - 1], figures[i]
        if (
            before.bound == "="
            or figure.bound != "="
            or figure.start - before.end > 5
            or before.value_to is not None
        ):
            continue
        if figure.kind != before.kind or figure.value_to is not None:
            continue
        gap = text[before.end : figure.start]
        both = gap == " and " and figure.unit == before.unit and before.kind != "duration"
        restated = (
            figure.kind in ("money", "measurement")
            and _BRACKETED.match(gap)
            and _CLOSED.match(text, figure.end)
        )
        if both or restated:
            half = (figure.interval.high - figure.interval.low) / 2
            interval = intervals.of(figure.value, half, before.bound)
            bound = figure.bound if restated and before.bound == "~" else before.bound
            figures[i] = replace(figure, bound=bound, interval=interval)
