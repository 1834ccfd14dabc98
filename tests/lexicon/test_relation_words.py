"""The word lists of relations and of bounded shares."""

import re

import pytest

from checks import lexicon


def lists(table):
    for value in table.values():
        if isinstance(value, dict):
            yield from lists(value)
        else:
            yield value


@pytest.mark.parametrize("name", ["relations", "bounded_shares"])
def test_words_are_lower_case_and_listed_once(name):
    for words in lists(lexicon.lists(name)):
        assert words
        assert len(words) == len(set(words))
        assert all(word == word.lower().strip() for word in words)


def test_the_lists_of_bounded_shares_are_patterns():
    for words in lists(lexicon.lists("bounded_shares")):
        re.compile("|".join(words))


def test_kinds_of_things_are_no_kinds_of_people():
    sums = lexicon.lists("relations")["sums"]
    assert not set(sums["kinds"]) & set(sums["people"])
    assert not {kind for kinds in sums["kinds"].values() for kind in kinds} & set(sums["people"]) - {
        "fighter"
    }
