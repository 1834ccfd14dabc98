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
from checks.facts.relations.clause import ADDITIVE, CORE, Clause, any_of, clause, filler, same_measure
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

#: "90, or 3%, fell ill": the share is of nothing that the sentence names.
_SAID_AGAIN = re.compile(
    r",? or (?:about |around |some |almost |nearly |just over |just under )?| \((?:or )?"
)
_OWN_WHOLE = re.compile(r"\b(?:of|among|from|out|with|another|further|more)\b|.{40}")
_BARE_SHARE = re.compile(r",|\)(?! (?:of|in)\b)")

#: "a year earlier" after a level of the past
_PAST = re.compile(
    r"(?: [\w'-]+){0,2}? (?:an?|one|the) (?:year|season|month|quarter|week|decade|day) (?:ago|before|earlier)\b"
)
_THE = re.compile(r"(?:the|that|this)(?: [\w-]+)?")
#: Days, at most, from the beginning of one year to that of the next.
_YEAR = 366

_TIME = re.compile(r"(?: [\w'-]+){0,2}? (?:(?:an?|per|each|every) [a-z]+|(?:dai|week|month|year)ly)\b")


class Joined(NamedTuple):
    """A clause that begins in the sentence before.

    `old` are the figures of that sentence in it: a relation must hold one of them and another.
    """

    clause: Clause
    old: tuple[Fact, ...]


@cache
def _moved() -> re.Pattern[str]:
    """What opens a sentence whose level the one before leads to, or comes from."""
    verbs = any_of([verb for way in lexicon.lists("change")["verbs"].values() for verb in way])
    subject = r"(?:it|they|this|that|the (?:figure|total|number|amount|sum|rate|price))"
    when = r"(?:[\w'#-]+ ){0,4}?[\w'#-]+,? "
    return re.compile(
        rf"(?:{when})?{subject} (?:(?:has|have|had) )?(?:(?:since|then|later) )?"
        rf"(?:(?P<moved>{verbs}) to|(?P<was>was|were|had been|stood at|had stood at)) {filler()}$"
    )


@cache
def _hint() -> re.Pattern[str]:
    closing = any_of(lexicon.lists("relations")["splits"]["closing"])
    of = r"\bof (?:it|that|this|them|those|these|the)\b"
    return re.compile(rf"\b(?:that|this|it|they|the)\b|%|\bper ?cent\b|{of}|\b(?:{closing}|more|others)\b")


def follows(before: Reading, reading: Reading) -> bool:
    """Whether a sentence may go on from the one before it; most do not."""
    if not (0 < len(before.facts) <= MANY and reading.facts and before.sentence.main):
        return False
    return _hint().search(reading.sentence.text.lower()) is not None


def then(before: Reading, reading: Reading) -> Iterator[Joined]:
    """Two sentences that tell a level each, as one change.

    `It was $62 in 2015. By 2023 it had climbed to $93, a 50% rise` as `from $62 to $93, a 50% rise`; `Sales rose
    15% to $57m. They had been $50m` as `15% to $57m, compared with $50m`.
    """
    words, whole = clause(reading), clause(before)
    opening = _moved().match(words.gaps[0]) if words.facts else None
    if opening is None:
        return
    first = words.facts[0]
    if opening["moved"] is not None and len(words.facts) > 1:
        for fact in whole.facts:
            if _alone(fact, before) and fact.role != "change" and _next(fact, first, opening[0]):
                gaps = ["from ", f" {opening['moved']} to ", *words.gaps[1:]]
                yield Joined(Clause([fact, *words.facts], gaps), (fact,))
    elif opening["was"] is not None and whole.facts:
        past = opening["was"] == "had been" or _PAST.match(words.gaps[1])
        if past and same_measure(whole.facts[-1], first):
            gaps = [*whole.gaps[:-1], f"{_tail(whole)} compared with ", *words.gaps[1:]]
            yield Joined(Clause([*whole.facts, *words.facts], gaps), tuple(whole.facts))


def the_rise(before: Reading, reading: Reading) -> Iterator[Joined]:
    """`Income rose to $1.32bn from $1.2bn. The 10% increase ...` as `$1.32bn from $1.2bn, a 10% increase`."""
    words, whole = clause(reading), clause(before)
    if words.facts and len(whole.facts) == 2 and _THE.fullmatch(words.gaps[0].strip("\"'\u201c\u2018 ")):
        gaps = [*whole.gaps[:-1], f"{_tail(whole)}, a ", words.gaps[1]]
        yield Joined(Clause([*whole.facts, words.facts[0]], gaps), tuple(whole.facts))


def _next(old: Fact, new: Fact, opening: str) -> bool:
    """Whether nothing speaks for a level between the two: `Sales were $9m in 2010. They fell to $5m, a 2% drop`."""
    if re.search(r"\bhad\b|\bsince\b", opening):
        return True
    if not (old.period and old.period.start and new.period and new.period.start):
        return not (old.period or new.period)
    return 0 < (new.period.start - old.period.start).days <= _YEAR


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
        gaps = [*whole.gaps[:-1], _tail(whole) + bridge, *words.gaps[1:]]
        yield Joined(Clause([*whole.facts, *words.facts], gaps), tuple(whole.facts))
    for fact in whole.facts:
        if _alone(fact, before) and fact.role != "change":
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
            if not _alone(fact, before) or fact.figure.kind not in ADDITIVE or fact.role == "change":
                continue
            if (of["many"] or of["noun"]) and fact.figure.kind != "count":
                continue
            if of["noun"] and singular(of["noun"]) != (fact.unit or fact.figure.unit):
                continue
            if (of["one"] or "").startswith("the ") and earlier is not None and not _alone(fact, earlier):
                continue
            gaps = [*words.gaps[:i], f"{gap[: of.start()]}of ", gap[of.end() :], *words.gaps[i + 1 :]]
            yield Joined(Clause([*words.facts[:i], fact, *words.facts[i:]], gaps), (fact,))
        return


def some(before: Reading, reading: Reading) -> Iterator[Joined]:
    """`The study followed 3,000 women. In that time 90, or 3%, fell ill.` as `of 3,000 women, 90, or 3%`."""
    words = clause(reading)
    if len(words.facts) < 2 or _OWN_WHOLE.search(words.gaps[0]):
        return
    part, share = words.facts[:2]
    bare = part.figure.kind == "count" and not part.figure.unit and share.figure.kind == "percent"
    if bare and _SAID_AGAIN.fullmatch(words.gaps[1]) and _BARE_SHARE.match(words.gaps[2]):
        for whole in clause(before).facts:
            if (
                whole.figure.kind == "count"
                and _alone(whole, before)
                and whole.figure.value > part.figure.value
            ):
                yield Joined(Clause([whole, part, share], ["of ", ", ", *words.gaps[1:3]]), (whole,))


def both(before: Reading, reading: Reading) -> Joined:
    """The two sentences as one clause."""
    first, second = clause(before), clause(reading)
    gaps = [*first.gaps[:-1], f"{_tail(first)}. {second.gaps[0]}", *second.gaps[1:]]
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


def _alone(fact: Fact, reading: Reading) -> bool:
    """Whether no other figure of the sentence can be meant: none of the same kind and unit; counts: kind."""

    def rival(other: Fact) -> bool:
        if other is fact or other.figure.kind != fact.figure.kind:
            return False
        return fact.figure.kind == "count" or other.figure.unit == fact.figure.unit

    return not any(rival(other) for other in reading.facts)


def _tail(words: Clause) -> str:
    """What follows the last figure of a sentence, without the full stop."""
    return words.gaps[-1].rstrip(" .!?\"'\u201d\u2019")


def _per(after: str) -> str:
    """The time a rate is told for ("a day"), which alone is kept of what follows an antecedent."""
    found = _TIME.match(after)
    return found[0] if found else ""
