"""Facts that one sentence ties by arithmetic, with the part each plays.

`r3:change`, `r3:new`, `r3:old`: a change with the levels it lies between; `r3:difference` takes the
place of a level in "rose 53 points, or 0.3%, to 18,400". `r4:share`, `r4:part`,
`r4:whole`: a share of a whole, or of one that is not printed. `r5:part` (several), `r5:total`: all
the parts of a total. `r6:share` (several): a whole shared out completely.
"""

from __future__ import annotations

from itertools import count

from checks.facts.reading import Fact, Reading
from checks.facts.relations.changes import changes
from checks.facts.relations.clause import clause
from checks.facts.relations.shares import shares
from checks.facts.relations.sums import splits, totals

__all__ = ["tie"]


def tie(readings: list[Reading]) -> None:
    """Fill `relations` of every fact of an article, and the roles and directions that follow.

    Relations are numbered r1, r2, ... in the order of the article.
    """
    numbers = count(1)
    percentages = False  # in the sentence before
    for reading in readings:
        before, percentages = percentages, any(fact.figure.kind == "percent" for fact in reading.facts)
        if len(reading.facts) < 2 or not reading.sentence.main:
            continue
        words = clause(reading)
        for change in changes(words):
            _tie(next(numbers), **{part: [fact] for part, fact in change.parts.items()})
            for name in {"change", "difference"} & change.parts.keys():
                change.parts[name].role, change.parts[name].direction = "change", change.direction
        for share in shares(words):
            whole = [share.whole] if share.whole else []
            _tie(next(numbers), share=[share.share], part=[share.part], whole=whole)
            share.share.role = "share"
        for total in totals(words):
            _tie(next(numbers), part=list(total.parts), total=[total.total])
            total.total.role = "total"
            for part in total.parts:
                part.role = "part"
        for split in splits(words, before):
            _tie(next(numbers), share=list(split))
            for fact in split:
                fact.role = "share"


def _tie(number: int, **parts: list[Fact]) -> None:
    for part, facts in parts.items():
        for fact in facts:
            fact.relations.append(f"r{number}:{part}")
