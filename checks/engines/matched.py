"""Which facts of a corpus speak of the same thing, and what is known or given of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd

    from checks.matching import Evidence


@dataclass(frozen=True)
class Matched:
    """The facts of a corpus, with the sources that references and evidence give them, and how they are tied.

    `copies`, `pairs`, `implied`, `known` and `rests` are what the functions of `matching` say; `notes` has a
    line for what was not compared.
    """

    facts: pd.DataFrame
    copies: pd.DataFrame
    pairs: pd.DataFrame
    implied: Sequence[tuple[str, str]]
    known: pd.DataFrame | None = None
    rests: Evidence | None = None
    notes: list[str] = field(default_factory=list)


def matched(
    articles: Sequence[Article],
    facts: pd.DataFrame,
    references: pd.DataFrame | None = None,
    given: pd.DataFrame | None = None,
) -> Matched:
    """`facts` of `articles` held against one another, `references` and the facts `given` as evidence."""
    from checks import matching

    dates = {article.id: article.date for article in articles}
    notes: list[str] = []
    copies = matching.copies(articles, facts)
    kin = matching.kin(articles, notes.append)
    pairs = matching.pairs(facts, copies, dates, kin, notes.append)
    known = None if references is None else matching.known(facts, dates, references)
    if known is not None:
        facts = matching.vouched(facts, known)
    rests = None if given is None else matching.bear_out(facts, given)
    if rests is not None:
        facts = matching.rested(facts, rests)
    return Matched(facts, copies, pairs, matching.implied(facts), known, rests, notes)
