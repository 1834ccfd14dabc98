"""Whether two articles tell one story: whether they name the same people, places and bodies.

"Bond was set at $1 million" measures the same in every crime report. Facts whose owner nobody names are
taken for one only where their articles share names.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from checks.matching import names, terms
from checks.matching.comparable import Row

#: share of the names of the article with fewer of them; reports of one event share about half, those of
#: two events a tenth at most
SHARED = 0.15


class Stories:
    """The names in the sentences of `facts`, by article; rare ones weigh more (see `comparable.weights`)."""

    def __init__(self, facts: Iterable[Row]) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        for fact in facts:
            found[fact.article] |= names.named(fact.sentence)
            found[fact.article].update(*map(terms.words, fact.entities))
        seen = Counter(name for held in found.values() for name in held)
        self._weight = {name: 1.0 + math.log(len(found) / times) for name, times in seen.items()}
        self._names = found
        self._sizes = {article: self._size(held) for article, held in found.items()}
        self._known: dict[tuple[str, str], bool] = {}

    def one(self, a: str, b: str) -> bool:
        """Whether the articles `a` and `b` share enough names; one that names nobody tells no story."""
        if a == b:
            return True
        known = self._known.get((a, b))
        if known is None:
            shared = self._names[a] & self._names[b]
            known = bool(shared) and self._size(shared) >= SHARED * min(self._sizes[a], self._sizes[b])
            self._known[a, b] = known
        return known

    def apart(self, a: str, b: str) -> bool:
        """Whether both articles name somebody beside their figures, and nobody whom the other does."""
        return bool(self._names[a] and self._names[b]) and not self._names[a] & self._names[b]

    def _size(self, held: set[str]) -> float:
        return math.fsum(self._weight[name] for name in held)
