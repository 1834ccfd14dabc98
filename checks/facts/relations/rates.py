"""A rate tied to what it comes to over a longer time: `2,000 barrels a day, or 730,000 a year`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.facts.reading import Fact, Reading
from checks.facts.relations.clause import ADDITIVE, CORE, Clause, any_of, clause, filler
from checks.facts.relations.forms import Tie
from checks.facts.relations.lengths import DAYS

_UNITS = "second|minute|hour|day|night|week|fortnight|month|quarter|year|annum|decade"
_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annually": "year",
}  # fmt: skip
_SAME = {"night": "day", "annum": "year"}
_PER = rf"(?:(?:an?|per|each|every) |/)(?P<unit>{_UNITS})\b|\b(?P<adverb>{'|'.join(_ADVERBS)})\b"
_IN_SURFACE = re.compile(rf"(?:{_PER})$")
# A word keeps its hyphens ("twice-daily" is one): were it to give them back, each could begin a word anew.
_AFTER = re.compile(
    rf"(?:[ -](?!or |and |to |from )[\w'%-]++){{0,3}}?[ -]?(?:{_PER})(?! (?:more|less|ago|earlier))"
)
_WITHIN = re.compile(
    r"(?: [\w'-]+){0,3}? (?:over|in|for|during|across|throughout|within)"
    r" (?:(?:the|an?|one|each|every|that|this|last) )?(?:(?:whole|full|entire|calendar) )?"
    rf"(?P<unit>{_UNITS})\b"
)
#: Between a total and the figure for its period: "over 18 months", "in June".
_SPAN = re.compile(
    r"(?: [\w'-]+){0,6}? (?:over|for|in|during|across|throughout|within|after)"
    r" (?:(?:the|a|about|some|nearly|all of|whole of|next|past|last|full|whole|entire|course of) ){0,3}"
)
_IN_ALL = re.compile(r"(?: [\w'-]+){0,3}? (?:in (?:all|total)|altogether|all told)\b")


class _Told(NamedTuple):
    """An amount with the period its words name, and whether they make it a rate."""

    period: str
    rate: bool


@cache
def _words() -> dict[str, re.Pattern[str]]:
    lists, fill = lexicon.lists("relations")["rates"], filler()
    again = any_of(lists["again"])
    return {
        "told": re.compile(rf"[^;:()]{{0,40}}?(?:,| \(| [-\u2013\u2014]) ?(?:{again}) {fill}$"),
        "about": re.compile(
            r"[^;:()]{0,40}?(?:,| -|[\u2013\u2014]) ?(?:about|almost|around|close to|nearly|roughly|some) $"
        ),
        "or": re.compile(rf"(?: [\w'-]+){{0,6}}? or {fill}$"),
        "bracket": re.compile(rf"(?: [\w'-]+){{0,4}}? \({fill}$"),
        "listed": re.compile(rf"(?: [\w'-]+){{0,6}}?(?:,| [-\u2013\u2014]) {fill}$"),
        "offer": re.compile(rf"\b(?:{any_of(lists['offers'])})\b"),
    }


def rates(reading: Reading) -> Iterator[Tie]:
    """The rates of a sentence that it also tells for a longer time."""
    if not any(_IN_SURFACE.search(f.figure.surface) or " per " in f.unit for f in reading.facts):
        return
    yield from rates_in(clause(reading, CORE | {"duration", "date"}))


def rates_in(words: Clause) -> Iterator[Tie]:
    """The same in a clause that keeps its durations and dates."""
    facts, gaps = words.facts, words.gaps
    offered = any(_words()["offer"].search(gap) for gap in gaps)
    for i, a in enumerate(facts):
        told = _told(a, gaps[i + 1])
        for j in range(i + 1, min(i + 3, len(facts))):
            b, between = facts[j], gaps[i + 1] if j == i + 1 else ""
            if j == i + 2:
                # A period between the two belongs to the first: "$6,000 over 12 months, or $500 a month".
                if not _is_span(facts, gaps, i):
                    continue
                between = gaps[j]
            if b.figure.kind not in ADDITIVE or not _same_amount(a, b):
                continue
            again = _told(b, gaps[j + 1])
            if not _joined(between, b, gaps[j + 1]):
                continue
            span = facts[i + 1] if j == i + 2 else facts[j + 1] if _is_span(facts, gaps, j) else None
            tie = _tie(a, told, b, again, span)
            if tie is not None and (span or not offered or a.figure.kind != "money"):
                yield tie
                break


def _tie(a: Fact, told: _Told | None, b: Fact, again: _Told | None, span: Fact | None) -> Tie | None:
    """The two amounts as rate and total, the one over the shorter period being the rate."""
    if told and told.rate and again:
        shorter = DAYS[told.period].high < DAYS[again.period].low
        if not shorter and not again.rate:
            return None
        (rate, per), (total, within) = ((a, told), (b, again)) if shorter else ((b, again), (a, told))
        if per.period == within.period:
            return None
        return Tie(
            (("rate", rate), (f"per-{per.period}", rate), ("total", total), (f"in-{within.period}", total))
        )
    if again and again.rate and told and not told.rate:
        return _tie(b, again, a, told, span)
    if span is None or (told or again) is None or (told and again):
        return None
    (rate, per), total = ((a, told), b) if told else ((b, again), a)  # type: ignore[assignment]
    if not per.rate:
        return None
    return Tie((("rate", rate), (f"per-{per.period}", rate), ("total", total), ("period", span)))


def _told(fact: Fact, after: str) -> _Told | None:
    """The period that the words of an amount, or those after it, name."""
    if fact.figure.kind not in ADDITIVE:
        return None
    per = _IN_SURFACE.search(fact.figure.surface.lower()) or _AFTER.match(after)
    if per is not None:
        name = per["unit"] or _ADVERBS[per["adverb"]]
        return _Told(_SAME.get(name, name), True)
    within = _WITHIN.match(after)
    return _Told(_SAME.get(within["unit"], within["unit"]), False) if within else None


def _is_span(facts: list[Fact], gaps: list[str], i: int) -> bool:
    """Whether the figure after the one at `i` says for how long."""
    if i + 1 >= len(facts):
        return False
    figure = facts[i + 1].figure
    if figure.kind == "date":
        if figure.unit not in ("month", "quarter", "half", "year", "decade"):
            return False
    elif figure.kind != "duration":
        return False
    # "500 cars a week over 12 weeks"
    per = _AFTER.match(gaps[i + 1])
    return _SPAN.fullmatch(gaps[i + 1], per.end() if per else 0) is not None


def _joined(between: str, b: Fact, after: str) -> bool:
    """Whether the second amount is told as the first over another time."""
    words = _words()
    if any(words[form].fullmatch(between) for form in ("told", "bracket", "about")):
        return True
    if b.figure.kind != "money" and words["or"].fullmatch(between):
        return True
    return words["listed"].fullmatch(between) is not None and (
        b.role == "total" or _IN_ALL.match(after) is not None
    )


def _same_amount(a: Fact, b: Fact) -> bool:
    if a.figure.kind not in ADDITIVE:
        return False
    first, second = (fact.figure.unit.partition(" per ")[0] for fact in (a, b))
    if a.figure.kind == b.figure.kind:
        return first == second or a.figure.kind == "count"
    # The unit is often left out the second time: "2,000 barrels a day, or 730,000 a year".
    return b.figure.kind == "count" and a.figure.kind == "measurement" and not second
