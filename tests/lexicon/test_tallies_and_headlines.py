"""The words of running totals and of headlines."""

from __future__ import annotations

from checks.lexicon import lists
from checks.matching import terms
from checks.matching.running import cues


def test_words_that_mean_the_same_are_among_the_growing() -> None:
    tallies = lists("tallies")
    growing = set(tallies["growing"])
    assert set(tallies["same"]) | set(tallies["same"].values()) <= growing


def test_no_word_says_both_that_a_total_runs_and_that_it_was_lowered() -> None:
    found = lists("tallies")["cues"]
    for name in ("lowered", "unsure", "partial"):
        assert not set(found[name]) & set(found["running"])


def test_cues_are_whole_words() -> None:
    assert cues("running").search("The toll has reached 31")
    assert not cues("running").search("The tollgate took 31 cars")


def test_the_words_of_headlines_are_in_lower_case() -> None:
    headlines = lists("headlines")
    for name in ("lists", "partial", "ends"):
        assert [word.lower() for word in headlines[name]] == headlines[name]


def test_the_present_tense_leads_to_words_that_matching_knows() -> None:
    for meant in lists("headlines")["present"].values():
        assert terms.fold(meant) in {"killed", "injured"}
