"""Dates told by their distance from another: `last year`, `a year earlier`, `three months to December`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from checks.figures import days, relative_patterns, shifts
from checks.figures.relative_phrases import Phrase, count_of, plain
from checks.model import Period

if TYPE_CHECKING:
    from checks.figures.shifts import Shift

_EXPECTED = re.compile(
    r"\b(?:will|would|expects?|expected|forecasts?|guidance|outlook|plans?|targets?|budget|estimates?|projected)\b"
)
_THE_YEAR = re.compile(r"the\syear(?![\w-]|\s(?:to|end|before|ago|earlier|after))")
#: Later than this after the article, the end of a period without a year is that of a year before.
_AFTER_NEXT = dt.timedelta(days=60)
#: With one of these, a date inside a span is not one that lacks its year.
_RELATIVE = ("last", "this", "next", "current", "past", "yesterday", "tomorrow")


class Dated(Protocol):
    """A date of the text with a printed figure: its place, and its days if known."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def period(self) -> Period | None: ...


def phrases(text: str, dated: Sequence[Dated]) -> list[Phrase]:
    """The relative dates of `text`, in order and not overlapping; `dated` are its printed dates, in order.

    A phrase overlaps one of these only where it holds it whole: "the week ending 9 February".
    """
    starts = {date.start: date for date in dated}
    found: list[Phrase] = []
    index, done = 0, 0
    first, last = relative_patterns.stretch(text)
    if first == last:
        return found
    for match in relative_patterns.relative().finditer(text, first, last):
        start, end = match.span()
        while index < len(dated) and dated[index].end <= start:
            index += 1
        inside = index < len(dated) and dated[index].start < end and not match["then_year"]
        if start < done or inside:
            continue
        heads = match["to_u"] or match["part"] or match["week_of"]
        phrase = _headed(text, match, starts) if heads else plain(text, match)
        if phrase is not None:
            found.append(phrase)
            done = phrase.end
    return found


def _headed(text: str, match: re.Match[str], starts: dict[int, Dated]) -> Phrase | None:
    """A span that a date ends or contains: the date stands where the match ends."""
    date = starts.get(match.end())
    inner = date or _inner(text, match)
    if inner is None:
        return None
    span = _span(text, match, inner)
    unit = match["part_u"] or match["to_u"] or "week"
    phrase = Phrase(match.start(), inner.end, unit, span, anaphoric=date is not None)
    fixed = phrase.counted_from(date.period) if date is not None and date.period is not None else None
    return replace(phrase, anaphoric=date is not None and fixed is None, period=fixed)


def _inner(text: str, match: re.Match[str]) -> Phrase | None:
    """The relative date that a span ends with or is a part of."""
    year = _THE_YEAR.match(text, match.end())
    if year is not None:
        first = (match["part"] or "").lower() in ("first", "opening")
        return Phrase(*year.span(), "year", lambda base: shifts.whole(base, "year")) if first else None
    inner = relative_patterns.relative().match(text, match.end())
    if inner is None or inner["to_u"] or inner["part"] or inner["week_of"]:
        return None
    phrase = plain(text, inner, lead=True)
    return None if phrase is None or phrase.anaphoric else phrase


def _span(text: str, match: re.Match[str], inner: Dated | Phrase) -> Shift:
    """From the base of a relative date (or from a printed date itself) to the span that it ends or holds."""
    count, unit = count_of(match["part_n"] or match["to_n"]), match["part_u"] or match["to_u"]
    first = (match["part"] or "").lower() in ("first", "opening")
    yearless = isinstance(inner, Phrase) and inner.grain in ("month", "quarter", "year")
    yearless = yearless and text[inner.start : inner.end].partition(" ")[0] not in _RELATIVE
    expected = _EXPECTED.search(text, max(0, match.start() - 60), match.start()) is not None

    def span(base: Period) -> Period | None:
        whole = inner.shift(base) if isinstance(inner, Phrase) else base
        if match["week_of"]:
            return shifts.week_of(whole)
        period = shifts.cut(whole, unit, count, first) if match["part"] else shifts.until(whole, unit, count)
        if not yearless or expected or period is None or period.end is None or base.end is None:
            return period
        if period.end <= base.end:
            return period
        # what is told of a whole period is past, unless it is expected
        return days.shift(period, "year", -1) if period.end > base.end + _AFTER_NEXT else None

    return span
