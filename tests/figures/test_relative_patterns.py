"""The part of a text that is searched for relative dates holds all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures import relative_dates, relative_patterns

PIECES = [
    "Sales rose",
    "in the three months to the end of December 2023,",
    "a year earlier",
    "yesterday",
    "Tomorrow",
    "the first two quarters of the last financial year",
    "the week ending 9 February",
    "last month",
    "on Tuesday",
    "since the beginning of the decade",
    "twenty-five years ago",
    "the company said, as it had long expected, that",
    "this year's",
    "for the second time in as many weeks",
    "5 May 2021",
    "between",
    "and",
    "x" * 90,
    "-",
    ".",
]


def told(text: str) -> list[tuple[int, int, str]]:
    return [(phrase.start, phrase.end, phrase.grain) for phrase in relative_dates.phrases(text, ())]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_what_lies_outside_holds_no_relative_date(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = told(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(relative_patterns, "stretch", lambda text: (0, len(text) + 1))
        assert told(text) == found


def test_a_text_without_one_is_not_searched() -> None:
    first, last = relative_patterns.stretch("Sales were $5 million, the company said.")
    assert first == last
