"""Dated articles that follow one thing: each is compared with the one before it.

Of articles on one event, each new toll differs from every older one. Where three articles of different days
speak of one thing, the first and the last need no comparison of their own: whatever changed shows between
the neighbours. So an event told by n articles has about n pairs and not n times n.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from checks.matching.comparable import Row
from checks.matching.comparison import Scored

#: A chain of pairs stands for a pair where both links are as sure as it is, or this sure.
SURE = 0.75


def neighbours(
    facts: Sequence[Row],
    scored: Mapping[tuple[int, int], Scored],
    dates: Mapping[str, dt.date | None],
    original: Mapping[str, str],
) -> dict[tuple[int, int], Scored]:
    """`scored` without the pairs of different days that a fact published between them makes needless.

    Keys are positions in `facts`, the earlier first. Pairs of undated articles, of one day, of one article
    and of copies (`original`: article -> the one it copies) are all kept.
    """
    order = [_order(fact, at, dates) for at, fact in enumerate(facts)]
    met: dict[int, set[int]] = defaultdict(set)
    for i, j in scored:
        met[i].add(j)
        met[j].add(i)

    def link(i: int, j: int) -> float:
        return scored[min(i, j), max(i, j)][0]

    def needless(i: int, j: int) -> bool:
        first, last = sorted((order[i], order[j]))
        one, other = (original.get(facts[at].article, facts[at].article) for at in (i, j))
        if not first[0] or first[0] == last[0] or one == other:
            return False
        enough = min(SURE, link(i, j))
        # figures of one named time are compared, though one that names none lies between them
        time = facts[i].period if facts[i].period == facts[j].period else None
        return any(
            order[k][0]
            and first < order[k] < last
            and min(link(i, k), link(k, j)) >= enough
            and time in (None, facts[k].period)
            for k in met[i] & met[j]
        )

    return {pair: found for pair, found in scored.items() if not needless(*pair)}


def _order(fact: Row, at: int, dates: Mapping[str, dt.date | None]) -> tuple[str, int]:
    """When a fact was published, and where it stands among those of its day; "" for the undated."""
    day = dates.get(fact.article)
    return (day.isoformat() if day else "", at)
