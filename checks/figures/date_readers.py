"""From a spot where a date may begin to the date that stands there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.figures import clock, date_patterns, days, years
from checks.figures.mentions import Mention
from checks.figures.year_readers import apostrophe, bare_decade, fiscal, two_digits, year_or_span

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Period

#: Signs that glue a number to something else: money, decimals, addresses, identifiers.
_GLUE = frozenset("$£€¥₹₽₩₪#.,:+/\\@&*=_~^<>%")
_DASHES = frozenset("-‐‑–—")  # noqa: RUF001
_PREFIX = re.compile(
    r"(?:pre|post|mid|late|early|end|start|since|until|spring|summer|autumn|fall|winter|to|from)[-‐‑]$",  # noqa: RUF001
    re.I,
)
_VERSION = re.compile(
    r"\b(?:version|release|build|v\.?|firmware|update|paragraph|section|chapter)[^\S\n]$", re.I
)
_CIRCA = re.compile(r"(?<!\w)ca?\.$")
#: dates with slashes, whose order may tell that of the others
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:(?:19|20)\d\d|\d\d)(?![\w/])")
#: letters that neither a month, a zone nor a joint such as "to" begins with
_NO_DATE = frozenset("bcegikqrvwxyzKQRVXYZ£$€")
_NOUN = re.compile(r"[^\S\n]([a-z]+)")


def read(text: str, at: int, token: str, dated: bool = False) -> Mention | None:
    """The date or time that begins at `at`, where `date_patterns.scan` met `token`; None if there is none.

    `dated` tells that another date ends right before, so that a dash joins the two: `28 June-3 July`.
    """
    first = token[0]
    if first.isdigit():
        return _number(text, at, token, dated)
    if first in "'’":
        return apostrophe(text, at, token)
    if token == "FY":
        return fiscal(text, at)
    if first in "QH":
        return _quarter(text, at)
    if token[:3].lower() in days.MONTHS and token.isalpha() and len(token) == 3:
        return _month_led(text, at)
    return _quarter(text, at) or _century(text, at)


def _number(text: str, at: int, token: str, dated: bool) -> Mention | None:
    before = text[at - 1] if at else " "
    if before in _GLUE and not _CIRCA.search(text, max(0, at - 4), at):
        return None
    if before in _DASHES and not dated and not _hangs(text, at):
        return None
    size = len(token) if token.isdigit() else next(i for i, char in enumerate(token) if not char.isdigit())
    if size == 4:
        return _iso(text, at) or _time(text, at) or year_or_span(text, at)
    if size > 2:
        return None
    after = text[at + size : at + size + 1] or "%"
    if after in "%;)]":
        return None
    if after == ",":
        return _day_month(text, at)
    if after in "snrtQH":
        return _day_month(text, at) or _quarter(text, at) or _century(text, at) or bare_decade(text, at)
    if after == " " and _counts_at_a_glance(text, at + size + 1):
        return None
    return _time(text, at) or _numeric(text, at) or _day_month(text, at)


def _counts_at_a_glance(text: str, at: int) -> bool:
    """Whether no date and no time goes on with the word at `at`: `12 years`, `12 people`, but `12 p.m.`."""
    first = text[at : at + 1]
    return first in _NO_DATE or (first == "p" and text[at + 1 : at + 2] not in ("m", "."))


def _hangs(text: str, at: int) -> bool:
    """Whether the dash before `at` ends a prefix ("mid-2025") or a clause ("— 2024 was"), and no code."""
    if text[at - 1] in "-‐‑":  # noqa: RUF001
        return _PREFIX.search(text, max(0, at - 8), at) is not None
    return at < 2 or not text[at - 2].isdigit()


def _time(text: str, at: int) -> Mention | None:
    end = clock.match(text, at)
    return None if end is None else Mention(at, end, "time", kind="time")


def _iso(text: str, at: int) -> Mention | None:
    found = date_patterns.iso().match(text, at)
    if found is None or not (len(found["m"]) == 2 or int(found["m"]) <= 12):
        return None
    if found["s"] == "." and not (len(found["m"]) == len(found["d"]) == 2):
        return None
    return _day(at, found.end(), int(found["y"]), int(found["m"]), int(found["d"]))


def _numeric(text: str, at: int) -> Mention | None:
    found = date_patterns.numeric().match(text, at)
    if found is None or (found["s"] == "." and _VERSION.search(text, max(0, at - 12), at)):
        return None
    a, b, year = int(found["a"]), int(found["b"]), two_digits(found["y"])
    if max(a, b) > 31 or not min(a, b):
        return None
    day_first = a > 12 or (b <= 12 and a != b and _day_first(text, found["s"]))
    if day_first is None:
        return Mention(at, found.end(), "day")
    return _day(at, found.end(), year, b if day_first else a, a if day_first else b)


def _day_first(text: str, separator: str) -> bool | None:
    """Whether `06/07/2024` is the 6th of July: with dots always, else as the article's other dates show."""
    return True if separator == "." else _order(text)


@lru_cache(maxsize=8)  # one article asks for each of its dates
def _order(text: str) -> bool | None:
    """Whether the day comes first in the article's dates of figures; None if they do not say, or disagree."""
    found = {int(a) > 12 for a, b in _SLASHED.findall(text) if (int(a) > 12) != (int(b) > 12)}
    return found.pop() if len(found) == 1 else None


def _day(start: int, end: int, year: int, month: int, first: int, last: int | None = None) -> Mention:
    period = days.day(year, month, first, last)
    return Mention(start, end, "day" if period else "invalid", period)


def _day_month(text: str, at: int) -> Mention | None:
    found = date_patterns.day_month().match(text, at)
    if found is None:
        return None
    first = re.match(r"\d+", found["list"] or found["d1"])
    assert first is not None
    last = found["d2"] or found["d1"]
    return _in_month(text, found, int(first[0]), int(last))


def _in_month(text: str, found: re.Match[str], first: int, last: int) -> Mention | None:
    """Days `first` to `last` of the month that a pattern found, in the year it found, if any."""
    start, end, month = found.start(), found.end(), days.month_number(found["m"])
    if year := found["y"] or found["yy"]:
        return _day(start, end, two_digits(year), month, first, last) if max(first, last) < 40 else None
    if max(first, last) > 31 or not first or (first > last):
        return None
    if not (days.exists(month, first) and days.exists(month, last)):
        return Mention(start, end, "invalid")
    return Mention(start, end, "day", at=lambda year: days.day(year, month, first, last))


def _month_led(text: str, at: int) -> Mention | None:
    if found := date_patterns.month_year().match(text, at):
        return _month_year(text, found)
    found = date_patterns.month_day().match(text, at)
    if found is None:
        return None
    first, last = int(found["d1"]), int(found["d2"] or found["d3"] or found["d1"])
    if not (found["y"] or found["yy"]) and _counts(text, at, found.end()):
        return None
    return _in_month(text, found, first, last)


def _counts(text: str, at: int, end: int) -> bool:
    """Whether a number after a month counts what follows: "in May 12 people were killed"."""
    noun = _NOUN.match(text, end)
    if noun is None or noun[1] in years.words("after_day"):
        return False
    lead = text[max(0, at - 6) : at].lower()
    if lead.endswith("on "):
        return False
    return noun[1] in years.words("counted") or (
        lead.endswith(("in ", "last ", "this ")) and noun[1].endswith("s")
    )


def _month_year(text: str, found: re.Match[str]) -> Mention | None:
    month = days.month_number(found["m"])
    last = days.month_number(found["m2"]) if found["m2"] else month
    grain = "quarter" if found["q"] or found["q2"] else "month"
    if grain == "quarter":
        if month == last:
            month = (last - 3) % 12 + 1  # the September quarter ends with September
        if (last - month) % 12 != 2:
            return None
    year = int(found["y"]) if found["y"] else two_digits(found["yy"])
    if found["y"] and year % 100 == 0 and years.counts_next(text, found.end()):
        return None
    period = days.months(year if last >= month else year - 1, month, (last - month) % 12 + 1)
    return Mention(found.start(), found.end(), grain, period)


def _quarter(text: str, at: int) -> Mention | None:
    found = date_patterns.quarter().match(text, at)
    if found is None:
        return None
    if found["word"]:
        size, number = found["size"], date_patterns.ordinal(found["word"], found["size"])
    else:
        size = "quarter" if (found["t1"] or found["t2"]) == "Q" else "half"
        number = int(found["n1"] or found["n2"])
    if number > (4 if size == "quarter" else 2):
        return None
    in_year: Callable[[int], Period] = lambda y: (days.quarter if size == "quarter" else days.half)(y, number)  # noqa: E731
    tail = date_patterns.of_year().match(text, found.end())
    if tail is None:
        plain = found["word"] is not None and not years.is_finance(text, at, found.end(), size)
        return None if plain else Mention(at, found.end(), size, at=in_year)
    if tail["rel"]:
        word = tail["rel"].lower()
        offset = -1 if "last" in word or "previous" in word else 1 if "next" in word else 0
        known = offset or "this" in word or "current" in word
        return Mention(at, tail.end(), size, at=in_year, offset=offset if known else None)
    if tail["span"]:
        return Mention(at, tail.end(), size)  # of a financial year, whose first month is not known
    return Mention(at, tail.end(), size, in_year(two_digits(tail["y"] or tail["yy"])))


def _century(text: str, at: int) -> Mention | None:
    found = date_patterns.century().match(text, at)
    if found is None:
        return None
    if found["decade"]:
        first = 1920 + 10 * date_patterns.DECADES.index(found["decade"].lower())
        the = text[max(0, at - 4) : at].lower() == "the "
        if not (found["nineteen"] or the):
            return None
        return Mention(at, found.end(), "decade", days.years(first, first + 9))
    if found["bc"]:
        return Mention(at, found.end(), "century")  # this calendar begins with the year 1
    low = date_patterns.ordinal(found["a"])
    high = date_patterns.ordinal(found["b"]) if found["b"] else low
    start, end = days.century(low), days.century(high)
    if start is None or end is None or high > 22 or low > high:
        return None
    return Mention(at, found.end(), "century", type(start)(start.start, end.end))
