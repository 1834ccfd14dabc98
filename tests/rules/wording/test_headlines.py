"""Which figures of a headline are compared with the text, and when they agree."""

from __future__ import annotations

import pytest

from checks.model import Interval
from checks.rules.wording.headlines import agree, claims, turned, turned_or_scaled


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry capsize off Leyte kills 43", ["43"]),
        ("Storm kills 14, injures 41", ["14", "41"]),
        ("Profit up 12% to £1.6bn at Halvard", ["12%", "£1.6bn"]),
        ("12 things to know about the strike", []),
        ("The 25 best films of the year", []),
        ("Police arrest 43 more in Varna", []),
        ("Budget 2024 at a glance", []),
        ("Flight 815 found", []),
        ("Man, 43, held over stabbing", []),
        ("Three dead in blaze", []),
    ],
)
def test_the_figures_a_text_must_bear_out(title: str, expected: list[str]) -> None:
    assert [claim.figure.surface for claim in claims(title, "2025-03-03")] == expected


def test_the_present_tense_of_headlines_is_read_as_the_past() -> None:
    (claim,) = claims("Crash kills 43", "")
    assert "killed" in claim.before


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (43, 34, True),
        (830_000, 382_000, True),
        (1_200, 2_100, True),
        (43, 45, False),
        (44, 44, False),
        (20, 2, False),
    ],
)
def test_digits_turned_round(a: float, b: float, expected: bool) -> None:
    assert turned(a, b) is turned(b, a) is expected


def test_a_point_moved_is_a_slip() -> None:
    assert turned_or_scaled(9_300, 93_000)
    assert not turned_or_scaled(9_300, 9_500)


def test_headlines_round_and_do_not_turn() -> None:
    assert agree(Interval(389_000, 411_000), 400_000, Interval(381_500, 382_500), 382_000)
    assert not agree(Interval(45.5, 46.5), 46, Interval(63.5, 64.5), 64)
