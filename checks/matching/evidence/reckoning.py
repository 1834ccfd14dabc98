"""Values that a text reckons from two: products, and the words by which it says that it compares."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from checks import lexicon
from checks.matching import terms
from checks.matching.comparable import Row
from checks.matching.evidence.corpus import Corpus, kindred

#: Words on either side of a figure by which it is a difference.
_BEFORE, _AFTER = 4, 3
#: Figures beside one that it is multiplied by.
BESIDE = 12
#: Factors that are told: three nephews, 140 euros for five nights.
LEAST, MOST = 2, 1000
#: How often a span goes into a longer one, as texts reckon.
_TIMES = {("month", "year"): 12, ("week", "year"): 52, ("day", "year"): 365, ("quarter", "year"): 4,
          ("day", "week"): 7, ("hour", "day"): 24}  # fmt: skip


class Derived(NamedTuple):
    """A value that follows: `how` ("sum", "difference", "product", "share", "change"), from which, how."""

    how: str
    by: tuple[int, ...]
    said: str


@lru_cache(maxsize=terms.RECENT)
def compared(sentence: str, surface: str) -> bool:
    """Whether the words beside a figure say that it is a difference: a net 45, 12 fewer, a lead of five."""
    before, found, after = sentence.partition(surface)
    near = [*before.lower().split()[-_BEFORE:], *after.lower().split()[:_AFTER]]
    if before.lower().endswith(" net "):  # "a net 45 shops"; net sales are no difference
        return True
    return bool(found) and any(word.strip(",.;:()") in _differences() for word in near)


@cache
def _differences() -> frozenset[str]:
    return frozenset(lexicon.lists("scope")["difference"])


def products(fact: Row, i: int, corpus: Corpus, mates: Sequence[int]) -> Iterator[Derived]:
    """`fact` as the product of figure `i` of the evidence with its time or with a figure beside it.

    Both factors stand in the draft's sentence (`mates` bear out its figures), or it names what is counted.
    """
    given = corpus.facts[i]
    if not (fact.value == fact.value and given.value == given.value):
        return
    if (times := _spans(given, fact)) and is_value(fact, given.value * times):
        yield Derived("product", (i,), f"{given.surface} times {times:g}")
    if fact.kind not in ("money", "count", "measurement", "duration"):
        return
    for j in [j for j in corpus.beside(i) if j != i][:BESIDE]:
        other = corpus.facts[j]
        for part, whole in ((given, other), (other, given)):
            told = {i, j} <= {*mates} or terms.fold(part.unit) in fact.context
            factor = _factor(part, whole) if told else 0.0
            if factor and _one_amount(whole, fact) and is_value(fact, whole.value * factor):
                yield Derived("product", (i, j), f"{part.surface} times {whole.surface}")


def _one_amount(whole: Row, fact: Row) -> bool:
    """Whether a multiple of `whole`, which may be per night or per head, is of the kind of `fact`."""
    return kindred(whole).partition(" per ")[0] == kindred(fact).partition(" per ")[0]


def _factor(part: Row, whole: Row) -> float:
    """What `part` multiplies `whole` by: a share, or a number of things that each have it; 0 for neither."""
    if part.kind == "percent" and 0 < part.value < 100 and part.role != "change":
        return part.value / 100
    if whole.kind in ("money", "measurement") and part.kind in ("count", "duration"):
        return part.value if LEAST <= part.value <= MOST else 0.0
    return 0.0


def _spans(given: Row, fact: Row) -> float:
    """How many of the time of `given` go into that of `fact`: 12 for a month and a year."""
    (base, per, short), (other, _, long) = given.unit.rpartition(" per "), fact.unit.rpartition(" per ")
    if not per:
        return 0.0
    same = base == (other or fact.unit) and given.kind == fact.kind
    return float(_TIMES.get((short, long or "year"), 0)) if same else 0.0


def is_value(fact: Row, value: float) -> bool:
    """Whether a reckoned value is what the draft says, as it rounds."""
    slack = 1e-9 * max(abs(fact.low), abs(fact.high))
    return not math.isnan(value) and fact.low - slack <= value <= fact.high + slack
