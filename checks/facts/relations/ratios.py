"""A multiple tied to the levels it lies between: `doubled to 40 from 20`, `300 cases, ten times the 30`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import LEVELS, Clause, any_of, same_measure
from checks.facts.relations.forms import APART, Form, Tie, ends, found

_TIMES = re.compile(r" times\b")
_COMPARED = re.compile(
    r"\b(?:than|as|from|(?:compared|relative|similar) to|against|versus|vs\.?|compared with)"
    r"(?: [\w'-]+){0,2} $"
)
_MORE = re.compile(r"(?: times)? (?:[a-z]+er|more)\b")


def ratios(clause: Clause) -> Iterator[Tie]:
    """The multiples of a sentence that are printed with both levels."""
    if not any(_multiple(fact, gap) for fact, gap in zip(clause.facts, clause.gaps[1:], strict=True)):
        return
    for facts, gaps in found(clause, _forms(), _measurable):
        ratio = facts["r"]
        parts = [("ratio", ratio), ("new", facts["n"]), ("old", facts["o"])]
        if _MORE.match(gaps[list(facts).index("r") + 1]):
            parts.append(("more", ratio))
        yield Tie(tuple(parts))


def _multiple(fact: Fact, after: str) -> bool:
    if fact.figure.kind == "ratio":
        return fact.figure.value > 1 or fact.figure.surface.lower().startswith("halv")
    return fact.figure.kind == "count" and fact.figure.value > 1 and _TIMES.match(after) is not None


@cache
def _forms() -> tuple[Form, ...]:
    words = lexicon.lists("change")
    more = any_of([*words["nouns"]["up"], "growth"])
    terms = {
        "gap": r"[^;:()]{0,60}?",
        "versus": any_of(lexicon.lists("relations")["changes"]["versus"]),
        "aside": r"[^;:()]{0,50}?(?:,|\(| [-\u2013\u2014]) ?"
        r"(?:(?:or|representing|marking|that is|which is|an?) )*",
    }  # fmt: skip
    to, old = ends(r"<gap>\b(?:to|at) ", terms), ends(r"<gap>\b<versus> ", terms)
    from_, aside = ends(r"<gap>\bfrom ", terms), ends("<aside>", terms)
    # "Doubling its profit" after the levels speaks of something else.
    closing = re.compile(rf" (?:[\w-]+ )?(?:{more})\b|(?: (?:in|since|over|within)\b|[.,;)]|$)")
    is_ = r"[^;:()]{0,50}?(?:,|\(| [-\u2013\u2014]|\b(?:is|was|are|were)) ?(?:(?:or|(?:which|that) is) )?"
    as_ = r" (?:times )?(?:(?:as \w+(?: \w+)? as|(?:more|\w+er)(?: \w+)? than) )?(?:last year's )?"
    # "twice as many as in November, when it sold 2,400"; "three times as much as a year ago, when it was $9m"
    as_in = (
        r" (?:times )?(?:as \w+(?: \w+)? as|(?:more|\w+er)(?: \w+)? than) [^;:().]{0,40}?,? (?:when|where)"
        r" (?:[\w'-]+ ){1,5}?|, (?:up )?<versus> |, when [^;:().]{0,40}? "
    )
    return (
        Form("rno", (None, to, old, None)),
        Form("ron", (None, from_, to, None)),
        Form("rno", (None, ends(r"[^;()]{0,50}?: "), ends(r"<gap>,? (?:up |down )?<versus> ", terms), None)),
        Form("rno", (None, ends(r"[^;:()]{0,40} \("), ends(r"\) as [^;:()]{0,40} \("), re.compile(r"\)"))),
        Form("onr", (re.compile(r"\bfrom (?:[\w'-]+ ){0,3}$"), to, aside, closing)),
        Form("nor", (None, old, aside, closing)),
        Form("nro", (None, ends(is_), ends(as_), None)),
        # At 84 goals, the club scored twice the 42 of last year
        Form("nro", (re.compile(r"\bat $"), ends(r"(?: [\w-]+)?, (?:[\w'-]+ ){1,6}?"), ends(as_), None)),
        Form("nro", (None, ends(is_), ends(as_in, terms), None)),
    )


def _measurable(facts: dict[str, Fact], gaps: list[str]) -> bool:
    """Whether the kinds fit, and the multiple makes more of the old level and nothing else."""
    ratio, new, old = facts["r"], facts["n"], facts["o"]
    at = list(facts).index("r")
    if not _multiple(ratio, gaps[at + 1]) or any(APART.search(gap) for gap in gaps[1:3]):
        return False
    if new.figure.kind not in LEVELS or not same_measure(new, old):
        return False
    if at == 1 and _COMPARED.search(gaps[0]):
        return False  # "three times more than the 30 of May, twice the 20 of June" is about a third level
    # "A threefold drop to 5 from 15" divides.
    around = f"{gaps[at][-40:]} # {gaps[at + 1][:40]}"
    return ratio.figure.value < 1 or not _down().search(around)


@cache
def _down() -> re.Pattern[str]:
    words = lexicon.lists("change")
    down = {*words["nouns"]["down"], *words["verbs"]["down"], *words["words"]["down"], "slower"} - {"off"}
    return re.compile(rf"\b(?:{any_of(down)})\b")
