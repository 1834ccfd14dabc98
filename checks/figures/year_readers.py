"""From a spot where a year, a span of years or a decade may begin to the date that stands there."""

from __future__ import annotations

import re

from checks.figures import date_patterns, days, years
from checks.figures.mentions import Mention

_APOSTROPHE_YEAR = re.compile(
    r"\b(?:of|in|since|by|from|summer|class|spring|fall|winter|early|late|back)[^\S\n]$", re.I
)
_FISCAL = re.compile(
    r"FY[^\S\n]?['’]?(?P<y>(?:19|20)\d\d|\d\d)(?:[-–/](?P<y2>(?:20)?\d\d))?(?![\w%]|[.,/-]\d)"
)
#: years before this are years only where the words around say so
_EARLIEST = 1500
#: and so are years after this
_LATEST = 2099
_TENS = re.compile(r"([2-9]0)s")
_LEADS_DECADE = re.compile(
    r"\bthe[^\S\n](?:early|late|mid)[^\S\n-]$|\bthe[^\S\n](?:early|late|mid)-$"
    r"|\b(?:since|during|of|from|throughout|back[^\S\n]in)[^\S\n]the[^\S\n]$",
    re.I,
)


def two_digits(printed: str) -> int:
    """A year of two digits is the one from 1950 to 2049."""
    year = int(printed)
    return year if len(printed) > 2 else year + (2000 if year < 50 else 1900)


def year_or_span(text: str, at: int) -> Mention | None:
    """`2024`, `2023-24`, `1940s`, `2024 Q3`."""
    found = date_patterns.year().match(text, at)
    if found is None:
        return None
    first, end = int(found["y"]), found.end()
    if found["q"]:
        return Mention(at, end, "quarter", days.quarter(first, int(found["q"])))
    if found["s"]:
        return _decade(text, at, found)
    if first > _LATEST:
        return Mention(at, end, "year", days.years(first)) if years.is_late(text, at, end) else None
    if first < _EARLIEST and not years.is_early(text, at, end):
        return None
    if found["y2"]:
        return _year_range(text, at, end, first, found["y2"])
    if first < _EARLIEST:
        return Mention(at, end, "year", days.years(first))
    if not years.ends(text, end) or not years.is_year(text, at, end):
        return None
    return Mention(at, end, "year", days.years(first))


def _decade(text: str, at: int, found: re.Match[str]) -> Mention | None:
    """`1940s`, `1940s and 50s`, `the 1990's`, `the 1800s`; without "the", `2020's` is the year's own."""
    first, bare, end = int(found["y"]), found.end("y"), found.end()
    the = text[max(0, at - 4) : at].lower().endswith("the ")
    if len(found["s"]) > 1 and (first % 10 or not the):
        return Mention(at, bare, "year", days.years(first)) if years.is_year(text, at, bare) else None
    if first % 10 or (first < _EARLIEST and not the):
        return None
    if first % 100 == 0 and first != 2000:
        return Mention(at, found.end("s"), "century", days.years(first, first + 99))
    last = first - first % 100 + int(found["d"]) if found["d"] else first
    if last < first:
        last, end = first, found.end("s")
    return Mention(at, end, "decade", days.years(first, last + 9))


def _year_range(text: str, at: int, end: int, first: int, second: str) -> Mention | None:
    if len(second) == 1:
        last = first - first % 10 + int(second)
        if last != first + 1:
            return None
    elif len(second) == 2:
        last = first - first % 100 + int(second)
        if last <= first and 1 <= int(second) <= 12 and text[at + 4] == "-":
            return Mention(at, end, "month", days.months(first, int(second)))
        last += 100 if last == first - 99 else 0
    else:
        last = int(second)
    if last <= first or (text[at + 4] == "/" and last != first + 1):
        return None
    if not years.ends(text, end) or not years.is_range(text, at, end, first, last):
        return None
    return Mention(at, end, "year", days.years(first, last))


def fiscal(text: str, at: int) -> Mention | None:
    """`FY25`, `FY 2024/25`; which calendar months a financial year holds is not known."""
    found = _FISCAL.match(text, at)
    if found is None:
        return None
    first = two_digits(found["y"])
    last = two_digits(found["y2"]) if found["y2"] else first
    return Mention(at, found.end(), "year", days.years(first, last)) if last >= first else None


def bare_decade(text: str, at: int) -> Mention | None:
    """`the mid-90s`, `since the 80s`; `temperatures in the 90s` and `a man in his 60s` are none."""
    found = _TENS.match(text, at)
    if found is None or not years.ends(text, found.end()):
        return None
    number, end = int(found[1]), found.end()
    if not _LEADS_DECADE.search(text, max(0, at - 24), at) or years.is_temperature(text, at, end):
        return None
    return Mention(at, end, "decade", days.years(1900 + number, 1909 + number))


def apostrophe(text: str, at: int, token: str) -> Mention | None:
    """`the '90s`, `the summer of '69`."""
    end, number = at + len(token), int(token[1:3])
    if not years.ends(text, end):
        return None
    if token.endswith("s"):
        first = 1900 + number if number > 20 else 2000 + number
        return Mention(at, end, "decade", days.years(first, first + 9)) if number % 10 == 0 else None
    if not _APOSTROPHE_YEAR.search(text, max(0, at - 10), at):
        return None
    return Mention(at, end, "year", days.years(two_digits(token[1:])))
