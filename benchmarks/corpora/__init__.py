"""Made-up news with known faults, of any size, to measure speed, memory and what is found at scale.

    python -m benchmarks.corpora 100000 --out news.jsonl.gz --planted planted.csv

All texts are this package's own sentences and all names invented. Firms, towns and countries have one set of
numbers a year each, whoever tells them, so that what was not planted does not conflict.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from benchmarks.corpora.stories import Planted, Written, story

__all__ = ["Planted", "Written", "generate"]

#: share of stories with a planted conflict
SHARE = 0.05
#: stories between the first and the last article of one at most; half of them are next to one another
FAR = 2000


def generate(n: int, seed: int = 0, share: float = SHARE) -> Iterator[Written]:
    """`n` articles, each with the conflicts that it completes; memory does not depend on `n`.

    The k-th article depends on `seed` and `share` alone. Later articles of a story stand behind those of
    stories that came in between.
    """
    import random

    waiting: list[tuple[int, int, int, Written]] = []
    made = number = 0
    while made < n:
        while waiting and waiting[0][0] <= number and made < n:
            yield heapq.heappop(waiting)[3]
            made += 1
        if made == n:
            return
        first, *others = story(seed, number, share)
        r, due = random.Random(f"{seed}:{number}:due"), number
        for i, other in enumerate(others):
            due = min(due + int(r.paretovariate(0.7)), number + FAR)
            heapq.heappush(waiting, (due, number, i, other))
        yield first
        made += 1
        number += 1
