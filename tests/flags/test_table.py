from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from checks.flags import build
from checks.tables import FLAGS

Maker = Callable[..., pd.DataFrame]


def findings(*rows: dict[str, Any]) -> pd.DataFrame:
    plain = {"check": "echo", "fact": "x1", "message": "m", "expected": "", "evidence": ()}
    plain |= {"confidence": 0.9, "severity": "warning"}
    return pd.DataFrame([plain | row for row in rows], columns=list(plain))


def test_a_flag_is_where_its_fact_is(facts_table: Maker) -> None:
    facts = facts_table(
        {"fact": "x1", "article": "a.txt", "line": 3, "column": 7, "start": 40, "end": 42, "surface": "5m"},
        {"fact": "x2", "article": "b.txt", "line": 14, "surface": "6m"},
        {"fact": "x3", "article": "a.txt", "line": 9, "surface": "7m"},
    )
    flags = build(findings({"evidence": ("x2", "x1", "x3", "x2"), "expected": "6m"}), facts)
    assert list(flags.columns) == list(FLAGS)
    row = flags.iloc[0]
    assert (row["article"], row["line"], row["column"], row["start"], row["end"]) == ("a.txt", 3, 7, 40, 42)
    assert row["evidence"] == 'b.txt:14 "6m" | a.txt:9 "7m"'
    assert (row["surface"], row["expected"], row["verdict"], row["note"]) == ("5m", "6m", "", "")


def test_order_is_severity_article_position(facts_table: Maker) -> None:
    facts = facts_table(
        {"fact": "x1", "article": "b.txt", "start": 0},
        {"fact": "x2", "article": "a.txt", "start": 100},
        {"fact": "x3", "article": "a.txt", "start": 9},
        {"fact": "x4", "article": "c.txt"},
    )
    order = [
        {"fact": "x4", "severity": "error"},
        {"fact": "x3"},
        {"fact": "x2"},
        {"fact": "x1"},
        {"fact": "x3", "severity": "notice", "check": "other"},
    ]
    flags = build(findings(*reversed(order)), facts)
    assert list(zip(flags["article"], flags["start"], strict=True)) == [
        ("c.txt", 0),
        ("a.txt", 9),
        ("a.txt", 100),
        ("b.txt", 0),
        ("a.txt", 9),
    ]


def test_the_same_doubt_twice_is_one_flag(facts_table: Maker) -> None:
    facts = facts_table({"fact": "x1"}, {"fact": "x2"})
    doubt = {"evidence": ("x2",), "confidence": 0.5}
    flags = build(findings(doubt, doubt | {"confidence": 0.8}, {"evidence": ()}), facts)
    assert sorted(flags["confidence"]) == [0.8, 0.9]


def test_no_findings_is_an_empty_table(facts_table: Maker) -> None:
    flags = build(findings(), facts_table())
    assert flags.empty
    assert list(flags.columns) == list(FLAGS)


def test_a_fact_that_is_not_there_is_named(facts_table: Maker) -> None:
    with pytest.raises(ValueError, match="echo speaks of fact 'x9'"):
        build(findings({"evidence": ("x9",)}), facts_table({"fact": "x1"}))
