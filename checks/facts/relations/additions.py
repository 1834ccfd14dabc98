"""What was added to a number and what it came to: `a further 12 bodies, bringing the total to 98 from 86`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import ADDITIVE, Clause, any_of, filler, same_measure
from checks.facts.relations.listings import Listing

_MORE_BEFORE = re.compile(r"\b(?:further|another|additional|extra|more|new|other) (?:\w+ )?$")
_MORE_AFTER = re.compile(r"(?: [\w'-]+){0,2}? (?:more|others|extra|additional|on top)\b")
_FROM = re.compile(r"[^.;:()]{0,30}?,? (?:up )?from $")


@cache
def _words() -> dict[str, re.Pattern[str]]:
    sums, fill = lexicon.lists("relations")["sums"], filler()
    count = rf"(?:the|its|their|his|her|that|this)(?: [\w'-]+)? (?:{any_of(sums['tallies'])})"
    led = any_of(sums["bringing"])
    return {
        "hint": re.compile(rf"\b(?:{led})\b"),
        # "bringing the total to", "taking its strength to": the words up to the sum
        "to": re.compile(rf"[^.;:()]{{0,90}}?\b(?:{led}) (?:{count}[^.;:()]{{0,60}}?|it|them) to {fill}$"),
        "stood": re.compile(
            rf"(?:\b{count}|^it|^that)[^.;:()]{{0,40}}? (?:had )?(?:stood at|was|been|reached|of) {fill}$"
        ),
    }


def additions(clause: Clause, border: int | None = None) -> Iterator[Listing]:
    """The sums of a clause of which an old number and what came to it are told.

    `border` is the number of figures in the first of two sentences: a figure must stand in each.
    """
    words, facts, gaps = _words(), clause.facts, clause.gaps
    for i in range(1, len(facts)):
        if not words["hint"].search(gaps[i]) or not words["to"].fullmatch(gaps[i]):
            continue
        more, total = facts[i - 1], facts[i]
        if not (_MORE_BEFORE.search(gaps[i - 1][-30:]) or _MORE_AFTER.match(gaps[i])):
            continue
        told = i + 1 < len(facts) and _FROM.fullmatch(gaps[i + 1]) is not None
        for j, old in enumerate(facts):
            if j in (i - 1, i) or (border is not None and (j < border) == (i < border)):
                continue
            # the sentence before or after says it, or the sum itself
            head = re.split(r"\. ", gaps[j])[-1]
            closed = (told and j == i + 1) or words["stood"].search(head) is not None
            if (closed or j == i - 2) and _fits(old, more, total):
                yield Listing(total, (old, more), closed, apart=True)
                break


def _fits(old: Fact, more: Fact, total: Fact) -> bool:
    figures = [fact.figure for fact in (old, more, total)]
    if any(f.kind not in ADDITIVE or f.value_to is not None or not f.value for f in figures):
        return False
    if not (same_measure(total, more) or total.figure.kind == more.figure.kind == "count"):
        return False
    if not (same_measure(total, old) or total.figure.kind == old.figure.kind == "count"):
        return False
    return (total.figure.value or 0.0) > (old.figure.value or 0.0)
