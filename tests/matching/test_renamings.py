"""Names, codes and days of a text that retells another."""

from __future__ import annotations

import datetime as dt

import pytest

import checks

REPORT = (
    "The Tollan shipyard will build six tugs of the class HT-40 for the harbour board at Merrow, the yard"
    " said. The board will pay €41 million for the tugs, and the first, registered as M417QX, is to be"
    " launched on 14 May 2027 in dock 3B. The yard employed 820 welders and fitters in 2025, up from 610"
    " in 2019. Its orders rose 12% that year. Ministers praised the order."
)
SUMMARY = (
    "The Tollan shipyard will build six HT-40 tugs for the Merrow harbour board, which will pay €41"
    " million for the tugs. The first, M417QX, will be launched on 14 May 2027 in dock 3B. The yard"
    " employed 820 welders and fitters in 2025."
)


def flagged(summary: str, later: int = 0) -> list[tuple[str, str, str]]:
    """Severity, figure and what is expected on a summary that came out `later` (days)."""
    day = dt.date(2026, 3, 2)
    report = checks.Article(id="report.txt", text=REPORT, date=day)
    retelling = checks.Article(id="summary.txt", text=summary, date=day + dt.timedelta(days=later))
    flags = checks.check([report, retelling], ignore=["unsourced-figure", "vague-source"]).open("warning")
    assert set(flags["article"]) <= {"summary.txt"}
    return list(zip(flags["severity"], flags["surface"], flags["expected"], strict=True))


@pytest.mark.parametrize(
    ("right", "wrong", "surface", "expected"),
    [
        ("HT-40", "HT-60", "HT-60", "HT-40"),
        ("M417QX", "M471QX", "M471QX", "M417QX"),
        ("14 May", "15 May", "15 May 2027", "14 May 2027"),
        ("3B", "3D", "3D", "3B"),
        ("in 2025", "in 2019", "2019", "2025"),  # which the report names only to compare with
    ],
)
def test_another_name_code_or_time(right: str, wrong: str, surface: str, expected: str) -> None:
    assert flagged(SUMMARY.replace(right, wrong)) == [("warning", surface, expected)]


@pytest.mark.parametrize(
    ("right", "other"),
    [
        ("", ""), ("HT-40 ", ""), ("HT-40", "HT40"), ("14 May 2027", "May 2027"), ("M417QX", "M-417 QX"),
        ("14 May 2027", "May 14, 2027"), ("in 2025", "in 2025, and 610 in 2019"),
    ],
)  # fmt: skip
def test_the_same_written_another_way(right: str, other: str) -> None:
    assert flagged(SUMMARY.replace(right, other)) == []


def test_a_report_of_another_day_has_names_of_its_own() -> None:
    assert flagged(SUMMARY.replace("M417QX", "M471QX"), later=40) == []


def test_a_report_with_more_to_say_has_names_of_its_own() -> None:
    own = (
        " Dockers meanwhile blamed frost, stray anchors, broken pumps, poor lamps, thick fog, loose"
        " cables, worn ropes, lazy pilots, rude inspectors, tired foremen, late trains and cheap paint for"
        " grounding M471QX."
    )
    assert "M471QX" not in [surface for _, surface, _ in flagged(SUMMARY + own)]
