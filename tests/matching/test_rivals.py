"""Whether a value mentioned again is a former, rejected or wished-for one."""

from __future__ import annotations

import pytest

from checks.lexicon import lists
from checks.matching.rivals import rival

STATED = ("The toll is $14.", "$14", "level")
RIVALS = [
    ("Mayors pledged to restore the $9 toll.", "restore"),
    ("Drivers would pay $14 instead of the $9 toll.", "instead of"),
    ("It replaces the toll of $9.", "replaces"),
    ("The $9 toll was voted down.", "voted down"),
    ("The $9 toll lapsed last year.", "lapsed"),
    ("The $9 toll was introduced in 2018.", "introduced in"),
    ("The $9 toll of 2018 was popular.", "toll of 2018"),
    ("Hauliers had asked for the $9 toll.", "had asked"),
]
SAME = [
    "The $9 toll starts in May.",
    "The $9 toll will replace a ferry fare.",
    "The $9 toll will apply, but ministers rejected a ban on lorries.",
    "Ministers rejected a ban on lorries; the $9 toll starts in May.",
    "The $9 toll runs to 2031.",
]


@pytest.mark.parametrize(("sentence", "why"), RIVALS)
def test_another_value(sentence: str, why: str) -> None:
    assert rival(*STATED, sentence, "$9", "level") == why


@pytest.mark.parametrize("sentence", SAME)
def test_the_same_value(sentence: str) -> None:
    assert rival(*STATED, sentence, "$9", "level") == ""


@pytest.mark.parametrize(
    ("first", "why"),
    [("The toll will rise to about $14.", "rise to"), ("The city would cap tolls at $14.", "cap at"),
     ("The toll will be $14.", "be"), ("The city will buy the bridge for $14.", "")],
)  # fmt: skip
def test_a_new_level_is_not_the_one_in_force(first: str, why: str) -> None:
    assert rival(first, "$14", "target", "Drivers dislike the $9 toll.", "$9", "level") == why
    assert rival(first, "$14", "target", "Drivers will pay the $9 toll.", "$9", "target") == ""


def test_the_old_value_of_a_change() -> None:
    first = "The toll rose from $14 to $18."
    assert rival(first, "$14", "level", "The $81 toll is high.", "$81", "level") == "from"


def test_a_first_value_that_was_rejected() -> None:
    assert rival("A toll of $14 was defeated.", "$14", "level", "The $9 toll passed.", "$9", "level")


def test_a_word_of_both_clauses_tells_nothing() -> None:
    first, then = "A toll of $14 was rejected.", "The rejected $41 toll would have begun in May."
    assert rival(first, "$14", "level", then, "$41", "level") == ""


def test_the_lists() -> None:
    words = lists("scope")["rival"]
    assert set(words) == {"object", "undone", "dated", "wish", "moved"}
    assert all(word == word.lower().strip() for name in words for word in words[name])
