"""Times that the evidence names, but not as the time of the draft's figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from checks.matching.comparable import Row
from checks.matching.comparison import periods_differ
from checks.matching.evidence.corpus import Corpus
from checks.matching.evidence.deciding import UNSUPPORTED, Verdict

#: How likely, by the words around, a figure must be the one that bears it out for its time to count.
SURE = 0.5


def misdated(draft: Sequence[Row], corpus: Corpus, verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """The dates of the draft whose figures the evidence has, all of them, at another time.

    "$1.30 in the third quarter" where the evidence has the $1.30 in the fourth: the date is contradicted by
    the date that the evidence has there.
    """
    figures: dict[tuple[str, str, tuple[str, str]], list[Row]] = defaultdict(list)
    for fact in draft:
        if fact.kind != "date" and all(fact.period):
            figures[fact.article, fact.sentence, fact.period].append(fact)
    out = {}
    for date in draft:
        if date.kind != "date" or verdicts[date.fact].how in UNSUPPORTED or not all(date.period):
            continue
        found = [verdicts[fact.fact] for fact in figures[date.article, date.sentence, date.period]]
        bearers = [
            i
            for verdict in found
            if verdict.how in ("same", "rounding") and verdict.score >= SURE
            for i in verdict.by
            if all(corpus.facts[i].period)
        ]
        if bearers and all(periods_differ(corpus.facts[i].period, date.period) for i in bearers):
            there = _dates_of(bearers, corpus)
            if there and not any(corpus.facts[i].period == date.period for i in there):
                out[date.fact] = Verdict("contradicted", (there[0],), SURE)
    return out


def _dates_of(bearers: Sequence[int], corpus: Corpus) -> list[int]:
    """The dates in the sentences of facts of the evidence."""
    lines = {corpus.line(i) for i in bearers}
    return [i for line in sorted(lines) for i in corpus.on(line) if corpus.facts[i].kind == "date"]
