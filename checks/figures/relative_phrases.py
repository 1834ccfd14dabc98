"""What one relative date means: `last year`, `two weeks ago`, `on Tuesday`, `the September quarter`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checks.figures import days, mentions, shifts
from checks.figures.relative_patterns import BETWEEN, DOUBTFUL, LEADS_MONTH, NUMBERS, after_month
from checks.model import Period

if TYPE_CHECKING:
    from checks.figures.shifts import Shift

_AHEAD = re.compile(r"\b(?:will|until|scheduled|due|would)\b|\b(?:next|by)\s$")
_SO_FAR = re.compile(r"\bso\sfar\s$", re.I)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A relative date at `text[start:end]`; `shift` gives its days, counted from those of another date.

    That is the day of publication, or for an `anaphoric` one ("a year earlier") another date of its
    sentence; for an `ago` one ("a year ago"), either. `period` is set where a date inside the phrase
    fixes it ("the week ending 9 February").
    """

    start: int
    end: int
    grain: str
    shift: Shift
    anaphoric: bool = False
    period: Period | None = None
    weekday: bool = False
    ago: bool = False

    def counted_from(self, base: Period) -> Period | None:
        """The days of the phrase, counted from those of `base`; None beyond the calendar."""
        try:
            return self.shift(base)
        except (ValueError, OverflowError):
            return None

    def mention(self, published: dt.date | None) -> mentions.Mention:
        """The phrase with its days for an article of the day `published`."""
        period = self.period
        if period is None and published is not None and not self.anaphoric:
            period = self.counted_from(Period(published, published))
        return mentions.Mention(self.start, self.end, self.grain, period, weekday=self.weekday)


def plain(text: str, match: re.Match[str], lead: bool = False) -> Phrase | None:
    start, end = match.span()
    if match["ago"]:
        return _ago(match)
    if match["span"]:
        count, unit = count_of(match["span_n"]), match["span_u"]
        past = match["span"].lower() in ("past", "last")
        return Phrase(start, end, unit, shifts.ending(unit, count, own=past), anaphoric=not past)
    if match["ytd"]:
        return Phrase(start, end, "year", shifts.to_date)
    if match["rel"]:
        phrase = _rel(text, match)
        return _third(text, match, phrase) if phrase is not None else None
    if match["day"]:
        step = -1 if match["day"].lower() == "yesterday" else 1
        return Phrase(start, end, "day", lambda base: days.shift(base, "day", step))
    if match["weekday"]:
        return _weekday(text, match) if len(match["weekday"]) > 5 else None
    more = after_month().match(text, end)
    assert more is not None  # it matches nothing, too
    doubtful = match["month"].rstrip(".") in DOUBTFUL and not more.end() > end
    if doubtful and not lead and not LEADS_MONTH.search(text, max(0, start - 10), start):
        return None
    return _month(text, match, more)


def count_of(printed: str | None) -> int:
    if printed is None:
        return 1
    return int(printed) if printed.isdigit() else NUMBERS[printed.lower()]


def _ago(match: re.Match[str]) -> Phrase | None:
    unit, way = match["ago_u"], match["ago"]
    if way.endswith("last"):
        return Phrase(*match.span(), unit, lambda base: days.shift(shifts.whole(base, unit), unit, -2))
    if match["ago_n"] is None and way == "ago":
        return None
    count = count_of(match["ago_n"]) * (1 if way == "later" else -1)

    def shift(base: Period) -> Period | None:
        moved = days.shift(base, unit, count)
        if moved is None or moved.start is None or base.start != base.end or way != "ago":
            return moved
        # counted from a day, "two years ago" is no nearer than its year, "a month ago" than its month
        if unit in ("year", "decade"):
            return days.years(moved.start.year) if unit == "year" else None
        return days.months(moved.start.year, moved.start.month) if unit == "month" else moved

    return Phrase(*match.span(), unit, shift, anaphoric=way != "ago", ago=way == "ago")


def _third(text: str, match: re.Match[str], phrase: Phrase) -> Phrase:
    """`late last year`, `earlier this month`, `so far this year`: the part of those days that is meant."""
    whole, name = phrase.shift, (match["third"] or "").lower()
    if not name:
        so_far = _SO_FAR.search(text, max(0, phrase.start - 8), phrase.start)
        name = "earlier" if so_far and match["rel"].lower() == "this" else ""
    if not name or phrase.weekday:
        return phrase

    def shift(base: Period) -> Period | None:
        period = whole(base)
        return None if period is None else shifts.part(name, period, base)

    return replace(phrase, shift=shift)


def _rel(text: str, match: re.Match[str]) -> Phrase | None:
    """`last year`, `this June`, `the previous quarter`, `the same period last year`."""
    word, unit = match["rel"].lower(), match["of"]
    start, end = match.span()
    if unit[0].isupper():
        return _named(match, word, unit)
    if unit in days.SEASONS:
        turn = {"last": -1, "this": 0, "next": 1}.get(word)
        return None if turn is None else Phrase(start, end, "season", shifts.season(unit, turn))
    if word == "same" and match["then_year"]:
        year = int(match["then_year"])
        return Phrase(start, end, unit, lambda base: shifts.in_year(base, year), anaphoric=True)
    if word in ("same", "that"):
        step = -1 if match["then"] else 0
        return Phrase(start, end, unit, lambda base: days.shift(base, "year", step), anaphoric=True)
    if unit == "weekend":
        return _weekend(match)
    if unit == "fortnight":
        past = word in ("last", "past")
        return Phrase(start, end, unit, shifts.ending(unit, 1, own=True)) if past else None
    if unit == "period" or (unit == "decade" and word != "past"):
        return None
    if word == "past":
        return Phrase(start, end, unit, shifts.ending(unit, 1, own=True))
    step = {"last": -1, "this": 0, "current": 0, "next": 1, "following": 1}.get(word, -1)
    anaphoric = word in ("previous", "prior", "preceding", "following")
    if unit == "day":
        return (
            Phrase(start, end, unit, lambda base: days.shift(base, unit, step), anaphoric)
            if anaphoric
            else None
        )
    return Phrase(start, end, unit, lambda base: days.shift(shifts.whole(base, unit), unit, step), anaphoric)


def _weekend(match: re.Match[str]) -> Phrase | None:
    step = {"last": -1, "this": 0, "next": 1}.get(match["rel"].lower())
    return None if step is None else Phrase(*match.span(), "day", lambda base: shifts.weekend(base, step))


def _named(match: re.Match[str], word: str, name: str) -> Phrase | None:
    """`last June`, `this March`, `next Tuesday`."""
    start, end = match.span()
    if word not in ("last", "this", "next", "past"):
        return None
    if name[:3].lower() in days.WEEKDAYS and name[:3].lower() not in days.MONTHS:
        way = 1 if word == "next" else -1
        return Phrase(start, end, "day", lambda base: shifts.day_near(base, name, way), weekday=True)
    number = days.month_number(name)

    def shift(base: Period) -> Period | None:
        if base.start is None:
            return None
        year, month = base.start.year, base.start.month
        if word == "next":
            return days.months(year + (number <= month), number)
        if word in ("last", "past"):
            # "last June", said in October, is this year's or the one before
            return days.months(year - 1, number) if month <= number else None
        return days.months(year, number)

    return Phrase(start, end, "month", shift)


def _weekday(text: str, match: re.Match[str]) -> Phrase | None:
    name = match["weekday"]
    way = 1 if _AHEAD.search(text, max(0, match.start() - 60), match.start()) else -1
    return Phrase(*match.span(), "day", lambda base: shifts.day_near(base, name, way), weekday=True)


def _month(text: str, match: re.Match[str], more: re.Match[str]) -> Phrase:
    """A month, months or a quarter without a year: the nearest, as for a day without its year."""
    first = days.month_number(match["month"])
    between = BETWEEN.search(text, max(0, match.start() - 8), match.start())
    joined = more["m2"] and (between or not more["and"])
    last = days.month_number(more["m2"]) if joined else first
    end, grain = more.end("m2") if joined else match.end(), "month"
    if more["q"] and (joined or not more["m2"]) and last % 3 == 0 and (last - first) % 12 in (0, 2):
        # the September quarter ends with September
        first, end, grain = (last - 3) % 12 + 1, more.end(), "quarter"
    count = (last - first) % 12 + 1
    mention = mentions.Mention(match.start(), end, grain, at=lambda year: days.months(year, first, count))

    def shift(base: Period) -> Period | None:
        return mentions.resolve(text, mention, base.start).period

    return Phrase(match.start(), end, grain, shift)
