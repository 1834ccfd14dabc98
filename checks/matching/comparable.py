"""Facts in the form in which they are compared: a family, folded words, one name per entity."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from checks import lexicon
from checks.matching import names, terms

if TYPE_CHECKING:
    import pandas as pd

#: Shares, scores, ages and ratios are of too many things to be compared by a few words.
KINDS = frozenset({"money", "percent", "points", "count", "measurement", "duration"})
#: Dates of these grains are compared, in retellings only; the finer ones say which years a text names.
GRAINS = frozenset({"year", "quarter"})
FINER = frozenset({"month", "day"})
_DATED = GRAINS | FINER
#: what stands before the old value of a change whose percentage is not printed
_OLD = re.compile(r"\b(?:(?:up|down) from|compared (?:with|to)|against|versus) (?:[a-z]+ ){0,2}\Z")
_COLUMNS = (
    "fact", "article", "surface", "sentence", "kind", "unit", "measure", "entities", "period_start",
    "period_end", "role", "direction", "value", "value_to", "low", "high", "bound", "relation",
)  # fmt: skip


class Row(NamedTuple):
    """A fact that can be compared.

    `family` is what facts must share to be compared at all (see `family`); `place` says which quantity
    of its sentence it is, and of how many; `earlier` marks the old value of a change, which is about
    another time than its sentence; `part` says whether its sentence makes it a `part` or the `whole`.
    """

    fact: str
    article: str
    surface: str
    sentence: str
    kind: str
    unit: str
    family: str
    measure: frozenset[str]
    scope: frozenset[tuple[int, str]]
    context: frozenset[str]
    entities: frozenset[str]
    period: tuple[str, str]
    role: str
    direction: str
    value: float
    value_to: float
    low: float
    high: float
    bound: str
    place: tuple[int, int]
    earlier: bool
    part: str = ""


def rows(
    facts: pd.DataFrame, kinds: frozenset[str] = KINDS, groups: Mapping[str, int] | None = None
) -> Iterator[Row]:
    """The facts of a FACTS table that can be compared, those of `kinds` and dates, in the order of the table.

    `measure` is empty where a fact does not say what it measures: only its sentence tells. `groups` has the
    group of each article, where there are several: an abbreviation is spelled out by the names of its group.
    """
    asked = zip(*(facts[c].tolist() for c in ("main", "kind", "unit", "vague", "value")), strict=True)
    wanted = [
        main and (unit in _DATED if kind == "date" else kind in kinds and not vague and value == value)
        for main, kind, unit, vague, value in asked
    ]
    table = [*compress(zip(*(facts[c].tolist() for c in _COLUMNS), strict=True), wanted)]
    cells: dict[int, list[str]] = defaultdict(list)
    held: Counter[tuple[str, str]] = Counter()
    for _, article, _, sentence, kind, _, _, entities, *_ in table:
        cells[groups[article] if groups else 0].append(entities)
        held[article, sentence] += kind != "date"
    long = {group: names.long_forms(owners) for group, owners in cells.items()}
    nth: Counter[tuple[str, str]] = Counter()
    for (
        fact, article, surface, sentence, kind, unit, measure, entities, since, until, role, direction,
        value, value_to, low, high, bound, relation,
    ) in table:  # fmt: skip
        nth[article, sentence] += kind != "date"
        spelled = long[groups[article] if groups else 0]
        times = frequency(unit, measure)
        words = terms.content(f"{measure} {unit}" if kind == "count" else measure)
        words = words.difference(terms.frequencies())
        # a measure that only repeats the owner's name says nothing of what is measured
        if not words - terms.content(entities):
            words = frozenset()
        yield Row(
            fact=fact,
            article=article,
            surface=surface,
            sentence=sentence,
            kind=kind,
            unit=unit,
            family=family(kind, unit, times),
            measure=words,
            scope=terms.scopes(measure),
            context=terms.content(sentence),
            entities=frozenset(spelled.get(e, e) for e in entities.split(";")) if entities else frozenset(),
            period=(since, until),
            # per month and monthly are one thing said in two ways; the family already tells them apart
            role="level" if role == "rate" else role,
            direction=direction,
            value=value,
            value_to=value_to,
            low=low,
            high=high,
            bound=bound,
            place=(nth[article, sentence], held[article, sentence]),
            earlier=":old" in relation or _is_old(sentence, surface),
            part=_part(relation) if relation else "",
        )


def _part(relation: str) -> str:
    """What a fact is in its relations: `part`, `whole`, or "" for neither or both.

    >>> _part("r1:whole"), _part("r1:whole;r2:part")
    ('whole', '')
    """
    plays = {cell.rpartition(":")[2] for cell in relation.split(";")} & {"part", "whole"}
    return plays.pop() if len(plays) == 1 else ""


def _is_old(sentence: str, surface: str) -> bool:
    """Whether the words before a figure make it what another is compared with: `down from 44m`."""
    at = sentence.find(surface)
    return at > 0 and _OLD.search(sentence, max(0, at - 40), at) is not None


def family(kind: str, unit: str, times: str = "") -> str:
    """What facts must share to be compared: kind and unit, for a count the kind alone, and how often.

    >>> family("money", "EUR per month", "monthly"), family("count", "drone")
    ('money:EUR:monthly', 'count')
    """
    if kind == "count":
        return f"count::{times}" if times else "count"
    return f"{kind}:{base_unit(unit)}:{times}" if times else f"{kind}:{base_unit(unit)}"


def base_unit(unit: str) -> str:
    """The unit without the hour, day, ... that it is counted by: `EUR per month` and `EUR` are both euros.

    Facts of one family may be compared by their base units.
    """
    base, per, time = unit.rpartition(" per ")
    return base if per and time in _times() else unit


def frequency(unit: str, measure: str) -> str:
    """`monthly` for a unit per month or a monthly measure; "" for what neither says, and for the year.

    Money and output are by the year where nothing else is said: "annual revenue" is "revenue".
    """
    _, per, time = unit.rpartition(" per ")
    words = terms.frequencies()
    often = _times().get(time, "") if per else ""
    if not often and (said := terms.content(measure) & words.keys()):
        often = words[min(said)]
    return "" if often == "annual" else often


@cache
def _times() -> dict[str, str]:
    """Unit of time -> how often: `month` -> `monthly`."""
    return {row["time"]: often for often, row in lexicon.lists("scope")["often"].items()}


def weights(facts: Iterable[Row]) -> dict[str, float]:
    """How much each word tells: 1 plus the logarithm of how few sentences hold it (Spärck Jones 1972)."""
    sentences = {(r.article, r.sentence): r.context | r.measure for r in facts}
    seen: Counter[str] = Counter()
    for words in sentences.values():
        seen.update(words)
    n = len(sentences) + 1
    return {w: 1.0 + math.log(n / c) for w, c in seen.items()}
