"""Figures of which one is the other mistyped: 640 and 460, 1,420 and 1,240, 48,000 and 4,800.

That two numbers of one text, or of two reports of one story, have the same digits in another order is no
chance as a rule. So fewer words need to agree than for any two values (see comparison.py): inside an article
the second is mentioned as known, across articles both count or measure the same. Neither value is stated a
second time on the other side, which would make them two figures.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from checks.matching import agreement, mentions, names, terms
from checks.matching.blocks import DIGITS
from checks.matching.comparable import Row
from checks.matching.comparison import differ, jaccard

#: how sure a pair is whose words agree as little as they may, and what full agreement adds
LEAST, MORE = 0.76, 0.2
#: words that the sentences of two articles share at least
ALIKE = 0.2
#: numbers that share a key with more others are no slips of one another
CROWD = 12
#: so many digits are alike by no chance
LONG = 4
#: numbers below this have too few digits
FEW = 10
KINDS = frozenset({"money", "count", "measurement", "percent"})
_HEAD = re.compile(r"[A-Za-z][\w’'-]*")
_STOP = re.compile(r"[,;:.()—–]")


def pairs(
    facts: Sequence[Row],
    weight: Mapping[str, float],
    dates: Mapping[str, dt.date | None],
    one_story: Callable[[str, str], bool],
) -> Iterator[tuple[int, int, float, str]]:
    """First and second position in `facts`, score and reasons of figures that are one, mistyped.

    `one_story` says whether two articles tell one. Work grows like the facts: a crowded key is no key.
    """
    keyed: dict[tuple[str, str], list[int]] = defaultdict(list)
    stated: Counter[tuple[str, str, float]] = Counter()
    for i, fact in enumerate(facts):
        if fact.kind not in KINDS or not (fact.value >= FEW or "." in fact.surface):
            continue
        stated[fact.article, fact.family, fact.value] += 1
        for key in agreement.slip_keys(agreement.printed(fact.surface, fact.value)):
            keyed[fact.family, key].append(i)
        if fact.kind in DIGITS and (same := agreement.digits(fact.value)):
            keyed[fact.family, f"{same}e"].append(i)
    met: set[tuple[int, int]] = set()
    for _, members in sorted(keyed.items()):
        if len(members) <= CROWD:
            met.update(combinations(members, 2))
    for i, j in sorted(met):
        a, b = facts[i], facts[j]
        within = a.article == b.article
        if within and (a.sentence == b.sentence or stated[b.article, b.family, b.value] > 1):
            continue
        if not within and not _of_one_day(a, b, dates, one_story):
            continue
        if not within and (stated[a.article, a.family, b.value] or stated[b.article, b.family, a.value]):
            continue
        if a.sentence == b.sentence or agreement.agree(a, b) or not agreement.mistyped(a, b):
            continue
        found = _again(a, b) if within else _retold(a, b, weight)
        if found:
            yield i, j, LEAST + MORE * found[0], found[1]


def _again(a: Row, b: Row) -> tuple[float, str] | None:
    """How far `b`, later in the article of `a`, is mentioned as the thing that `a` told of."""
    if mentions.again(a.sentence, a.surface) is not None:
        return None
    if (another := mentions.again(b.sentence, b.surface)) is None or not another <= a.context:
        return None
    head = heads(b)
    if not (same := head & (a.context | a.measure)) or differ(a, b, back=True):
        return None
    owners = a.entities and b.entities and not names.shared(a.entities, b.entities)
    if owners and not terms.telling(same):
        return None
    told = ", ".join(sorted(same))
    return 0.5, f"the second figure is mentioned as one already known ({told}), and has like digits"


def _of_one_day(
    a: Row, b: Row, dates: Mapping[str, dt.date | None], one_story: Callable[[str, str], bool]
) -> bool:
    """Whether the articles of two facts tell one story, on one day or undated."""
    if not one_story(a.article, b.article):
        return False
    return len({dates.get(a.article), dates.get(b.article)} - {None}) < 2


def _retold(a: Row, b: Row, weight: Mapping[str, float]) -> tuple[float, str] | None:
    """How far `a` and `b`, of two articles, are told in like words."""
    if differ(a, b, back=False):
        return None
    shared = names.shared(a.entities, b.entities)
    common = (a.measure | heads(a)) & (b.measure | heads(b))
    context = jaccard(a.context, b.context, weight)
    if not common or context < ALIKE:
        return None
    # a name of the one may be a place of the other; only many digits make up for that
    long = min(len(agreement.digits(row.value).replace(".", "")) for row in (a, b)) >= LONG
    if a.entities and b.entities and not shared and not (long and terms.telling(common)):
        return None
    told = ", ".join(sorted(common))
    return min(
        1.0, context + 0.3 * bool(shared)
    ), f"two reports of one story, of one thing ({told}), with like digits"


def heads(fact: Row) -> frozenset[str]:
    """The words right after a figure that may name what it counts, and the noun that "of" ties it to."""
    before, _, after = fact.sentence.partition(fact.surface)
    words = _HEAD.findall(_STOP.split(after, maxsplit=1)[0])[:2]
    if tied := mentions.tied(before):
        words.append(tied)
    return terms.content(" ".join(words))
