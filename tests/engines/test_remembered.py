"""What was judged before is not judged again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import checks
from checks.engines import local
from checks.engines.judging import Judged
from checks.model import Article, Parts

DAY = dt.date(2024, 5, 6)
SALES = "Sales rose 20% to $150 million from $100 million.\n\nSome 4,000 shops closed in Ostvik."
MILL = "The mill in Ostvik killed 14 people.<!-- a remark --> It opened on Monday, 3 May 2022."
PAGES = "Growth was 3%.\fSales fell 50% to $80 million from $100 million."
ARTICLES = [
    Article("a.txt", SALES, date=DAY),
    Article("b.txt", MILL),
    Article("c.txt", PAGES, date=DAY, parts=Parts("page", (0, 15))),
]


@pytest.fixture
def judgements(monkeypatch: pytest.MonkeyPatch) -> list[Judged]:
    """Grows with each judgement."""
    usual, made = local._judged, []
    monkeypatch.setattr(local, "_judged", lambda *given: made.append(usual(*given)) or made[-1])
    return made


def same(one: checks.Result, other: checks.Result) -> None:
    for name in ("facts", "flags", "pairs", "copies"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
    assert (one.notes, one.stale, one.suppressed) == (other.notes, other.stale, other.suppressed)


def test_the_same_articles(tmp_path: Path, judgements: list[Judged]) -> None:
    first = checks.check(ARTICLES, cache=tmp_path)
    assert len(first.flags) >= 2
    same(checks.check(ARTICLES, cache=tmp_path), first)
    assert len(judgements) == 1
    same(checks.check(ARTICLES), first)


@pytest.mark.parametrize(
    "other",
    [
        [*ARTICLES[:2], replace(ARTICLES[2], parts=Parts())],
        [*ARTICLES[:2], replace(ARTICLES[2], text=ARTICLES[2].text + " ")],
        ARTICLES[:2],
        ARTICLES[::-1],
    ],
)
def test_other_articles(other: list[Article], tmp_path: Path, judgements: list[Judged]) -> None:
    checks.check(ARTICLES, cache=tmp_path)
    same(checks.check(other, cache=tmp_path), checks.check(other))
    assert len(judgements) == 3


@pytest.mark.parametrize(
    "asked",
    [
        {"ignore": ["percent-change"]},
        {"severity": {"percent-change": "notice"}},
        {"per_path_ignores": {"*": ["weekday-date"]}},
    ],
)
def test_asked_otherwise(asked: dict[str, object], tmp_path: Path, judgements: list[Judged]) -> None:
    checks.check(ARTICLES, cache=tmp_path)
    same(checks.check(ARTICLES, cache=tmp_path, **asked), checks.check(ARTICLES, **asked))  # type: ignore[arg-type]
    assert len(judgements) == 3


def test_sources_that_references_give(tmp_path: Path, judgements: list[Judged]) -> None:
    cells: dict[str, list[object]] = {
        name: [""] for name in ("entities", "period_start", "period_end", "url")
    }
    cells |= {"measure": ["sales"], "low": [1.0], "high": [1e12], "unit": ["USD"], "source": ["The almanac"]}
    table = pd.DataFrame(cells)
    first = checks.check(ARTICLES, table, cache=tmp_path)
    assert "The almanac" in set(first.facts["source"])
    same(checks.check(ARTICLES, table, cache=tmp_path), first)
    assert len(judgements) == 1
    checks.check(ARTICLES, table.assign(high=2.0), cache=tmp_path)
    assert len(judgements) == 2


def test_evidence_is_looked_up_each_time(tmp_path: Path, judgements: list[Judged]) -> None:
    for _ in range(2):
        checks.check(ARTICLES, evidence=[Article("e.txt", "Sales were $150 million.")], cache=tmp_path)
    assert len(judgements) == 2
