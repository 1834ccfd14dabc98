"""What bears a figure out, or does not, as the page has it."""

from __future__ import annotations

import pytest

import checks
from checks.model import Article
from checks.reports.page import data

REPORT = "The port handled 4.93 million tonnes of cargo in 2024. The authority made a profit of $6.2 million."
DRAFT = "The port handled 4.9 million tonnes of cargo in 2024. The port made a profit of $6.2 billion."


@pytest.fixture(scope="module")
def block():
    articles = [Article("draft.md", DRAFT)]
    result = checks.check(articles, evidence=[Article("report.txt", REPORT)])
    return data.block(result, articles, {})


def test_a_figure_that_is_borne_out_quotes_the_sentence(block) -> None:
    cargo = block["articles"][0]["figures"][0]
    assert (cargo[3]["how"], cargo[3]["borne"]) == ("Borne out, rounded, by", True)
    (number,) = cargo[3]["by"]
    assert block["quotes"][number] == [
        "report.txt:1",
        "4.93 million tonnes",
        REPORT.partition(" The auth")[0],
    ]


def test_what_a_flag_is_set_against_is_quoted_too(block) -> None:
    (flag,) = (flag for flag in block["flags"] if flag["check"] == "scale-slip")
    (spot,) = flag["evidence"]
    assert block["quotes"][spot["quote"]][1:] == [
        "$6.2 million",
        "The authority made a profit of $6.2 million.",
    ]
    assert (flag["support"]["how"], flag["support"]["borne"]) == ("The evidence says otherwise", False)


def test_without_evidence_nothing_is_said_of_it() -> None:
    articles = [Article("draft.md", DRAFT)]
    block = data.block(checks.check(articles), articles, {})
    assert block["quotes"] == []
    assert all(len(figure) == 3 for figure in block["articles"][0]["figures"])
    assert not any("support" in flag for flag in block["flags"])
