from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pytest

import checks
from checks import facts
from checks.facts.build import Columns
from checks.model import Article

ARTICLES = [
    Article("a.txt", "Sales rose 20% to $150 million from $100 million, the company said."),
    Article("b.txt", "Nothing was sold."),
    Article("c.txt", "Some 300 pupils left on Tuesday, <!-- ? --> 5% of all.", date=dt.date(2025, 6, 4)),
]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are read, as they are."""
    told: list[str] = []
    real = facts.read

    def spy(batch: list[Article], model: str | None = None) -> Iterable[Columns]:
        told.extend(article.id for article in batch)
        return real(batch, model)

    monkeypatch.setattr("checks.facts.read", spy)
    return told


def test_what_is_unchanged_is_not_read_again(tmp_path: Path, read: list[str]) -> None:
    plain = checks.extract(ARTICLES)
    read.clear()
    for _ in range(2):
        pd.testing.assert_frame_equal(checks.extract(ARTICLES, cache=tmp_path), plain)
    assert read == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize(
    "changed",
    [
        Article("a.txt", "Sales rose 25%."),
        Article("d.txt", ARTICLES[0].text),
        Article("a.txt", ARTICLES[0].text, date=dt.date(2024, 1, 1)),
    ],
)
def test_what_changed_is(tmp_path: Path, read: list[str], changed: Article) -> None:
    checks.extract(ARTICLES, cache=tmp_path)
    read.clear()
    found = checks.extract([*ARTICLES[1:], changed], cache=tmp_path)
    assert read == [changed.id]
    pd.testing.assert_frame_equal(found, checks.extract([*ARTICLES[1:], changed]))


def test_a_check_finds_the_same(tmp_path: Path) -> None:
    for _ in range(2):
        pd.testing.assert_frame_equal(
            checks.check(ARTICLES, cache=tmp_path).flags, checks.check(ARTICLES).flags
        )


def test_progress_goes_on_from_what_is_known(tmp_path: Path) -> None:
    checks.extract(ARTICLES[:2], cache=tmp_path)
    done: list[int] = []
    checks.extract(ARTICLES, cache=tmp_path, progress=done.append)
    assert done == [3]
