"""Running rules over the tables of a corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from checks.model import Article
from checks.rules.running.folding import Found, fold, places
from checks.rules.running.registry import catalogue
from checks.rules.running.scopes import table_of, with_context, with_evidence

if TYPE_CHECKING:
    import pandas as pd

    from checks.matching import Evidence
    from checks.rules.rule import Rule

#: The columns of what `run` returns, with their pandas dtypes; `evidence` and `argument` hold tuples of fact
#: ids. Those of `argument` make the identity of the flag; all in `evidence` are named.
FINDINGS: Mapping[str, str] = {
    "check": "str",
    "fact": "str",
    "message": "str",
    "expected": "str",
    "evidence": "object",
    "confidence": "float64",
    "severity": "str",
    "argument": "object",
}


def run(
    facts: pd.DataFrame,
    pairs: pd.DataFrame,
    copies: pd.DataFrame,
    select: Collection[str],
    extra: Sequence[str] = (),
    articles: Iterable[Article] = (),
    implied: Sequence[tuple[str, str]] = (),
    known: pd.DataFrame | None = None,
    evidence: Evidence | None = None,
) -> pd.DataFrame:
    """The doubts that the rules named in `select` have, with the columns of `FINDINGS`.

    `facts` and `pairs` have the columns of `checks.tables`; `copies` has `article` and `original`,
    a row for each article that repeats another; `articles` are those the facts come from, for their
    titles and dates (taken as unknown where an article is missing); `implied` the facts that state what
    others imply, `known` those with a known value, `evidence` what bears the facts out (see `matching`); no
    fact of the evidence is flagged. Facts whose `main` is False take no part. Rows come in order of rule id,
    then as the rule yields them; a fact is never flagged twice by one rule with the same evidence, and what a
    rule over pairs says of one fact is one row (see `folding`).

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
    scopes = {rule.scope for rule in chosen}
    tables = {scope: table_of(scope, facts, pairs, copies, implied, known, evidence) for scope in scopes}
    all_facts = with_evidence(facts, evidence)
    ids, own = (frozenset(table["fact"].tolist()) for table in (all_facts, facts))
    where = places(all_facts) if "pair" in scopes else {}
    rows: list[Found] = []
    for rule in chosen:
        found = [doubt for doubt in _findings(rule, tables[rule.scope], ids) if doubt.fact in own]
        rows += fold(found, where) if rule.scope == "pair" else found
    return pd.DataFrame(rows, columns=list(FINDINGS)).astype(dict(FINDINGS))


def _findings(rule: Rule, table: pd.DataFrame, ids: frozenset[str]) -> list[Found]:
    rows: dict[tuple[str, frozenset[str]], Found] = {}
    try:
        for found in rule.find(table):
            if strangers := {found.fact, *found.evidence} - ids:
                raise ValueError(f"no such facts: {', '.join(sorted(strangers))}")
            severity = found.severity or rule.severity
            said = (found.message, found.expected, found.evidence, found.confidence, severity)
            row = Found(rule.id, found.fact, *said, argument=(found.fact, *found.evidence))
            rows.setdefault((found.fact, frozenset(found.evidence)), row)
    except Exception as error:
        error.add_note(f"in the rule {rule.id}")
        raise
    return list(rows.values())
