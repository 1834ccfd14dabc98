"""The patterns of dates told by their distance from another (see relative_dates)."""

from __future__ import annotations

import re
from functools import cache

from checks.figures import date_patterns, vocabulary
from checks.figures.days import MONTH_NAMES, WEEKDAY_NAMES
from checks.figures.vocabulary import lowered

#: How many, in words.
NUMBERS = {"a": 1, "an": 1, **vocabulary.COUNTS}
#: These months are words or names as well; alone, they need a preposition.
DOUBTFUL = ("May", "March", "April", "June", "August", "Jan", "Mar", "Jun", "Dec", "Sep", "MAY", "MARCH")
LEADS_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|during|from|to|of|early|late|mid|last|this|next|through|between|before|after"
    r"|for|each|every|previous|(?:February|March|April|May|June|July) (?:and|or|to))[\s-]$",
    re.I,
)
#: One of these is in every relative date: in any case, and as printed.
_UNITS = ("day", "week", "fortnight", "month", "quarter", "year", "decade", "period", "spring", "summer",
          "autumn", "winter", "tomorrow")  # fmt: skip
_SHORT = [name[:3] for name in (*MONTH_NAMES, *WEEKDAY_NAMES)]
_NAMES = (*_SHORT, *(name.upper() for name in _SHORT))
#: A relative date begins at most so many characters before one of those, and goes on for so many at most.
_BEFORE, _BEHIND = 64, 128
#: Before months, this makes "and" join the ends of a span.
BETWEEN = re.compile(r"\b[Bb]etween\s$")


def stretch(text: str) -> tuple[int, int]:
    """The part of `text` outside of which no relative date is, as offsets; empty in most sentences.

    Where the pattern of all relative dates may begin takes a hundred times longer to tell.
    """
    low = lowered(text)
    hints = [(low, word) for word in _UNITS if word in low]
    hints += [(text, name) for name in _NAMES if name in text]
    if not hints:
        return 0, 0
    first = min(where.find(word) for where, word in hints)
    last = max(where.rfind(word) for where, word in hints)
    return max(0, first - _BEFORE), min(len(text), last + _BEHIND)


@cache
def after_month() -> re.Pattern[str]:
    """What may follow a month without its year: `-July`, ` to July`, ` and July`, ` quarter`; or nothing."""
    return re.compile(
        rf"(?:(?:{date_patterns.DASH}|\s(?P<and>and)\s|\s(?:to|through|until|till)\s)"
        rf"(?P<m2>{date_patterns.MONTH})(?!\s?\d))?(?P<q>\squarter(?!\w))?"
    )


@cache
def relative() -> re.Pattern[str]:
    """`last year`, `a year earlier`, `three months to December`, `yesterday`: the groups say which."""
    number = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
    unit = r"(?:day|week|fortnight|month|quarter|year|decade)"
    month, weekday = date_patterns.MONTH, date_patterns.WEEKDAY
    return re.compile(
        # year to date
        r"(?<!\w)(?:(?P<ytd>(?i:year)[- ]to[- ]date)(?!\w)"
        # the week of (March 3)
        rf"|(?P<week_of>(?i:week))\s(?:of|beginning|starting|commencing)\s(?:on\s)?(?={weekday}|{month}|\d)"
        # the three months to (December), the week ending (9 February)
        rf"|(?:(?P<to_n>(?i:{number}))[ -])?(?P<to_u>{unit})s?\s(?:to|ended|ending|through|up\sto)\s"
        r"(?:the\send\sof\s|end-)?(?:on\s)?"
        # the first nine months of (2024)
        rf"|(?P<part>(?i:first|last|final|opening|closing))\s(?P<part_n>{number})\s"
        r"(?P<part_u>month|week|quarter|year|day)s\sof\s"
        # a year earlier, two years ago, the year before, the year before last
        rf"|(?:(?P<ago_n>(?i:{number}))[ -])?(?P<ago_u>{unit})s?[ -]"
        r"(?P<ago>ago|earlier|previously|later|before\slast|before)(?!\w)"
        # the past three months, the previous seven days
        rf"|(?P<span>(?i:past|last|previous|prior|preceding))\s(?P<span_n>{number})\s(?P<span_u>{unit})s(?!\w)"
        # last year, this June, next Tuesday, the same month
        r"|(?:(?P<third>(?i:early|late|mid|earlier|later))[\s-])?(?P<rel>(?i:last|this|next|current|same|that|previous|prior|preceding|following|past))\s"
        rf"(?:(?:fiscal|financial|calendar)\s)?"
        rf"(?P<of>{unit}|weekend|period|spring|summer|autumn|winter|{month}|{weekday})(?![\w-])"
        r"(?:\s(?P<then>last\syear|a\syear\s(?:ago|earlier|before)|(?:of|in)\s(?:the\sprevious\syear|last\syear))"
        r"|\s(?:of|in)\s(?P<then_year>(?:19|20)\d\d)(?![\w%]|[.,]\d))?"
        r"|(?P<day>(?i:yesterday|tomorrow))(?!\w)"
        rf"|(?P<weekday>{weekday})(?!\w)|(?P<month>{month}))"
    )
