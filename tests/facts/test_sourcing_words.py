"""A sentence as words and where they stand."""

from __future__ import annotations

from checks.facts.sourcing.words import split


def test_words_stand_where_they_are_printed() -> None:
    text = "Mr O’Neil’s bank, Barclays, said: “1,200 jobs (U.S. only)…”  İstanbul"
    words = split(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == words.raw
    assert words.low == [word.lower() for word in words.raw]
    assert words.at(0) == "mr"
    assert words.at(-1) == words.at(len(words)) == ""
    assert not len(split("  "))
