"""Figures of a text that retells another: a summary and its document, a report and the release it follows.

In kin articles (see kinship.py) a figure is looked up by the words around it, although its own number may
have changed: a linear model, fitted by tools/fit_matching.py, says how likely two figures are one. Where
no figure of the other article agrees, the likeliest one is taken as the one that was retold wrongly.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from checks import lexicon
from checks.matching import agreement, terms
from checks.matching.comparable import Row
from checks.matching.comparison import jaccard, periods_differ
from checks.matching.kinship import Kin

#: share of words in common from which the one article hardly says anything of its own
CLOSE = 0.6
#: share from which it says nothing of its own
ALL = 0.75
#: likelihood from which a figure that nothing agrees with is held to be the likeliest other, retold
RETOLD = 0.10
#: likelihood from which an agreeing figure is a pair
SAME = 0.5
#: a figure that agrees, but is less likely than this share of the likeliest one, agrees by chance
RIVAL = 0.3
#: so many figures tell whether an article retells: half of them agree, or it does not
MANY = 4
#: values so many times apart are of two things, unless the words are much the same
FAR = 20.0
#: words on either side of a figure that are compared, and what the next one is worth to the last
_REACH, _FADE = 8, 0.8


class Retold(NamedTuple):
    """A pair of positions, the earlier first; `wrongly` where no figure of the retold article agrees."""

    first: int
    second: int
    score: float
    reasons: str
    wrongly: bool


def pairs(
    facts: Sequence[Row],
    weight: Mapping[str, float],
    kin: Iterable[Kin],
    dates: Mapping[str, dt.date | None],
    original: Mapping[str, str],
) -> Iterator[Retold]:
    """The figures that kin articles retell.

    `weight` says how much each word tells; of `kin` the first retells the second; `dates` says when each
    article was published: one that came out on another day tells of later values, in much the same
    words. `original` has the copies, which are compared place by place and not here.
    """
    articles: dict[str, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        articles[fact.article].append(i)
    for one, other, share in kin:
        days = {dates.get(one), dates.get(other)} - {None}
        if len(days) > 1 or original.get(one, one) == original.get(other, other):
            continue
        yield from _retold(facts, articles[one], articles[other], weight, share)


def _retold(
    facts: Sequence[Row],
    teller: Sequence[int],
    told: Sequence[int],
    weight: Mapping[str, float],
    share: float,
) -> Iterator[Retold]:
    alike: dict[str, list[int]] = defaultdict(list)
    for j in told:
        alike[kindred(facts[j])].append(j)
    dates = [j for j in told if facts[j].kind == "date"]
    found = {
        i: [j for j in alike.get(kindred(facts[i]), []) if agreement.agree(facts[i], facts[j])]
        for i in teller
    }
    if share < ALL and len(teller) >= MANY and sum(map(bool, found.values())) < len(teller) / 2:
        return  # a report of the same thing, from other sources
    least = RETOLD if share >= CLOSE else SAME
    for i in teller:
        fact = facts[i]
        others = alike.get(kindred(fact), [])
        likely = {j: likelihood(fact, facts[j], weight) for j in others}
        if fact.kind == "date" and any(agreement.agree(fact, facts[j]) for j in dates):
            continue
        agreeing = {j for j in found[i] if agreement.one_limit(fact, facts[j])}
        if not others:
            continue
        best = max(others, key=lambda j: (likely[j], -j))
        words = f"retold in like words ({likely[best]:.2f})"
        if best in agreeing:
            if likely[best] >= SAME:
                yield Retold(min(i, best), max(i, best), likely[best], words, False)
            continue
        rival = max((likely[j] for j in agreeing), default=0.0)
        enough = likely[best] >= (SAME if agreeing else least) and rival <= RIVAL * likely[best]
        if fact.kind == "count" and likely[best] < SAME and not fact.measure & facts[best].measure:
            continue  # other things are counted
        if likely[best] < SAME and not _of_one_size(fact.value, facts[best].value):
            continue
        if enough and not periods_differ(fact.period, facts[best].period):
            where = facts[best].article
            why = f"{words}; no figure of {where} in such words agrees"
            yield Retold(min(i, best), max(i, best), 0.75 + 0.25 * likely[best], why, True)


def _of_one_size(a: float, b: float) -> bool:
    """Whether one value may be the other gone wrong; True for dates, which have none."""
    small, large = sorted((abs(a), abs(b)))
    return not large > FAR * small


def kindred(fact: Row) -> str:
    """What a retelling keeps of a figure: its kind and unit (not how often, which wording hides)."""
    return ":".join(fact.family.split(":")[:2]).rstrip(":")


def likelihood(a: Row, b: Row, weight: Mapping[str, float]) -> float:
    """How likely it is, by the words around them, that two figures of kin articles are one (0..1)."""
    model = _model()
    at = float(model["bias"])
    for name, value in features(a, b, weight).items():
        at += model["weights"][name] * value
    return 1.0 / (1.0 + math.exp(-at))


@cache
def _model() -> dict[str, Any]:
    return lexicon.lists("retelling")


def features(a: Row, b: Row, weight: Mapping[str, float]) -> dict[str, float]:
    """What the model looks at, by name; each is 0..1, or -1, 0, 1 for no, unknown and yes."""
    left_a, right_a = around(a.sentence, a.surface)
    left_b, right_b = around(b.sentence, b.surface)
    return {
        "measure": jaccard(a.measure, b.measure, weight),
        "measure_held": _held(a.measure, b.measure, weight),
        "sentence": jaccard(a.context, b.context, weight),
        "sentence_held": _held(a.context, b.context, weight),
        "before": _nearby(left_a, left_b, weight),
        "after": _nearby(right_a, right_b, weight),
        "period": _same(a.period, b.period) if any(a.period) and any(b.period) else 0.0,
        "entities": _same(bool(a.entities & b.entities), True) if a.entities and b.entities else 0.0,
        "role": float(a.role == b.role),
        "direction": float(a.direction == b.direction),
        "apart": float(bool(terms.apart(a.scope, b.scope))),
    }


def _same(a: object, b: object) -> float:
    return 1.0 if a == b else -1.0


@lru_cache(maxsize=terms.RECENT)
def around(sentence: str, surface: str) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """The folded words before and after a figure, each worth less the farther it stands."""
    before, _, after = sentence.partition(surface)
    return _faded(terms.words(before)[::-1]), _faded(terms.words(after))


def _faded(words: Sequence[str]) -> dict[str, float]:
    out: dict[str, float] = {}
    for n, word in enumerate(words[:_REACH]):
        out.setdefault(word, _FADE**n)
    return out


def _nearby(a: Mapping[str, float], b: Mapping[str, float], weight: Mapping[str, float]) -> float:
    """The weighted share of the words near one figure that stand as near the other."""
    sizes = [sum(value * weight.get(word, 1.0) for word, value in side.items()) for side in (a, b)]
    if not min(sizes):
        return 0.0
    return sum(min(a[w], b[w]) * weight.get(w, 1.0) for w in a.keys() & b.keys()) / min(sizes)


def _held(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """The weighted share of `a`'s words that `b` has."""
    size = sum(weight.get(w, 1.0) for w in a)
    return sum(weight.get(w, 1.0) for w in a & b) / size if size else 0.0
