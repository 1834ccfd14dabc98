"""A printed weekday that its date did not fall on.

What it flags
-------------
A weekday printed with a date ("Monday, June 13, 2025") where the calendar has another. Where the
year is not printed, it is the one that the article's own date gives, and the flag is a warning.

Why it matters
--------------
One of the two is wrong, and readers act on both: they turn up on the day.

What it leaves alone
--------------------
A date without a year in an article without a date. A date without a year that falls on the printed
weekday in a year that the article names or, near the turn of the year, in the neighbouring one.
Dates before 1900, which may be in another calendar.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.rows import Row, rows_of
from checks.rules.rule import Case, Finding, Rule, on
from checks.rules.wording.say import day

if TYPE_CHECKING:
    import pandas as pd

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PRINTED = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day|s|rs|r|nes)?\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: The first year for which the calendar is taken for granted.
SINCE = 1900


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Dates whose printed weekday is not the calendar's."""
    dates = [row for row in rows_of(facts) if row.kind == "date"]
    years = _years(dates)
    for row in dates:
        if not row.period_start or row.period_start != row.period_end:
            continue
        weekday = PRINTED.search(row.surface)
        if weekday is None or not re.search(r"\d", row.surface):
            continue
        date = dt.date.fromisoformat(row.period_start)
        printed = next(name for name in NAMES if name.lower().startswith(weekday[1].lower()))
        if date.year < SINCE or NAMES[date.weekday()] == printed:
            continue
        sure = YEAR.search(row.surface) is not None
        if not sure and any(_falls(date, year, printed) for year in years[row.article] | _around(date)):
            continue
        yield Finding(
            fact=row.fact,
            message=f"{day(date)} falls on a {NAMES[date.weekday()]}, not a {printed}",
            expected=NAMES[date.weekday()],
            confidence=0.95 if sure else 0.7,
            severity=None if sure else "warning",
        )


def _years(dates: list[Row]) -> dict[str, set[int]]:
    """The years that each article prints in its dates."""
    years: dict[str, set[int]] = {}
    for row in dates:
        years.setdefault(row.article, set()).update(map(int, YEAR.findall(row.surface)))
    return years


def _around(date: dt.date) -> set[int]:
    """The years that a date near the turn of the year may be meant for."""
    if date.month <= 2:
        return {date.year - 1}
    return {date.year + 1} if date.month >= 11 else set()


def _falls(date: dt.date, year: int, weekday: str) -> bool:
    try:
        return NAMES[date.replace(year=year).weekday()] == weekday
    except ValueError:  # 29 February
        return False


RULE = Rule(
    id="weekday-date",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            "The ferry sank off the cape on Monday, June 13, 2025, with nine crew aboard.",
            figures=["Monday, June 13, 2025"],
        ),
        Case(
            "Polling will be held on Sunday, 16 September 2025, the commission said.",
            figures=["Sunday, 16 September 2025"],
        ),
        Case("The court ruled on Thursday 4 July 2023.", figures=["Thursday 4 July 2023"]),
        Case("He was born on Monday, March 3, 1964, in Leeds.", figures=["Monday, March 3, 1964"]),
        Case(
            on("2025-03-07", "The bill was debated on Wednesday 3 March and failed by one vote."),
            figures=["Wednesday 3 March"],
        ),
        Case(
            on("2024-08-20", "The ceasefire took hold on Friday, August 15, officials said."),
            figures=["Friday, August 15"],
        ),
        Case(
            "Talks began on Tuesday, May 6, 2025, and ended on Sunday, May 9, 2025.",
            figures=["Sunday, May 9, 2025"],
        ),
    ],
    passes=[
        Case("The ferry sank off the cape on Friday, June 13, 2025, with nine crew aboard."),
        Case("Polling will be held on Sunday, 14 September 2025, the commission said."),
        Case(on("2025-03-07", "The bill was debated on Wednesday 5 March and failed by one vote.")),
        Case("The bill was debated on Wednesday 3 March and failed by one vote."),
        Case(on("2025-01-06", "Shops were shut on Tuesday 31 December and Wednesday 1 January.")),
        Case(on("2024-12-28", "The new rate applies from Wednesday, January 1, the bank said.")),
        Case(on("2025-06-16", "The 1986 final was over. On Sunday 29 June the city danced for Maradona.")),
        Case("The Act received royal assent on Monday 5 May 1789."),
        Case(on("2025-06-16", "On Monday the price was $74, three days after the attack of June 13.")),
        Case(on("2025-11-03", "Black Friday falls on 28 November this year, Cyber Monday on 1 December.")),
    ],
)
