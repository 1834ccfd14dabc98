"""A sentence that tells the next level, the rise or a part of what the one before told.

`It was $62 in 2015. By 2023 it had climbed to $93, a 50% rise`; `from $1.2bn to $1.32bn. The 10% increase`;
`3,000 women. In that time 90, or 3%, fell ill`. The two are joined to a clause of the forms of one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact, Reading
from checks.facts.relations.clause import Clause, any_of, clause, filler, same_measure
from checks.facts.relations.neighbours import Joined, alone, tail

#: "90, or 3%, fell ill": the share is of nothing that the sentence names.
_SAID_AGAIN = re.compile(
    r",? or (?:about |around |some |almost |nearly |just over |just under )?| \((?:or )?"
)
_OWN_WHOLE = re.compile(r"\b(?:of|among|from|out|with|another|further|more)\b|.{40}")
_BARE_SHARE = re.compile(r",|\)(?! (?:of|in)\b)")

#: "a year earlier" after a level of the past
_PAST = re.compile(
    r"(?: [\w'-]+){0,2}? (?:an?|one|the) (?:year|season|month|quarter|week|decade|day)"
    r" (?:ago|before|earlier)\b"
)
_THE = re.compile(r"(?:the|that|this)(?: [\w-]+)?")
#: "The 10% rise in costs": of what, where it says so.
_OF_WHAT = re.compile(r" [\w-]+ in (?:(?:the|its|their|net|total|overall) )*(?P<thing>[\w-]+)")
#: Days, at most, from the beginning of one year to that of the next.
_YEAR = 366


def then(before: Reading, reading: Reading) -> Iterator[Joined]:
    """Two sentences that tell a level each, as one change.

    `It was $62 in 2015. By 2023 it had climbed to $93, a 50% rise` as `from $62 to $93, a 50% rise`; `Sales
    rose 15% to $57m. They had been $50m` as `15% to $57m, compared with $50m`.
    """
    words, whole = clause(reading), clause(before)
    opening = _moved().match(words.gaps[0]) if words.facts else None
    if opening is None:
        return
    first = words.facts[0]
    if opening["moved"] is not None and len(words.facts) > 1:
        for fact in whole.facts:
            if alone(fact, before) and fact.role != "change" and _next(fact, first, opening[0]):
                gaps = ["from ", f" {opening['moved']} to ", *words.gaps[1:]]
                yield Joined(Clause([fact, *words.facts], gaps), (fact,))
    elif opening["was"] is not None and whole.facts:
        past = opening["was"] == "had been" or _PAST.match(words.gaps[1])
        if past and same_measure(whole.facts[-1], first):
            gaps = [*whole.gaps[:-1], f"{tail(whole)} compared with ", *words.gaps[1:]]
            yield Joined(Clause([*whole.facts, *words.facts], gaps), tuple(whole.facts))


def the_rise(before: Reading, reading: Reading) -> Iterator[Joined]:
    """`Income rose to $1.32bn from $1.2bn. The 10% increase ...` as `$1.32bn from $1.2bn, a 10% increase`."""
    words, whole = clause(reading), clause(before)
    if (
        not words.facts
        or len(whole.facts) != 2
        or not _THE.fullmatch(words.gaps[0].strip("\"'\u201c\u2018 "))
    ):
        return
    thing = _OF_WHAT.match(words.gaps[1])
    if thing is None or thing["thing"] in before.sentence.text.lower():
        gaps = [*whole.gaps[:-1], f"{tail(whole)}, a ", words.gaps[1]]
        yield Joined(Clause([*whole.facts, words.facts[0]], gaps), tuple(whole.facts))


def _next(old: Fact, new: Fact, opening: str) -> bool:
    """Whether nothing speaks for a level between the two.

    `Sales were $9m in 2010. They fell to $5m last year, a 2% drop` has one.
    """
    if re.search(r"\bhad\b|\bsince\b", opening):
        return True
    if not (old.period and old.period.start and new.period and new.period.start):
        return not (old.period or new.period)
    return 0 < (new.period.start - old.period.start).days <= _YEAR


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
                and alone(whole, before)
                and whole.figure.value > part.figure.value
            ):
                yield Joined(Clause([whole, part, share], ["of ", ", ", *words.gaps[1:3]]), (whole,))


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
