"""Facts, stated or implied, that a table of references knows the value of."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checks import tables
from checks.matching import comparable, terms
from checks.matching.comparison import periods_differ
from checks.matching.implied import ROLES, plain, unsaid

if TYPE_CHECKING:
    import pandas as pd

#: Entities of a reference that stand for everybody, and the words that say so in a text.
WORLD = frozenset({"world", "global", "earth"})
#: unit without its "per day", how often ("daily"), a word of the measure, an owner ("": everybody)
_Key = tuple[str, str, str, str]


def known(facts: pd.DataFrame, dates: Mapping[str, dt.date | None], references: pd.DataFrame) -> pd.DataFrame:
    """The facts that `references` speaks of: same unit (with how often, see `comparable.frequency`), measure,
    owner and time.

    `facts` has FACTS columns, `references` those of `engines.request.REFERENCES`. A row for each fact and
    reference, in order of the facts: `fact`; `part`, empty where the fact states the value itself, else the
    fact that it is the share of (what is known is the whole that the two imply); and the columns of the
    reference as `known_measure`, `known_low` and so on. A fact that names no time is taken for the day of
    its article in `dates`.
    """
    import pandas as pd

    rows: list[Any] = list(tables.rows(facts[facts["main"]]))
    table: list[Any] = list(tables.rows(references))
    blocks = _blocks(table)
    published = {article: day.isoformat() for article, day in dates.items() if day}
    found: list[tuple[str, str, int]] = []
    for row in rows:
        if row.role in ROLES and row.value == row.value:
            words = terms.content(f"{row.measure} {row.unit if row.kind == 'count' else ''}")
            owners = _entities(row)
            near = _near(blocks, row.unit, row.measure, words, owners)
            told = (
                words,
                owners,
                (row.period_start, row.period_end),
                published.get(row.article, ""),
                frozenset[str](),
            )
            found.extend((row.fact, "", i) for i in near if _is(table[i], *told))
    for u in unsaid(rows):
        near = _near(blocks, u.unit, " ".join(u.words | u.part_words), u.words, u.entities)
        told = (u.words, u.entities, u.period, published.get(u.article, ""), u.part_words)
        found.extend((u.fact, u.part, i) for i in near if _is(table[i], *told))
    place = {row.fact: at for at, row in enumerate(rows)}
    found.sort(key=lambda hit: (place[hit[0]], hit[2]))
    values = references.iloc[[i for *_, i in found]].add_prefix("known_").reset_index(drop=True)
    return pd.DataFrame(found, columns=["fact", "part", "at"])[["fact", "part"]].join(values)


def vouched(facts: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """`facts` with the source of the reference where one bears out what a fact states."""
    table = known[known["part"] == ""].merge(facts[["fact", "low", "high"]], on="fact")
    borne = table[(table["low"] <= table["known_high"]) & (table["known_low"] <= table["high"])]
    sources = dict(zip(borne["fact"], borne["known_source"], strict=True))
    sourced = facts["fact"].isin(sources) & facts["sourcing"].isin(["none", "vague"])
    out = facts.copy()
    out.loc[sourced, "source"] = facts.loc[sourced, "fact"].map(sources)
    out.loc[sourced, "sourcing"] = "named"
    return out


def _blocks(references: Iterable[Any]) -> dict[_Key, list[int]]:
    """The positions of references by what a fact must share with them."""
    blocks: dict[_Key, list[int]] = defaultdict(list)
    for i, ref in enumerate(references):
        unit = str(ref.unit)
        often, owners = comparable.frequency(unit, str(ref.measure)), _owners(ref)
        for word in terms.content(str(ref.measure)):
            for owner in ("",) if _everybody(owners) else owners:
                blocks[comparable.base_unit(unit), often, word, owner].append(i)
    return blocks


def _near(
    blocks: Mapping[_Key, Sequence[int]],
    unit: str,
    measure: str,
    words: frozenset[str],
    owners: frozenset[str],
) -> list[int]:
    """The references that share unit, word and owner with a fact, and are counted as often."""
    base, often = comparable.base_unit(unit), comparable.frequency(unit, measure)
    return sorted(
        {i for word in words for owner in ("", *owners) for i in blocks.get((base, often, word, owner), ())}
    )


def _owners(ref: Any) -> frozenset[str]:
    return frozenset(str(ref.entities).split(";")) if ref.entities else frozenset()


def _everybody(owners: frozenset[str]) -> bool:
    """Whether a reference is of the world, or of nobody in particular."""
    return {owner.casefold() for owner in owners} <= WORLD


def _is(
    ref: Any,
    words: frozenset[str],
    entities: frozenset[str],
    period: tuple[str, str],
    published: str,
    about: frozenset[str],
) -> bool:
    """Whether `words` measure what `ref` does; `about` may add to them ("global supply" of oil)."""
    owners = _owners(ref)
    everybody = _everybody(owners)
    world = terms.content(" ".join(WORLD))
    if everybody and owners and not words & world:
        return False
    if owners and not everybody and not owners & entities:
        return False
    measured = terms.content(str(ref.measure))
    own = words - world - plain() - terms.content(" ".join(entities))
    if not own or not own <= measured or not measured <= own | about:
        return False
    time = (str(ref.period_start), str(ref.period_end))
    if any(period):
        return not periods_differ(time, period) and all(period)
    return bool(published) and (time[0] or "0") <= published <= (time[1] or "9")


def _entities(row: Any) -> frozenset[str]:
    return frozenset(row.entities.split(";")) if row.entities else frozenset()
