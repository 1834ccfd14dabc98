"""The words of change, of scope and of measures."""

from __future__ import annotations

from itertools import combinations

import pytest

from checks.facts import phrases
from checks.lexicon import lists
from checks.lexicon.nouns import singular
from checks.matching import terms


@pytest.mark.parametrize("kind", ["verbs", "nouns", "words"])
def test_words_of_change_stand_once_and_go_one_way(kind: str) -> None:
    up, down = lists("change")[kind]["up"], lists("change")[kind]["down"]
    assert len(set(up)) == len(up)
    assert len(set(down)) == len(down)
    assert not set(up) & set(down)
    assert all(word == word.lower() and word.isalpha() for word in up + down)


def test_nouns_of_change_are_given_in_the_singular() -> None:
    assert all(singular(word) == word for words in lists("change")["nouns"].values() for word in words)


def test_stances_exclude_one_another() -> None:
    target, hypothetical = lists("change")["stance"]["target"], lists("change")["stance"]["hypothetical"]
    assert len(set(target)) == len(target)
    assert not set(target) & set(hypothetical)


LISTS = sorted(name for name, words in lists("measure").items() if isinstance(words, list))


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_measure_words_are_in_lower_case_and_have_no_word_twice(name: str) -> None:
    words = lists("measure")[name]
    assert len(set(words)) == len(words)
    assert all(word == word.lower() for word in words)
    assert phrases.words(name) == set(words)


def test_no_verb_has_two_names_and_none_both_deals_and_values() -> None:
    forms = [form for forms in lists("measure")["dealings"].values() for form in forms]
    assert len(set(forms)) == len(forms)
    assert not set(forms) & set(lists("measure")["valuing"])


def test_what_a_measure_refers_to_is_a_noun_in_the_singular() -> None:
    for name in ("completed", "referring", "of_people", "bare_units"):
        assert all(singular(word) == word for word in lists("measure")[name])


def test_words_of_periods_are_in_lower_case_and_stand_once() -> None:
    for words in lists("periods").values():
        assert len(set(words)) == len(words)
        assert all(word == word.lower() for word in words)


DIFFERENT = [
    ("people killed", "people injured"),
    ("gross profit", "net profit"),
    ("profit before tax", "profit after tax"),
    ("oil exports", "oil production"),
    ("crude exports", "oil product exports"),
    ("civilians killed", "soldiers killed"),
    ("wheat exports", "rice exports"),
    ("core inflation", "headline inflation"),
    ("planned spending", "actual spending"),
    ("real growth", "nominal growth"),
    ("refining capacity", "oil production"),
    ("trade deficit", "trade surplus"),
    ("people killed", "casualties"),
    ("aid pledged", "aid received"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_measures_that_are_not_the_same(one: str, other: str) -> None:
    assert terms.apart(terms.scopes(one), terms.scopes(other))


ALIKE = [
    ("people killed", "people dead"),
    ("defence budget", "defense spending"),
    ("workforce", "employees"),
    ("tea exports", "tea shipments"),
    ("petrol price", "gasoline price"),
    ("aid pledged", "aid promised"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_measures_that_are_the_same(one: str, other: str) -> None:
    assert terms.content(one) == terms.content(other)
    assert not terms.apart(terms.scopes(one), terms.scopes(other))


@pytest.mark.parametrize("name", ["empty", "generic", "fleeting"])
def test_lists_of_scope_words_have_no_word_twice(name: str) -> None:
    words = lists("scope")[name]
    assert len(set(words)) == len(words)


def test_each_word_means_one_thing_and_folds_to_the_first_of_its_list() -> None:
    same = lists("scope")["same"]
    words = [word for group in same for word in group]
    assert len(set(words)) == len(words)
    assert all(terms.fold(word) == group[0] for group in same for word in group)


@pytest.mark.parametrize("group", lists("scope")["apart"], ids=lambda group: group[0])
def test_the_words_of_an_exclusive_list_exclude_one_another_both_ways(group: list[str]) -> None:
    assert len(set(group)) == len(group)
    for one, other in combinations(group, 2):
        if terms.fold(one) != terms.fold(other):
            assert terms.apart(terms.scopes(one), terms.scopes(other))
            assert terms.apart(terms.scopes(other), terms.scopes(one))


def test_folding_twice_is_folding_once() -> None:
    for group in (*lists("scope")["same"], *lists("scope")["apart"]):
        for word in group:
            assert terms.fold(terms.fold(word)) == terms.fold(word)


def test_how_often_is_said_by_one_unit_of_time() -> None:
    rows = lists("scope")["often"]
    assert len({row["time"] for row in rows.values()}) == len(rows)
    assert all(name in row["words"] for name, row in rows.items())
    assert terms.frequencies()[terms.fold("yearly")] == "annual"
