"""The tables that rules read, by scope: facts with what is known of their articles, pairs, clusters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.model import Article, Parts, Places

if TYPE_CHECKING:
    import pandas as pd

    from checks.matching import Evidence
    from checks.rules.rule import Scope

#: Pairs less sure than this tie no figures in a network.
SURE = 0.75
_DATED = ("fact", "period_start", "period_end")


def with_context(facts: pd.DataFrame, articles: Iterable[Article]) -> pd.DataFrame:
    """`facts` with the columns `title` and `published` (ISO date) of their article; empty where unknown.

    Where `line` counts pages or the like in some article, with `text_line` too: the line of its text.
    """
    known = list(articles)
    lines = {a.id: Places(replace(a, parts=Parts())) for a in known if a.parts.name != "line"}
    if lines:
        cells = zip(*(facts[c].tolist() for c in ("article", "line", "start")), strict=True)
        own = [lines[article](start)[0] if article in lines else line for article, line, start in cells]
        facts = facts.assign(text_line=own)
    titles = {article.id: article.title for article in known}
    dates = {article.id: article.date.isoformat() for article in known if article.date}
    return facts.assign(
        title=_text(facts, (titles.get(article, "") for article in facts["article"].tolist())),
        published=_text(facts, (dates.get(article, "") for article in facts["article"].tolist())),
    )


def table_of(
    scope: Scope,
    facts: pd.DataFrame,
    pairs: pd.DataFrame,
    copies: pd.DataFrame,
    implied: Sequence[tuple[str, str]] = (),
    known: pd.DataFrame | None = None,
    evidence: Evidence | None = None,
) -> pd.DataFrame:
    """The table that rules of `scope` read; see `checks.rules.rule.Rule`.

    `facts` come from `with_context`; `implied` and `known` from the functions of these names in `matching`,
    `evidence` from `matching.bear_out`: its pairs are among those of the scope "pair".
    """
    if scope == "article":
        return facts
    if scope == "evidence":
        return _supported(facts, evidence)
    if scope == "pair":
        if evidence is not None:
            facts, pairs = with_evidence(facts, evidence), joined(pairs, evidence.pairs)
        return pairs.merge(facts.add_suffix("_a"), on="fact_a").merge(facts.add_suffix("_b"), on="fact_b")
    if scope == "reference":
        return _known(facts, known)
    original = dict(zip(copies["article"].tolist(), copies["original"].tolist(), strict=True))
    article_of = dict(zip(facts["fact"].tolist(), facts["article"].tolist(), strict=True))
    links = [*zip(pairs["fact_a"].tolist(), pairs["fact_b"].tolist(), strict=True), *implied]
    ties = [(article_of.get(a, ""), article_of.get(b, "")) for a, b in links]
    group = _groups([*dict.fromkeys(facts["article"].tolist())], [*ties, *original.items()])
    return facts.assign(
        cluster=_text(facts, (group[article] for article in facts["article"].tolist())),
        original=_text(facts, (original.get(article, article) for article in facts["article"].tolist())),
        same=_column(facts, _same(facts, pairs)),
        implied=_column(facts, implied),
    )


def joined(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """The rows of both tables."""
    import pandas as pd

    return second if first.empty else pd.concat([first, second], ignore_index=True) if len(second) else first


def with_evidence(facts: pd.DataFrame, evidence: Evidence | None) -> pd.DataFrame:
    """`facts`, and those of the evidence without what is known of their articles."""
    if evidence is None:
        return facts
    return joined(facts, evidence.facts.assign(title="", published=""))


def _supported(facts: pd.DataFrame, evidence: Evidence | None) -> pd.DataFrame:
    """The facts that were looked up in the evidence, with what it says of them."""
    if evidence is None:
        return facts.iloc[:0].assign(how="", by="")
    near = evidence.facts[["fact", "surface", "article", "line"]].add_prefix("by_")
    table = evidence.support.assign(by_fact=evidence.support["by"].str.split(";", n=1).str[0])
    return facts.merge(table, on="fact").merge(near, on="by_fact", how="left").drop(columns="by_fact")


def _known(facts: pd.DataFrame, known: pd.DataFrame | None) -> pd.DataFrame:
    """The facts that a known value was found for, with that value, and with the part where it is implied."""
    if known is None:
        return facts.iloc[:0]
    part = facts[["fact", "value", "low", "high", "surface"]].add_prefix("part_")
    part = part.rename(columns={"part_fact": "part"})
    return known.merge(facts, on="fact").merge(part, on="part", how="left")


def _same(facts: pd.DataFrame, pairs: pd.DataFrame) -> list[tuple[str, str]]:
    """The pairs whose facts are of one time: one day's articles, or figures that name their own period."""
    dated = {
        fact: (start, end) for fact, start, end in zip(*(facts[c].tolist() for c in _DATED), strict=True)
    }
    cells = (pairs[c].tolist() for c in ("fact_a", "fact_b", "score", "date_a", "date_b"))
    return [
        (a, b)
        for a, b, score, day_a, day_b in zip(*cells, strict=True)
        if score >= SURE
        and (day_a == day_b or not (day_a and day_b) or _one_period(dated.get(a), dated.get(b)))
    ]


def _one_period(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    return a is not None and a == b and all(a)


def _text(facts: pd.DataFrame, cells: Iterable[str]) -> pd.Series[str]:
    """A column of strings, which stays one where there is no row."""
    import pandas as pd

    return pd.Series(list(cells), index=facts.index, dtype="str")


def _column(facts: pd.DataFrame, links: Iterable[tuple[str, str]]) -> pd.Series[str]:
    """For each fact the second facts of its links, joined by `;`."""
    found: dict[str, list[str]] = defaultdict(list)
    for first, second in links:
        found[first].append(second)
    return _text(facts, (";".join(found.get(fact, ())) for fact in facts["fact"].tolist()))


def _groups(names: list[str], ties: list[tuple[str, str]]) -> dict[str, str]:
    """Each name with the first, in order, of the names it is tied to, directly or through others."""
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    for a, b in ties:
        # A tie to an article without facts in the text proper (or a fact left out) ties nothing.
        if a in parent and b in parent:
            first, second = sorted((root(a), root(b)))
            parent[second] = first
    return {name: root(name) for name in names}
