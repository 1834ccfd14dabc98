"""Every rule flags its own cases, exactly, and documents itself."""

import datetime as dt

import pytest

import checks
from checks import rules
from checks.rules.rule import Case, Rule

CATALOGUE = rules.catalogue()
CASES = [
    pytest.param(rule, case, id=f"{rule.id}-{kind}-{i}")
    for rule in CATALOGUE.values()
    for kind, cases in (("flags", rule.flags), ("passes", rule.passes))
    for i, case in enumerate(cases)
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_the_rule_flags_exactly_the_figures_of_the_case(rule: Rule, case: Case):
    flags = checks.check(case.articles(), select=[rule.id]).flags
    order = [article.id for article in case.articles()]
    flags = flags.assign(rank=flags["article"].map(order.index)).sort_values(["rank", "start"])
    # A figure may be doubted for two reasons; a case names it once.
    assert list(flags.drop_duplicates(["article", "start"])["surface"]) == case.figures
    assert set(flags["check"]) <= {rule.id}
    assert flags["confidence"].between(0, 1).all()
    assert (flags["message"] != "").all()


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=list(CATALOGUE))
def test_the_rule_has_enough_cases(rule: Rule):
    assert len(rule.flags) >= 6
    assert len(rule.passes) >= 8
    assert all(case.figures for case in rule.flags)
    assert not any(case.figures for case in rule.passes)


@pytest.mark.parametrize("name", list(CATALOGUE))
def test_the_rule_is_documented(name: str):
    parts = rules.documentation(name)
    assert list(parts) == ["", *rules.HEADINGS]
    assert "\n" not in parts[""], "the summary is one line"
    assert parts[""].endswith(".")


def test_cases_are_given_as_articles():
    article = checks.Article(id="x.txt", text="x", date=dt.date(2025, 6, 13))
    assert [a.id for a in Case("x").articles()] == ["case.txt"]
    assert Case(article).articles() == [article]
    assert Case((article, article)).articles() == [article, article]
