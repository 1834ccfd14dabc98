"""Dates told by their distance from another: `last year`, `a year earlier`, `three months to December`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from checks.figures import date_patterns, days, mentions, shifts, vocabulary
from checks.model import Period

if TYPE_CHECKING:
    from checks.figures.shifts import Shift

_AHEAD = re.compile(r"\b(?:will|until|scheduled|due|would)\b|\b(?:next|by)\s$")
_NUMBERS = {"a": 1, "an": 1, **vocabulary.COUNTS}
#: These months are words or names as well; alone, they need a preposition.
_DOUBTFUL = ("May", "March", "April", "June", "August", "Jan", "Mar", "Jun", "Dec", "Sep", "MAY", "MARCH")
_LEADS_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|during|from|to|of|early|late|mid|last|this|next|through|between|before|after"
    r"|for|each|every|previous|(?:February|March|April|May|June|July) (?:and|or|to))[\s-]$",
    re.I,
)


class Dated(Protocol):
    """A date of the text with a printed figure: its place, and its days if known."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def period(self) -> Period | None: ...


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


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    unit = r"(?:day|week|month|quarter|year|decade)"
    month, weekday = date_patterns.MONTH, date_patterns.WEEKDAY
    return re.compile(
        # the three months to (December), the week ending (9 February)
        rf"(?<!\w)(?:(?:(?P<to_n>(?i:{number}))[ -])?(?P<to_u>{unit})s?\s(?:to|ended|ending|through|up\sto)\s"
        r"(?:the\send\sof\s|end-)?(?:on\s)?"
        # the first nine months of (2024)
        rf"|(?P<part>(?i:first|last|final|opening|closing))\s(?P<part_n>{number})\s"
        r"(?P<part_u>month|week|quarter|year|day)s\sof\s"
        # a year earlier, two years ago, the year before
        rf"|(?:(?P<ago_n>(?i:{number}))[ -])?(?P<ago_u>{unit})s?[ -]"
        r"(?P<ago>ago|earlier|previously|later|before)(?!\w)"
        # the past three months, the previous seven days
        rf"|(?P<span>(?i:past|last|previous|prior|preceding))\s(?P<span_n>{number})\s(?P<span_u>{unit})s(?!\w)"
        # last year, this June, next Tuesday, the same month
        r"|(?P<rel>(?i:last|this|next|current|same|that|previous|prior|preceding|following|past))\s"
        rf"(?:(?:fiscal|financial|calendar)\s)?"
        rf"(?P<of>{unit}|period|spring|summer|autumn|winter|{month}|{weekday})(?![\w-])"
        r"(?:\s(?P<then>last\syear|a\syear\s(?:ago|earlier|before)|(?:of|in)\s(?:the\sprevious\syear|last\syear))"
        r"|\s(?:of|in)\s(?P<then_year>(?:19|20)\d\d)(?![\w%]|[.,]\d))?"
        r"|(?P<day>(?i:yesterday|tomorrow))(?!\w)"
        rf"|(?P<weekday>{weekday})(?!\w)|(?P<month>{month}))"
    )


def phrases(text: str, dated: Sequence[Dated]) -> list[Phrase]:
    """The relative dates of `text`, in order and not overlapping; `dated` are its printed dates, in order.

    A phrase overlaps one of these only where it holds it whole: "the week ending 9 February".
    """
    starts = {date.start: date for date in dated}
    found: list[Phrase] = []
    index, done = 0, 0
    for match in _pattern().finditer(text):
        start, end = match.span()
        while index < len(dated) and dated[index].end <= start:
            index += 1
        inside = index < len(dated) and dated[index].start < end and not match["then_year"]
        if start < done or inside:
            continue
        phrase = _headed(text, match, starts) if match["to_u"] or match["part"] else _plain(text, match)
        if phrase is not None:
            found.append(phrase)
            done = phrase.end
    return found


def _headed(text: str, match: re.Match[str], starts: dict[int, Dated]) -> Phrase | None:
    """A span that a date ends or contains: the date stands where the match ends."""
    date = starts.get(match.end())
    if date is not None:
        end, period = date.end, date.period
        shift: Shift = shifts.same
    else:
        inner = _pattern().match(text, match.end())
        if inner is None or inner["to_u"] or inner["part"]:
            return None
        phrase = _plain(text, inner, lead=True)
        if phrase is None or phrase.anaphoric:
            return None
        end, shift, period = phrase.end, phrase.shift, None
    count, unit = _count(match["part_n"] or match["to_n"]), match["part_u"] or match["to_u"]
    first = (match["part"] or "").lower() in ("first", "opening")

    def cut(base: Period) -> Period | None:
        whole = shift(base)
        return shifts.cut(whole, unit, count, first) if match["part"] else shifts.until(whole, unit, count)

    phrase = Phrase(match.start(), end, unit, cut, anaphoric=date is not None)
    fixed = phrase.counted_from(period) if period is not None else None
    return replace(phrase, anaphoric=date is not None and fixed is None, period=fixed)


def _plain(text: str, match: re.Match[str], lead: bool = False) -> Phrase | None:
    start, end = match.span()
    if match["ago"]:
        return _ago(match)
    if match["span"]:
        count, unit = _count(match["span_n"]), match["span_u"]
        past = match["span"].lower() in ("past", "last")
        return Phrase(start, end, unit, shifts.ending(unit, count, own=past), anaphoric=not past)
    if match["rel"]:
        return _rel(text, match)
    if match["day"]:
        step = -1 if match["day"].lower() == "yesterday" else 1
        return Phrase(start, end, "day", lambda base: days.shift(base, "day", step))
    if match["weekday"]:
        return _weekday(text, match) if len(match["weekday"]) > 5 else None
    doubtful = match["month"].rstrip(".") in _DOUBTFUL
    if doubtful and not lead and not _LEADS_MONTH.search(text, max(0, start - 10), start):
        return None
    return _month(text, match)


def _count(printed: str | None) -> int:
    if printed is None:
        return 1
    return int(printed) if printed.isdigit() else _NUMBERS[printed.lower()]


def _ago(match: re.Match[str]) -> Phrase | None:
    unit, way = match["ago_u"], match["ago"]
    if match["ago_n"] is None and way == "ago":
        return None
    count = _count(match["ago_n"]) * (1 if way == "later" else -1)

    def shift(base: Period) -> Period | None:
        moved = days.shift(base, unit, count)
        if moved is None or moved.start is None or base.start != base.end or way != "ago":
            return moved
        # counted from a day, "two years ago" is no nearer than its year, "a month ago" than its month
        if unit in ("year", "decade"):
            return days.years(moved.start.year) if unit == "year" else None
        return days.months(moved.start.year, moved.start.month) if unit == "month" else moved

    return Phrase(*match.span(), unit, shift, anaphoric=way != "ago", ago=way == "ago")


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


def _month(text: str, match: re.Match[str]) -> Phrase:
    """A month alone: the nearest one, as for a day without its year."""
    number = days.month_number(match["month"])
    mention = mentions.Mention(*match.span(), "month", at=lambda year: days.months(year, number))

    def shift(base: Period) -> Period | None:
        return mentions.resolve(text, mention, base.start).period

    return Phrase(*match.span(), "month", shift)
