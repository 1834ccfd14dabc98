"""The word lists of attributions."""

import pytest

from checks.facts.sourcing import cue_phrases
from checks.facts.sourcing.words import grammar, group, split, verbs
from checks.lexicon import lists


def test_every_list_is_lower_case_and_free_of_doubles():
    for section, names in lists("reporting").items():
        for name, text in names.items():
            words = [w.strip() for w in (text.split("|") if "|" in text else text.split()) if w.strip()]
            assert len(words) == len(set(words)), (section, name)
            if name != "agencies":
                assert all(w == w.lower() for w in words), (section, name)


@pytest.mark.parametrize(
    ("form", "kind"),
    [("said", "say"), ("estimated", "say"), ("believes", "think"), ("found", "show"), ("rumoured", "hear")],
)
def test_verbs_have_a_kind(form: str, kind: str):
    assert verbs()[form] == kind


def test_phrases_are_parted_by_bars():
    assert "Al Jazeera" in group("sources", "agencies")
    assert "of those" in group("phrases", "continuations")
    assert "don’t" in grammar("modal")


def test_each_phrase_of_nobodys_is_looked_for():
    for phrase in group("phrases", "nobody"):
        text = f"Harlow, {phrase} it had 30 mills."
        assert cue_phrases.find(text, split(text))
