"""Whether the evidence bears a figure out, says otherwise, or is silent."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from checks.matching import agreement, names, retelling, terms, times
from checks.matching.comparable import Row
from checks.matching.comparison import periods_differ
from checks.matching.evidence.bearing import CONVERTED, borne
from checks.matching.evidence.corpus import Corpus, kindred
from checks.matching.evidence.derived import derived
from checks.matching.evidence.units import ELLIPTIC, bare, factor_of

#: likelihood, by the words around them, from which another figure is held to be the one retold wrongly
LIKELY = 0.35
#: the same where an agreeing figure stands in the evidence as well, but in other words
SAME = 0.5
#: an agreeing figure less likely than this share of the likeliest one agrees by chance
RIVAL = 0.5
#: the same for one that stands first in the sentence of both
FIRST = 0.3
#: how sure it is that a value was reckoned from others
DERIVED = 0.8
#: so many digits do not agree by chance
EXACT = 4
#: counts below this are of many things
FEW = 10

#: what `Verdict.how` says of a figure that the evidence does not bear out
UNSUPPORTED = frozenset({"contradicted", "nothing"})


class Verdict(NamedTuple):
    """What the evidence says of a figure.

    `how` is "same", "rounding", "conversion", "sum", "difference", "share" or "change" where it is borne out,
    else "contradicted" or "nothing"; `by` are positions in the evidence, the ones that bear it out or the one
    that contradicts it; `score` (0..1) says how sure; `said` is the sum done, for a derived value.
    """

    how: str
    by: tuple[int, ...] = ()
    score: float = 0.0
    said: str = ""


def decide(
    fact: Row,
    corpus: Corpus,
    tied: Sequence[int] = (),
    taken: Collection[int] = frozenset(),
    mates: Sequence[int] = (),
) -> Verdict:
    """What the evidence in `corpus` says of `fact`.

    `tied` are facts of the evidence that bear out those tied to `fact` by arithmetic in its own sentence;
    `taken` bear out other figures, and so are not this one gone wrong; `mates` those of its sentence.
    """
    if fact.kind == "date":
        return _of_date(fact, corpus)
    if _year_like(fact):
        return Verdict("")
    near = corpus.near(fact)
    found = {i: how for i in candidates(fact, corpus) if (how := borne(fact, corpus.facts[i]))}
    likely = {i: retelling.likelihood(fact, corpus.facts[i], corpus.weight) for i in {*near, *found}}
    ranked = sorted(near, key=lambda i: (-likely[i], i not in found, i))
    best = ranked[0] if ranked else None
    agreeing = [i for i in found if not another(fact, corpus.facts[i], likely[i])]
    if agreeing:
        bearer = max(agreeing, key=lambda i: (likely[i], found[i] == "same", -i))
        if best is None or best in found or not _outdone(fact, corpus, bearer, best, likely):
            return Verdict(found[bearer], (bearer,), likely[bearer])
        return Verdict("contradicted", (best,), likely[best])
    if ends := _ends(fact, corpus):
        return Verdict("same", ends, 1.0)
    if follows := derived(fact, corpus, tied, mates):
        return Verdict(follows.how, follows.by, DERIVED, follows.said)
    free = next((i for i in ranked if i not in found and i not in taken), None)
    if (
        free is not None
        and likely[free] >= LIKELY
        and retelling.may_be(fact, corpus.facts[free], likely[free])
    ):
        return Verdict("contradicted", (free,), likely[free])
    return Verdict("nothing")


def _outdone(fact: Row, corpus: Corpus, bearer: int, best: int, likely: Mapping[int, float]) -> bool:
    """Whether `bearer` agrees with `fact` by chance: the words around say `best`."""
    given, other = corpus.facts[bearer], corpus.facts[best]
    if _exact(fact) or likely[best] < SAME or fact.family == given.family != other.family:
        return False
    if _of_other(fact, given) and names.shared(fact.entities, other.entities):
        return likely[bearer] < likely[best] and retelling.may_be(fact, other, likely[best])
    # "It employs 2,400 nurses" is borne out by the nurses, though "employs" speaks of the staff
    if fact.measure and fact.measure == given.measure and not fact.measure & other.measure:
        return False
    # Of two figures in a sentence a terse text keeps the first, with words that stand beside the other.
    first = corpus.line(bearer) == corpus.line(best) and bearer < best
    if likely[bearer] > (FIRST if first else RIVAL) * likely[best]:
        return False
    return retelling.may_be(fact, other, likely[best])


def _ends(fact: Row, corpus: Corpus) -> tuple[int, ...]:
    """The figures of one sentence that are the two ends of a range."""
    if math.isnan(fact.value_to):
        return ()
    low = fact._replace(value_to=math.nan, high=fact.value + (fact.value - fact.low))
    high = fact._replace(
        value=fact.value_to, value_to=math.nan, low=fact.value_to - (fact.high - fact.value_to)
    )
    for i in candidates(low, corpus):
        for j in candidates(high, corpus):
            both = i != j and corpus.line(i) == corpus.line(j)
            if both and borne(low, corpus.facts[i]) and borne(high, corpus.facts[j]):
                return i, j
    return ()


def candidates(fact: Row, corpus: Corpus) -> list[int]:
    """The facts whose value may bear out that of `fact`."""
    kind = kindred(fact)
    found: list[int] = []
    for value in (fact.value, fact.value_to):
        if value == value:
            found += corpus.within(kind, min(fact.low, value), max(fact.high, value))
    for alien in corpus.kinds():
        kin = alien.partition(":")[0]
        if alien != kind and (kin in _CONVERTIBLE.get(fact.kind, ()) or (bare(fact) and kin in ELLIPTIC)):
            found += _in_other_units(fact, alien, corpus)
    if fact.kind in ELLIPTIC:
        found += [i for i in corpus.within("count", fact.low, fact.high) if bare(corpus.facts[i])]
    return sorted(set(found))


def _in_other_units(fact: Row, kind: str, corpus: Corpus) -> list[int]:
    """The facts of another kind or unit whose values may convert to that of `fact`."""
    factor = factor_of(fact, corpus.facts[corpus.of_kind(kind)[0]])
    if factor is None or factor.low <= 0:
        return []
    ends = [value / by for value in (fact.low, fact.high) for by in factor]
    return corpus.within(kind, min(ends) - CONVERTED * abs(min(ends)), max(ends) + CONVERTED * abs(max(ends)))


#: Kinds that another kind's figures may be told in.
_CONVERTIBLE = {
    "duration": ("duration",),
    "points": ("points",),
    "measurement": ("measurement",),
    "money": ("money",),
    "percent": ("ratio",),
    "ratio": ("percent",),
}


def another(fact: Row, given: Row, likely: float) -> bool:
    """Whether a figure that agrees is of another thing: an exclusive scope, another owner or another time.

    What the words around both say outweighs owner and time, which a terse text leaves to be understood.
    """
    if terms.apart(fact.scope, given.scope) and not _exact(fact):
        # in the draft, too, the figure may belong to what the evidence names
        return not any(word in fact.context for _, word in given.scope)
    if likely >= LIKELY or fact.measure & given.measure:
        return False
    return _of_other(fact, given) and periods_differ(fact.period, given.period)


def _of_other(fact: Row, given: Row) -> bool:
    """Whether two figures have owners of which none is the other's."""
    return bool(fact.entities and given.entities) and not names.shared(fact.entities, given.entities)


def _exact(fact: Row) -> bool:
    """Whether so many digits are told that chance does not repeat them; counts are of many things."""
    return fact.kind != "count" and len(agreement.digits(fact.value).replace(".", "")) >= EXACT


def _year_like(fact: Row) -> bool:
    """Whether a bare number may be a year that was not read as one."""
    bare = fact.kind == "count" and not fact.unit and fact.surface.isdigit()
    return bare and len(fact.surface) == 4 and 1500 <= fact.value < 2100


def _of_date(fact: Row, corpus: Corpus) -> Verdict:
    """A date is borne out by any that names it or lies in it: the words around a date tell little."""
    at = corpus.dates(fact)
    found = times.named(fact, (corpus.facts[i] for i in at))
    if found is None or fact.unit not in times.GRAINS:
        return Verdict("")
    agreeing = [at[i] for i in found]
    near = {i: retelling.likelihood(fact, corpus.facts[i], corpus.weight) for i in corpus.near(fact)}
    best = max(near, key=lambda i: (near[i], -i), default=None)
    if not agreeing or times.only_compared(fact, [corpus.facts[i] for i in agreeing]):
        return Verdict("nothing", (best,) if best is not None and best not in agreeing else ())
    mine = max(near.get(i, 1.0) for i in agreeing)
    if best is not None and best not in agreeing and near[best] >= SAME and mine <= RIVAL * near[best]:
        return Verdict("contradicted", (best,), near[best])
    return Verdict("same", (agreeing[0],), 1.0)


def quiet(fact: Row, verdict: Verdict, printed: Collection[float]) -> bool:
    """Whether it says nothing that nothing bears a figure out.

    Writers count the things they list, and what the evidence prints as a score or a number in a name
    (`printed`) may be the count.
    """
    if verdict.how not in UNSUPPORTED or fact.kind != "count":
        return False
    return fact.value in printed or (fact.value < FEW and (verdict.how == "nothing" or not fact.unit))
