"""Pairs of facts about the same thing: cheap blocks first, then weighted evidence, with the reasons.

A block holds the facts of one family (money in one currency, percent, one dimension, counts) that
share a word of their measure. Blocks of a word that everybody prints are split by entity and then
capped, so the number of candidates grows like the facts and not like their square.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from checks import tables
from checks.matching import mentions, names, terms
from checks.matching.comparable import Row, rows, weights

if TYPE_CHECKING:
    import pandas as pd

#: facts in one block beyond which it is split, and candidates per fact that a block may yield
HOT = 24
#: pairs below this score are not worth a row
FLOOR = 0.5
#: how alike two sentences of one article must be to speak of the same thing without saying so
ALIKE = 0.6
#: sentences this alike are one sentence, retold
REPEATED = 0.7
#: scores this near to one another are rivals
NEAR = 0.05

#: A score and the reasons for it.
Scored = tuple[float, str]


def pairs(facts: pd.DataFrame, copies: pd.DataFrame, dates: Mapping[str, dt.date | None]) -> pd.DataFrame:
    """Which facts speak of the same thing: PAIRS columns, in order of the facts.

    `copies` has the columns article, original; `dates` the publication date of each article.
    """
    comparable = list(rows(facts))
    weight = weights(comparable)
    original = dict(zip(copies["article"], copies["original"], strict=True))

    def copied(a: Row, b: Row) -> bool:
        one, other = (original.get(row.article, row.article) for row in (a, b))
        return a.article != b.article and one == other

    scored: dict[tuple[int, int], Scored] = {}
    for i, j in candidates(comparable):
        a, b = comparable[i], comparable[j]
        if found := _compare(a, b, weight, copied(a, b)):
            scored[i, j] = found
    out = []
    for (i, j), (score, reasons) in sorted(_unrivalled(comparable, scored).items()):
        a, b = comparable[i], comparable[j]
        out.append(
            {
                "fact_a": a.fact,
                "fact_b": b.fact,
                "score": round(score, 3),
                "reasons": reasons,
                "copy": copied(a, b),
                "date_a": _iso(dates.get(a.article)),
                "date_b": _iso(dates.get(b.article)),
            }
        )
    return tables.frame(out, tables.PAIRS)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def candidates(facts: Sequence[Row]) -> set[tuple[int, int]]:
    """The pairs of positions that are worth a comparison, the earlier first: at most linear in `facts`."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        for word in fact.measure:
            blocks[fact.family, word].append(i)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= HOT:
            found.update(combinations(members, 2))
            continue
        finer: dict[str, list[int]] = defaultdict(list)
        for i in members:
            for entity in facts[i].entities:
                finer[entity].append(i)
        for group in finer.values():
            # what is still hot is compared with its neighbours in reading order only
            for at, i in enumerate(group):
                found.update((i, j) for j in group[at + 1 : at + 1 + HOT])
    return found


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
        kept = set(rivals) if len(rivals) == 1 else agreeing
        dropped.update(pair for pair in group if pair not in kept)
    return {pair: found for pair, found in scored.items() if pair not in dropped}


def _meet(a: Row, b: Row) -> bool:
    return a.low <= b.high and b.low <= a.high


def _overlap(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weighted Jaccard similarity of two sets of words."""
    if not a or not b:
        return 0.0
    union = sum(weight.get(w, 1.0) for w in a | b)
    return sum(weight.get(w, 1.0) for w in a & b) / union


def _compare(a: Row, b: Row, weight: Mapping[str, float], copied: bool) -> Scored | None:
    """The score and the reasons of a candidate, or None where something rules it out."""
    within = a.article == b.article
    if within and a.sentence == b.sentence:
        return None
    if terms.apart(a.scope, b.scope) or _periods_differ(a.period, b.period):
        return None
    if a.earlier != b.earlier and not (any(a.period) and any(b.period)):
        return None
    back = mentions.refers_back(b.sentence, b.surface, b.kind)
    shared = names.shared(a.entities, b.entities)
    if not (within and back == "the") and a.entities and b.entities and not shared:
        return None
    if a.direction != b.direction or not _roles_agree(a, b, bool(back)):
        return None
    measure = _overlap(a.measure, b.measure, weight)
    context = _overlap(a.context, b.context, weight)
    told = f"measure {measure:.2f} ({', '.join(sorted(a.measure & b.measure))})"
    if within and back and b.measure <= a.measure and terms.telling(b.measure):
        return 0.7 + 0.2 * measure, f"{told}; mentioned as known"
    if context >= REPEATED and a.place[1] == b.place[1]:
        if a.place[0] != b.place[0]:
            return None  # one sentence, printed twice: its figures answer to one another in order
        if copied:
            return 0.75 + 0.25 * context, f"{told}; the same place of a sentence retold ({context:.2f})"
    # an article that gives two values of one measure gives them of two things, as a rule; and many
    # articles count people, or print the price of a share on some day
    if context < ALIKE and (within or not terms.telling(a.measure & b.measure)):
        return None
    if a.article != b.article and not copied and terms.fleeting(a.measure & b.measure):
        if a.period != b.period or not any(a.period):
            return None
    entities = 2 * len(shared) / (len(a.entities) + len(b.entities)) if shared else 0.0
    score = 0.55 * measure + 0.25 * min(1.0, 2.0 * context) + 0.2 * entities
    if score < FLOOR:
        return None
    reasons = [told, f"context {context:.2f}"]
    if shared:
        reasons.append(f"entities {'; '.join(sorted(shared))}")
    if a.period == b.period and any(a.period):
        reasons.append("same period")
    return score, "; ".join(reasons)


def _roles_agree(a: Row, b: Row, back: bool) -> bool:
    """Whether one figure may be what the other is: a change is no level, a plan no result.

    "The $3 billion loan" is the loan of before, whatever is now planned with it (`back`).
    """
    if back or (a.article != b.article and mentions.refers_back(a.sentence, a.surface, a.kind)):
        return _static(a.role) == _static(b.role)
    return a.role == b.role


def _static(role: str) -> str:
    return "level" if role in ("level", "target", "hypothetical", "total", "part") else role


def _periods_differ(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two stated periods are not one time: neither lies within the other.

    ISO dates compare as text; an empty end is open. The seasons 2023-24 and 2024-25 share a year and
    are two.
    """
    if not any(a) or not any(b):
        return False
    (a0, a1), (b0, b1) = (a[0] or "0", a[1] or "9"), (b[0] or "0", b[1] or "9")
    return not (a0 <= b0 <= b1 <= a1 or b0 <= a0 <= a1 <= b1)
