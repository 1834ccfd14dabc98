"""All figures of a text: dates first, then names, then numbers with their units, alone and in pairs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from checks.figures import (
    assemble,
    codes,
    currencies,
    dates,
    names,
    numerals,
    proportions,
    telephones,
    vocabulary,
)
from checks.figures.compounds import compound
from checks.figures.identifiers import identifier, not_a_quantity
from checks.figures.numerals import Numeral
from checks.figures.quantity import Measured, measure
from checks.figures.ranges import tie
from checks.model import Figure

Span = TypeVar("Span", bound=tuple[int, int] | tuple[object, ...])
#: the longest gap between two numerals that belong together: " plus or minus US$"
_REACH = 20
#: the longest thing between the numbers of a list of names: ", and "
_LONGEST_JOINT = 6


def find(text: str, published: dt.date | None = None) -> list[Figure]:
    """Every figure of `text`, in order of position, none overlapping another.

    `published` resolves dates that name no year. Time is linear in the length of `text`.
    """
    found = dates.find(text, published)
    spans = [(f.start, f.end) for f in found]
    for start, end, keep in list(_outside(telephones.claimed(text), spans)):
        spans.append((start, end))
        if keep:
            found.append(identifier(text, start, end))
    low = vocabulary.lowered(text)
    words = vocabulary.words(low)
    spans.sort()
    multiples = [assemble.proportion(text, p) for p in _outside(proportions.scan(text, low, words), spans)]
    spans = sorted(spans + [(f.start, f.end) for f in multiples])
    numbers = _Numbers(text, list(_outside(numerals.scan(text, low, words), spans))).figures()
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


class _Numbers:
    """One pass over the numerals of a text, which become figures alone, two as one, or none."""

    def __init__(self, text: str, found: list[Numeral]) -> None:
        self.text = text
        self.found = found
        self.out: list[Figure] = []
        #: what a sign or word of money means in this article
        self._money: dict[str, str] = {}
        #: the numeral to be measured next, and what it is where that is known
        self._at = 0
        self._ahead: Measured | None = None

    def figures(self) -> list[Figure]:
        """The figures, in order of position."""
        text, out = self.text, self.out
        shares = False  # whether the numeral before has taken the unit of this one
        while self._at < len(self.found):
            first, shared = self._ahead or measure(text, self.found[self._at]), shares
            self._at, self._ahead, shares = self._at + 1, None, False
            if out and first.numeral.start < out[-1].end:
                continue
            spelled = first.numeral.words
            if not (spelled or shared) and self._refused(first):
                continue
            first, ahead = self._whole(first)
            self._ahead = ahead
            how = tie(text, first, ahead) if ahead is not None else ""
            if ahead is not None and how not in ("", "share"):
                self._add(assemble.pair(text, first, ahead, how), first if first.money else ahead)
                self._at, self._ahead = self._at + 1, None
                continue
            # a pronoun is no quantity, but "from one to two years" has two
            if spelled and not (shared or how) and self._refused(first):
                continue
            if how and ahead is not None:
                shares = True
                first = assemble.borrowed(text, first, ahead)
                assemble.lend_unit(text, out, first)
            self._single(first)
        return out

    def _refused(self, m: Measured) -> bool:
        """Whether `m` is no quantity; what is kept of it (an identifier, an ordinal) joins the figures."""
        kept = not_a_quantity(self.text, m, _after_name(self.text, self.out, m))
        if kept and kept[0].kind == "identifier":
            kept = [codes.widened(self.text, kept[0], self.out[-1].end if self.out else 0)]
        self.out.extend(kept or ())
        return kept is not None

    def _whole(self, first: Measured) -> tuple[Measured, Measured | None]:
        """`first` with the neighbours that it is one number with (`5ft 10in`), and the numeral after it."""
        parts = [first]
        ahead = self._next(first)
        while ahead is not None and (whole := compound(self.text, [*parts, ahead])) is not None:
            first, self._at = whole, self._at + 1
            parts.append(ahead)
            ahead = self._next(first)
        return first, ahead

    def _next(self, first: Measured) -> Measured | None:
        """The numeral after `first` where it stands near enough to belong to it."""
        if self._at == len(self.found) or not 0 <= self.found[self._at].start - first.end <= _REACH:
            return None
        second = measure(self.text, self.found[self._at])
        return second if second.start >= first.end else None

    def _single(self, m: Measured) -> None:
        """Add the figure of one numeral; a fraction that is none may still be a whole number."""
        if m.numeral.fraction and (whole := assemble.and_a_half(self.text, m)) is not None:
            if not self.out or self.out[-1].end <= whole.start:
                self._add(assemble.single(self.text, whole), whole)
            return
        if m.numeral.fraction and not proportions.is_fraction(self.text, m.numeral):
            plain = proportions.unless_fraction(self.text, m.numeral)
            if plain is None:
                return
            m = measure(self.text, plain)
        self._add(assemble.single(self.text, m), m)

    def _add(self, figure: Figure, m: Measured) -> None:
        """Add `figure`, in the money that the sign or word of `m` means in this article."""
        if m.money:
            code = self._money.get(m.money)
            if code is None:
                code = self._money[m.money] = currencies.meant(self.text, m.money)
            figure = _in_currency(figure, code)
        self.out.append(figure)


def _after_name(text: str, out: list[Figure], m: Measured) -> bool:
    """Whether an identifier ends one hyphen before `m`, or a list of names goes on: `Junctions 56 and 58`."""
    start = m.numeral.start
    if not out or out[-1].kind != "identifier" or start - out[-1].end > _LONGEST_JOINT:
        return False
    if out[-1].end == start - 1 and text[start - 1] == "-":
        return True
    return (
        m.kind == "count"
        and not m.numeral.grouped
        and names.goes_on(text, out[-1].start, out[-1].end, start, m.end)
    )


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
