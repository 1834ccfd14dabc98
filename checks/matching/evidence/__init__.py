"""What the figures of a draft rest on: facts of the evidence that bear them out, or say otherwise."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks import tables
from checks.matching import comparable
from checks.matching.comparable import Row
from checks.matching.evidence.codes import miscoded
from checks.matching.evidence.corpus import Corpus
from checks.matching.evidence.deciding import FEW, UNSUPPORTED, Verdict, decide, quiet
from checks.matching.evidence.designations import renamed
from checks.matching.evidence.misdated import misdated
from checks.matching.evidence.verbatim import elsewhere, unheard

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["KINDS", "Evidence", "bear_out", "vouched"]

#: Kinds of figures that evidence can bear out; dates (years and quarters) besides.
KINDS = comparable.KINDS | {"age", "ratio"}
_FINE = Verdict("")
#: likelihood from which counts below ten are of one thing
CERTAIN = 0.68
#: Columns of `Evidence.support`.
SUPPORT = {"fact": "str", "how": "str", "by": "str", "score": "float64", "said": "str"}


@dataclass(frozen=True)
class Evidence:
    """The evidence of a run.

    `facts` has FACTS columns: the figures of the evidence. `support` has a row for each fact of the draft
    that was looked up: `how` ("same", "rounding", "conversion", "sum", "difference", "share", "change" where
    it is borne out, else "contradicted" or "nothing", and "" where that says nothing), `by` (facts of the
    evidence joined by `;`: those that bear it out, the one that contradicts it, or the nearest), `score` 0..1
    and `said`, the sum done. `pairs` has PAIRS columns: a fact of the evidence and the one it contradicts.
    """

    facts: pd.DataFrame
    support: pd.DataFrame
    pairs: pd.DataFrame


def bear_out(facts: pd.DataFrame, given: pd.DataFrame) -> Evidence:
    """What the evidence with the facts `given` says of each of the draft's `facts` (both FACTS columns).

    The work grows with the draft's facts: each is compared with a bounded number of the evidence's.
    """
    draft, known = (list(comparable.rows(table, KINDS)) for table in (facts, given))
    corpus = Corpus(known, comparable.weights([*draft, *known]))
    found = _decided(draft, corpus, facts)
    told = [
        (fact, known[verdict.by[0]], verdict.score)
        for fact, verdict in found
        if verdict.how == "contradicted" and contradicts(fact, known[verdict.by[0]], verdict.score)
    ]
    printed = elsewhere(given)
    told = [pair for pair in told if not (pair[0].kind == "count" and pair[0].value in printed)]
    paired = {fact.fact for fact, *_ in told}
    support = [
        {
            "fact": fact.fact,
            "how": "" if quiet(fact, verdict, printed) else _how(fact, verdict, paired),
            "by": ";".join(known[i].fact for i in verdict.by),
            "score": round(verdict.score, 3),
            "said": verdict.said,
        }
        for fact, verdict in found
    ]
    flagged = {row["fact"] for row in support if row["how"] in UNSUPPORTED}
    others = [*renamed(facts, given), *miscoded(facts, given), *unheard(facts, given)]
    names = [other for other in others if other.fact not in flagged]
    support += [{"fact": r.fact, "how": "nothing", "by": r.given, "score": 0.0, "said": ""} for r in names]
    return Evidence(given, tables.frame(support, SUPPORT), tables.frame(map(_pair, told), tables.PAIRS))


def _how(fact: Row, verdict: Verdict, paired: Collection[str]) -> str:
    """A contradiction that makes no pair is a figure that nothing bears out; the other one is its nearest."""
    return "nothing" if verdict.how == "contradicted" and fact.fact not in paired else verdict.how


def contradicts(fact: Row, given: Row, score: float) -> bool:
    """Whether two figures are surely enough of one thing to contradict one another as a pair."""
    if fact.kind not in ("money", "count", "measurement", "duration", "percent", "points"):
        return False
    small, large = sorted((abs(fact.value), abs(given.value)))
    if fact.kind == "count" and small < FEW and score < CERTAIN:
        return False
    # told on another scale: sure where it is a thousandfold, and chance makes tenfold
    power = math.log10(large / small) if small else 0.0
    tenfold = power > 0.5 and abs(power - round(power)) < 0.01
    return not tenfold or (round(power) >= 3 and fact.kind in ("money", "count", "measurement"))


def _decided(draft: Sequence[Row], corpus: Corpus, facts: pd.DataFrame) -> list[tuple[Row, Verdict]]:
    """The facts of the draft with what the evidence says of them.

    Those that nothing bears out at first sight are looked at again with what bears out the others.
    """
    told = {fact.fact: fact for fact in _mentions(draft)}
    verdicts = {name: decide(fact, corpus) for name, fact in told.items()}
    tied = _tied(facts, verdicts)
    taken = {i for verdict in verdicts.values() if verdict.how in ("same", "rounding") for i in verdict.by}
    mates: dict[tuple[str, str], list[int]] = defaultdict(list)
    for fact in draft:
        if fact.kind != "date" and verdicts[fact.fact].how not in UNSUPPORTED:
            mates[fact.article, fact.sentence] += verdicts[fact.fact].by
    for fact in draft:
        if verdicts.get(fact.fact, _FINE).how in UNSUPPORTED:
            beside = mates[fact.article, fact.sentence]
            verdicts[fact.fact] = decide(told[fact.fact], corpus, tied.get(fact.fact, ()), taken, beside)
    verdicts |= misdated(draft, corpus, verdicts)
    return [(fact, verdicts[fact.fact]) for fact in draft]


def _mentions(draft: Sequence[Row]) -> Iterator[Row]:
    """The facts; one that its sentence has printed before goes without those mentions, to show its words."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for fact in draft:
        key = fact.article, fact.sentence, fact.surface
        yield (
            fact._replace(sentence=fact.sentence.replace(fact.surface, "", seen[key])) if seen[key] else fact
        )
        seen[key] += 1


def _tied(facts: pd.DataFrame, verdicts: Mapping[str, Verdict]) -> dict[str, list[int]]:
    """For each fact what bears out the facts that its sentence ties to it."""
    ties: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact, article, relation in zip(
        *(facts[c].tolist() for c in ("fact", "article", "relation")), strict=True
    ):
        for tie in filter(None, relation.split(";")):
            ties[article, tie.partition(":")[0]].append(fact)
    out: dict[str, list[int]] = defaultdict(list)
    for members in ties.values():
        for fact in members:
            others = [verdicts.get(other, _FINE) for other in members if other != fact]
            out[fact] += [i for other in others if other.how not in UNSUPPORTED for i in other.by]
    return out


def vouched(facts: pd.DataFrame, evidence: Evidence) -> pd.DataFrame:
    """`facts` with the places in the evidence as `source` of those that it bears out.

    A figure that has a source of its own keeps it; one that none vouched for is `named` now, and one that is
    `exempt` stays so.
    """
    named = ("article", "line", "surface")
    cells = zip(evidence.facts["fact"], *(evidence.facts[c] for c in named), strict=True)
    place = {fact: f'{article}:{line} "{surface}"' for fact, article, line, surface in cells}
    out = facts.copy()
    rests_on = {
        fact: " | ".join(place[given] for given in by.split(";"))
        for fact, how, by in zip(*(evidence.support[c] for c in ("fact", "how", "by")), strict=True)
        if how and how not in UNSUPPORTED
    }
    borne = out["fact"].isin(rests_on) & (out["sourcing"] != "named")
    out.loc[borne, "source"] = out.loc[borne, "fact"].map(rests_on)
    out.loc[borne & (out["sourcing"] != "exempt"), "sourcing"] = "named"
    return out


def _pair(told: tuple[Row, Row, float]) -> dict[str, object]:
    fact, given, score = told
    return {
        "fact_a": given.fact,
        "fact_b": fact.fact,
        "score": round(0.75 + 0.25 * score, 3),
        "reasons": f"the words around say one figure ({score:.2f}), and nothing in the evidence bears it out",
        "copy": False,
        "retold_wrongly": True,
        "date_a": "",
        "date_b": "",
    }
