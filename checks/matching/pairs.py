"""Pairs of facts about the same thing: cheap blocks first, then weighted evidence, with the reasons.

A block holds the facts of one family (money in one currency, percent, one dimension, one counted
noun) that share a word of their measure. Blocks of a word that everybody prints are split by
entity and then capped, so the number of candidates grows like the facts and not like their square.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from checks import tables
from checks.matching import mentions, terms

if TYPE_CHECKING:
    import pandas as pd

_KINDS = frozenset({"money", "percent", "points", "count", "measurement", "duration"})
#: facts in one block beyond which it is split, and candidates per fact that a block may yield
HOT = 24
#: pairs below this score are not worth a row
FLOOR = 0.5
#: how alike two sentences of one article must be to speak of the same thing without saying so
ALIKE = 0.6
#: sentences this alike are one sentence, retold
REPEATED = 0.7


_Scored = tuple[float, str]


class _Row(NamedTuple):
    fact: str
    article: str
    surface: str
    sentence: str
    family: str
    measure: frozenset[str]
    scope: frozenset[tuple[int, str]]
    context: frozenset[str]
    entities: frozenset[str]
    period: tuple[str, str]
    role: str
    direction: str
    low: float
    high: float
    place: tuple[int, int]  # which quantity of its sentence it is, and of how many
    earlier: bool  # the old value of a change: about another time than the rest


def pairs(facts: pd.DataFrame, copies: pd.DataFrame, dates: Mapping[str, dt.date | None]) -> pd.DataFrame:
    """Which facts speak of the same thing: PAIRS columns, in order of the facts.

    `copies` has the columns article, original; `dates` the publication date of each article.
    """
    rows = list(_rows(facts))
    weight = _weights(rows)
    original = dict(zip(copies["article"], copies["original"], strict=True)) if len(copies) else {}
    scored = {(i, j): found for i, j in _candidates(rows) if (found := _compare(rows[i], rows[j], weight))}
    out = []
    for (i, j), (score, reasons) in sorted(_unrivalled(rows, scored).items()):
        a, b = rows[i], rows[j]
        same = original.get(a.article, a.article) == original.get(b.article, b.article)
        out.append(
            {
                "fact_a": a.fact,
                "fact_b": b.fact,
                "score": round(score, 3),
                "reasons": reasons,
                "copy": a.article != b.article and same,
                "date_a": _iso(dates.get(a.article)),
                "date_b": _iso(dates.get(b.article)),
            }
        )
    return tables.frame(out, tables.PAIRS)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _rows(facts: pd.DataFrame) -> Iterator[_Row]:
    wanted = facts[facts["main"] & facts["kind"].isin(_KINDS) & ~facts["vague"] & facts["value"].notna()]
    columns = ("fact", "article", "surface", "sentence", "kind", "unit", "measure", "entities", "period_start",
               "period_end", "role", "direction", "low", "high", "relation")  # fmt: skip
    held = Counter(zip(wanted["article"], wanted["sentence"], strict=True))
    nth: Counter[tuple[str, str]] = Counter()
    for (
        fact,
        article,
        surface,
        sentence,
        kind,
        unit,
        measure,
        entities,
        since,
        until,
        role,
        direction,
        low,
        high,
        relation,
    ) in zip(*(wanted[c] for c in columns), strict=True):
        nth[article, sentence] += 1
        # a measure that only repeats the owner's name says nothing of what is measured
        words = terms.content(f"{measure} {unit}" if kind == "count" else measure)
        if not words - terms.content(entities):
            continue
        yield _Row(
            fact, article, surface, sentence, "count" if kind == "count" else f"{kind}:{unit}", words,
            terms.scopes(measure), terms.content(sentence),
            frozenset(entities.split(";")) if entities else frozenset(), (since, until), role, direction, low, high,
            (nth[article, sentence], held[article, sentence]), ":old" in relation,
        )  # fmt: skip


def _weights(rows: list[_Row]) -> dict[str, float]:
    """How much each word tells: the logarithm of how few sentences hold it."""
    seen: Counter[str] = Counter()
    sentences = {(r.article, r.sentence): r.context | r.measure for r in rows}
    for words in sentences.values():
        seen.update(words)
    n = len(sentences) + 1
    return {w: 1.0 + math.log(n / c) for w, c in seen.items()}


def _candidates(rows: list[_Row]) -> set[tuple[int, int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for word in row.measure:
            blocks[row.family, word].append(i)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= HOT:
            found.update(combinations(members, 2))
            continue
        finer: dict[str, list[int]] = defaultdict(list)
        for i in members:
            for entity in rows[i].entities:
                finer[entity].append(i)
        for group in finer.values():
            # what is still hot is compared with its neighbours in reading order only
            for at, i in enumerate(group):
                found.update((i, j) for j in group[at + 1 : at + 1 + HOT])
    return found


#: scores this near to one another are rivals
NEAR = 0.05


def _unrivalled(rows: list[_Row], scored: dict[tuple[int, int], _Scored]) -> dict[tuple[int, int], _Scored]:
    """The pairs that are the only good answer to their figures.

    A figure answers to one figure of another article (or of its own). Where several answer as well
    (two poll figures of one party), those with a value in common are kept; where none has, nothing
    tells which is meant, and all are dropped.
    """
    answers: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for i, j in scored:
        answers[i, rows[j].article].append((i, j))
        answers[j, rows[i].article].append((i, j))
    dropped: set[tuple[int, int]] = set()
    for group in answers.values():
        best = max(scored[pair][0] for pair in group)
        rivals = [pair for pair in group if scored[pair][0] >= best - NEAR]
        agreeing = {pair for pair in rivals if _meet(rows[pair[0]], rows[pair[1]])}
        kept = set(rivals) if len(rivals) == 1 else agreeing
        dropped.update(pair for pair in group if pair not in kept)
    return {pair: found for pair, found in scored.items() if pair not in dropped}


def _meet(a: _Row, b: _Row) -> bool:
    return a.low <= b.high and b.low <= a.high


def _overlap(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weighted Jaccard similarity of two sets of words."""
    if not a or not b:
        return 0.0
    union = sum(weight.get(w, 1.0) for w in a | b)
    return sum(weight.get(w, 1.0) for w in a & b) / union


def _compare(a: _Row, b: _Row, weight: Mapping[str, float]) -> _Scored | None:
    """The score and the reasons of a candidate, or None where something rules it out."""
    if a.article == b.article and a.sentence == b.sentence:
        return None
    if terms.apart(a.scope, b.scope) or _periods_differ(a.period, b.period):
        return None
    if a.earlier != b.earlier and not (any(a.period) and any(b.period)):
        return None
    back = mentions.refers_back(b.sentence, b.surface) if a.article == b.article else ""
    if back != "the" and a.entities and b.entities and not a.entities & b.entities:
        return None
    # "the $3 billion loan" is the loan of before, whatever is now planned with it
    if (_static(a.role) != _static(b.role) if back else a.role != b.role) or a.direction != b.direction:
        return None
    measure = _overlap(a.measure, b.measure, weight)
    context = _overlap(a.context, b.context, weight)
    shared = f"({', '.join(sorted(a.measure & b.measure))})"
    if back and b.measure <= a.measure:
        return 0.7 + 0.2 * measure, f"measure {measure:.2f} {shared}; mentioned as known"
    if context >= REPEATED and a.place[1] == b.place[1] and a.place[0] != b.place[0]:
        return None  # one sentence, printed twice: its figures answer to one another in order
    if a.article == b.article and context < ALIKE:
        return None  # an article that gives two values of one measure gives them of two things, as a rule
    entities = (
        len(a.entities & b.entities) / len(a.entities | b.entities) if a.entities and b.entities else 0.0
    )
    score = 0.55 * measure + 0.25 * min(1.0, 2.0 * context) + 0.2 * entities
    if score < FLOOR:
        return None
    reasons = [f"measure {measure:.2f} {shared}", f"context {context:.2f}"]
    if a.entities & b.entities:
        reasons.append(f"entities {'; '.join(sorted(a.entities & b.entities))}")
    if a.period == b.period and any(a.period):
        reasons.append("same period")
    return score, "; ".join(reasons)


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
