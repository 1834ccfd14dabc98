"""Pairs of facts about the same thing: cheap blocks first, then weighted evidence, with the reasons.

A block holds the facts of one family (money in one currency, percent, one dimension, counts) that
share a word of their measure (see blocks.py). Of the pairs that are left, a figure keeps the only good
answer to it in each other article, and of dated articles on one thing the neighbours (see succession.py).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from checks import tables
from checks.matching import (
    agreement,
    lapse,
    names,
    renamings,
    retelling,
    rises,
    running,
    slips,
    succession,
    turned,
)
from checks.matching.blocks import candidates
from checks.matching.comparable import Row, rows, weights
from checks.matching.comparison import Scored, compare
from checks.matching.kinship import Kin
from checks.matching.left_out import LeftOut
from checks.matching.stories import Stories

if TYPE_CHECKING:
    import pandas as pd

#: scores this near to one another are rivals
NEAR = 0.05
#: how sure it is that two facts are of one thing, why, and whether one tells the other wrongly
Found = tuple[float, str, bool]
_NONE: Found = (0.0, "", False)


def pairs(
    facts: pd.DataFrame,
    copies: pd.DataFrame,
    dates: Mapping[str, dt.date | None],
    kin: Iterable[Kin] = (),
    left: LeftOut | None = None,
    groups: Mapping[str, int] | None = None,
) -> pd.DataFrame:
    """Which facts speak of the same thing: PAIRS columns, in order of the facts.

    `copies` has the columns article, original; `dates` the publication date of each article; `kin`
    the articles of which one retells another. `left` counts what was not compared. `groups` has the group of
    each article, where there are several; nothing is compared across them.
    """
    comparable = list(rows(facts, groups=groups))
    original = dict(zip(copies["article"].tolist(), copies["original"].tolist(), strict=True))
    members: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(comparable):
        members[groups[row.article] if groups else 0].append(at)
    retold: dict[int, list[Kin]] = defaultdict(list)
    for two in kin:
        retold[groups[two.shorter] if groups else 0].append(two)
    found: dict[tuple[int, int], Found] = {}
    told: list[Kin] = []
    for group, places in members.items():
        ours = _Group([comparable[at] for at in places], original, dates, retold[group], left)
        found |= {(places[i], places[j]): pair for (i, j), pair in ours.found().items()}
        told += ours.told
    out = []
    for (i, j), (score, reasons, wrongly) in sorted(found.items()):
        a, b = comparable[i], comparable[j]
        out.append(
            {
                "fact_a": a.fact,
                "fact_b": b.fact,
                "score": round(score, 3),
                "reasons": reasons,
                "copy": a.article != b.article and _origin(a, original) == _origin(b, original),
                "retold_wrongly": wrongly,
                "date_a": _iso(dates.get(a.article)),
                "date_b": _iso(dates.get(b.article)),
            }
        )
    out += renamings.pairs(facts, told, dates, original)
    return tables.frame(out, tables.PAIRS)


class _Group:
    """The comparable facts of articles that are matched together; `told` are their kin of one story."""

    def __init__(
        self,
        facts: Sequence[Row],
        original: Mapping[str, str],
        dates: Mapping[str, dt.date | None],
        kin: Iterable[Kin],
        left: LeftOut | None,
    ) -> None:
        self.facts, self.original, self.dates, self.left = facts, original, dates, left
        self.weight = weights(facts)
        self.stories = Stories(facts)
        self.told = [k for k in kin if k.met or not self.stories.apart(k.shorter, k.longer)]

    def found(self) -> dict[tuple[int, int], Found]:
        """The pairs, by the positions of their facts: the surest of what the ways of finding them say."""
        facts, dates, original, weight = self.facts, self.dates, self.original, self.weight
        one = self.stories.one
        scored = _unrivalled(facts, self._scored())
        scored = {at: pair for at, pair in scored.items() if not self._apart(*at)}
        scored = succession.neighbours(facts, scored, dates, original)
        found: dict[tuple[int, int], Found] = {at: (*pair, False) for at, pair in scored.items()}
        for first, second, score, reasons in (
            *running.pairs(facts, dates, original),
            *rises.pairs(facts, dates, original),
            *slips.pairs(facts, weight, dates, one),
        ):
            if found.get((first, second), _NONE)[0] < score and not self._apart(first, second):
                found[first, second] = (score, reasons, False)
        # What a retelling says of a figure is surer than what its measure alone says.
        for first, second, score, reasons, wrongly in retelling.pairs(
            facts, weight, self.told, dates, original
        ):
            found[first, second] = (score, reasons, wrongly)
        for first, second, score, reasons in turned.pairs(facts, dates, one):
            known = found.get((first, second), _NONE)
            if known[0] < score:
                found[first, second] = (score, reasons, known[2])
        return found

    def _apart(self, i: int, j: int) -> bool:
        """Whether so much time lies between two facts that unlike values are of two times."""
        a, b = self.facts[i], self.facts[j]
        if a.article == b.article or _origin(a, self.original) == _origin(b, self.original):
            return False
        told = (lapse.Told(row.period, row.role, _iso(self.dates.get(row.article))) for row in (a, b))
        return lapse.apart(a, b, lapse.days(*told))

    def _scored(self) -> dict[tuple[int, int], Scored]:
        """The pairs of facts with like measures that are held to be of one thing."""
        blocks = candidates(self.facts)
        if self.left is not None:
            self.left.add(blocks.left())
        sentences: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.facts:
            sentences[row.article, row.sentence].append(row)
        scored = {}
        for i, j in blocks.found:
            a, b = self.facts[i], self.facts[j]
            again = a.article != b.article and _origin(a, self.original) == _origin(b, self.original)
            if not (again or self.stories.one(a.article, b.article) or names.shared(a.entities, b.entities)):
                continue
            if _acknowledged(a, b, sentences):
                continue
            if found := compare(a, b, self.weight, again):
                scored[i, j] = found
        return scored


def _origin(fact: Row, original: Mapping[str, str]) -> str:
    return original.get(fact.article, fact.article)


def _acknowledged(a: Row, b: Row, sentences: Mapping[tuple[str, str], Sequence[Row]]) -> bool:
    """Whether one article prints the other's value beside its own: it tells of a change, or of two things."""
    if a.article == b.article or agreement.agree(a, b):
        return False
    return any(
        row.value == other.value and row.family == other.family
        for one, other in ((a, b), (b, a))
        for row in sentences[one.article, one.sentence]
    )


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _unrivalled(facts: Sequence[Row], scored: dict[tuple[int, int], Scored]) -> dict[tuple[int, int], Scored]:
    """The pairs that are the only good answer to their figures.

    A figure answers to one figure of another article (or of its own). Where several answer as well
    (two poll figures of one party), those with a value in common are kept; where none has, nothing
    tells which is meant, and all are dropped.
    """
    answers: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for i, j in scored:
        answers[i, facts[j].article].append((i, j))
        answers[j, facts[i].article].append((i, j))
    dropped: set[tuple[int, int]] = set()
    for group in answers.values():
        best = max(scored[pair][0] for pair in group)
        rivals = [pair for pair in group if scored[pair][0] >= best - NEAR]
        agreeing = {pair for pair in rivals if _meet(facts[pair[0]], facts[pair[1]])}
        alike = {pair for pair in rivals if agreement.mistyped(facts[pair[0]], facts[pair[1]])}
        kept = set(rivals) if len(rivals) == 1 else agreeing or (alike if len(alike) == 1 else set())
        dropped.update(pair for pair in group if pair not in kept)
    return {pair: found for pair, found in scored.items() if pair not in dropped}


def _meet(a: Row, b: Row) -> bool:
    return a.low <= b.high and b.low <= a.high
