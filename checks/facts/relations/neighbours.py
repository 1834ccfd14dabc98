"""A sentence read on from the one before it: `Sales were $110m. That was 10% more than the $100m of 2023.`

The figure that a pronoun stands for is put in its place, so that the forms of single sentences apply. It
must be the only one of its kind in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.facts.reading import Fact, Reading
from checks.facts.relations.clause import ADDITIVE, CORE, Clause, any_of, clause
from checks.lexicon.nouns import singular

#: After a sentence of more figures than this, nothing is plain.
MANY = 12
#: "That is": between the two figures stands what follows it.
_THAT_IS = re.compile(
    r"(?P<that>that|this|it|the (?:figure|total|number|amount|sum))(?:'s| (?:is|was|were|would be|will be"
    r"|represents|represented|marks|marked|comes to|came to|amounts to|amounted to|equals|works out (?:at|to)"
    r"|adds up to"
    r"|(?P<than>compares|compared) (?=with|to)))\b ?(?:equivalent to |equal to |the equivalent of )?"
)
_ENDS = r"(?=,| \(|\)| or | (?:is|are|was|were|will|has|have|had|went|goes|came|said|would|remain)\b)"
_OF_THAT = re.compile(
    rf"\bof (?:(?P<one>it|(?:that|this|the (?:total|money|sum|amount|cash)){_ENDS})"
    rf"|(?P<many>them|(?:those|these){_ENDS})|the (?P<noun>[a-z]+){_ENDS})(?![\w'-])"
)

_TIME = re.compile(r"(?: [\w'-]+){0,2}? (?:(?:an?|per|each|every) [a-z]+|(?:dai|week|month|year)ly)\b")


class Joined(NamedTuple):
    """A clause that begins in the sentence before.

    `old` are the figures of that sentence in it: a relation must hold one of them and another.
    """

    clause: Clause
    old: tuple[Fact, ...]


@cache
def _hint() -> re.Pattern[str]:
    lists = lexicon.lists("relations")
    closing, accounts = any_of(lists["splits"]["closing"]), any_of(lists["sums"]["accounts"])
    of = r"\bof (?:it|that|this|them|those|these|the)\b"
    return re.compile(
        rf"\b(?:that|this|it|they|the)\b|%|\bper ?cent\b|{of}|\b(?:{closing}|{accounts}|more|others)\b"
    )


def follows(before: Reading, reading: Reading) -> bool:
    """Whether a sentence may go on from the one before it; most do not."""
    if not (0 < len(before.facts) <= MANY and reading.facts and before.sentence.main):
        return False
    text = reading.sentence.text
    return " the " in text or _hint().search(text.lower()) is not None


def that_is(before: Reading, reading: Reading, kinds: frozenset[str] = CORE) -> Iterator[Joined]:
    """`... $110m. That is 10% more ...` as `$110m, or 10% more ...`."""
    words = clause(reading, kinds)
    start = words.gaps[0].lstrip("\"'\u201c\u2018 ")
    opening = _THAT_IS.match(start) if words.facts else None
    if opening is None:
        return
    bridge = (" compared " if opening["than"] else ", or ") + start[opening.end() :]
    whole = clause(before, kinds)
    if opening["that"] in ("that", "this") and len(whole.facts) > 1:
        gaps = [*whole.gaps[:-1], tail(whole) + bridge, *words.gaps[1:]]
        yield Joined(Clause([*whole.facts, *words.facts], gaps), tuple(whole.facts))
    for fact in whole.facts:
        if alone(fact, before) and fact.role != "change":
            after = whole.gaps[whole.facts.index(fact) + 1] if fact is whole.facts[-1] else ""
            gaps = ["", _per(after) + bridge, *words.gaps[1:]]
            yield Joined(Clause([fact, *words.facts], gaps), (fact,))


def of_that(before: Reading, reading: Reading, earlier: Reading | None = None) -> Iterator[Joined]:
    """`The fund has $4bn. About 30% of it, or $1.2bn, ...` as `30% of $4bn, or $1.2bn`.

    "The total" may go back further: not where the sentence before, `earlier`, has a figure of the same kind.
    """
    words = clause(reading)
    for i, gap in enumerate(words.gaps[:3]):
        of = _OF_THAT.search(gap)
        if of is None or not _refers(words, i, of.start()):
            continue
        for fact in clause(before).facts:
            if not alone(fact, before) or fact.figure.kind not in ADDITIVE or fact.role == "change":
                continue
            if (of["many"] or of["noun"]) and fact.figure.kind != "count":
                continue
            if of["noun"] and singular(of["noun"]) != (fact.unit or fact.figure.unit):
                continue
            if (of["one"] or "").startswith("the ") and earlier is not None and not alone(fact, earlier):
                continue
            gaps = [*words.gaps[:i], f"{gap[: of.start()]}of ", gap[of.end() :], *words.gaps[i + 1 :]]
            yield Joined(Clause([*words.facts[:i], fact, *words.facts[i:]], gaps), (fact,))
        return


def both(before: Reading, reading: Reading) -> Joined:
    """The two sentences as one clause."""
    first, second = clause(before), clause(reading)
    gaps = [*first.gaps[:-1], f"{tail(first)}. {second.gaps[0]}", *second.gaps[1:]]
    return Joined(Clause([*first.facts, *second.facts], gaps), tuple(first.facts))


def _refers(words: Clause, i: int, at: int) -> bool:
    """Whether "of them" before the figure at `i` speaks of the sentence before, not of its own."""
    if i == 0:
        return words.gaps[0][:at].strip(" ,") in ("", "out", "and", "but")
    if i == 1:
        return not re.search(r"[;:.]", words.gaps[1][:at])
    # In "480, 40% of them women" it is the 480; "480, or 40% of them" and "480 (40%) of them" are plain.
    again = words.gaps[1].rstrip()
    return again.endswith(", or") or (again.endswith("(") and words.gaps[2].startswith(")"))


def alone(fact: Fact, reading: Reading) -> bool:
    """Whether no other figure of the sentence can be meant: none of the same kind and unit; counts: kind.

    The level that a change came from is past, and not meant where the new one can be.
    """

    def rival(other: Fact) -> bool:
        if other is fact or other.figure.kind != fact.figure.kind or _is_past(other):
            return False
        return fact.figure.kind == "count" or other.figure.unit == fact.figure.unit

    return not (_is_past(fact) or any(rival(other) for other in reading.facts))


def _is_past(fact: Fact) -> bool:
    return any(tie.endswith(":old") for tie in fact.relations)


def tail(words: Clause) -> str:
    """What follows the last figure of a sentence, without the full stop."""
    return words.gaps[-1].rstrip(" .!?\"'\u201d\u2019")


def _per(after: str) -> str:
    """The time a rate is told for ("a day"), which alone is kept of what follows an antecedent."""
    found = _TIME.match(after)
    return found[0] if found else ""
