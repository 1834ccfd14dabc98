"""The word lists of this stage."""

from __future__ import annotations

from checks.lexicon import lists


def test_abbreviations_are_written_without_their_stop() -> None:
    words = lists("abbreviations")
    assert set(words) == {"titles", "numbered", "either", "clock", "after_clock", "openers", "reporting"}
    for name, entries in words.items():
        assert len(entries) == len(set(entries)), name
        assert not [word for word in entries if word.endswith(".") or word != word.strip()], name
    assert not set(words["titles"]) & set(words["either"])
    assert not {"A", "I"} - set(words["openers"])


def test_furniture_is_written_as_it_is_compared() -> None:
    words = lists("furniture")
    assert set(words) == {"lines", "starts", "inside"}
    for name, entries in words.items():
        assert len(entries) == len(set(entries)), name
        assert not [e for e in entries if e != " ".join(e.lower().split()) or "’" in e], name
