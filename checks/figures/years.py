"""Whether a bare number such as 2015 is a year or a count.

Nearly every number from 1900 to 2049 that is printed without a comma is a year, unless its
neighbours say otherwise; outside these years, and for round hundreds, they must speak for a year.
"""

from __future__ import annotations

import re
from functools import cache

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


def is_year(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, four digits from 1500 to 2099 glued to no unit or sign, is a year."""
    number = int(text[start : start + 4])
    near = text[max(0, start - 32) : start]
    hyphened = _HYPHENED.match(text, end, end + 16)
    if hyphened and hyphened[1].lower() not in words("year_suffixes"):
        return False
    found = _BEFORE.search(near)
    previous, opening = (found[1], found[2]) if found else ("", "")
    before = previous.lower()
    found = _AFTER.match(text, end, end + 24)
    after = found[1].lower() if found else ""
    if before in words("names_before") or before.rstrip(".") in words("names_before"):
        return False
    if before.strip("+-").isdigit() and opening.isspace():
        return False  # a telephone number, a table's row
    one_in = _one_in(near)
    strong = before in words("year_before")
    if one_in or after[:1].isdigit() or (after in words("counted") and (not strong or _is_round(number))):
        return False
    usual = 1900 <= number < 2050
    if strong or (usual and (after in words("dated") or _certain(text, near, start, end))):
        return True
    if (listed := _LISTED_BEFORE.search(near)) and not (listed[0] in "([" and _is_round(number)):
        return True
    modifies = before in words("determiners") or bool(_POSSESSIVE.search(previous))
    plural = after.endswith("s") and not after.endswith("ss") and after not in words("dated")
    if plural and (_is_round(number) or not (usual and modifies)) and not _closed(text, end):
        return False
    if before in words("counts_before") and not opening.strip():
        return before in {"than", "with", "including"} and usual and number % 10 != 0
    if number == 2000:
        return before in {"by", "from", "before", "after"}
    return not _is_round(number) and (usual or modifies or before in words("weak_before"))


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
