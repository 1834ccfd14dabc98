"""The words of numbers, and where a text has them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks.figures import vocabulary


def test_words_are_found_where_they_stand_alone() -> None:
    low = "two men, someone, tenfold, won't, one's, fifty_two, ninety-first and 3two"
    found = vocabulary.words(low)
    assert [low[w.start : w.end] for w in found] == ["two", "tenfold", "one", "ninety-first"]


def test_an_ordinal_with_a_hyphen_is_one_denominator() -> None:
    (word,) = vocabulary.words("twenty-fifths")
    assert (word.denominator, word.plural, word.rank) == (25, True, 0)


def test_a_negated_verb_is_no_number() -> None:
    assert vocabulary.words("it won't; one't") == []


@given(st.text())
def test_lower_case_keeps_every_offset(text: str) -> None:
    low = vocabulary.lowered(text)
    assert len(low) == len(text)
    assert all(a == b or a.lower() == b for a, b in zip(text, low, strict=True))


def test_a_capital_that_has_two_letters_in_lower_case_stays() -> None:
    assert vocabulary.lowered("İTEN") == "İten"
