"""Which facts are worth a comparison: those of one family that share a word of their measure or their digits.

A word that everybody prints ("people", "sales") makes a block too large to compare each with each. There
two facts must also share an owner or a word that few sentences of the block hold, and the many facts of
one owner are compared with their neighbours in reading order, so that candidates grow like the facts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from checks.matching.agreement import digits
from checks.matching.comparable import Row
from checks.matching.left_out import LeftOut

#: facts in one block beyond which it is split, and the nearest that a fact of a large group is compared with
HOT = 24
#: the rarest words of its sentence by which a fact of a split block finds others
RAREST = 3
#: kinds whose digits tell: a sum of $2.9 billion is seldom of two things
DIGITS = frozenset({"money", "measurement"})


@dataclass
class Blocks:
    """What a search compared, and where it stopped.

    `found`: the pairs of positions worth a comparison, the earlier first. `split`: the word of each block
    that was too large, with its number of facts. `cut`: the positions of facts that were compared with the
    nearest of a group only.
    """

    found: set[tuple[int, int]] = field(default_factory=set)
    split: Counter[str] = field(default_factory=Counter)
    cut: set[int] = field(default_factory=set)

    def left(self) -> LeftOut:
        """What was not compared."""
        return LeftOut(split=self.split, figures=len(self.cut))


def candidates(facts: Sequence[Row]) -> Blocks:
    """The pairs of `facts` worth a comparison: at most linear in their number."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        for word in fact.measure:
            blocks[fact.family, word].append(i)
        if fact.measure and fact.kind in DIGITS and (same := digits(fact.value)):
            blocks[fact.family, same].append(i)
    out = Blocks()
    for (_, word), members in blocks.items():
        if len(members) <= HOT:
            out.found.update(combinations(members, 2))
            continue
        out.split[word] = max(out.split[word], len(members))
        for group in _finer(facts, members):
            if len(group) > HOT:
                out.cut.update(group)
            for at, i in enumerate(group):
                out.found.update((i, j) for j in group[at + 1 : at + 1 + HOT])
    return out


def _finer(facts: Sequence[Row], members: Sequence[int]) -> Iterator[list[int]]:
    """The facts of a block that share an owner, or one of their rarest words."""
    held = Counter(word for i in members for word in facts[i].context)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in members:
        shared = [word for word in facts[i].context if 1 < held[word] <= HOT]
        for word in sorted(shared, key=lambda w: (held[w], w))[:RAREST]:
            groups["word", word].append(i)
        for owner in facts[i].entities:
            groups["owner", owner].append(i)
    yield from groups.values()
