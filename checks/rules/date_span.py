"""A duration that does not fit between the two dates printed with it.

What it flags
-------------
A length of time and two dates that one clause ties together: "the 29-day walkout, which ran from 4
to 23 May", "director for 31 years, from 1996 to 2017", "a 40-day inquiry will open on 6 May and close
on 4 July". Both ways of counting are allowed, with the first day and without it, and the dates may
be as loose as printed: 1996 to 2017 may be anything from 20 to 22 years.

Why it matters
--------------
One of the three is wrong, and deadlines and terms of office are what readers plan by.

What it leaves alone
--------------------
A duration with dates that the clause does not tie to it ("jailed for five years for frauds between
1996 and 2017"). Dates whose year is not sure. Working days, school days, nights and seasons.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Interval
from checks.rules.arithmetic.intervals import overlap
from checks.rules.rule import Case, Finding, Rule, on
from checks.rules.wording.place import Line, Row, lines
from checks.rules.wording.say import digits, plural

if TYPE_CHECKING:
    import pandas as pd

#: Days in a unit of duration, at least and at most, for one and for many of them.
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
#: How far a count of calendar months or years may stray from the mean length, in days.
STRAY = {"month": 3.0, "year": 2.0, "decade": 2.0}
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
AFTERWARDS = re.compile(
    r"\s*(?:,|\(|\u2013|\u2014)\s*(?:an?\s+(?:period|span|total|stretch)\s+of\s+|or\s+)?$", re.IGNORECASE
)
BEFORE_DATES = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
#: Days that the calendar does not count alike.
OTHER_DAYS = re.compile(
    r"\b(?:working|business|trading|school|sitting|match|calendar quarter)[ -]", re.IGNORECASE
)


class Dates(NamedTuple):
    """The two ends of a span as printed: the days that each may be, and the rows that state them."""

    first: tuple[dt.date, dt.date]
    last: tuple[dt.date, dt.date]
    rows: tuple[Row, ...]

    def days(self) -> Interval:
        """How many days lie between the ends, the first counted or not."""
        least = (self.last[0] - self.first[1]).days
        most = (self.last[1] - self.first[0]).days + 1
        return Interval(float(max(least, 0)), float(most))


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Durations at odds with the dates of their clause."""
    durations = facts[(facts["kind"] == "duration") & facts["unit"].isin(list(DAYS))]
    dates = facts[(facts["kind"] == "date") & (facts["period_start"] != "") & (facts["period_end"] != "")]
    both = facts["sentence"].isin(durations["sentence"]) & facts["sentence"].isin(dates["sentence"])
    for line in lines(facts[both]):
        spans = list(_spans(line))
        for row in line.facts:
            if row.kind != "duration" or row.unit not in DAYS:
                continue
            if OTHER_DAYS.search(line.before(row)[-12:] + row.surface + line.after(row)[:10]):
                continue
            for span in spans:
                if _tied(line, row, span) and not overlap(_days(row), span.days()):
                    yield _finding(row, span)
                    break


def _days(row: Row) -> Interval:
    size, stray = DAYS[row.unit], STRAY.get(row.unit, 0.0)
    return Interval(row.low * size - stray, row.high * size + stray)


def _spans(line: Line) -> Iterator[Dates]:
    dates = [row for row in line.facts if row.kind == "date" and row.period_start and row.period_end]
    for i, row in enumerate(dates):
        first, last = _day(row.period_start), _day(row.period_end)
        if TO_WORD.search(row.surface):
            yield Dates((first, _grain_end(first, row.unit)), (_grain_start(last, row.unit), last), (row,))
        elif i + 1 < len(dates):
            second = dates[i + 1]
            middle = line.between(row, second)
            later = _day(second.period_start), _day(second.period_end)
            if later[0] > first and (TO.fullmatch(middle) or CLOSES.fullmatch(middle)):
                yield Dates((first, last), later, (row, second))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


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


def _tied(line: Line, duration: Row, span: Dates) -> bool:
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
    return framed and (DIRECT.fullmatch(gap) or RAN.fullmatch(gap)) is not None


def _framed(line: Line, span: Dates) -> bool:
    """Whether the dates are printed as a span: "from 1996 to 2017", "4 to 23 May"."""
    first = span.rows[0]
    return TO_WORD.search(first.surface) is not None or BEFORE_DATES.search(line.before(first)) is not None


def _finding(row: Row, span: Dates) -> Finding:
    size = DAYS[row.unit]
    days = span.days()
    least, most = days.low / size, days.high / size
    # The plain count: the dates as printed, to the whole unit.
    middle = round((least + most) / 2)
    dates = " to ".join(date.surface for date in span.rows)
    text = f"{digits(middle)} {row.unit if middle == 1 else plural(row.unit)}"
    if row.unit == "day" and days.high - days.low == 1:
        text = f"{digits(days.low)} or {digits(days.high)} days"
    return Finding(
        fact=row.fact,
        message=f"{dates} is {text}, not {row.surface}",
        expected=text,
        evidence=tuple(date.fact for date in span.rows),
        confidence=0.85,
    )


RULE = Rule(
    id="date-span",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            on("2025-05-27", "The 29-day walkout by bus drivers, which ran from 4 to 23 May, is over."),
            ["29-day"],
        ),
        Case("She was director of the museum for 31 years, from 1996 to 2017.", ["31 years"]),
        Case(
            on("2025-04-22", "A 40-day inquiry into the bypass will open on 6 May and close on 4 July."),
            ["40-day"],
        ),
        Case("The siege lasted 90 days, from 1 April 2004 to 5 May 2004.", ["90 days"]),
        Case("She led the party for nine years (2007-2011).", ["nine years"]),
        Case("He ran the bank from 1990 to 2004, a period of 24 years.", ["24 years"]),
        Case("The ten-week trial ran from March 3, 2025 to April 4, 2025.", ["ten-week"]),
    ],
    passes=[
        Case(on("2025-05-27", "The 20-day walkout by bus drivers, which ran from 4 to 23 May, is over.")),
        Case(on("2025-05-27", "The 19-day walkout by bus drivers, which ran from 4 to 23 May, is over.")),
        Case("She was director of the museum for 21 years, from 1996 to 2017."),
        Case("She was director of the museum for more than 20 years, from 1996 to 2017."),
        Case(on("2025-04-22", "A 60-day inquiry into the bypass will open on 6 May and close on 4 July.")),
        Case(on("2025-06-27", "The 12-day war began on June 13, and talks resumed on June 21.")),
        Case("He was jailed for five years for frauds between 1996 and 2017."),
        Case("A two-year study of deaths from 1996 to 2017 found no link."),
        Case("Prices rose for three of the five years from 2019 to 2024."),
        Case("The tender was open for ten working days, from 1 April 2024 to 15 April 2024."),
        Case("After a six-month delay the port will open on 6 May 2025 and close on 4 July 2025."),
    ],
)
