"""Finding dates and clock times in text.

These hold a figure (`June 13`, `2023-24`, `the third quarter`, `8pm`); the rest (`last year`, `on
Tuesday`, `in June`), which only say when other figures apply, are in `relative_dates`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.figures import date_patterns, date_readers, days
from checks.figures.mentions import Mention, resolve
from checks.model import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.model import Figure

_JOIN = re.compile(r"[^\S\n]?[-‐‑–—][^\S\n]?|\s(?:to|until|till|through)\s(?:the\s)?")  # noqa: RUF001
_WEEKDAY_AFTER = re.compile(rf",?[^\S\n]\(?{date_patterns.WEEKDAY}\)")
#: How far back a printed date lends its year.
_CONTEXT = 400
#: A line shorter than this was not wrapped: the line break inside a date separates two things.
_WRAPPED = 40


def find(text: str, published: dt.date | None = None) -> list[Figure]:
    """The dates and clock times of `text` that hold a figure, in order, none overlapping.

    `published` is the day against which a date without a year is resolved; without it, such a date
    has no period. A day that does not exist has the unit "invalid".
    """
    return [mention.figure(text) for mention in mentions(text, published)]


def mentions(text: str, published: dt.date | None) -> Iterator[Mention]:
    """What `find` finds, before it is made into rows."""
    dated: Mention | None = None
    for mention in _joined(text, _met(text)):
        if mention.kind == "date":
            if mention.at is None:
                if mention.period is not None and mention.grain in ("day", "month"):
                    dated = mention
            else:
                near = dated is not None and mention.start - dated.end < _CONTEXT
                near = near and "\n" not in text[dated.end : mention.start] if dated else False
                mention = resolve(text, mention, published, dated.period if dated and near else None)
        yield mention


def _met(text: str) -> Iterator[Mention]:
    """Every date of `text` by itself, left to right."""
    done = 0
    for spot in date_patterns.scan(text).finditer(text):
        at = spot.start()
        if at < done:
            continue
        if at and (text[at - 1].isalnum() or text[at - 1] == "_") and not _after_date(text, at, done):
            continue
        mention = date_readers.read(text, at, spot[0].rstrip(".,"), done == at - 1 > 0)
        if mention is not None and _unbroken(text, mention):
            mention = _widened(text, mention, done)
            done = mention.end
            yield mention


def _after_date(text: str, at: int, done: int) -> bool:
    """Whether `at` is the time in `2025-06-13T15:30`."""
    return text[at - 1] == "T" and at - 1 == done > 0


def _unbroken(text: str, mention: Mention) -> bool:
    """Whether a line break inside the date, if any, is one of a wrapped paragraph."""
    if "\n" not in text[mention.start : mention.end]:
        return True
    return mention.start >= _WRAPPED and "\n" not in text[mention.start - _WRAPPED : mention.start]


def _widened(text: str, mention: Mention, done: int) -> Mention:
    """`mention` with the weekday, `early` or season printed before it, or the weekday after."""
    if mention.kind == "time":
        return mention
    found = date_patterns.before().search(text, max(done, mention.start - 24), mention.start)
    if found is None:
        return _weekday_after(text, mention)
    wide = replace(mention, start=found.start())
    if found["weekday"]:
        if mention.grain not in ("day", "invalid") or (found["weekday"].islower()):
            return mention
        closed = found[0].endswith("(") and text[mention.end : mention.end + 1] == ")"
        return (
            replace(wide, end=mention.end + closed, weekday=True)
            if closed or found[0][-1] != "("
            else mention
        )
    if found["part"]:
        return _part(wide, found["part"].lower())
    if found["season"]:
        return _season(mention, wide, found["season"].lower())
    return wide if mention.grain == "year" else mention


def _weekday_after(text: str, mention: Mention) -> Mention:
    """`June 13, 2025 (Friday)`."""
    found = _WEEKDAY_AFTER.match(text, mention.end) if mention.grain in ("day", "invalid") else None
    return replace(mention, end=found.end(), weekday=True) if found and "(" in found[0] else mention


def _part(mention: Mention, name: str) -> Mention:
    if mention.at is not None:
        at = mention.at
        return replace(mention, at=lambda year: days.part(name, p) if (p := at(year)) else None)
    return replace(mention, period=days.part(name, mention.period) if mention.period else None)


def _season(mention: Mention, wide: Mention, name: str) -> Mention:
    period = mention.period
    if mention.grain != "year" or period is None or period.start is None or period.end is None:
        return mention
    if name == "fall" and wide.end - wide.start < len("fall 2025"):
        return mention
    last = period.end.year if period.end.year > period.start.year else None
    if last is not None and name != "winter":
        return replace(wide, grain="season", period=None)
    return replace(wide, grain="season", period=days.season(name, period.start.year, last))


def _joined(text: str, met: Iterable[Mention]) -> Iterator[Mention]:
    """`met` with the two ends of a span made one: `June 28 to July 3, 2025`, `from 2022 to 2024`."""
    held: Mention | None = None
    for mention in met:
        if held is not None:
            both = _join(text, held, mention)
            yield both or held
            if both is not None:
                held = None  # a third date begins anew
                continue
        held = mention
    if held is not None:
        yield held


def _join(text: str, first: Mention, second: Mention) -> Mention | None:
    if (
        first.grain != second.grain
        or not {first.kind, second.kind} <= {"date"}
        or first.grain in ("invalid", "century")
        or first.weekday
        or second.weekday
        or second.start - first.end > 16
        or not _joins(text, first.start, first.end, second.start)
        or text[second.end : second.end + 2] in ("'s", "’s")
    ):
        return None
    whole = replace(first, end=second.end, period=None, at=None)
    if first.period and second.period:
        return _span(whole, first.period, second.period)
    if first.at and second.at and first.offset is second.offset is None:
        one, other = first.at, second.at
        return replace(whole, at=lambda year: _ordered(one(year), other(year), other(year + 1)))
    if first.at and second.period and second.period.start:
        year = second.period.start.year
        start, earlier = first.at(year), first.at(year - 1)
        start = earlier if start and start.start and start.start > second.period.start else start
        return _span(whole, start, second.period) if start else None
    return None


def _joins(text: str, start: int, end: int, following: int) -> bool:
    """Whether what stands between two dates makes them a span: `to`, a dash, or `and` after `between`."""
    if _JOIN.fullmatch(text, end, following):
        return True
    return text[end:following] == " and " and text[max(0, start - 8) : start].lower() == "between "


def _span(whole: Mention, first: Period, second: Period) -> Mention | None:
    if first.start is None or second.end is None or first.start > second.end:
        return None
    return replace(whole, period=Period(first.start, second.end))


def _ordered(first: Period | None, second: Period | None, next_year: Period | None) -> Period | None:
    """The span from `first` to `second`, or over the turn of the year where that comes before it."""
    if first is None or second is None or first.start is None or second.start is None:
        return None
    last = second if second.start >= first.start else next_year
    return Period(first.start, last.end) if last else None
