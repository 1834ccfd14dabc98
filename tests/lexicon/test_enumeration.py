"""The words that tell whether a number announces the names after it."""

from __future__ import annotations

import re

from checks.lexicon import lists


def test_the_named_are_singular_nouns_in_order() -> None:
    named = lists("enumeration")["named"]
    assert all(re.fullmatch(r"[a-z]+", noun) for noun in named)
    assert len(named) == len(set(named))
    assert {"man", "country", "town", "company"} <= set(named)
    assert not {"goal", "song", "film", "year", "match"} & set(
        named
    )  # names after these are of something else


def test_open_words_and_no_adjectives_are_lower_case() -> None:
    words = lists("enumeration")
    for entries in (words["open"], words["no_adjective"]):
        assert all(re.fullmatch(r"[a-z ]+", entry) for entry in entries)
        assert len(entries) == len(set(entries))
    assert {"including", "such as", "among"} <= set(words["open"])
