"""Comments to checks: what they hold for, what they cannot say, and which of them are stale."""

from __future__ import annotations

import pandas as pd
import pytest

from checks.flags.suppressions import SuppressionError, apply, read
from checks.model import Article

KNOWN = ("date-span", "percent-change", "unsourced-figure")


def held(text: str, *flagged: tuple[str, str], ran: tuple[str, ...] = KNOWN) -> tuple[list[str], list[str]]:
    """The surfaces still flagged in `text` when `flagged` (rule, surface) were found, and the stale lines."""
    rows = [("a.md", text.index(surface), check, surface) for check, surface in flagged]
    flags = pd.DataFrame(rows, columns=["article", "start", "check", "surface"])
    outcome = apply(flags, read([Article(id="a.md", text=text)], KNOWN), KNOWN, ran)
    assert len(outcome.flags) + outcome.suppressed == len(flags)
    return list(outcome.flags["surface"]), outcome.stale


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It sold 11.\n\n<!-- checks: ignore percent-change -->\nIt sold 22.\n\nIt sold 33.", ["11", "33"]),
        ("It sold 11.\n\n<!-- checks: ignore percent-change -->\n\nIt sold 22.\n\nIt sold 33.", ["11", "33"]),
        ("It sold 11.\n\nIt sold 22. <!-- checks: ignore percent-change -->\n\nIt sold 33.", ["11", "33"]),
        ("It sold 11.\n\nIt <!-- checks: ignore percent-change --> sold 22.\n\nIt sold 33.", ["11", "33"]),
        ("It sold 11.\n\n<!-- checks: ignore percent-change --> It sold 22.\n\nIt sold 33.", ["11", "33"]),
        ("- sold 11\n- sold 22 <!-- checks: ignore percent-change -->\n- sold 33", ["11", "33"]),
        (
            "It sold 11.\r\n\r\n<!--checks:ignore percent-change-->\r\nIt sold 22.\r\n\r\nIt sold 33.",
            ["11", "33"],
        ),
        ("It sold 11, 22 and 33. <!-- checks: ignore date-span, percent-change -->", []),
        ("It sold 11, 22 and 33. <!-- checks: ignore date-span percent-change -->", []),
        ("It sold 11, 22 and 33. <!-- CHECKS: Ignore -->", []),
        ("It sold 11.\n\nIt sold 22 and 33.\n\n<!-- checks: ignore-article percent-change -->", []),
        ("It sold 11.\n\n<!-- checks: ignore_article -->\n\nIt sold 22.\n\nIt sold 33.", []),
        ("It sold 11, 22 and 33. <!-- checks: ignore date-span -->", ["11", "22", "33"]),
        ("It sold 11, 22 and 33.\n\n<!-- checks: ignore percent-change -->", ["11", "22", "33"]),
        ("It sold 11, 22, 33: `<!-- checks: ignore percent-change -->`", ["11", "22", "33"]),
        (
            "It sold 11.\n\n<!-- checks all of it --> It sold 22. <!-- a check -->\n\nIt sold 33.",
            ["11", "22", "33"],
        ),
    ],
)
def test_what_a_comment_holds_for(text: str, left: list[str]) -> None:
    assert held(text, *(("percent-change", surface) for surface in ("11", "22", "33")))[0] == left


def test_two_comments_may_hold_for_one_paragraph() -> None:
    text = "<!-- checks: ignore date-span -->\n<!-- checks: ignore percent-change -->\nIt sold 22 in 33."
    flagged = ("percent-change", "22"), ("date-span", "33"), ("unsourced-figure", "22")
    assert held(text, *flagged) == (["22"], [])


def test_a_comment_is_stale_where_it_suppresses_nothing() -> None:
    text = (
        "It sold 22. <!-- checks: ignore date-span, percent-change -->\n\n<!-- checks: ignore-article -->\nX."
    )
    first = "a.md:1: <!-- checks: ignore date-span --> suppresses nothing (any more); take it out"
    assert held(text, ("percent-change", "22"))[1] == [first]
    assert held(text, ("percent-change", "22"), ran=("percent-change",))[1] == []
    assert [line[:7] for line in held(text)[1]] == ["a.md:1:", "a.md:1:", "a.md:3:"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- checks: ingore percent-change -->", "there is no 'ingore'; did you mean 'ignore'?"),
        ("<!-- checks: skip -->", "there is no 'skip'; there are ignore, ignore-article"),
        ("<!-- checks: -->", "says nothing; write ignore or ignore-article"),
        (
            "<!-- checks: ignore percent_change -->",
            "no rule 'percent_change'; did you mean 'percent-change'?",
        ),
        ("<!-- checks: ignore zzz -->", "no rule 'zzz'; the rules are date-span, percent-change, unsourced-"),
        ("<!-- checks: ignore percent-change", "is not closed; end it with -->"),
        ("<!-- checks: ignore date-span\n\nText\n<!-- x -->", "is not closed; end it with -->"),
        ("<!-- check: ignore date-span -->", "those begin with <!-- checks: ignore"),
        ("<!-- checks ignore date-span -->", "those begin with <!-- checks: ignore"),
    ],
)
def test_a_comment_that_cannot_be_followed(comment: str, message: str) -> None:
    article = Article(id="news/a.md", text=f"# Title\n\nIt sold 5. {comment}")
    with pytest.raises(SuppressionError) as error:
        read([article], KNOWN)
    text = str(error.value)
    assert text.startswith("news/a.md:3: <!-- check")
    assert message in text
    assert "\n" not in text
