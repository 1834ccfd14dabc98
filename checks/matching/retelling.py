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
from checks.matching import agreement, names, terms, times
from checks.matching.comparable import FINER, Row
from checks.matching.comparison import jaccard, periods_differ
from checks.matching.kinship import Kin

#: share of words in common from which the one article hardly says anything of its own
CLOSE = 0.6
#: share from which it says nothing of its own
ALL = 0.75
#: likelihood from which a figure that nothing agrees with is held to be the likeliest other, retold
RETOLD = 0.10
#: the same for articles that also have something to say of their own
LIKELY = 0.6
#: likelihood from which an agreeing figure is a pair
SAME = 0.5
#: a figure that agrees, but is less likely than this share of the likeliest one, agrees by chance
RIVAL = 0.3
#: the same where it stands beside the likeliest one, whose words are its own too
BESIDE = 0.15
#: so many figures tell whether an article retells: half of them agree, or it does not
MANY = 4
#: values so many times apart are of two things, unless the words are much the same
FAR = 20.0
#: counts below this are of many things
FEW = 10
#: words on either side of a figure that are compared, and what the next one is worth to the last
_REACH, _FADE = 8, 0.8
_RETELLS = "one article retells the other, and the words around"


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
    for one, other, share, _ in kin:
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
    dates, own = ([facts[j] for j in side if facts[j].kind == "date"] for side in (told, teller))
    finer = [j for j in told if facts[j].kind == "date" and facts[j].unit in FINER]
    found = {
        i: [j for j in alike.get(kindred(facts[i]), []) if agreement.agree(facts[i], facts[j])]
        for i in teller
    }
    if share < ALL and len(teller) >= MANY and sum(map(bool, found.values())) < len(teller) / 2:
        return  # a report of the same thing, from other sources
    if not any(found[i] for i in teller if facts[i].kind != "date") and _of_other_time(facts, teller, found):
        return  # a report of another quarter in the same form
    least = RETOLD if share >= CLOSE else LIKELY
    quantities = [bool(js) for i, js in found.items() if facts[i].kind != "date"]
    faithful = share >= CLOSE and sum(quantities) >= len(quantities) / 2
    for i in teller:
        fact = facts[i]
        others = alike.get(kindred(fact), []) or (finer if fact.kind == "date" else [])
        if not others or (fact.kind == "date" and fact.unit in FINER):
            continue
        if fact.kind == "date":
            if dated := _misdated(facts, i, others, dates, weight, faithful, own):
                yield dated
            continue
        likely = {j: likelihood(fact, facts[j], weight) for j in others}
        best = max(others, key=lambda j: (likely[j], -j))
        words = f"{_RETELLS} say one figure ({likely[best]:.2f})"
        where = facts[best].article
        agreeing = {j for j in found[i] if _repeats(fact, facts[j])}
        if best in agreeing:
            if likely[best] >= SAME:
                yield Retold(min(i, best), max(i, best), likely[best], words, False)
            continue
        rival = max((likely[j] for j in agreeing), default=0.0)
        beside = any(_beside(facts[j], facts[best], fact) for j in agreeing)
        outdone = rival <= (BESIDE if beside else RIVAL) * likely[best]
        enough = likely[best] >= (SAME if agreeing else least) and outdone
        if enough and may_be(fact, facts[best], likely[best]):
            why = f"{words}; no figure of {where} in such words agrees"
            yield Retold(min(i, best), max(i, best), 0.75 + 0.25 * likely[best], why, True)


def _misdated(
    facts: Sequence[Row],
    at: int,
    others: Sequence[int],
    dates: Sequence[Row],
    weight: Mapping[str, float],
    faithful: bool,
    own: Sequence[Row],
) -> Retold | None:
    """The year or quarter at `at` with the likeliest of `others`, if none of `dates` names it as told of.

    The words around a date tell little: that the other article never names it tells more, or that it names it
    only to compare with it while those of the teller (`own`) leave out the time that it tells of.
    """
    fact = facts[at]
    naming = [date for date in dates if agreement.agree(fact, date)]
    if naming and not (faithful and times.only_compared(fact, naming)):
        return None
    likely = {j: likelihood(fact, facts[j], weight) for j in others if facts[j] not in naming}
    best = max(likely, key=lambda j: (likely[j], -j), default=None)
    if best is None or not (likely[best] >= SAME or faithful):
        return None
    if naming and any(agreement.agree(date, facts[best]) for date in own):
        return None
    why = f"{facts[best].article} {'only compares with that' if naming else 'names no such'} time"
    reasons = f"{_RETELLS} say one figure ({likely[best]:.2f}); {why}"
    return Retold(min(at, best), max(at, best), 0.75 + 0.25 * likely[best], reasons, True)


def _beside(agreeing: Row, best: Row, fact: Row) -> bool:
    """Whether a figure that agrees has the words of the likeliest one, and no measure says which is meant."""
    said = fact.measure and fact.measure == best.measure != agreeing.measure
    return agreeing.sentence == best.sentence and not said


def _of_other_time(facts: Sequence[Row], teller: Sequence[int], found: Mapping[int, Sequence[int]]) -> bool:
    """Whether a text names years or quarters, and none of those that the other names."""
    times = [i for i in teller if facts[i].kind == "date" and facts[i].unit not in FINER]
    return bool(times) and not any(found[i] for i in times)


def _of_two(a: Row, b: Row) -> bool:
    """Whether two figures have owners of which none is the other's."""
    return bool(a.entities and b.entities) and not names.shared(a.entities, b.entities)


def _repeats(teller: Row, told: Row) -> bool:
    """Whether agreeing figures are one: a retelling may drop the figures of a limit, but makes no new ones.

    "At least $7.50" allows 8.50, but nobody who retells it writes so.
    """
    if told.bound[0] in "<>" and teller.bound == "=":
        return math.isclose(teller.value, told.value, rel_tol=agreement.LIMIT)
    return agreement.one_limit(teller, told)


def may_be(a: Row, b: Row, likely: float) -> bool:
    """Whether one figure may be the other gone wrong, by what is counted, its size and its time."""
    if terms.apart(a.scope, b.scope):
        return False
    if a.kind == "count" and (_of_two(a, b) or not _counted_alike(a, b, likely)):
        return False
    small, large = sorted((abs(a.value), abs(b.value)))
    if large > FAR * small and (likely < SAME or not _rescaled(a, b)):
        return False
    return not periods_differ(a.period, b.period)


def _counted_alike(a: Row, b: Row, likely: float) -> bool:
    """Whether two counts may be of one thing, though a retelling may call it by another name."""
    if a.measure & b.measure:
        # people missing are not people rescued
        return terms.telling(a.measure & b.measure) or not (
            terms.telling(a.measure) and terms.telling(b.measure)
        )
    return likely >= SAME and min(a.value, b.value) >= FEW


def _rescaled(a: Row, b: Row) -> bool:
    """Whether two values differ by their scale only, as million and billion do."""
    return f"{abs(a.value):.2e}".partition("e")[0] == f"{abs(b.value):.2e}".partition("e")[0]


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
    sizes = [math.fsum(value * weight.get(word, 1.0) for word, value in side.items()) for side in (a, b)]
    if not min(sizes):
        return 0.0
    return math.fsum(min(a[w], b[w]) * weight.get(w, 1.0) for w in a.keys() & b.keys()) / min(sizes)


def _held(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """The weighted share of `a`'s words that `b` has."""
    size = math.fsum(weight.get(w, 1.0) for w in a)
    return math.fsum(weight.get(w, 1.0) for w in a & b) / size if size else 0.0
