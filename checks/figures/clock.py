"""Clock times: `8pm`, `7.30 a.m.`, `0332 GMT`, `15:00`."""

from __future__ import annotations

import re
from functools import cache

_ZONE = (
    r"(?:GMT|UTC|BST|CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|IST|AE[SD]T|JST|MSK|HKT|SGT|WIB|PKT|local\stime"
    r"|hours|hrs)(?!\w)"
)
_HALF = r"(?:[ap]\.[^\S\n]?m\.?|[ap]m|[AP]\.[^\S\n]?M\.?|[AP]M)(?!\w)"
_TIME = r"\d{1,2}(?:[:.]\d\d(?:[:.]\d\d)?)?"
_TO = r"(?:[^\S\n]?[-–—][^\S\n]?|[^\S\n](?:to|and|until)[^\S\n])"
#: What stands before `15:00` where it is a time and no ratio, score or verse.
_LEADS = re.compile(
    r"(?:\b(?:at|by|from|until|till|around|about|before|after|since|between|to|time|and)[^\S\n]|\dT"
    r"|(?:\d,?|[-–—,(|\]])[^\S\n]|[(|\[]|^|\n)$"
)


@cache
def _named() -> re.Pattern[str]:
    """A time that says it is one: by `pm`, `o'clock` or a zone."""
    return re.compile(
        rf"(?:{_TIME}{_TO})?{_TIME}[^\S\n]?{_HALF}(?:{_TO}{_TIME}[^\S\n]?{_HALF})?(?:[^\S\n]\(?{_ZONE}\)?)?"
        rf"|\d{{1,2}}[^\S\n]?(?:o['’]clock|noon|midnight|midday)(?!\w)"
        rf"|(?:(?:\d{{4}}{_TO})?\d{{4}}|\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?)[^\S\n]?\(?{_ZONE}\)?"
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        r"\d{1,2}:[0-5]\d(?::[0-5]\d(?:\.\d{1,9}(?=Z|[+-]\d))?)?(?:[-–]\d{1,2}:[0-5]\d|Z|[+-]\d\d:?\d\d)?(?![\w%]|[.,:]\d)"
    )


def match(text: str, at: int) -> int | None:
    """The end of the clock time that begins at `at`, or None."""
    if found := _named().match(text, at):
        said = not found[0].endswith(("hours", "hrs")) or _led(text, at)
        return found.end() if said and _exists(found[0]) else None
    found = _bare().match(text, at)
    # "in 2:15:25": no ratio or verse has three parts
    return (
        found.end() if found and (found[0].count(":") == 2 or _led(text, at)) and _exists(found[0]) else None
    )


def _led(text: str, at: int) -> bool:
    return _LEADS.search(text[max(0, at - 9) : at]) is not None


def _exists(surface: str) -> bool:
    """Whether every hour and minute printed is one that a clock shows."""
    printed = re.sub(r"(?<=[:.]\d\d)(?:[:.]\d\d(?:\.\d+)?|[+-]\d\d:?\d\d)", "", surface)
    times = re.findall(r"(\d\d?)[:.]?(\d\d)?", printed)
    return all(int(hour) <= 24 and int(minute or 0) < 60 for hour, minute in times)
