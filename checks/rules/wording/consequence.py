"""Which figures are claims that somebody must answer for, and which of them matter most."""

from __future__ import annotations

import re
from functools import cache

from checks.lexicon import lists
from checks.rows import Row

#: Counts, volumes and sums from here up are somebody's statistics; smaller ones a reporter can see.
LARGE = 1000
#: A smaller sum is a household's or a shop's, and seldom anybody's statistic.
LARGE_SUM = 1_000_000
#: Below this many, people harmed may be counted by whoever was there.
HARMED_FROM = 13
#: What an exchange publishes every day: the measure, or a sentence that tells of the day's trading.
_MARKETS = re.compile(r"\b(?:share prices?|shares|stocks?|index|ftse|nasdaq|dow)$|^shares (?:in|of)\b")
#: A first line without a full stop is a headline, and repeats what the text says.
TITLE = 120
#: "1900", "16.87m": without anything counted, no number of things.
_CLOCK = re.compile(r"[012]\d{3}|[\d,.]+m")
_AREA = re.compile(r"\b(?:square|hectare|acre)")
#: What somebody foresees and what somebody intends, and the horizon of a forecast.
_WILL = re.compile(r"\b(?:will|(?:is|are) (?:set|due) to)\b", re.IGNORECASE)
_INTENT = re.compile(r"\b(?:plan|aim|pledge|promise|target|budget|intend|hope|propose)", re.IGNORECASE)
_HORIZON = re.compile(
    r"\b(?:by (?:the end of |the middle of )?(?:\d{4}|next)|this year|next year|this decade|"
    r"(?:within|over|in) the next|a decade from now)\b",
    re.IGNORECASE,
)
_ODDS = re.compile(r"\b(?:in|out of)\b")
_WORD = re.compile(r"[^\W\d_]+")
_OWN = re.compile(r"(?<![^\W\d_])(?:I|[Mm][Yy]|[Ww][Ee]|[Oo][Uu][Rr])(?![^\W\d_])")
#: So many words before a figure and behind it say what is done with it.
REACH_BEFORE, REACH_AFTER = 5, 3


def counts_as_claim(row: Row) -> bool:
    """False for what a reporter can see or look up: small counts, prices, distances, share prices."""
    if row.kind in {"percent", "points"}:
        return _MARKETS.search(row.measure) is None and not _traded(row)
    if row.kind == "ratio":
        return _ODDS.search(row.surface) is not None
    large = bool(abs(row.value) >= LARGE)
    if row.kind == "money":
        return large
    if row.kind == "measurement":
        return large and (_beginning("unsourced", "geography").search(row.unit) is None or _laid_waste(row))
    if row.kind != "count" or _seen(row) or _bare(row):
        return False
    return harmed(row) or (large and not _traded(row))


def is_title(row: Row, last_line: int) -> bool:
    """True for a figure of the headline over an article whose last figure is on `last_line`."""
    short = len(row.sentence) <= TITLE and row.sentence[-1:] not in {".", "!", "?", "”", '"'}
    return bool(row.line == 1 and last_line > 1 and short)


def is_statistic(row: Row) -> bool:
    """False for what is on record already: a company's own results, a fine, a bid, a tax, a small sum."""
    if row.kind == "count" and harmed(row):
        return True
    if (row.kind == "money" and abs(row.value) < LARGE_SUM) or _own_words(row):
        return False
    before, after = _around(row)
    if not _words("results").isdisjoint(before):
        return False
    if row.kind == "money":
        return _words("bargains").isdisjoint(before + after)
    if row.kind == "count":
        return row.unit not in _words("lots")
    return _words("terms").isdisjoint(before + after)


def foretold(row: Row) -> bool:
    """True for what somebody must have forecast, and nobody can plan: "sales will double by 2030"."""
    if row.role != "target" or _INTENT.search(row.sentence):
        return False
    will = _WILL.search(row.sentence)
    return will is not None and _HORIZON.search(row.sentence, will.end()) is not None


def _laid_waste(row: Row) -> bool:
    """True for land that was burnt, flooded or sown: that is measured, and not read off a map."""
    area = _AREA.search(row.unit) is not None
    return area and not _words("waste").isdisjoint(_WORD.findall(row.sentence.lower()))


def _traded(row: Row) -> bool:
    """True where the sentence tells of a day's trading: "Its shares fell 6%", "Brent rose to $74"."""
    said = set(_WORD.findall(row.sentence.lower()))
    return not said.isdisjoint(_words("traded")) and not said.isdisjoint(_words("trading"))


def _seen(row: Row) -> bool:
    """True for what is printed at the ground or on the sheet: a crowd, votes cast, a word limit."""
    before, after = _around(row)
    return not _words("seen").isdisjoint(before + after)


def _bare(row: Row) -> bool:
    """True for a number that counts nothing: a year, a clock time, metres run, a line of a match report."""
    if row.unit:
        return False
    return _CLOCK.fullmatch(row.surface) is not None or not (row.measure or _WORD.search(row.sentence))


def _own_words(row: Row) -> bool:
    """True where the writer or somebody interviewed speaks: "I would take £50m", "we sold 2,000"."""
    return _OWN.search(row.sentence) is not None


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
