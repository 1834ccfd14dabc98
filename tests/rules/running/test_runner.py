"""Running rules over tables: what each scope sees, and what a finding may say."""

import datetime as dt

import pandas as pd
import pytest

from checks import rules, tables
from checks.model import Article
from checks.rules.rule import Finding, Rule
from checks.rules.running import runner, scopes

COPIES = pd.DataFrame({"article": ["b.txt"], "original": ["a.txt"]})
NO_COPIES = COPIES.head(0)


def fact(name, article, **columns):
    blank = {
        c: {"str": "", "int64": 0, "float64": float("nan"), "bool": False}[t] for c, t in tables.FACTS.items()
    }
    return {**blank, "fact": name, "article": article, "surface": name, "main": True, **columns}


@pytest.fixture
def facts():
    rows = [fact(name, f"{name[0]}.txt", main=name != "a3") for name in ("a1", "a2", "a3", "b1", "c1", "d1")]
    return tables.frame(rows, tables.FACTS)


@pytest.fixture
def pairs():
    rows = [
        {
            "fact_a": a,
            "fact_b": b,
            "score": 0.9,
            "reasons": "",
            "copy": False,
            "retold_wrongly": False,
            "date_a": "",
            "date_b": "",
        }
        for a, b in (("b1", "c1"), ("a1", "a2"), ("a3", "d1"))
    ]
    return tables.frame(rows, tables.PAIRS)


@pytest.fixture
def made(monkeypatch):
    """Puts rules of the test's own making in the catalogue; returns a way to run them."""

    def run(facts, pairs, *found):
        monkeypatch.setattr(runner, "catalogue", lambda extra: {rule.id: rule for rule in found})
        return rules.run(facts, pairs, NO_COPIES, [rule.id for rule in found])

    return run


def rule(find, scope="article", name="made-up"):
    return Rule(id=name, severity="error", scope=scope, find=find, flags=[], passes=[])


def test_articles_see_main_facts_only(facts, pairs, made):
    found = made(facts, pairs, rule(lambda table: [Finding(f, "m") for f in table["fact"]]))
    assert list(found["fact"]) == ["a1", "a2", "b1", "c1", "d1"]
    assert list(found.columns) == list(rules.FINDINGS)
    assert set(found["severity"]) == {"error"}


def test_pairs_carry_both_facts(facts, pairs, made):
    seen = []
    made(facts, pairs, rule(lambda table: seen.append(table) or [], scope="pair"))
    (table,) = seen
    assert list(zip(table["article_a"], table["article_b"], strict=True)) == [
        ("b.txt", "c.txt"),
        ("a.txt", "a.txt"),
    ]
    assert set(table.columns) == {
        *tables.PAIRS,
        *(f"{c}_{s}" for c in (*tables.FACTS, "title", "published") for s in "ab"),
    }


def test_clusters_join_pairs_and_copies(facts, pairs):
    table = scopes.table_of("cluster", facts[facts["main"]], pairs, COPIES).set_index("fact")
    assert table["cluster"].to_dict() == {
        "a1": "a.txt",
        "a2": "a.txt",
        "b1": "a.txt",
        "c1": "a.txt",
        "d1": "d.txt",
    }
    assert table["original"].to_dict() == {
        "a1": "a.txt",
        "a2": "a.txt",
        "b1": "a.txt",
        "c1": "c.txt",
        "d1": "d.txt",
    }


def test_a_finding_is_kept_once(facts, pairs, made):
    twice = [
        Finding("a1", "m", evidence=("a2", "b1")),
        Finding("a1", "n", evidence=("b1", "a2")),
        Finding("a1", "o"),
    ]
    found = made(facts, pairs, rule(lambda table: twice))
    assert list(found["message"]) == ["m", "o"]
    assert list(found["evidence"]) == [("a2", "b1"), ()]


def test_a_finding_may_be_milder_than_its_rule(facts, pairs, made):
    found = made(facts, pairs, rule(lambda table: [Finding("a1", "m", severity="notice")]))
    assert list(found["severity"]) == ["notice"]


def test_a_broken_rule_is_named(facts, pairs, made):
    def broken(table):
        yield Finding("a1", "m")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as error:
        made(facts, pairs, rule(broken, name="broken-rule"))
    assert error.value.__notes__ == ["in the rule broken-rule"]
    with pytest.raises(ValueError, match="no such facts: a3, zz"):
        made(facts, pairs, rule(lambda table: [Finding("zz", "m", evidence=("a3",))]))


def test_unknown_rules_are_refused(facts, pairs):
    with pytest.raises(KeyError, match="no-such-rule"):
        rules.run(facts, pairs, NO_COPIES, ["no-such-rule"])


def test_every_rule_bears_empty_tables(facts, pairs):
    every = rules.catalogue()
    found = rules.run(facts.head(0), pairs.head(0), NO_COPIES, list(every))
    assert found.empty
    assert list(found.columns) == list(rules.FINDINGS)


def test_results_do_not_depend_on_the_order_of_selection(facts, pairs, made):
    first = rule(lambda table: [Finding("a1", "m")], name="a-rule")
    second = rule(lambda table: [Finding("a1", "m")], name="b-rule")
    assert list(made(facts, pairs, second, first)["check"]) == ["a-rule", "b-rule"]


def test_a_fact_carries_the_title_and_the_date_of_its_article(facts):
    dated = Article(id="a.txt", text="", title="A title", date=dt.date(2024, 5, 1))
    table = scopes.with_context(facts, [dated, Article(id="b.txt", text="")])
    of_a = table["article"] == "a.txt"
    assert {*table.loc[of_a, "title"]} == {"A title"}
    assert {*table.loc[of_a, "published"]} == {"2024-05-01"}
    assert {*table.loc[~of_a, "title"], *table.loc[~of_a, "published"]} == {""}
