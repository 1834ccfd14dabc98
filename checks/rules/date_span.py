"""A duration that does not fit between the dates or times printed with it.

What it flags
-------------
A length of time and two dates that the words tie together: "the 29-day walkout, which ran from 4
to 23 May", "director for 31 years, from 1996 to 2017", "began on July 5 and ended on August 15, 31 days
later"; in two sentences too: "In 2005 … . A decade later, in 2019". A length that runs to the day of the
article: "Founded in 1987, the 28-year-old firm", "on Tuesday, 16 years after the 2011 disaster", "the 50th
anniversary of the landing in 1969". Two times of day: "from 9.30am to 11.15am, two and a half hours". Both
ways of counting are allowed, with the first day and without it, and the dates may be as loose as printed:
1996 to 2017 may be anything from 20 to 22 years.

Why it matters
--------------
One of the three is wrong, and deadlines and terms of office are what readers plan by.

What it leaves alone
--------------------
A duration with dates that the words do not tie to it ("jailed for five years for frauds between
1996 and 2017"). Dates whose year is not sure, and lengths up to today in an article without a date or in
a sentence about another time. A length that fits another date told beside it. Working days, school days,
nights and seasons.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.model import Interval
from checks.rows import Row, rows_of
from checks.rules.arithmetic.calendar import (
    DAYS,
    MINUTES,
    Days,
    between,
    days_of,
    in_words,
    length,
    minutes_between,
)
from checks.rules.arithmetic.intervals import overlap
from checks.rules.rule import Case, Finding, Rule, on
from checks.rules.wording.elapsed import Elapsed, elapsed, said
from checks.rules.wording.elapsed_forms import has_jubilee
from checks.rules.wording.marked import Marked, marked, windows
from checks.rules.wording.place import Line, by_article
from checks.rules.wording.printed_spans import clock_spans, spans, tied
from checks.rules.wording.say import day, digits

if TYPE_CHECKING:
    import pandas as pd

#: Days that the calendar does not count alike.
OTHER_DAYS = re.compile(
    r"\b(?:working|business|trading|school|sitting|match|calendar quarter)[ -]", re.IGNORECASE
)
#: Dates told so many characters before may be what a length is counted from.
BEFORE = 400
#: So many days into a year, an anniversary may be one of the year before.
EARLY = 20
_OF_TIME = ("date", "time", "duration", "age", "ordinal")


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Durations at odds with the dates they are told with."""
    read = {row.sentence for row in rows_of(facts) if row.kind in _OF_TIME}
    read |= {text for text in {row.sentence for row in rows_of(facts)} - read if has_jubilee(text)}
    for told in by_article([row for row in rows_of(facts) if row.sentence in read]):
        yield from _in_article(told)


def _in_article(told: list[Line]) -> Iterator[Finding]:
    done: set[str] = set()
    for finding in (*_printed(told), *_elapsed(told)):
        if finding.fact not in done:
            done.add(finding.fact)
            yield finding


def _printed(told: list[Line]) -> Iterator[Finding]:
    for line in told:
        lengths = [row for row in line.facts if row.kind == "duration" and not _other_days(line, row)]
        found = list(spans(line)) if lengths else []
        for row in lengths:
            if row.unit in DAYS:
                for span in found:
                    days = between(span.first, span.last)
                    if tied(line, row, span) and not overlap(length(row), days):
                        dates = " to ".join(date.surface for date in span.rows)
                        yield _finding(row, dates, in_words(days, row.unit), span.rows)
                        break
            elif row.unit in MINUTES:
                yield from _hours(line, row)


def _other_days(line: Line, row: Row) -> bool:
    return OTHER_DAYS.search(line.before(row)[-12:] + row.surface + line.after(row)[:10]) is not None


def _hours(line: Line, row: Row) -> Iterator[Finding]:
    size = MINUTES[row.unit]
    for span in clock_spans(line, row):
        minutes = minutes_between(span.surface)
        # a start or an end is told to five minutes
        told = Interval(row.low * size - 5, row.high * size + 5)
        if minutes and not any(told.low <= each <= told.high for each in minutes):
            hours, rest = divmod(int(minutes[0]), 60)
            text = " ".join([f"{hours}h"] * (hours > 0) + [f"{rest}min"] * (rest > 0))
            yield _finding(row, span.surface, text, (span,))


def _elapsed(told: list[Line]) -> Iterator[Finding]:
    for each in _worth_reading(told):
        for span in elapsed(each):
            if (finding := _off(span, told)) is not None:
                yield finding


def _worth_reading(told: list[Line]) -> Iterator[Marked]:
    """The sentences, then every two that follow one another, that tell a date and a length."""
    has = [said(line) for line in told]
    for line, (date, length_) in zip(told, has, strict=True):
        if date and length_:
            yield marked(line)
    for two, (here, there) in zip(pairwise(told), pairwise(has), strict=True):
        if (here[0] or there[0]) and (here[1] or there[1]):
            yield from windows(two)


def _off(span: Elapsed, told: Sequence[Line]) -> Finding | None:
    """The length of `span`, if neither its dates nor any other told beside it make it."""
    ends = [row for row in (span.first, span.last) if row is not None]
    published = str(span.first.published)
    if not all(row.period_start and row.period_end for row in ends) or not (span.last or published):
        return None
    first, last = days_of(span.first), days_of(span.last) if span.last is not None else _today(published)
    if first.first > last.first or (span.length is not None and not _fit_unit(span.length, span.years)):
        return None
    others = [
        days_of(row) for row in (*span.nearby, *_before(span, told)) if row.period_start and row.period_end
    ]
    tries = [(first, last), *((first, o) for o in others), *((o, last) for o in others)]
    if any(_fits(span, a, b) for a, b in tries if a.first <= b.last):
        return None
    days = between(first, last)
    if span.years:
        made = last.last.year - first.first.year
        text = f"{made} years"
    else:
        assert span.length is not None
        text = in_words(days, span.length.unit)
    fact = span.length if span.length is not None else ends[-1]
    until = f"{first.printed} to {last.printed}"
    evidence = tuple(row for row in ends if row.fact != fact.fact)
    stated = fact.surface if span.length is not None and not span.years else f"{digits(span.years)} years"
    return _finding(fact, until, text, evidence, stated)


def _today(published: str) -> Days:
    date = dt.date.fromisoformat(published)
    return Days(date, date, day(date))


def _fit_unit(row: Row, years: float) -> bool:
    return bool(years) or (row.unit in DAYS and row.kind in ("duration", "age"))


def _before(span: Elapsed, told: Sequence[Line]) -> Iterator[Row]:
    """The dates told shortly before the span."""
    own = {row.fact for row in (span.first, span.last) if row is not None}
    for line in told:
        for row in line.facts:
            if row.kind == "date" and row.fact not in own and 0 <= span.first.start - row.start <= BEFORE:
                yield row


def _fits(span: Elapsed, first: Days, last: Days) -> bool:
    if span.years:
        made = last.last.year - first.first.year
        early = last.first.timetuple().tm_yday <= EARLY
        slack = 0 if span.sure else 1
        return made - slack - early <= span.years <= made + slack
    assert span.length is not None
    stated, made_days = length(span.length), between(first, last)
    if span.last is None:  # "14 years after": by the calendar, or by the day
        half = 0.5 * DAYS[span.length.unit] if span.length.unit == "year" else 0.0
        stated = Interval(stated.low - half, stated.high + half)
    if span.least:
        return stated.low <= made_days.high
    return overlap(stated, made_days)


def _finding(row: Row, dates: str, text: str, evidence: Sequence[Row], stated: str = "") -> Finding:
    return Finding(
        fact=row.fact,
        message=f"{' '.join(dates.split())} is {text}, not {stated or row.surface}",
        expected=text,
        evidence=tuple(date.fact for date in evidence),
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
        Case(
            "The blockade of the port began on May 2, 2023 and ended on June 1, 2023, 20 days later.",
            ["20 days"],
        ),
        Case(
            on("2025-03-11", "Founded in 1962, the 43-year-old brewery is to close its site in Burton."),
            ["43-year-old"],
        ),
        Case(
            on("2024-05-21", "Relatives laid wreaths on Tuesday, 17 years after the 2017 ferry disaster."),
            ["17 years"],
        ),
        Case(
            on(
                "2023-08-26",
                "The club marked the 40th anniversary of its cup win in 1973 with a dinner on Friday.",
            ),
            ["40th"],
        ),
        Case(
            "Surveyors chose the valley in 1958. Two decades later, in 1998, the dam was full.",
            ["Two decades"],
        ),
        Case("The three-hour hearing, held from 2pm to 3.15pm, heard from four residents.", ["three-hour"]),
        Case(
            "The licence takes effect on 1 April 2026 and expires on 31 March 2030. "
            "The six-year deal covers two fields.",
            ["six-year"],
        ),
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
        Case("The blockade of the port began on May 2, 2023 and ended on June 1, 2023, 30 days later."),
        Case(on("2025-03-11", "Founded in 1962, the 62-year-old brewery is to close its site in Burton.")),
        Case("Founded in 1962, the 43-year-old brewery is to close its site in Burton."),
        Case("Founded in 1920, the 30-year-old mill burned down in 1950 and was never rebuilt."),
        Case(
            on("2024-05-21", "Relatives laid wreaths on Tuesday, seven years after the 2017 ferry disaster.")
        ),
        Case(on("2024-05-21", "He moved to Leeds. Ten years after the 1985 fire, he had a family there.")),
        Case(
            on("2024-05-21", "The plant was shut for four years after the 2011 disaster, it said on Tuesday.")
        ),
        Case(on("2023-08-26", "The club marked the 50th anniversary of its cup win in 1973 on Friday.")),
        Case(
            on(
                "2024-03-05",
                "Boston said on Tuesday that its plans for the 250th anniversary of 1776 are ready.",
            )
        ),
        Case("The three-hour hearing, held from 2pm to 5pm, heard from four residents."),
        Case("She was elected in 2004 and resigned in 2015, after two years of poor health."),
        Case(on("2024-09-10", "He has run the club since 2019, a two-year contract having been extended.")),
        Case(
            "The treaty began in 1994 and will expire in 2024. The 20-year pact it replaced lapsed in 1993."
        ),
        Case("The lease began in 2015 and ends in 2045. The two-year rent review is due."),
    ],
)
