"""Some of a number of things, and the others: `of the 12 aboard, seven lived and the other five died`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import Clause, any_of, same_measure
from checks.facts.relations.forms import Form, found
from checks.facts.relations.sums import Total

_HINT = re.compile(r"\b(?:other|remaining) $|\bleaving\b")
_OUTCOME = re.compile(
    r"\b(?:died|killed|injured|wounded|hurt|arrested|detained|missing|rescued|evacuated|charged|hired|sold|sunk|destroyed)\b"
)


@cache
def _forms() -> tuple[Form, ...]:
    lists = lexicon.lists("relations")
    open_ = rf"(?!.*\b(?:{any_of(set(lists['sums']['open']) - {'each', 'of whom', 'of which'})})\b)"
    rest = re.compile(
        rf"{open_}[^.()]{{0,90}}?(?:,| and| while| but|;|\u2014|:) (?:the|its|their) (?:other|remaining) $"
    )
    whom = re.compile(r"[^.;:()]{0,60}?,? of (?:whom|which) $")
    colon = re.compile(r"[^.;:()]{0,50}?(?::| [-\u2013\u2014]) ?$")
    comma = re.compile(r"[^.;:()]{0,70}?, $")
    stop = re.compile(r"[^.;:()]{0,70}?\. (?:of (?:them|those|these),? )?$")
    of = re.compile(r"(?:^|[,;.] )of (?:(?:the|its|their|his|her) )?$")
    taken = re.compile(r" of (?:(?:the|its|their|his|her|all) )+$")
    leaving = re.compile(
        rf"{open_}[^.;:()]{{0,60}}?,? leaving (?:(?:the|its|their|an?) )?(?:[\w'-]+ ){{0,4}}$"
    )
    return (
        # 301 of the 538 seats, leaving the opposition with 237
        Form(
            "ptr",
            (None, taken, leaving, re.compile(r"(?! ?(?:%|per ?cent|dead|killed|hurt|injured|homeless))")),
        ),
        Form("tpr", (None, whom, rest, None)),
        Form("tpr", (None, colon, rest, None)),
        Form("tpr", (of, comma, rest, None)),
        Form("tpr", (None, stop, rest, None)),
    )


def remainders(clause: Clause) -> Iterator[Total]:
    """The totals of a clause of which some, and then "the other" five, are told."""
    if len(clause.facts) < 3 or not any(_HINT.search(gap) for gap in clause.gaps):
        return
    for facts, _ in found(clause, _forms(), _measurable):
        yield Total(facts["t"], (facts["p"], facts["r"]))


def more(clause: Clause) -> Iterator[Total]:
    """`Twelve people died: seven at the scene. Five more died in hospital.`; three counts and no more."""
    facts, gaps = clause.facts, clause.gaps
    if len(facts) != 3 or not re.match(r" (?:more|others)\b", gaps[3]):
        return
    if not re.fullmatch(r"[^.;:()]{0,60}?(?::| [-\u2013\u2014]) ?", gaps[1]) or not gaps[2].endswith(". "):
        return
    verbs = [_OUTCOME.search(text) for text in (f"{gaps[0]} # {gaps[1]}", gaps[3])]
    same = verbs[0] is not None and verbs[1] is not None and verbs[0][0] == verbs[1][0]
    if same and _measurable(dict(zip("tpr", facts, strict=True)), gaps):
        yield Total(facts[0], (facts[1], facts[2]))


def _measurable(facts: dict[str, Fact], gaps: list[str]) -> bool:
    total, part, rest = facts["t"], facts["p"], facts["r"]
    if (total.figure.value or 0.0) < max(part.figure.value or 0.0, rest.figure.value or 0.0):
        # "when two trams collided. Eleven were treated at the scene, and the other nine ...";
        # "took five of the eight wickets, leaving England on 211"
        return False
    return total.figure.kind == "count" and all(_same(total, fact) for fact in (part, rest))


def _same(total: Fact, part: Fact) -> bool:
    if part.figure.kind != "count":
        return False
    if same_measure(total, part):
        return True
    people = {*lexicon.lists("relations")["sums"]["people"]}
    return {unit.rpartition(" ")[2] for unit in (total.unit, part.unit)} <= people
