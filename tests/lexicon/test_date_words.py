"""The words that decide whether a number is a year."""

from __future__ import annotations

import pytest

from checks.lexicon import lists


@pytest.mark.parametrize("name", lists("dates"))
def test_each_list_is_in_lower_case_and_has_no_word_twice(name: str) -> None:
    words = lists("dates")[name]
    assert words == [word.lower() for word in words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(("one", "other"), [("counted", "dated"), ("year_before", "counts_before")])
def test_lists_that_speak_against_each_other_share_no_word(one: str, other: str) -> None:
    assert not set(lists("dates")[one]) & set(lists("dates")[other])
