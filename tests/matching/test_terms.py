"""Words in the form in which measures and sentences are compared."""

from __future__ import annotations

import pytest

from checks.matching import terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("drones", "drone"),
        ("died", "killed"),
        ("deaths", "killed"),
        ("wounded", "injured"),
        ("sales", "turnover"),
        ("Nigeria's", "Nigeria"),
        ("Nigeria’s", "nigeria"),
        ("shipments", "exports"),
        ("exporting", "exported"),
        ("takeover", "purchases"),
        ("people", "persons"),
        ("outlays", "budget"),
        ("crop", "harvests"),
    ],
)
def test_words_that_mean_the_same_fold_to_one(one: str, other: str) -> None:
    assert terms.fold(one) == terms.fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("killed", "injured"), ("export", "import"), ("revenue", "profit"), ("loan", "budget")]
)
def test_words_that_do_not_stay_apart(one: str, other: str) -> None:
    assert terms.fold(one) != terms.fold(other)


def test_content_leaves_out_numbers_and_function_words() -> None:
    assert terms.content("The budget of 2024 was $3.2 billion, said the ministry") == {
        terms.fold(word) for word in ("budget", "billion", "ministry")
    }
    assert terms.content("") == frozenset()
    assert terms.content("it was the one") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [("people killed", "people injured", "injured/killed"), ("deaths", "casualties", "casualty/killed"),
     ("gross profit", "net profit", "gross/net"), ("oil exports", "oil imports", "export/import"),
     ("people killed", "people dead", ""), ("oil exports", "oil", ""), ("", "", "")],
)  # fmt: skip
def test_scopes_that_exclude_one_another(one: str, other: str, words: str) -> None:
    found = terms.apart(terms.scopes(one), terms.scopes(other))
    assert sorted(found.split("/")) == words.split("/")


def test_a_phrase_with_both_words_of_a_list_excludes_neither() -> None:
    both = terms.scopes("people killed and injured")
    assert not terms.apart(both, terms.scopes("people killed"))
    assert not terms.apart(terms.scopes("people injured"), both)


@pytest.mark.parametrize(
    ("measure", "telling"),
    [("people", False), ("companies", False), ("people injured", True), ("loan", True)],
)
def test_what_is_counted_everywhere_tells_nothing(measure: str, telling: bool) -> None:
    assert terms.telling(terms.content(measure)) is telling


@pytest.mark.parametrize(("measure", "fleeting"), [("shares", True), ("bond yield", True), ("loan", False)])
def test_what_moves_from_day_to_day(measure: str, fleeting: bool) -> None:
    assert terms.fleeting(terms.content(measure)) is fleeting
