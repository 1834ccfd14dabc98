"""Running rules over the tables of a corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from checks.model import Article
from checks.rules.registry import catalogue

if TYPE_CHECKING:
    import pandas as pd

    from checks.rules.rule import Rule, Scope

#: The columns of what `run` returns, with their pandas dtypes; `evidence` holds tuples of fact ids.
FINDINGS: Mapping[str, str] = {
    "check": "str",
    "fact": "str",
    "message": "str",
    "expected": "str",
    "evidence": "object",
    "confidence": "float64",
    "severity": "str",
}


def run(
    facts: pd.DataFrame,
    pairs: pd.DataFrame,
    copies: pd.DataFrame,
    select: Collection[str],
    extra: Sequence[str] = (),
    articles: Iterable[Article] = (),
) -> pd.DataFrame:
    """The doubts that the rules named in `select` have, with the columns of `FINDINGS`.

    `facts` and `pairs` have the columns of `checks.tables`; `copies` has `article` and `original`,
    a row for each article that repeats another; `articles` are those the facts come from, for their
    titles and dates (taken as unknown where an article is missing). Facts whose `main` is False take no part. Rows come
    in order of rule id, then as the rule yields them; a fact is never flagged twice by one rule
    with the same evidence.

    Raises KeyError for an unknown rule. An exception inside a rule is a bug of that rule: it passes
    through with the rule's id in a note.
    """
    import pandas as pd

    rules = catalogue(extra)
    unknown = sorted(set(select) - set(rules))
    if unknown:
        raise KeyError(f"unknown rules: {', '.join(unknown)}")
    chosen = [rules[name] for name in sorted(select)]
    facts = with_context(facts[facts["main"]], articles)
    tables = {scope: table_of(scope, facts, pairs, copies) for scope in {rule.scope for rule in chosen}}
    ids = frozenset(facts["fact"])
    rows = [row for rule in chosen for row in _findings(rule, tables[rule.scope], ids)]
    return pd.DataFrame(rows, columns=list(FINDINGS)).astype(dict(FINDINGS))


def _findings(rule: Rule, table: pd.DataFrame, ids: frozenset[str]) -> list[tuple[object, ...]]:
    rows: dict[tuple[str, frozenset[str]], tuple[object, ...]] = {}
    try:
        for found in rule.find(table):
            if strangers := {found.fact, *found.evidence} - ids:
                raise ValueError(f"no such facts: {', '.join(sorted(strangers))}")
            severity = found.severity or rule.severity
            row = (found.message, found.expected, found.evidence, found.confidence, severity)
            rows.setdefault((found.fact, frozenset(found.evidence)), (rule.id, found.fact, *row))
    except Exception as error:
        error.add_note(f"in the rule {rule.id}")
        raise
    return list(rows.values())


def with_context(facts: pd.DataFrame, articles: Iterable[Article]) -> pd.DataFrame:
    """`facts` with the columns `title` and `published` (ISO date) of their article; empty where unknown."""
    known = list(articles)
    titles = {article.id: article.title for article in known}
    dates = {article.id: article.date.isoformat() for article in known if article.date}
    return facts.assign(
        title=[titles.get(article, "") for article in facts["article"]],
        published=[dates.get(article, "") for article in facts["article"]],
    )


def table_of(scope: Scope, facts: pd.DataFrame, pairs: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """The table that rules of `scope` read; see `checks.rules.rule.Rule`."""
    if scope == "article":
        return facts
    if scope == "pair":
        joined = pairs.merge(facts.add_suffix("_a"), on="fact_a").merge(facts.add_suffix("_b"), on="fact_b")
        return joined
    original = dict(zip(copies["article"], copies["original"], strict=True))
    article_of = facts.set_index("fact")["article"]
    ties = [*zip(pairs["fact_a"].map(article_of), pairs["fact_b"].map(article_of), strict=True)]
    group = _groups([*facts["article"].unique()], [*ties, *original.items()])
    articles = facts["article"]
    return facts.assign(
        cluster=articles.map(group),
        original=articles.map(lambda article: original.get(article, article)),
    )


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
