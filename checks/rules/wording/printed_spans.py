"""Durations that a clause ties to two printed dates: "the 29-day walkout, which ran from 4 to 23 May"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.rows import Row
from checks.rules.arithmetic.calendar import Days, days_of
from checks.rules.wording.place import Line

#: Between two dates.
TO = re.compile(r"\s*(?:to|until|till|through|and|-|\u2013|\u2014)\s*(?:the end of\s+)?", re.IGNORECASE)
TO_WORD = re.compile(r"\d\s*(?:to|until|till|through|-|\u2013)\s*\w|[a-z]\s*[-\u2013]\s*[A-Z]")
FROM = r"(?:from|between)\s+(?:the (?:start|beginning) of\s+)?$"
#: "21 years, from 1996", "21 years (1996", "lasted 20 days, from".
DIRECT = re.compile(rf"\s*[,(:\u2013\u2014]?\s*(?:{FROM}|$)", re.IGNORECASE)
#: "20-day walkout by bus drivers, which ran from".
RAN = re.compile(
    r"\s+(?:(?!of\b|for\b|after\b|in\b|on\b|since\b|into\b)[\w'\u2019-]+\s+){0,6}(?:[\w'\u2019-]+)"
    r"(?:,\s*(?:which|that)|,|\s+(?:which|that))?\s*"
    r"(?:(?:will|would|is to|was to|is due to)\s+)?"
    rf"(?:ran|runs?|running|last(?:s|ed|ing)?|(?:(?:was|is|be)\s+)?held)\s+{FROM}",
    re.IGNORECASE,
)
#: "the 12-day war from"; "two-year contracts from 2010" are many.
NAMED = re.compile(rf"\s+(?!of\b|for\b|after\b|in\b|on\b|since\b|into\b)[a-z]+(?<!s)\s+{FROM}")
THE = re.compile(r"\b(?:the|a|an|his|her|its|their|this|that)\s+$", re.IGNORECASE)
#: "inquiry into the bypass will open on" ... "and close on".
OPENS = re.compile(
    r"\s+(?!(?:after|before)\b)[^,;:()]{0,80}?\b(?:opens?|opened|begins?|began|starts?|started)\s+(?:on|in|from)\s+$",
    re.IGNORECASE,
)
CLOSES = re.compile(
    r",?\s+and\s+(?:(?:will|would|is due to|was due to|to|is to|was to)\s+)?"
    r"(?:close|end|finish|conclude|expire)(?:s|d|ed)?\s+(?:on|in)\s+",
    re.IGNORECASE,
)
#: The duration heads the subject: nothing but an article before it in its clause.
SUBJECT = re.compile(
    r"(?:^|[,;:“\"]|\bthat|\bsaid)\s*(?:an?|the|its|their|this|that|his|her)\s+$", re.IGNORECASE
)
#: "from 1996 to 2017, a period of 21 years".
AFTERWARDS = re.compile(r"\s*(?:,|\(|\u2013|\u2014)\s*(?:an?\s+[a-z]+\s+of\s+|or\s+)?$", re.IGNORECASE)
BEFORE_DATES = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)


class Dates(NamedTuple):
    """The two ends of a span as printed: the days that each may be, and the rows that state them."""

    first: Days
    last: Days
    rows: tuple[Row, ...]


def spans(line: Line) -> Iterator[Dates]:
    """The spans that a sentence prints: "from 1996 to 2017", "4 to 23 May", "open on … and close on …"."""
    dates = [row for row in line.facts if row.kind == "date" and row.period_start and row.period_end]
    for i, row in enumerate(dates):
        days = days_of(row)
        if TO_WORD.search(row.surface):
            first = Days(days.first, _grain_end(days.first, row.unit))
            yield Dates(first, Days(_grain_start(days.last, row.unit), days.last), (row,))
        elif i + 1 < len(dates):
            second = dates[i + 1]
            middle = line.between(row, second)
            later = days_of(second)
            if later.first > days.first and (TO.fullmatch(middle) or CLOSES.fullmatch(middle)):
                yield Dates(days, later, (row, second))


def _grain_end(date: dt.date, grain: str) -> dt.date:
    """The last day of the month or year that begins on `date`."""
    if grain == "year":
        return date.replace(month=12, day=31)
    if grain == "month":
        return (date.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return date


def _grain_start(date: dt.date, grain: str) -> dt.date:
    """The first day of the month or year that ends on `date`."""
    return (
        date.replace(month=1 if grain == "year" else date.month, day=1)
        if grain in ("month", "year")
        else date
    )


def tied(line: Line, duration: Row, span: Dates) -> bool:
    """Whether the words between say that the span is what the duration measures."""
    start, end = span.rows[0], span.rows[-1]
    if duration.start >= end.end:
        return _framed(line, span) and AFTERWARDS.fullmatch(line.between(end, duration)) is not None
    if duration.end > start.start:
        return False
    gap = line.between(duration, start)
    if len(span.rows) == 2 and CLOSES.fullmatch(line.between(start, end)):
        return SUBJECT.search(line.before(duration)) is not None and OPENS.fullmatch(gap) is not None
    framed = gap.rstrip().endswith("(") or _framed(line, span)
    named = NAMED.fullmatch(gap) is not None and THE.search(line.before(duration)) is not None
    return framed and (named or (DIRECT.fullmatch(gap) or RAN.fullmatch(gap)) is not None)


def _framed(line: Line, span: Dates) -> bool:
    """Whether the dates are printed as a span: "from 1996 to 2017", "4 to 23 May"."""
    first = span.rows[0]
    return TO_WORD.search(first.surface) is not None or BEFORE_DATES.search(line.before(first)) is not None


#: "a three-hour hearing, from 2pm to 5pm", "lasted from 9.30am to 11.15am, an hour and three quarters".
_CLOCK_AFTER = re.compile(
    r"(?: (?!of\b|in\b|for\b|after\b)[\w'\u2019-]+){0,4},? (?:(?:ran|lasted|held|running|lasting) )?"
    r"(?:from|between) $"
)
_CLOCK_BEFORE = re.compile(
    r",? (?:or |(?:a total|a period) of )?(?:about |almost |nearly |just over |just under )?$"
)


def clock_spans(line: Line, duration: Row) -> Iterator[Row]:
    """The pairs of times of day ("2pm to 5pm" is one fact) that the words tie to a duration."""
    for row in line.facts:
        if row.kind != "time":
            continue
        if row.start >= duration.end:
            if _CLOCK_AFTER.fullmatch(line.between(duration, row)):
                yield row
        elif re.search(r"\b(?:from|between) $", line.before(row)) and _CLOCK_BEFORE.fullmatch(
            line.between(row, duration)
        ):
            yield row
