"""All figures of a text: dates first, then names, then proportions, then numbers with their units."""

from __future__ import annotations

import datetime as dt
import math
import re
from bisect import bisect_right
from dataclasses import replace

from checks.figures import bounds, currencies, dates, intervals, names, numerals, proportions, ranges
from checks.figures.numerals import Numeral
from checks.figures.quantity import Measured, measure
from checks.model import Figure, Interval, Kind

_NAN = Interval(math.nan, math.nan)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_FRACTION = re.compile(r"/(\d{1,2})(?![\d/])")
_OF_UNIT = re.compile(r"(?: of)? an? (?=[a-z])| of (?=[a-z])")


def find(text: str, published: dt.date | None = None) -> list[Figure]:
    """Every figure of `text`, in order of position, none overlapping another.

    `published` resolves dates that name no year. Time is linear in the length of `text`.
    """
    found = dates.find(text, published)
    taken = _Taken([(f.start, f.end) for f in found])
    for start, end, keep in names.claimed(text):
        if taken.free(start, end):
            taken.add(start, end)
            if keep:
                found.append(_identifier(text, start, end))
    for p in proportions.scan(text):
        if taken.free(p.start, p.end):
            figure = _proportion(text, p)
            taken.add(figure.start, figure.end)
            found.append(figure)
    taken.settle()
    found.extend(_numbers(text, [n for n in numerals.scan(text) if taken.free(n.start, n.end)]))
    found.sort(key=lambda f: f.start)
    return _without_overlaps(found)


class _Taken:
    """Spans that are spoken for; adding is cheap, asking is a bisection after `settle`."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [s for s, _ in self.spans]
        self.fresh: list[tuple[int, int]] = []

    def add(self, start: int, end: int) -> None:
        self.fresh.append((start, end))

    def settle(self) -> None:
        self.spans = sorted(self.spans + self.fresh)
        self.starts, self.fresh = [s for s, _ in self.spans], []

    def free(self, start: int, end: int) -> bool:
        i = bisect_right(self.starts, end - 1) - 1
        if i >= 0 and self.spans[i][1] > start:
            return False
        return (
            not self.fresh
            or self.fresh[-1][1] <= start
            or all(e <= start or s >= end for s, e in self.fresh[-4:])
        )


def _numbers(text: str, found: list[Numeral]) -> list[Figure]:
    out: list[Figure] = []
    dollar: dict[str, str] | None = None
    i = 0
    while i < len(found):
        n = found[i]
        i += 1
        if out and n.start < out[-1].end:
            continue
        special = _not_a_quantity(text, n)
        if special is not None:
            out.extend(special)
            continue
        first = measure(text, n)
        second = measure(text, found[i]) if i < len(found) and found[i].start - first.end <= 8 else None
        tie = ranges.tie(text, first, second) if second is not None else ""
        if tie in ("range", "score") and second is not None:
            figure = _range(text, first, second) if tie == "range" else _score(text, first, second)
            i += 1
        else:
            if tie == "share" and second is not None:
                first = first._replace(kind=second.kind, unit=second.unit)
            figure = _single(text, first)
            figure = _coordinated(text, out[-1], figure) if out else figure
        if first.bare_dollar:
            dollar = currencies.symbol_default(text) if dollar is None else dollar
            figure = _in_currency(figure, dollar)
        out.append(figure)
    return out


def _not_a_quantity(text: str, n: Numeral) -> list[Figure] | None:
    """Names, ordinals, fractions and pronouns: the figures to keep for them, or None for a real number."""
    start, end = n.start, n.end
    if n.words:
        # A capital inside a sentence is a name: the Big Ten, Kick Six, Group of Seven.
        if (
            text[start].isupper()
            and not names.at_sentence_start(text, start)
            and not text[start:end].isupper()
        ):
            return [_identifier(text, start, end)] if text[end : end + 1] != "-" else []
        if names.is_idiom(text, start) or (n.value == 1 and names.is_pronoun(text, start, end)):
            return []
        return [_identifier(text, start, end)] if names.labelled(text, start) and n.value < 1000 else None
    if names.is_glued(text, start) and currencies.prefix(text, start) is None:
        return [_identifier(text, start, end)]
    if m := _ORDINAL.match(text, end):
        return [Figure(start, m.end(), text[start : m.end()], "ordinal", n.value, Interval(n.value, n.value))]
    if text.startswith("/", end) and not n.grouped:
        m = _FRACTION.match(text, end)
        if m and 0 < n.value < int(m.group(1)) and n.value < 20:
            value = n.value / int(m.group(1))
            return [
                Figure(
                    start,
                    m.end(),
                    text[start : m.end()],
                    "ratio",
                    value,
                    Interval(value - 0.01, value + 0.01),
                )
            ]
        if text[end + 1 : end + 2].isdigit():
            return [_identifier(text, start, m.end() if m else end)]
    if (
        (not n.grouped or n.value < 10)
        and currencies.prefix(text, start) is None
        and text[end : end + 1] != "%"
    ):
        if names.labelled(text, start):
            return [_identifier(text, start, end)]
        if (
            not n.grouped
            and names.follows_name(text, start, end)
            and measure(text, n).kind in ("count", "age")
        ):
            if measure(text, n).kind == "age":
                return None
            return [_identifier(text, start, end)]
    if not n.grouped and (end - start > 15 or (text[start] == "0" and end - start > 1)):
        return [_identifier(text, start, end)]
    after = text[end : end + 2]
    if after and (after[0].isalpha() or after[0] == "_") and measure(text, n).kind == "count":
        return [_identifier(text, start, end)]  # 5G, 4x4, 40s
    if after[:1] == "-" and after[1:].isalpha() and after[1:].isupper() and measure(text, n).kind == "count":
        return [_identifier(text, start, end)]
    return None


def _identifier(text: str, start: int, end: int) -> Figure:
    return Figure(start, end, text[start:end], "identifier", math.nan, _NAN)


def _interval(text: str, m: Measured, bound: bounds.Bounding) -> Interval:
    whole = (
        m.kind in ("count", "score") and not m.numeral.scaled and m.value == int(m.value)
        if m.value == m.value
        else False
    )
    return intervals.of(m.value, m.half, bound.bound, exact=whole, below=bound.below)


def _single(text: str, m: Measured) -> Figure:
    bound = bounds.before(text, m.start, duration=m.kind == "duration")
    end = m.end
    if bound is bounds.EXACT and (after := bounds.after(text, end)):
        end_of_bound, bound = after
        end = end_of_bound if text[end_of_bound - 1] == "+" else end
    return Figure(
        m.start,
        end,
        text[m.start : end],
        m.kind,
        m.value,
        _interval(text, m, bound),
        m.unit,
        bound=bound.bound,
    )


def _coordinated(text: str, before: Figure, figure: Figure) -> Figure:
    """`over 16,000 and 3,600 sanctions`: the bound holds for both where nothing but "and" parts them."""
    if before.bound == "=" or figure.bound != "=" or text[before.end : figure.start] != " and ":
        return figure
    if before.kind != figure.kind or before.unit != figure.unit:
        return figure
    half = (figure.interval.high - figure.interval.low) / 2
    return replace(figure, bound=before.bound, interval=intervals.of(figure.value, half, before.bound))


def _range(text: str, first: Measured, second: Measured) -> Figure:
    a, b = first, second
    kind, unit = (b.kind, b.unit) if a.kind == "count" or not a.unit else (a.kind, a.unit)
    if kind == "money" and b.kind == "money" and b.unit.startswith(unit):
        unit = b.unit
    scale = ranges.shared_scale(a, b)
    low = intervals.of(a.value * scale, a.half * scale, "=")
    high = intervals.of(b.value, b.half, "=")
    bound = bounds.before(text, first.start)
    if bound.bound not in ("=", "~"):
        bound = bounds.EXACT
    interval = intervals.between(low, high)
    if bound.bound == "~":
        interval = Interval(interval.low * 0.9, interval.high * 1.1)
    return Figure(
        a.start, b.end, text[a.start : b.end], kind, a.value * scale, interval, unit, value_to=b.value, bound=bound.bound
    )  # fmt: skip


def _score(text: str, first: Measured, second: Measured) -> Figure:
    a, b = first, second
    return Figure(a.start, b.end, text[a.start : b.end], "score", a.value, _NAN, "", value_to=b.value)


def _in_currency(figure: Figure, meaning: dict[str, str]) -> Figure:
    code = meaning.get("$", "USD")
    if code == "USD" or not figure.unit.startswith("USD"):
        return figure
    return replace(figure, unit=code + figure.unit[3:])


def _proportion(text: str, p: proportions.Proportion) -> Figure:
    start, end = p.start, p.end
    bound = bounds.before(text, start)
    interval = Interval(p.low, p.high)
    if bound.bound != "=":
        of = intervals.of(p.value, 0.0, bound.bound, below=bound.below)
        interval = Interval(
            min(of.low, p.low) if bound.bound == "~" else of.low,
            max(of.high, p.high) if bound.bound == "~" and not bound.below else of.high,
        )
    kind: Kind = "ratio"
    unit = ""
    if p.form == "vague":
        kind = "count"
    elif p.form == "fraction" and (m := _OF_UNIT.match(text, end)):
        n = Numeral(start, m.end() - 1, p.value, 0.02, words=True, grouped=True)
        unitful = measure(text, n)
        if unitful.kind != "count" and unitful.unit not in ("percent",):
            return Figure(
                start, unitful.end, text[start : unitful.end], unitful.kind, p.value, interval, unitful.unit, bound=bound.bound
            )  # fmt: skip
    return Figure(
        start, end, text[start:end], kind, p.value, interval, unit, bound=bound.bound, vague=p.form == "vague"
    )


def _without_overlaps(found: list[Figure]) -> list[Figure]:
    out: list[Figure] = []
    for f in found:
        if not out or f.start >= out[-1].end:
            out.append(f)
    return out
