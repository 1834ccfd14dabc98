"""Shares of one whole that exclude each other, though nothing says that they are all of it.

Those for, against and undecided; what is held 55% by the city and 30% by the state. They make 100% at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import Clause, any_of

#: Shares of an answer, or of a list, at least.
_ANSWERS, _LIST = 2, 3
#: What a verb of answering may have for its object, so that all speak of one question.
_SAME = (
    r"(?: (?:of )?(?:it|them|him|her|this|that|(?:the|such an?) (?:change|idea|measure|move|plan|policy"
    r"|proposal|scheme)|doing so))?"
    r"(?:[,.;]|$| and\b| while\b| with\b| but\b|\))"
)
#: Another group than that of the first share: "52% of men approve, while 61% of women disapprove".
_GROUP = re.compile(r"^ of (?!(?:those|respondents|people|voters|adults|all|the)\b)|\bamong\b|\b(?:wo)?men\b")


def portions(clause: Clause) -> Iterator[tuple[Fact, ...]]:
    """The shares of a clause, or of two sentences read as one, that cannot make more than 100%."""
    percentages = [i for i, fact in enumerate(clause.facts) if fact.figure.kind == "percent"]
    if len(percentages) < _ANSWERS or percentages != list(range(percentages[0], percentages[-1] + 1)):
        return
    facts = [clause.facts[i] for i in percentages]
    if any(fact.role == "change" for fact in facts):
        return
    before, after = clause.gaps[percentages[0]], [clause.gaps[i + 1] for i in percentages]
    if _breaks().search(f"{before[-40:]}#{'#'.join(after)}"):
        return
    if _answers(after) or _listed(before, after):
        yield tuple(facts)


def _answers(after: list[str]) -> bool:
    """Whether each share is told with another answer to one question."""
    if any(_GROUP.search(gap) for gap in after[1:]) or re.search(r"\bamong\b", after[0]):
        return False
    given = []
    for i, gap in enumerate(after):
        found = [name for name, words in _stances(i > 0).items() if words.search(gap)]
        if len(found) != 1:
            return False
        given += found
    return len({*given}) == len(given) and len(given) >= _ANSWERS


def _listed(before: str, after: list[str]) -> bool:
    """Whether the shares are those of a list: "held 55% by the city, 30% by the state and 15% by savers"."""
    if len(after) < _LIST or not re.search(r",? and (?:[\w-]+ ){0,2}$", after[-2]):
        return False
    if _WAS_SHARED.search(before[-60:]) and _shared_out(after):
        return True
    first = _holders().match(after[0]) or (_sharing().search(before[-40:]) and _PLACE.match(after[0]))
    places = [_PLACE.match(gap) for gap in after[1:]]
    return bool(first) and all(place and place["place"] == first["place"] for place in places)  # type: ignore[index]


#: "Of the total, 60% was grain, 30% coal and 20% timber": a mass has one kind, of which people have many.
_WAS_SHARED = re.compile(
    r"(?:^|[.;:] )(?:out )?of (?:the|its|their|all|that|this|last [a-z]+'s)(?: [\w'#-]+){1,5}, "
    r"(?:(?:about|some|around|nearly|just) )?$"
)
_WAS = re.compile(r" (?P<verb>is|was|went|came|comes|goes) (?P<rest>(?:[\w'-]+ ?){1,5}), $")
_NEXT_KIND = re.compile(
    r"(?: (?P<verb>is|was|went|came|comes|goes))?(?P<rest>(?: [\w'-]+){1,5}),?(?: and)? $"
)
_LAST_KIND = re.compile(r"(?: (?P<verb>is|was|went|came|comes|goes))?(?P<rest>(?: [\w'-]+){1,5})(?:[.,;]|$)")
#: What cuts across kinds.
_ACROSS = re.compile(r"\b(?:of|also|women|female|male|over|under|aged|up|down|more|less|\w+ed)\b")


def _shared_out(after: list[str]) -> bool:
    kinds = [_WAS.match(after[0]), *map(_NEXT_KIND.match, after[1:-1]), _LAST_KIND.match(after[-1])]
    for kind in kinds:
        if kind is None or _ACROSS.search(kind["rest"]) or kind["verb"] not in (None, kinds[0]["verb"]):  # type: ignore[index]
            return False
    return len(kinds) >= _LIST


_PLACE = re.compile(r" (?P<place>by|from|to) (?!(?:#|about|over|more|some|around)\b)[\w'-]+")


@cache
def _stances(later: bool) -> dict[str, re.Pattern[str]]:
    """A pattern for each answer; of a `later` share the question must be that of the first."""
    stances = lexicon.lists("relations")["stances"]
    end = _SAME if later else r"\b"
    return {name: re.compile(rf"\b(?:{any_of(words)}){end}") for name, words in stances.items()}


@cache
def _sharing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(lexicon.lists('relations')['splits']['sharing'])}) $")


@cache
def _holders() -> re.Pattern[str]:
    sharing = any_of(lexicon.lists("relations")["splits"]["sharing"])
    return re.compile(
        rf"(?: of [\w' -]{{1,30}}?)? (?:(?:is|are|was|were|will be) )?(?:{sharing}){_PLACE.pattern}"
    )


@cache
def _breaks() -> re.Pattern[str]:
    breaks = {*lexicon.lists("relations")["splits"]["breaks"]} - {"against", "to", "by", "from"}
    return re.compile(rf"\b(?:{any_of(breaks)}|(?:up|down|compared|rose|fell) from)\b")
