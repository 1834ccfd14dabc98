"""A date met in a text, and the year it falls in where none is printed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checks.model import Figure, Interval, Period

if TYPE_CHECKING:
    from checks.model import Kind

#: Nearer to the day of publication than this, no date printed before it makes one doubt its year.
_PLAIN = 30
#: Nearer to the day of publication than this, a date needs no tense to be placed.
_CLEAR = 100
#: A date in the past and nearer than this needs no tense either.
_LIKELY = 150
_AHEAD = re.compile(
    r"\b(?:will|would|next|upcoming|scheduled|due|plans?|planned|set|expected|expects?|coming|ahead|until|shall"
    r"|forecast|going)\b"
)
_BEHIND = re.compile(
    r"\b(?:last|was|were|had|ago|since|[a-z]{3,}ed|rose|fell|began|came|took|made|won|lost)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date or time at `text[start:end]`.

    Where no year is printed, `at(year)` is its period in a given year, and `offset` counts that year
    from the year of publication if the text says so ("the third quarter of last year": -1).
    `weekday` tells that a weekday is printed with it.
    """

    start: int
    end: int
    grain: str
    period: Period | None = None
    at: Callable[[int], Period | None] | None = None
    offset: int | None = None
    kind: Kind = "date"
    weekday: bool = False

    def figure(self, text: str) -> Figure:
        """The mention as a row: it has no value, and its grain for a unit."""
        nothing = float("nan")
        return Figure(
            start=self.start, end=self.end, surface=text[self.start : self.end], kind=self.kind,
            value=nothing, interval=Interval(nothing, nothing), unit=self.grain, period=self.period,
        )  # fmt: skip


def resolve(text: str, mention: Mention, published: dt.date | None, context: Period | None = None) -> Mention:
    """`mention` with the period it has for an article of that day; unchanged where it is unclear.

    `context` is a dated day or month printed just before it: where that suggests another year than
    the day of publication does, neither is believed.
    """
    if mention.period is not None or mention.at is None or published is None:
        return mention
    if not dt.MINYEAR + 2 < published.year < dt.MAXYEAR - 2:
        return mention  # no year before or after to choose from
    if mention.offset is not None:
        return replace(mention, period=mention.at(published.year + mention.offset))
    choices = [p for y in (-1, 0, 1) if (p := mention.at(published.year + y)) is not None]
    choices.sort(key=lambda period: distance(period, published))
    if not choices:
        return mention
    period: Period | None = choices[0]
    away = distance(choices[0], published)
    if away > _CLEAR:
        lean = _lean(text, mention)
        sides = [p for p in choices if p.start and (p.start > published) == (lean > 0)]
        period = sides[0] if sides and (lean or (away <= _LIKELY and sides[0] == choices[0])) else None
    elif away <= _PLAIN:
        context = None
    if period is not None and context is not None and context.start is not None:
        there = context.start
        near = [p for y in (-1, 0, 1) if (p := mention.at(there.year + y)) is not None]
        if period != min(near, key=lambda p: distance(p, there), default=None):
            period = None
    return replace(mention, period=period)


def distance(period: Period, date: dt.date) -> int:
    """Days from `date` to the nearer end of `period`; 0 inside it."""
    if period.start is not None and date < period.start:
        return (period.start - date).days
    if period.end is not None and date > period.end:
        return (date - period.end).days
    return 0


def _lean(text: str, mention: Mention) -> int:
    """1 where the words around point ahead, -1 where they point back, 0 where they do not say."""
    window = text[max(0, mention.start - 90) : mention.end + 60]
    return bool(_AHEAD.search(window)) - bool(_BEHIND.search(window))
