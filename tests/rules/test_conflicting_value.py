"""Flags on groups of articles: one a figure, one a change of a toll."""

from __future__ import annotations

import datetime as dt

import pytest

import checks


def flags(*tolls: tuple[str, int | None, str]) -> list[tuple[str, str, str, str]]:
    """Severity, article, surface and evidence of the flags on reports of a toll: name, day of June, toll."""
    articles = [
        checks.Article(
            id=f"{name}.txt",
            text=f"The quake in Tavria killed {toll} people.",
            date=dt.date(2025, 6, day) if day else None,
        )
        for name, day, toll in tolls
    ]
    found = checks.check(articles, select=["conflicting-value"]).flags
    return list(found[["severity", "article", "surface", "evidence"]].itertuples(index=False, name=None))


def test_one_notice_for_a_change_of_a_toll_however_many_report_it() -> None:
    reports = [("a", 1, "12"), ("b", 2, "30"), ("c", 2, "30"), ("d", 3, "30"), ("e", 4, "55"), ("f", 5, "55")]
    assert flags(*reports) == [
        ("notice", "b.txt", "30", 'a.txt:1 "12"'),
        ("notice", "e.txt", "55", 'd.txt:1 "30"'),
    ]


def test_the_later_article_is_flagged_whatever_its_name() -> None:
    assert flags(("b", 1, "12"), ("a", 2, "30")) == [("notice", "a.txt", "30", 'b.txt:1 "12"')]


def test_the_one_that_stands_alone_is_flagged_once() -> None:
    reports = [("a", None, "212"), ("b", None, "122"), ("c", None, "122"), ("d", None, "122")]
    assert flags(*reports) == [("error", "a.txt", "212", 'b.txt:1 "122" | c.txt:1 "122" | d.txt:1 "122"')]


@pytest.mark.parametrize("last", [("e", 3, "90"), ("e", 3, "30"), ("e", 9, "12")])
def test_a_later_article_keeps_the_flags_that_are_there(last: tuple[str, int, str]) -> None:
    def ids(*reports: tuple[str, int, str]) -> set[str]:
        articles = [
            checks.Article(
                id=name, text=f"The quake in Tavria killed {toll} people.", date=dt.date(2025, 6, day)
            )
            for name, day, toll in reports
        ]
        return set(checks.check(articles, select=["conflicting-value"]).flags["flag"])

    reports = [("a", 1, "12"), ("b", 1, "30"), ("c", 2, "41"), ("d", 2, "30")]
    assert ids(*reports) < ids(*reports, last) or ids(*reports) == ids(*reports, last)


def test_values_far_apart_are_of_two_things() -> None:
    assert flags(("a", 1, "12"), ("b", 2, "9,300")) == []
