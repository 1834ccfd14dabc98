"""Values that follow from the evidence: sums, differences, shares and changes of figures that stand together.

Among all figures of a long text some pair makes any percentage. So only figures that stand together are
reckoned with (see `Corpus.groups`), and only those that measure what the draft's figure does, or that bear
out the figures that its sentence ties to it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, permutations

from checks.matching import names, terms
from checks.matching.comparable import Row
from checks.matching.comparison import periods_differ
from checks.matching.evidence.corpus import Corpus, kindred
from checks.matching.evidence.reckoning import Derived, compared, is_value, products
from checks.matching.evidence.units import akin

#: Kinds that can be added up and compared.
_AMOUNTS = frozenset({"money", "count", "measurement", "duration"})
#: Sums of more figures than these are columns of tables.
LONGEST = 12
#: Figures that a sentence of the draft tells beside one, as far as those are looked at.
MATES = 6
#: Figures of one group that are paired with each other.
PAIRED = 24


def derived(fact: Row, corpus: Corpus, tied: Sequence[int] = (), mates: Sequence[int] = ()) -> Derived | None:
    """How the value of `fact` follows from the evidence, or None.

    `tied` are facts of the evidence that bear out the figures tied to `fact` in its own sentence, `mates`
    those that bear out any figure of its sentence.
    """
    if fact.kind == "date" or not math.isnan(fact.value_to):
        return None
    for group in _groups(fact, corpus, tied):
        rows = [(i, corpus.facts[i]) for i in group]
        for found in _ways(fact, rows, tied):
            if not tied or {*found.by} & {*tied} or fact.kind not in ("percent", "ratio"):
                return found
    return next(_from_mates(fact, corpus, mates), None)


def _from_mates(fact: Row, corpus: Corpus, mates: Sequence[int]) -> Iterator[Derived]:
    """What follows from a figure that the draft's sentence tells too and those that stand with it.

    "Headcount fell by 25 to 387" where the evidence has 412 and 387: the measure need not be said again.
    """
    seeds = list(dict.fromkeys(mates))[:MATES]
    if fact.kind == "points" or fact.unit == "point":
        seeds += _shares_of(fact, corpus)
    for i in seeds:
        for group in corpus.groups(i)[:2]:
            rows = [(j, corpus.facts[j]) for j in group if akin(corpus.facts[j], corpus.facts[i])]
            ways = (found for found in _ways(fact, rows, seeds) if i in found.by)
            # a sum is told as one; among the figures around some add up to any
            yield from (found for found in ways if found.how != "sum" or fact.role == "total")
    for i in dict.fromkeys([*seeds, *corpus.about(fact)[:MATES]]):
        yield from products(fact, i, corpus, seeds)


def _shares_of(fact: Row, corpus: Corpus) -> list[int]:
    """The percentages of those that points part: of two parties, of one at two times."""
    like = fact._replace(kind="percent", family="percent:percent")
    return [i for i in corpus.near(like) if names.shared(fact.entities, corpus.facts[i].entities)][:MATES]


def _groups(fact: Row, corpus: Corpus, tied: Sequence[int]) -> Iterator[list[int]]:
    """Figures that stand together and measure what `fact` does, the tied ones first."""
    if tied:
        yield sorted(set(tied))
    relative = fact.kind in ("percent", "ratio", "points")
    gap = compared(fact.sentence, fact.surface)
    for i in dict.fromkeys([*tied, *corpus.about(fact)]):
        given = corpus.facts[i]
        if i not in tied and not _same_thing(fact, given, relative):
            continue
        for n, group in enumerate(corpus.groups(i)):
            # beside what bears a tied figure out, in one sentence, or after "they", the measure is understood
            understood = i in tied or (n == 0 and (relative or gap))
            alike = [
                j
                for j in group
                if j == i
                or _same_thing(fact, corpus.facts[j], relative)
                or ((understood or not corpus.facts[j].measure) and akin(corpus.facts[j], given))
            ]
            if len(alike) > 1:
                yield alike


def _same_thing(fact: Row, given: Row, relative: bool) -> bool:
    """Whether a figure may be a part of, or a level behind, what `fact` states."""
    if not relative and kindred(fact) != kindred(given):
        return False
    if terms.apart(fact.scope, given.scope):
        return False
    common = fact.measure & given.measure
    return bool(common) and (relative or terms.telling(common) or fact.kind == "count")


def _ways(fact: Row, rows: Sequence[tuple[int, Row]], tied: Sequence[int]) -> Iterator[Derived]:
    if fact.kind == "points" or fact.unit == "point":
        yield from _differences(fact, [(i, row) for i, row in rows if row.kind == "percent"])
    if fact.kind in _AMOUNTS:
        if fact.role != "change":
            yield from _sums(fact, rows)
        if fact.role in ("change", "part") or fact.direction or compared(fact.sentence, fact.surface):
            yield from _differences(fact, rows)
    elif fact.kind in ("percent", "ratio"):
        if fact.role != "share":
            yield from _changes(fact, rows, tied)
        if fact.role != "change" and not fact.direction:
            yield from _shares(fact, rows)


def _sums(fact: Row, rows: Sequence[tuple[int, Row]]) -> Iterator[Derived]:
    """Runs of figures in reading order that add up to it; on either side of a total stand two sums."""
    runs: list[Sequence[tuple[int, Row]]] = []
    for is_total, part in groupby(rows, key=lambda item: item[1].role == "total"):
        parts = [] if is_total else list(part)
        if len(parts) > LONGEST:
            runs.append(parts)
        else:
            runs += [parts[a:b] for a in range(len(parts)) for b in range(a + 2, len(parts) + 1)]
    for run in runs:
        if is_value(fact, sum(row.value for _, row in run)):
            shown = " + ".join(row.surface for _, row in run[:LONGEST]) + (
                " + …" if len(run) > LONGEST else ""
            )
            yield Derived("sum", tuple(i for i, _ in run), shown)


def _differences(fact: Row, rows: Sequence[tuple[int, Row]]) -> Iterator[Derived]:
    for (i, a), (j, b) in _pairs(rows):
        if a.value > b.value and is_value(fact, a.value - b.value):
            yield Derived("difference", (i, j), f"{a.surface} less {b.surface}")


def _changes(fact: Row, rows: Sequence[tuple[int, Row]], tied: Sequence[int]) -> Iterator[Derived]:
    for (i, new), (j, old) in _pairs(rows):
        if new.measure and old.measure and not (new.measure & old.measure or {i, j} & {*tied}):
            continue
        change = 100 * (new.value / old.value - 1) if old.value > 0 else math.nan
        if fact.kind == "ratio":
            held = is_value(fact, new.value / old.value if old.value > 0 else math.nan)
        else:
            # without a word for it, either way will do
            way = not fact.direction or (change < 0) == (fact.direction == "down")
            held = way and is_value(fact, math.copysign(change, fact.value))
        if held:
            yield Derived("change", (i, j), f"{new.surface} against {old.surface}")


def _shares(fact: Row, rows: Sequence[tuple[int, Row]]) -> Iterator[Derived]:
    scale = 100.0 if fact.kind == "percent" else 1.0
    for (i, part), (j, whole) in _pairs(rows):
        less = 0 < part.value < whole.value and not periods_differ(part.period, whole.period)
        if less and is_value(fact, scale * part.value / whole.value):
            yield Derived("share", (i, j), f"{part.surface} of {whole.surface}")


def _pairs(rows: Sequence[tuple[int, Row]]) -> Iterable[tuple[tuple[int, Row], tuple[int, Row]]]:
    """Pairs of amounts of one kind and unit, both ways round."""
    amounts = [(i, row) for i, row in rows if math.isnan(row.value_to)][:PAIRED]
    return (
        (a, b)
        for a, b in permutations(amounts, 2)
        if akin(a[1], b[1]) and a[1].kind in (*_AMOUNTS, "percent")
    )
