"""All figures of a text: dates first, then names, then numbers with their units, alone and in pairs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from checks.figures import assemble, currencies, dates, names, numerals, proportions, vocabulary
from checks.figures.compounds import compound
from checks.figures.identifiers import identifier, not_a_quantity
from checks.figures.numerals import Numeral
from checks.figures.quantity import Measured, measure
from checks.figures.ranges import tie
from checks.model import Figure

Span = TypeVar("Span", bound=tuple[int, int] | tuple[object, ...])
#: the longest gap between two numerals that belong together: " plus or minus US$"
_REACH = 20


def find(text: str, published: dt.date | None = None) -> list[Figure]:
    """Every figure of `text`, in order of position, none overlapping another.

    `published` resolves dates that name no year. Time is linear in the length of `text`.
    """
    found = dates.find(text, published)
    spans = [(f.start, f.end) for f in found]
    for start, end, keep in list(_outside(names.claimed(text), spans)):
        spans.append((start, end))
        if keep:
            found.append(identifier(text, start, end))
    low = vocabulary.lowered(text)
    words = vocabulary.words(low)
    spans.sort()
    multiples = [assemble.proportion(text, p) for p in _outside(proportions.scan(text, low, words), spans)]
    spans = sorted(spans + [(f.start, f.end) for f in multiples])
    numbers = _numbers(text, list(_outside(numerals.scan(text, low, words), spans)))
    assemble.share_bounds(text, numbers)
    return _in_order(found + multiples + numbers)


def _outside(items: Iterable[Span], spans: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The `items` (start, end, …) that overlap none of `spans`; both are in order."""
    i, count = 0, len(spans)
    for item in items:
        start, end = item[0], item[1]
        while i < count and spans[i][1] <= start:  # type: ignore[operator]
            i += 1
        if i == count or spans[i][0] >= end:  # type: ignore[operator]
            yield item


def _numbers(text: str, found: list[Numeral]) -> list[Figure]:
    """The figures of numerals, each alone or two as one."""
    out: list[Figure] = []
    money: dict[str, str] | None = None
    i, ahead, how = 0, None, ""
    while i < len(found):
        first, ahead = ahead or measure(text, found[i]), None
        shared, how = how == "share", ""  # whether the numeral before has taken the unit of this one
        i += 1
        if out and first.numeral.start < out[-1].end:
            continue
        spelled = first.numeral.words
        if (
            not spelled
            and not shared
            and (kept := not_a_quantity(text, first, _after_name(text, out, first))) is not None
        ):
            out.extend(kept)
            continue
        ahead = _next(text, found, i, first)
        parts = [first]
        while ahead is not None and (whole := compound(text, [*parts, ahead])) is not None:
            first, i = whole, i + 1
            parts.append(ahead)
            ahead = _next(text, found, i, first)
        how = tie(text, first, ahead) if ahead is not None else ""
        if ahead is None or how in ("", "share"):
            # a pronoun is no quantity, but "from one to two years" has two
            if spelled and not shared and not how and (kept := not_a_quantity(text, first)) is not None:
                out.extend(kept)
                continue
            if how and ahead is not None:
                first = first._replace(kind=ahead.kind, unit=ahead.unit, money=ahead.money)
                assemble.lend_unit(text, out, first)
            if first.numeral.fraction and not proportions.is_fraction(text, first.numeral):
                continue
            figure = assemble.single(text, first)
        else:
            figure = assemble.pair(text, first, ahead, how)
            first = first if first.money else ahead
            i, ahead = i + 1, None
        if first.money:
            money = currencies.symbol_default(text) if money is None else money
            figure = _in_currency(figure, money.get(first.money, ""))
        out.append(figure)
    return out


def _next(text: str, found: list[Numeral], i: int, first: Measured) -> Measured | None:
    """The numeral after `first` where it stands near enough to belong to it."""
    if i == len(found) or not 0 <= found[i].start - first.end <= _REACH:
        return None
    second = measure(text, found[i])
    return second if second.start >= first.end else None


def _after_name(text: str, out: list[Figure], m: Measured) -> bool:
    """Whether an identifier ends one hyphen before `m`."""
    start = m.numeral.start
    return bool(out) and out[-1].kind == "identifier" and out[-1].end == start - 1 and text[start - 1] == "-"


def _in_currency(figure: Figure, code: str) -> Figure:
    """`figure` in the money that its sign or word means in this article."""
    if not code or figure.kind != "money":
        return figure
    of, space, rest = figure.unit.partition(" ")
    if len(of) != 3 or not of.isupper():
        return figure  # cents stay cents
    return replace(figure, unit=f"{code}{space}{rest}")


def _in_order(found: list[Figure]) -> list[Figure]:
    found.sort(key=lambda f: (f.start, -f.end))
    out: list[Figure] = []
    for f in found:
        if not out or f.start >= out[-1].end:
            out.append(f)
    return out
