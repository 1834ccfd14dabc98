"""Which figures are claims that somebody must answer for, and which of them matter most."""

from __future__ import annotations

import re
from functools import cache

from checks.lexicon import lists
from checks.rules.wording.place import Row

#: Counts, volumes and sums from here up are somebody's statistics; smaller ones a reporter can see.
LARGE = 1000
#: A smaller sum is a household's or a shop's, and seldom anybody's statistic.
LARGE_SUM = 1_000_000
#: Below this many, people harmed may be counted by whoever was there.
HARMED_FROM = 13
#: What an exchange publishes every day.
_MARKETS = re.compile(r"\b(?:share prices?|shares|stocks?|index|ftse|nasdaq|dow)$|^shares (?:in|of)\b")
_ODDS = re.compile(r"\b(?:in|out of)\b")
_WORD = re.compile(r"[^\W\d_]+")
#: So many words before a figure and behind it say what is done with it.
REACH_BEFORE, REACH_AFTER = 5, 3


def counts_as_claim(row: Row) -> bool:
    """False for what a reporter can see or look up: small counts, prices, distances, share prices."""
    if row.kind in {"percent", "points"}:
        return _MARKETS.search(row.measure) is None
    if row.kind == "ratio":
        return _ODDS.search(row.surface) is not None
    large = bool(abs(row.value) >= LARGE)
    if row.kind == "money":
        return large
    if row.kind == "measurement":
        return large and _beginning("unsourced", "geography").search(row.unit) is None
    return row.kind == "count" and (large or harmed(row))


def is_statistic(row: Row) -> bool:
    """False for what is on record already: a company's own results, a fine, a bid, a tax, a small sum."""
    if row.kind == "count" and harmed(row):
        return True
    if row.kind == "money" and abs(row.value) < LARGE_SUM:
        return False
    before, after = _around(row)
    if not _words("results").isdisjoint(before):
        return False
    if row.kind == "money":
        return _words("bargains").isdisjoint(before + after)
    return row.kind == "count" or _words("terms").isdisjoint(before + after)


def harmed(row: Row) -> bool:
    """True for a count of people who came to harm, unless it is too small to need a count."""
    told = f"{row.unit} {row.measure}"
    return bool(row.value >= HARMED_FROM and _beginning("exempt", "harm").search(told) is not None)


def _around(row: Row) -> tuple[list[str], list[str]]:
    """The words of the measure and right before the figure, and those right behind it, in lower case."""
    at = row.sentence.find(row.surface)
    head, tail = (row.sentence[:at], row.sentence[at + len(row.surface) :]) if at >= 0 else ("", "")
    measure, before, after = (_WORD.findall(text.lower()) for text in (row.measure, head, tail))
    return measure + before[-REACH_BEFORE:], after[:REACH_AFTER]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lists("unsourced")[name].split())


@cache
def _beginning(table: str, name: str) -> re.Pattern[str]:
    """Matches a word that begins as one of a list does."""
    return re.compile(rf"\b(?:{'|'.join(lists(table)[name].split())})", re.IGNORECASE)
