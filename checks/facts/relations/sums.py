"""Totals with all their parts, and wholes shared out completely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import ADDITIVE, Clause, any_of, filler, same_measure

#: What may stand between a total and the list of its parts.
_OPEN = ("opener", "aside", "comma")
#: Of these the "up" and the "to" tell of a share, not of a change.
_MADE = re.compile(
    r"\b(?:(?:made|makes?|making) up|(?:allocated|belong(?:ed|s)?|devoted|directed|exported|given|go|goes"
    r"|going|gone|handed|paid|sent|shipped|sold|went) to)\b"
)


class Total(NamedTuple):
    """A total and all its parts, in the order of the sentence."""

    total: Fact
    parts: tuple[Fact, ...]


@cache
def _words() -> dict[str, re.Pattern[str]]:
    lists = lexicon.lists("relations")
    sums, splits, fill = lists["sums"], lists["splits"], filler()
    places = "aboard|at|by|for|from|in|on|over|under"
    return {
        # "is made up of £14.9m": all parts follow.
        "opener": re.compile(rf"[^;()]{{0,70}}?\b(?:{any_of(sums['openers'])}):? {fill}$"),
        # "23 people - 11 women": the parts of what was just named follow.
        "aside": re.compile(rf"(?: [\w'-]+){{0,3}}?(?: [-\u2013\u2014] ?|\u2014| \(|: ){fill}$"),
        # "has 40 members, 25 from the north": only with a place for each part and none for the total,
        # since "27 in Leeds, 23 in York and 4 in Hull" are three of a kind.
        "comma": re.compile(rf"(?: (?!(?:{places})\b)[\w'-]+){{1,3}}?, {fill}$"),
        "place": re.compile(rf" (?:of (?:them|whom) )?({places})\b"),
        "next": re.compile(rf"[^;:()\u2014]{{0,60}}?,(?! and\b)(?: [a-z' -]{{0,30}}?)? ?{fill}$"),
        "last": re.compile(rf"[^;:()\u2014]{{0,60}}?,? and (?:[a-z' -]{{0,30}}? )??{fill}$"),
        "total": re.compile(
            r"[^;:()]{0,40}?(?:,[a-z ]{0,20}| [-\u2013\u2014]| for| making| giving)"
            rf" (?:{any_of(sums['totals'])}) {fill}$"
        ),
        "or": re.compile(rf"[^;:()]{{0,40}}?(?:,| [-\u2013\u2014]) (?:(?:or|making|giving) )?{fill}$"),
        "in_all": re.compile(
            r"(?: [\w'-]+){0,2}? (?:in (?:all|total)|altogether|all told|together|combined|between them)\b"
        ),
        # "for a total of 6.1 million for the week": more than what was just told
        "so_far": re.compile(
            r"(?: [\w'-]+){0,3}? (?:so far|to date|(?:(?:for|over|in|during|across|since) )?(?:the|this"
            r"|last) (?:\w+ )?(?:week|month|quarter|year|season|series"
            r"|tournament|decade|career)|since [a-z#]+)\b"
        ),
        "open": re.compile(rf"\b(?:{any_of(sums['open'])})\b"),
        "closing": re.compile(rf"\b(?:the|its|their) (?:{any_of(splits['closing'])}),? {fill}$"),
        "closed": re.compile(rf" (?:as |making up |being )?(?:the )(?:{any_of(splits['closing'])})\b"),
        "breaks": re.compile(rf"\b(?:{any_of(splits['breaks'])})\b"),
        "subdivided": re.compile(
            r"\bof (?:the|its|their) (?:remaining|other|rest|remainder)\b"
            r"|\bof (?:those|these|them),? (?:\w+ ){0,2}$"
        ),
    }


def totals(clause: Clause) -> Iterator[Total]:
    """The totals of a sentence whose parts follow, or stand before, in one list."""
    words, facts, gaps = _words(), clause.facts, clause.gaps
    done = 0  # the end of the last list: its parts are no totals themselves
    for i, total in enumerate(facts):
        if total.figure.kind not in ADDITIVE or i < done:
            continue
        followed = i + 2 < len(facts)  # by two at least
        form = next((f for f in _OPEN if words[f].fullmatch(gaps[i + 1])), "") if followed else ""
        if form and (end := _list(clause, i + 1)):
            parts = tuple(facts[i + 1 : end])
            closed = form == "opener" or _exhaustive(total, parts)
            placed = form != "comma" or _placed(total, parts, gaps[i + 2 : end + 1])
            # "4,200 people in 23 villages: 2,700 in Greece and 1,500 in Bulgaria"
            placed = placed and (form == "opener" or not _of_a_larger(clause, i, parts))
            if closed and placed and all(same_dimension(total, part) for part in parts):
                done = end
                yield Total(total, parts)
        elif _is_sum(gaps[i], gaps[i + 1]) and (start := _list_before(clause, i)) is not None:
            parts = tuple(facts[start:i])
            if all(same_dimension(total, part) for part in parts):
                yield Total(total, parts)


def _is_sum(before: str, after: str) -> bool:
    """Whether words say that a figure is the sum of those before it: "a total of 26", "26 in all"."""
    words = _words()
    if words["so_far"].match(after):
        return False
    return words["total"].fullmatch(before) is not None or (
        words["or"].fullmatch(before) is not None and words["in_all"].match(after) is not None
    )


def _of_a_larger(clause: Clause, total: int, parts: tuple[Fact, ...]) -> bool:
    """Whether a figure is smaller than a part, and another one before it is not."""
    most = max(part.figure.value or 0.0 for part in parts)
    if (clause.facts[total].figure.value or 0.0) >= most:
        return False
    return any(
        (fact.figure.value or 0.0) > most and all(same_dimension(fact, part) for part in parts)
        for fact in clause.facts[:total]
    )


def _list(clause: Clause, start: int) -> int:
    """The index after the list that begins with the fact at `start`; 0 where there is no list of two."""
    words = _words()
    if words["open"].search(clause.gaps[start][-30:]):
        return 0
    for i in range(start + 1, len(clause.facts)):
        gap = clause.gaps[i]
        if words["open"].search(gap):
            return 0
        if words["last"].fullmatch(gap):
            more = i + 1 < len(clause.facts) and words["last"].fullmatch(clause.gaps[i + 1]) is not None
            # "two men and one woman found inside and one woman outside": the list goes on
            more = more and same_dimension(clause.facts[start], clause.facts[i + 1])
            return 0 if more or words["open"].search(clause.gaps[i + 1][:40]) else i + 1
        if not words["next"].fullmatch(gap):
            return 0
    return 0


def _list_before(clause: Clause, total: int) -> int | None:
    """The index where the list that ends just before `total` begins."""
    words = _words()
    if total < 2 or not words["last"].fullmatch(clause.gaps[total - 1]):
        return None
    start = total - 2
    while start > 0 and words["next"].fullmatch(clause.gaps[start]):
        start -= 1
    return None if any(words["open"].search(g) for g in clause.gaps[start + 1 : total + 1]) else start


def same_dimension(a: Fact, b: Fact) -> bool:
    """Whether the two can be added: counts whatever their nouns, all else by unit."""
    return a.figure.kind == b.figure.kind == "count" or same_measure(a, b)


def _exhaustive(total: Fact, parts: tuple[Fact, ...]) -> bool:
    """Whether a list beside a total names parts of it, and not other things that were counted too."""
    if total.figure.kind != "count":
        return True
    people = frozenset(lexicon.lists("relations")["sums"]["people"])
    units = {_noun(part) for part in parts} - {"", _noun(total)}
    kinds = lexicon.lists("relations")["sums"]["kinds"].get(
        _noun(total), people if _noun(total) in people else ()
    )
    return units <= frozenset(kinds)


def _placed(total: Fact, parts: tuple[Fact, ...], gaps: list[str]) -> bool:
    """Whether a list after a comma tells where the counted things are, without naming others."""
    if total.figure.kind != "count" or not total.unit:
        return False
    places = [_words()["place"].match(gap) for gap in gaps]
    first = places[0][1] if places[0] else ""
    return all(place and place[1] == first for place in places) and all(
        _noun(part) in ("", _noun(total)) for part in parts
    )


def _noun(fact: Fact) -> str:
    return fact.unit.split(" ")[-1]


def splits(clause: Clause, more: bool = False) -> Iterator[tuple[Fact, ...]]:
    """The shares of a whole that the sentence says are all: the last is "the remaining".

    `more` says that the sentence before has percentages too, which may belong to the same whole.
    """
    words, facts, gaps = _words(), clause.facts, clause.gaps
    for end, fact in enumerate(facts):
        if fact.figure.kind != "percent" or words["subdivided"].search(gaps[end][-40:]):
            continue
        if not (words["closing"].search(gaps[end][-40:]) or words["closed"].match(gaps[end + 1])):
            continue
        start = end
        while start > 0 and _listed(clause, start):
            start -= 1
        shares = _whole(facts[start : end + 1])
        others = more or any(fact.figure.kind == "percent" for fact in facts[:start])
        # A percentage that was not taken for one of the list may be what is missing from it.
        if len(shares) > 1 and not (others and sum(fact.figure.interval.high for fact in shares) < 100):
            yield tuple(shares)


def _listed(clause: Clause, i: int) -> bool:
    """Whether the share before the one at `i` belongs to the same split."""
    words, fact = _words(), clause.facts[i - 1]
    before, gap = (_MADE.sub("made", clause.gaps[j]) for j in (i - 1, i))
    return (
        fact.figure.kind == "percent"
        and fact.role != "change"
        and len(gap) <= 90
        and not words["breaks"].search(gap)
        and not words["breaks"].search(before[-30:])
        and not words["subdivided"].search(gap)
    )


def _whole(shares: list[Fact]) -> list[Fact]:
    """The longest end of the list that makes 100%, so that a figure before the split does not spoil it."""
    for start in range(len(shares) - 1):
        low = sum(fact.figure.interval.low for fact in shares[start:])
        high = sum(fact.figure.interval.high for fact in shares[start:])
        if low <= 100 <= high:
            return shares[start:]
    return shares
