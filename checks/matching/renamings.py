"""Names, codes and days to which a text that retells another gives other numbers: the MAX 8 for the MAX 9."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from checks.matching.evidence.codes import miscoded
from checks.matching.evidence.designations import renamed
from checks.matching.evidence.verbatim import unheard
from checks.matching.kinship import SAID, Kin
from checks.rows import Row
from checks.tables import rows

if TYPE_CHECKING:
    import pandas as pd

#: what `facts` are looked at for
KINDS = ("identifier", "date")
#: how sure such a pair is
SCORE = 0.8
REASONS = "one article retells the other, which never prints this name but has one like it"


def pairs(
    facts: pd.DataFrame,
    kin: Iterable[Kin],
    dates: Mapping[str, dt.date | None],
    original: Mapping[str, str],
) -> Iterator[dict[str, object]]:
    """The facts (FACTS columns) whose name the article retold has with another number: PAIRS columns.

    Only an article that says next to nothing of its own is held to the names of the one that it retells; for
    `kin`, `dates` and `original` see `retelling.pairs`.
    """
    close = [k for k in kin if k.share >= SAID]
    if not close:
        return
    alike = facts["article"].isin({article for k in close for article in (k.shorter, k.longer)})
    told_in: dict[str, list[Row]] = defaultdict(list)
    for row in rows(facts[alike]):
        told_in[row.article].append(row)
    groups = {article: [row for row in told if _is_name(row)] for article, told in told_in.items()}
    for one, other, *_ in close:
        days = {dates.get(one), dates.get(other)} - {None}
        copied = original.get(one, one) == original.get(other, other)
        if len(days) > 1 or copied or not groups.get(one) or not groups.get(other):
            continue
        teller, told = groups[one], told_in[other]
        for found in (*renamed(teller, told), *miscoded(teller, told), *unheard(teller, told)):
            if found.given:
                yield {
                    "fact_a": found.given,
                    "fact_b": found.fact,
                    "score": SCORE,
                    "reasons": REASONS,
                    "copy": False,
                    "retold_wrongly": True,
                    "date_a": _iso(dates.get(other)),
                    "date_b": _iso(dates.get(one)),
                }


def _is_name(row: Row) -> bool:
    return row.main and row.kind in KINDS


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
