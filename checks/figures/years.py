"""Whether a bare number such as 2015 is a year or a count.

Nearly every number from 1900 to 2049 that is printed without a comma is a year, unless its
neighbours say otherwise; outside these years, and for round hundreds, they must speak for a year.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checks import lexicon

_BEFORE = re.compile(r"([\w.$&©'’-]+)([\s(\[“\"‘'’]*)$")
_AFTER = re.compile(r"[^\S\n]{0,2}\n?([\w%]+)")
_HYPHENED = re.compile(r"[-‐‑]([A-Za-z]+)")  # noqa: RUF001
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
#: A bracketed year, or one in a list of years: "(2021)", "2021, 2022 and 2023".
_LISTED_BEFORE = re.compile(r"(?:\b(?:1[89]|20)\d\d(?:,|\s(?:and|or|to|&)|,\s(?:and|or))\s|[(\[])$")
_GLUED = re.compile(r"[\w%‰°€£$]|[.,:/][0-9]|[-‐‑–—][0-9]|[^\S\n]?(?:%|percent\b|per[^\S\n]cent\b|pct\b)")  # noqa: RUF001
_GAME = re.compile(
    r"\b(?:touchdowns?|lead|scored?|points?|game|possession|quarterback|yards?|foul|goal)\b", re.I
)
_RESULTS = re.compile(
    r"[-\s](?:net\s|pre-?tax\s|operating\s|core\s|group\s)?(?:profits?|loss(?:es)?|results|revenues?|sales|earnings"
    r"|turnover|figures|growth|gdp|output|production|income)\b",
    re.I,
)
_OWNS = re.compile(r"['’]s\b")
#: Between this year and another: "between 2000 and 2002".
_PAIRED = re.compile(r"\s(?:and|to|or)\s(?:19|20)(?!00)\d\d(?![\w%]|[.,:]\d|\s(?:GMT|UTC|BST))")


@cache
def words(name: str) -> frozenset[str]:
    """A list of lexicon/dates.toml."""
    return frozenset(lexicon.lists("dates")[name])


class _Around(NamedTuple):
    """The words around a number: the one before (in its own case), the gap after it, the word after."""

    near: str
    previous: str
    gap: str
    after: str

    @property
    def before(self) -> str:
        return self.previous.lower()


def _around(text: str, start: int, end: int) -> _Around:
    near = text[max(0, start - 32) : start]
    before = _BEFORE.search(near)
    after = _AFTER.match(text, end, end + 24)
    previous, gap = (before[1], before[2]) if before else ("", "")
    return _Around(near, previous, gap, after[1].lower() if after else "")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, four digits from 1500 to 2099 glued to no unit or sign, is a year."""
    around = _around(text, start, end)
    number = int(text[start : start + 4])
    if _names_a_thing(text, end, around) or _is_counted(number, around):
        return False
    usual = 1900 <= number < 2050
    if around.before in words("year_before") or _opens_span(text, start, end):
        return True
    if usual and (around.after in words("dated") or _certain(text, around.near, start, end)):
        return True
    listed = _LISTED_BEFORE.search(around.near)
    if listed and not (listed[0] in "([" and _is_round(number)):
        return True
    return _may_be_year(text, end, number, around)


def _names_a_thing(text: str, end: int, around: _Around) -> bool:
    """Whether the number belongs to a name, a telephone number or a table's row."""
    hyphened = _HYPHENED.match(text, end, end + 16)
    if hyphened and hyphened[1].lower() not in words("year_suffixes"):
        return True
    if around.before in words("names_before") or around.before.rstrip(".") in words("names_before"):
        return True
    return around.before.strip("+-").isdigit() and around.gap.isspace()


def _is_counted(number: int, around: _Around) -> bool:
    """Whether a proportion leads to the number, or a unit or a noun that news counts follows it."""
    if _one_in(around.near) or around.after[:1].isdigit():
        return True
    sure = around.before in words("year_before") and not _is_round(number)
    return around.after in words("counted") and not sure


def _may_be_year(text: str, end: int, number: int, around: _Around) -> bool:
    """Where nothing speaks for a year: whether little enough speaks for a count."""
    usual = 1900 <= number < 2050
    modifies = around.before in words("determiners") or bool(_POSSESSIVE.search(around.previous))
    doubtful = _is_round(number) or not (usual and modifies)
    if doubtful and _is_plural(around.after) and not _closed(text, end):
        return False
    if around.before in words("counts_before") and not around.gap.strip():
        return around.before in {"than", "with", "including"} and usual and number % 10 != 0
    if number == 2000:
        return around.before in {"by", "from", "before", "after"}
    return not _is_round(number) and (usual or modifies or around.before in words("weak_before"))


def _is_plural(word: str) -> bool:
    """Whether a word may be what a number counts: a plural, but not "the 2024 elections"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in words("dated")


def is_early(text: str, start: int, end: int) -> bool:
    """Whether four digits from 1000 to 1499 are a year or begin a span: "in 1066", "(1337-1453)"."""
    around = _around(text, start, end)
    if _is_round(int(text[start : start + 4])) or _is_plural(around.after) or not ends(text, end):
        return False
    if around.after in words("counted") or around.after[:1].isdigit():
        return False
    return around.before in words("early_year_before") or (end - start > 4 and around.gap == " (")


def is_late(text: str, start: int, end: int) -> bool:
    """Whether four digits from 2100 to 2199 are a year, as forecasts of the climate have it: "by 2100"."""
    around = _around(text, start, end)
    if _is_plural(around.after) or around.after in words("counted") or around.after[:1].isdigit():
        return False
    return end - start == len("2100") and ends(text, end) and around.before in words("late_year_before")


def is_temperature(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, "the mid-90s", may be degrees, points or an age, by the words near it."""
    before = re.split(r"[.!?;\n]\s", text[max(0, start - 60) : start])[-1]
    after = re.split(r"[.!?;\n](?:\s|$)", text[end : end + 40])[0]
    return _OF_DEGREES.search(f"{before} {after}") is not None


_OF_DEGREES = re.compile(
    r"\b(?:degrees?|temperatures?|temps|highs?|lows?|mercury|humidity|heat|weather|forecast|shot|scored?|points?"
    r"|aged?|his|her|their|men|women|percentiles?|per cent|percent|priced?|shares?)\b|[°º]",
    re.I,
)
#: Ending in this, the text before a number opens a span of years: "Between 1600 and 1900 the town grew".
_OPENS = re.compile(
    r"(?:^|[.!?:\n][\s\"”’)]*|[“\"])(?:Between|From)\s(?:(?P<first>1\d|20)\d\d\s(?:and|to)\s)?$"
)
_SECOND = re.compile(r"\s(?:and|to)\s(?:1\d|20)\d\d(?![\w%]|[.,:]\d)")
_CLAUSE = re.compile(r",?\s([a-z]+)(?:\s([a-z]+))?")


def _opens_span(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with this number and another, and no noun that they count follows."""
    opening = _OPENS.search(text, max(0, start - 24), start)
    if opening is None:
        return False
    second = opening if opening["first"] else _SECOND.match(text, end)
    if second is None:
        return False
    following = _CLAUSE.match(text, end if opening["first"] else second.end())
    if following is None:
        return False
    if following[0][0] == "," or following[1] in words("after_day") or following[1] in words("dated"):
        return True
    return following[2] in words("dated")


#: a bound on a time, which no count takes
_AT_LEAST = re.compile(
    r"\b(?:until|till|since|through|before|after) at (?:least|the (?:earliest|latest)) $", re.IGNORECASE
)


def _one_in(near: str) -> bool:
    """Whether a proportion leads to the number: "one in 2000"."""
    last = near.lower().split()[-2:]
    return len(last) == 2 and last[1] == "in" and last[0] in {"one", "two", "three", "1", "2", "3"}


def _certain(text: str, near: str, start: int, end: int) -> bool:
    """Whether a possessive, a second year or the beginning of a sentence makes a usual number a year."""
    if _OWNS.match(text, end) or _AT_LEAST.search(near) or _PAIRED.match(text, end):
        return True
    begins = not near.strip() or near.rstrip(" \"“‘'")[-1:] in tuple(".!?\n:")
    return begins and not _is_round(int(text[start : start + 4]))


def _closed(text: str, end: int) -> bool:
    """Whether a comma, a full stop or the like follows at once, so that the next word says nothing."""
    return text[end : end + 1] in tuple(",.;:)]”\"'’")


def _is_round(number: int) -> bool:
    return number % 100 == 0


def counts_next(text: str, end: int) -> bool:
    """Whether the word after `end` is a unit or a noun that news counts."""
    found = _AFTER.match(text, end, end + 24)
    return found is not None and found[1].lower() in words("counted")


def ends(text: str, end: int) -> bool:
    """Whether a number may end at `end`: no digit, letter, decimal or percent sign is glued to it."""
    return _GLUED.match(text, end) is None


def is_range(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether `text[start:end]` is a span of years (`1905-1911`) not of counts (`1500-2000 troops`)."""
    found = _BEFORE.search(text[max(0, start - 32) : start])
    previous, opening = (found[1].lower(), found[2]) if found else ("", "")
    if counts_next(text, end) or previous in words("names_before"):
        return False
    if not _is_round(first) or not _is_round(last):
        return not (previous in {"about", "some", "nearly", "than", "least"} and last % 50 == 0)
    return previous in words("year_before") or "(" in opening


def is_finance(text: str, start: int, end: int, size: str) -> bool:
    """Whether `text[start:end]`, a quarter or half without its year, is one of a year and not of a match."""
    if size == "quarter":
        return (
            _GAME.search(text, start, end + 40) is None
            and _GAME.search(text, max(0, start - 40), start) is None
        )
    return _RESULTS.match(text, end) is not None
