"""Every rule keeps its promises: see `checks.testing`."""

import datetime as dt

import pytest

import checks
from checks import rules
from checks.rules.rule import Case, Rule
from checks.testing import RuleCheck, rule_checks

CATALOGUE = rules.catalogue()


@pytest.mark.parametrize("check", rule_checks("checks.rules"), ids=str)
def test_a_rule_keeps_its_promises(check: RuleCheck):
    check()


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=list(CATALOGUE))
def test_the_rule_has_enough_cases(rule: Rule):
    assert len(rule.flags) >= 6
    assert len(rule.passes) >= 8


@pytest.mark.parametrize("name", list(CATALOGUE))
def test_the_rule_is_documented(name: str):
    assert list(rules.documentation(name)) == ["", *rules.HEADINGS]


def test_cases_are_given_as_articles():
    article = checks.Article(id="x.txt", text="x", date=dt.date(2025, 6, 13))
    assert [a.id for a in Case("x").articles()] == ["case.txt"]
    assert Case(article).articles() == [article]
    assert Case((article, article)).articles() == [article, article]
