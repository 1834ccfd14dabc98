"""The time that each figure is about: the date that governs it in its clause.

No period is better than a wrong one, which would set facts against each other, or keep them apart,
without cause. So a date governs a figure only where nothing stands between them that begins another
statement, and the day on which somebody said something governs nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checks.facts.date_scope import Date, Span, governing, is_old, is_time_of_figures
from checks.facts.phrases import change
from checks.figures import relative_dates
from checks.lexicon import lists
from checks.model import NOT_QUANTITIES, Figure, Period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from checks.facts.reading import Fact, Reading

#: Ending in this, the text before a date tells from when on a figure counts.
_SINCE = re.compile(r"\bsince\s(?:the\s|early\s|late\s|mid-)?$", re.I)


def assign(readings: list[Reading]) -> None:
    """Fill `fact.period` of one article's facts, sentence by sentence, in place.

    A date gets its own period; clock times, ordinals and identifiers get none. A fact whose time is
    unclear keeps None. A change counted from a date ("a 20% increase from 2022") has the period from
    that date to the date of the level it leads to, if that is printed, else with an open end.
    """
    for reading in readings:
        for fact in reading.facts:
            if fact.figure.kind == "date":
                fact.period = fact.figure.period
        facts = [fact for fact in reading.facts if fact.figure.kind not in NOT_QUANTITIES]
        if facts:
            _assign(reading, facts)


def _assign(reading: Reading, facts: Sequence[Fact]) -> None:
    text, offset = reading.sentence.text, reading.sentence.start
    printed = [fact.figure for fact in reading.facts if fact.figure.kind == "date"]
    dates = [d for d in _dates(text, offset, printed, reading.article.date) if is_time_of_figures(text, d)]
    if not dates:
        return
    dated: list[tuple[Fact, Span]] = []
    for fact in facts:
        start, end = fact.figure.start - offset, fact.figure.end - offset
        # a duration that belongs to a date ("the three months to December") is not dated by it
        if not any(date.start <= start and end <= date.end for date in dates):
            dated.append((fact, Span(start, end, _is_change(text, fact, start, end))))
    spans = [span for _, span in dated]
    for i, date in governing(text, spans, dates).items():
        dated[i][0].period = _period(text, spans[i], date, dates)
    for (old, span), (level, _) in zip(dated[1:], dated, strict=False):
        # "£2.86bn for 2004, up from last year's £2.53bn": "last year" is that before, not that of publication
        if old.period is not None and old.period == level.period and is_old(text, span.start):
            old.period = None


def _dates(text: str, offset: int, printed: Sequence[Figure], published: dt.date | None) -> list[Date]:
    """The dates of a sentence in order, relative ones resolved; a phrase replaces the date it holds."""
    own = [Date(f.start - offset, f.end - offset, f.unit, f.period) for f in printed]
    phrases = relative_dates.phrases(text, own)
    own = [d for d in own if not any(p.start <= d.start and d.end <= p.end for p in phrases)]
    counted = [p for p in phrases if p.anaphoric or p.ago]
    known = own + [
        Date(p.start, p.end, p.grain, p.mention(published).period)
        for p in phrases
        if not (p.anaphoric or p.ago)
    ]
    anchors = sorted((d for d in known if d.period), key=lambda d: d.start)
    for phrase in counted:
        before = [d for d in anchors if d.end <= phrase.start]
        anchor = before[-1] if before else next(iter(anchors), None)
        if phrase.ago and not before:
            period = phrase.mention(published).period
        else:
            period = phrase.counted_from(anchor.period) if anchor and anchor.period else None
        known.append(Date(phrase.start, phrase.end, phrase.grain, period))
    return sorted(known, key=lambda d: d.start)


def _is_change(text: str, fact: Fact, start: int, end: int) -> bool:
    """Whether a fact states by how much something changed."""
    if fact.role == "change" or fact.direction:
        return True
    if text[start - 1 : start].isspace():
        before = text[max(0, start - 60) : start].lower().split()[-4:]
        far = before[:-3] if before[-3:-2] == ["by"] else []
        if any(_moves(word) for word in before[-3:] + far):
            return True
    after = text[end : end + 40].lower()
    words = [word.strip(".,;:)") for word in after.split()[:2]] if after[:1].isspace() else []
    return any(word in change()["words"] or word in change()["nouns"] for word in words)


def _moves(word: str) -> bool:
    return word in change()["verbs"] or word in ("up", "down")


@cache
def _base() -> re.Pattern[str]:
    """Ending in this, the text before a date makes it the one that a change is measured from."""
    changes = "|".join(lists("periods")["changes_over"])
    return re.compile(
        rf"\b(?:from|on|than|compared\s(?:with|to)|versus|against|(?:{changes})\sover)"
        r"\s(?:in\s)?(?:(?:the|its|their|his|her)\s)?$"
    )


def _period(text: str, figure: Span, date: Date, dates: Sequence[Date]) -> Period | None:
    """The days of `date`, or those from it on where the figure is counted from it."""
    period = date.period
    if period is None or period.start is None or date.end <= figure.start:
        return _since(text, date, period)
    if (
        not figure.change
        or date.grain == "day"
        or not _base().search(text, max(0, date.start - 30), date.start)
    ):
        return _since(text, date, period)
    levels = [d.period.end for d in dates if d.end <= figure.start and d.period and d.period.end]
    later = levels[-1] if levels and period.end and levels[-1] > period.end else None
    return Period(period.start, later)


def _since(text: str, date: Date, period: Period | None) -> Period | None:
    if period is not None and _SINCE.search(text, max(0, date.start - 16), date.start):
        return Period(period.start, None)
    return period
