"""Which facts of a corpus speak of the same thing, and what is known or given of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checks.matching.left_out import LeftOut
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd

    from checks.matching import Evidence
    from checks.matching.kinship import Kin


@dataclass(frozen=True)
class Matched:
    """The facts of a corpus, with the sources that references and evidence give them, and how they are tied.

    `copies`, `pairs`, `implied`, `known` and `rests` are what the functions of `matching` say; `left` counts
    what was not compared.
    """

    facts: pd.DataFrame
    copies: pd.DataFrame
    pairs: pd.DataFrame
    implied: Sequence[tuple[str, str]]
    known: pd.DataFrame | None = None
    rests: Evidence | None = None
    left: LeftOut = field(default_factory=LeftOut)


def matched(
    articles: Sequence[Article],
    facts: pd.DataFrame,
    references: pd.DataFrame | None = None,
    given: pd.DataFrame | None = None,
    groups: Mapping[str, int] | None = None,
    common: Container[int] = (),
) -> Matched:
    """`facts` of `articles` held against one another, `references` and the facts `given` as evidence.

    `groups` has the group of each article, where not all are matched with one another, and `common` the words
    that many articles hold, of all groups (see `matching.groups`).
    """
    from checks import matching

    dates = {article.id: article.date for article in articles}
    left = LeftOut()
    copies, kin = _alike(articles, facts, groups, common, left)
    pairs = matching.pairs(facts, copies, dates, kin, left, groups)
    known = None if references is None else matching.known(facts, dates, references)
    if known is not None:
        facts = matching.vouched(facts, known)
    rests = None if given is None else matching.bear_out(facts, given)
    if rests is not None:
        facts = matching.rested(facts, rests)
    return Matched(facts, copies, pairs, matching.implied(facts, groups), known, rests, left)


def _alike(
    articles: Sequence[Article],
    facts: pd.DataFrame,
    groups: Mapping[str, int] | None,
    common: Container[int],
    left: LeftOut,
) -> tuple[pd.DataFrame, list[Kin]]:
    """The copies and the kin among `articles`, within each of `groups`."""
    import pandas as pd

    from checks import matching

    left.articles += len(articles)
    if groups is None:
        return matching.copies(articles, facts), matching.kin(articles, left)
    stating = set(facts["article"])
    members: dict[int, list[Article]] = defaultdict(list)
    for article in articles:
        members[groups[article.id]].append(article)
    copies, kin = [matching.copies(())], []
    for group in members.values():
        if len(group) > 1:
            found = matching.copies([article for article in group if article.id in stating])
            copies += [found] if len(found) else []
            kin += matching.kin(group, left, common)
    return pd.concat(copies[1:] or copies, ignore_index=True), kin
