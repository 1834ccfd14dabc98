"""Names, codes and days to which a text that retells another gives other numbers: the MAX 8 for the MAX 9."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from checks.matching.evidence.codes import miscoded
from checks.matching.evidence.designations import renamed
from checks.matching.evidence.verbatim import unheard
from checks.matching.kinship import SAID, Kin

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
    groups = _by_article(facts[alike & facts["main"] & facts["kind"].isin(KINDS)])
    retold = _by_article(facts[facts["article"].isin({k.longer for k in close})])
    for one, other, *_ in close:
        days = {dates.get(one), dates.get(other)} - {None}
        copied = original.get(one, one) == original.get(other, other)
        if len(days) > 1 or copied or one not in groups or other not in groups:
            continue
        teller, told = groups[one], retold[other]
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


def _by_article(facts: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {str(article): group for article, group in facts.groupby("article", sort=False)}


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
