"""A rule finds the same on everything at once as on the parts that its scope allows."""

import dataclasses

import pytest

import checks
from checks import rules
from checks.rules.runner import table_of, with_context

PARTS = {"article": "article", "cluster": "cluster"}


@pytest.fixture(scope="module")
def articles():
    """All cases of all rules as one corpus, each case's articles under ids of their own."""
    return [
        dataclasses.replace(article, id=f"{rule.id}-{kind}-{i}/{article.id}")
        for rule in rules.catalogue().values()
        for kind, cases in (("flags", rule.flags), ("passes", rule.passes))
        for i, case in enumerate(cases)
        for article in case.articles()
    ]


@pytest.fixture(scope="module")
def result(articles):
    return checks.check(articles)


@pytest.mark.parametrize("rule", rules.catalogue().values(), ids=list(rules.catalogue()))
def test_parts_and_whole_agree(rule, articles, result):
    facts = with_context(result.facts[result.facts["main"]], articles)
    table = table_of(rule.scope, facts, result.pairs, result.copies)
    key = PARTS[rule.scope] if rule.scope in PARTS else list(range(len(table)))
    whole = list(rule.find(table))
    parts = [found for _, part in table.groupby(key, sort=False) for found in rule.find(part)]

    def order(finding):
        return finding.fact, finding.evidence, finding.message

    assert sorted(whole, key=order) == sorted(parts, key=order)
    assert rule.scope == "pair" or whole, "its own flagging cases are in the corpus"
