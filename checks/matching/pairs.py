"""Pairs of facts about the same thing: cheap blocks first, then weighted evidence, with the reasons.

A block holds the facts of one family (money in one currency, percent, one dimension, counts) that
share a word of their measure (see blocks.py). Of the pairs that are left, a figure keeps the only good
answer to it in each other article, and of dated articles on one thing the neighbours (see succession.py).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from checks import tables
from checks.matching import agreement, names, renamings, retelling, rises, running, slips, succession, turned
from checks.matching.blocks import candidates
from checks.matching.comparable import Row, rows, weights
from checks.matching.comparison import Scored, compare
from checks.matching.kinship import Kin
from checks.matching.stories import Stories

if TYPE_CHECKING:
    import pandas as pd

#: scores this near to one another are rivals
NEAR = 0.05


def pairs(
    facts: pd.DataFrame,
    copies: pd.DataFrame,
    dates: Mapping[str, dt.date | None],
    kin: Iterable[Kin] = (),
    note: Callable[[str], object] | None = None,
) -> pd.DataFrame:
    """Which facts speak of the same thing: PAIRS columns, in order of the facts.

    `copies` has the columns article, original; `dates` the publication date of each article; `kin`
    the articles of which one retells another. `note` is told, in words, what was not compared.
    """
    comparable = list(rows(facts))
    weight = weights(comparable)
    original = dict(zip(copies["article"], copies["original"], strict=True))

    def copied(a: Row, b: Row) -> bool:
        one, other = (original.get(row.article, row.article) for row in (a, b))
        return a.article != b.article and one == other

    scored: dict[tuple[int, int], Scored] = {}
    stories = Stories(comparable)
    blocks = candidates(comparable)
    if note:
        for line in blocks.notes():
            note(line)
    sentences: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in comparable:
        sentences[row.article, row.sentence].append(row)
    for i, j in blocks.found:
        a, b = comparable[i], comparable[j]
        again = copied(a, b)
        if _acknowledged(a, b, sentences):
            continue
        if not (again or names.shared(a.entities, b.entities) or stories.one(a.article, b.article)):
            continue
        if found := compare(a, b, weight, again):
            scored[i, j] = found
    scored = succession.neighbours(comparable, _unrivalled(comparable, scored), dates, original)
    found_pairs = {at: (*found, False) for at, found in scored.items()}
    for first, second, score, reasons in running.pairs(comparable, dates, original):
        if (first, second) not in scored or scored[first, second][0] < score:
            found_pairs[first, second] = (score, reasons, False)
    for first, second, score, reasons in rises.pairs(comparable, dates, original):
        if found_pairs.get((first, second), (0.0,))[0] < score:
            found_pairs[first, second] = (score, reasons, False)
    for first, second, score, reasons in slips.pairs(comparable, weight, dates, stories.one):
        if found_pairs.get((first, second), (0.0,))[0] < score:
            found_pairs[first, second] = (score, reasons, False)
    told = [k for k in kin if k.met or not stories.apart(k.shorter, k.longer)]
    # What a retelling says of a figure is surer than what its measure alone says.
    for first, second, score, reasons, wrongly in retelling.pairs(comparable, weight, told, dates, original):
        found_pairs[first, second] = (score, reasons, wrongly)
    for first, second, score, reasons in turned.pairs(comparable, dates, stories.one):
        known = found_pairs.get((first, second), (0.0, "", False))
        if known[0] < score:
            found_pairs[first, second] = (score, reasons, known[2])
    out = []
    for (i, j), (score, reasons, wrongly) in sorted(found_pairs.items()):
        a, b = comparable[i], comparable[j]
        out.append(
            {
                "fact_a": a.fact,
                "fact_b": b.fact,
                "score": round(score, 3),
                "reasons": reasons,
                "copy": copied(a, b),
                "retold_wrongly": wrongly,
                "date_a": _iso(dates.get(a.article)),
                "date_b": _iso(dates.get(b.article)),
            }
        )
    out += renamings.pairs(facts, told, dates, original)
    return tables.frame(out, tables.PAIRS)


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
