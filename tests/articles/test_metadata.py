"""Title, date and publisher of a text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from checks.articles.metadata import metadata

#: An article, and what a page prints above and below it.
ABOVE, BODY, BELOW = (
    (Path(__file__).parent / f"page_{part}.txt").read_text(encoding="utf-8").strip()
    for part in ("above", "body", "below")
)
DAY = dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    "line",
    [
        "Published: March 5, 2024",
        "Published Tuesday, March 5th, 2024 @ 9:25 PM",
        "First published 5 Mar 2024 07.15 GMT",
        "Last updated: Mar. 5, 2024 7:07 am",
        "Posted on 2024-03-05T07:07:00Z",
        "Date: 5 March 2024",
        "March 5, 2024",
        "Tuesday 5 March 2024, 10:30 a.m.",
        "5-Mar-2024",
        "Last updated: March 9, 2024\nPublished: March 5, 2024",
        "March 5, 2024\nUpdated March 9, 2024",
    ],
)
def test_a_line_that_dates_the_article(line: str) -> None:
    assert metadata(f"Velmar port sets a record\n\n{line}\n\n{BODY}").date == DAY


@pytest.mark.parametrize(
    "opening",
    [
        "(Mar 5, 2024  1:52 PM CDT) ",
        "VELMAR, March 5, 2024 (Reuters) - ",
        "VELMAR, Ore. — March 5, 2024 — ",
        "2024-03-05 - ",
    ],
)
def test_a_dateline(opening: str) -> None:
    assert metadata(opening + BODY).date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "The fire of March 5, 2024 cost 4 lives.",
        f"Velmar port sets a record\n\n{BODY}\n\nOn March 5, 2024 the quay opened.",
        "March 5, 2024 was the day on which the quay opened.",
        "Published: February 30, 2024",
        "Published on March 5, 2024 by the harbour office, the report counts what passes the gate.",
        "Sales rose 5% in 2024.",
    ],
)
def test_other_dates_are_not_the_articles(text: str) -> None:
    assert metadata(text).date is None


def test_front_matter() -> None:
    found = metadata(
        '---\ntitle: "Ports"\ndate: 2024-03-05 10:00\npublisher: Velmar Courier\n---\n# Other\n' + BODY
    )
    assert found == ("Ports", DAY, "Velmar Courier")


def test_title() -> None:
    assert metadata(f"Velmar port sets a record\n{BODY}").title == "Velmar port sets a record"
    assert metadata(f"# Velmar **grows**\n\n{BODY}").title == "Velmar **grows**"
    assert metadata(f"{ABOVE}\n{BODY}\n{BELOW}") == ("Velmar port sets a record", DAY, "The Velmar Courier")
    assert metadata(BODY).title == ""
    assert metadata("Port grows by a third").title == ""
    assert metadata("By Anna Sorge\n\n" + BODY).title == ""
