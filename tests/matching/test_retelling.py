from __future__ import annotations

import datetime as dt

import pytest

import checks

REPORT = (
    "The Tollan shipyard will build six tugs for the harbour board at Merrow, the yard said. The board will"
    " pay €41 million for the tugs, and the first is to be launched in May 2027. The yard employs 820"
    " welders and fitters. Its orders rose 12% last year. Ministers praised the order."
)
SUMMARY = (
    "The Tollan shipyard will build six tugs for the Merrow harbour board, which will pay €41 million for the"
    " tugs. The yard employs 820 welders and fitters."
)


def conflicts(summary: str, days: int | None = None) -> list[tuple[str, str]]:
    """The errors and warnings on a summary of the report that came out `days` later (None: undated)."""
    first = None if days is None else dt.date(2026, 3, 2)
    second = None if first is None else first + dt.timedelta(days=days or 0)
    articles = [
        checks.Article(id="report.txt", text=REPORT, date=first),
        checks.Article(id="summary.txt", text=summary, date=second),
    ]
    flags = checks.check(articles, select=["conflicting-value"]).open("warning")
    return list(zip(flags["surface"], flags["expected"], strict=True))


def test_a_true_summary_raises_nothing() -> None:
    assert conflicts(SUMMARY) == []


@pytest.mark.parametrize(
    ("right", "wrong", "flagged"),
    [
        ("€41 million", "€47 million", ("€47 million", "€41 million")),
        ("820 welders", "280 welders", ("280", "820")),
    ],
)
def test_a_figure_retold_wrongly_is_found(right: str, wrong: str, flagged: tuple[str, str]) -> None:
    assert conflicts(SUMMARY.replace(right, wrong)) == [flagged]


def test_rounding_is_no_error() -> None:
    assert conflicts(SUMMARY.replace("€41 million", "about €40 million")) == []


def test_a_later_report_tells_of_later_values() -> None:
    assert conflicts(SUMMARY.replace("820 welders", "760 welders"), days=40) == []


DATED = SUMMARY.replace("tugs. The", "tugs, the first of them by 2027. The")


def test_a_year_that_the_report_never_names_is_found() -> None:
    assert conflicts(DATED) == []
    assert conflicts(DATED.replace("2027", "2029")) == [("2029", "May 2027")]


@pytest.mark.parametrize(
    ("told", "retold", "found"),
    [
        ("at least €41 million", "€41 million", []),
        ("at least €41 million", "€48 million", [("€48 million", "€41 million")]),
        ("€41 million", "€41 billion", []),  # scale-slip's
    ],
)
def test_a_limit_retold_as_a_value(told: str, retold: str, found: list[tuple[str, str]]) -> None:
    report = checks.Article(id="report.txt", text=REPORT.replace("€41 million", told))
    summary = checks.Article(id="summary.txt", text=SUMMARY.replace("€41 million", retold))
    flags = checks.check([report, summary], select=["conflicting-value"]).open("warning")
    assert [
        (s, e.removeprefix("at least ")) for s, e in zip(flags["surface"], flags["expected"], strict=True)
    ] == found
