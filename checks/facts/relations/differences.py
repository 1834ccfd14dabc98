"""A difference tied to its two levels: `a gap of 5 points: 52% against 47%`, `by 12, 112 to 100`.

Lengths of time differ too: `310 minutes a week, 40 minutes more than the 270 of 2019`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact, Reading
from checks.facts.relations.clause import LEVELS, Clause, any_of, clause, same_measure
from checks.facts.relations.forms import Form, Tie, ends, found

#: What is compared with something: "more", "longer", "35 metres taller".
_MORE = r"(?:[\w'-]+ ){0,2}?(?:more|less|[a-z]{2,}(?<!wheth)(?<!oth)(?<!rath)er)(?: [\w'-]+){0,3}? than "
#: Where the other level is a clause of its own: "than the old one, which measured".
_WHO = r"(?:[\w'.-]+ ){1,5}?[\w'.-]+, (?:who|which)(?: [\w'-]+){1,3} "

#: How a length is measured, after a figure and where two are compared.
_SIDE = re.compile(r" (long|wide|high|tall|deep|thick|broad)\b")
_ER = re.compile(r"\b(long|wid|high|tall|deep|thick|broad)e?r\b")


def differences(reading: Reading, words: Clause, changes: Collection[int] = ()) -> Iterator[Tie]:
    """The differences of a sentence that are printed with both levels.

    `words` is its usual clause, `changes` the ids of the facts that are tied as changes already.
    """
    clauses = [words]
    if sum(fact.figure.kind == "duration" for fact in reading.facts) > 2:
        clauses.append(clause(reading, frozenset({"duration"})))
    for told in clauses:
        if len(told.facts) > 2 and any(_hint().search(gap) for gap in told.gaps):
            for facts, _ in found(told, _forms(), _measurable):
                if id(facts["d"]) not in changes:
                    yield Tie((("difference", facts["d"]), ("first", facts["f"]), ("second", facts["s"])))


@cache
def _hint() -> re.Pattern[str]:
    lists = lexicon.lists("relations")["differences"]
    return re.compile(rf"\b(?:{any_of([*lists['nouns'], *lists['verbs'], *lists['beyond'], 'than'])})\b")


@cache
def _forms() -> tuple[Form, ...]:
    lists = lexicon.lists("relations")["differences"]
    terms = {
        "noun": any_of(lists["nouns"]),
        "verb": any_of(lists["verbs"]),
        "against": any_of(lists["against"]),
        "earned": any_of(lists["earned"]),
        "spent": any_of(lists["spent"]),
        "beyond": any_of(lists["beyond"]),
        "who": r"(?:[\w'.&-]+ ){0,5}?",
        "unit": r"(?:[ -](?:percentage[ -])?(?:points?|votes?|seats?|percent|percentage|per cent))?",
    }

    def pattern(text: str) -> re.Pattern[str]:
        return ends(text, terms)

    of = pattern(r"\b<noun> (?:of|is|was) ")
    by = pattern(r"\b<verb> (?:[\w'.-]+ ){0,4}?by ")
    begins = pattern(r"<unit>(?: [\w'-]+){0,4}?(?:: | \(|, | [-\u2013\u2014] )(?:with )?<who>")
    # "A five-point lead, 52% to 47%"
    begins_after_noun = pattern(
        r"<unit> <noun>(?: (?:over|on|between) [\w' -]{0,40}?)?(?:: | \(|, | [-\u2013\u2014] )(?:with )?<who>"
    )
    against = pattern(
        r"<unit>(?: of (?:the )?[a-z]+)?(?: (?:for|in) [\w' .-]{1,40}?| [\w'-]+)?,? <against> <who>"
    )
    then = pattern(r"<gap>(?:,|:| \(| [-\u2013\u2014]) ?<who><noun> of ".replace("<gap>", "[^;:()]{0,70}?"))
    then_a = pattern(r"[^;:()]{0,40}?(?:,|:| \(| [-\u2013\u2014]) ?(?:(?:an?|for an?|giving (?:\w+ )?an?) )?")
    noun_after = re.compile(rf"{terms['unit']}(?: [a-z]+)? (?:{terms['noun']})\b")
    and_ = r"[^;:()]{0,60}?\b(?:and|while|against|with) (?:[\w'-]+ ){0,3}?"
    earned, spent = (pattern(rf"{and_}<{name}> (?:[\w'-]+ ){{0,4}}?") for name in ("spent", "earned"))
    has_earned = re.compile(rf"\b(?:{terms['earned']})\b[^;:()]*$")
    compared = pattern(rf"<unit> (?:{_MORE}(?:{_WHO})?|(?:ahead of|behind|clear of|short of) {_WHO})")
    beyond = pattern(r"<unit> (?:<beyond>) (?:the |its |their |his |her )?(?:[\w'-]+ ){1,4}?of ")
    level = pattern(r"[^;:()]{0,60}?(?:,| -| [\u2013\u2014]| is| was| are| were)(?: or)? ")
    has_spent = re.compile(rf"\b(?:{terms['spent']})\b[^;:()]*$")
    return (
        *(Form("dfs", (before, begins, against, None)) for before in (of, by)),
        Form("dfs", (None, begins_after_noun, against, None)),
        Form("fsd", (None, against, then, None)),
        Form("fsd", (None, against, then_a, noun_after)),
        Form("fsd", (has_earned, earned, then, None)),
        Form("fsd", (has_spent, spent, then, None)),
        # 4,310 votes, 210 more than his rival, who took 4,100; £420,000, £25,000 above the price of £395,000
        Form("fds", (None, level, compared, None)),
        Form("fds", (None, level, beyond, None)),
    )


def _measurable(facts: dict[str, Fact], gaps: list[str]) -> bool:
    difference, first, second = facts["d"].figure, facts["f"], facts["s"]
    if first.figure.kind not in LEVELS | {"duration"} or not same_measure(first, second):
        return False
    if _other_side(gaps[list(facts).index("d") + 1], gaps[-1]):
        return False
    if first.figure.kind == "percent":
        unit = facts["d"].unit or difference.unit
        if difference.value_to is not None:
            return False
        after = gaps[list(facts).index("d") + 1]
        return difference.kind in ("points", "percent") or (
            difference.kind == "count" and ("point" in unit or re.match(r"[ -]points?\b", after) is not None)
        )
    return difference.kind == first.figure.kind and (
        difference.kind == "count" or same_measure(facts["d"], first)
    )


def _other_side(compared: str, after: str) -> bool:
    """Whether the second level is of another side of the thing: "longer than the old one, 12 metres wide"."""
    side = _SIDE.match(after)
    return side is not None and (more := _ER.search(compared)) is not None and not side[1].startswith(more[1])
