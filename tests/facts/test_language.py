"""The language model and what is read off its parses."""

from __future__ import annotations

import pytest

from checks.facts import language


def test_a_model_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(language.ModelMissing, match=r"en_core_nowhere is not installed; run: pip install"):
        language.load("en_core_nowhere")


def test_no_texts_need_no_model() -> None:
    assert language.parse([], "en_core_nowhere") == []


def test_batches_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"The {thing} cost {n} pounds more." for n, thing in enumerate(("car", "new car", "red boat"))]
    whole = language.parse(texts)
    monkeypatch.setattr(language, "SENTENCES", 2)
    parts = language.parse(texts)
    assert [[t.dep_ for t in doc] for doc in parts] == [[t.dep_ for t in doc] for doc in whole]


def test_parses_come_in_the_order_of_the_texts() -> None:
    texts = [
        "A much longer sentence than the others comes first here.",
        "It rained.",
        "Two came late.",
        "It rained.",
    ]
    assert [doc.text for doc in language.parse(iter(texts))] == texts


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The fund lost money.", "lost", "fund"),
        ("Prices, which rose in May, fell.", "rose", "Prices"),
        ("The fund bought bonds and sold shares.", "sold", "fund"),
        ("The plant was closed.", "closed", "plant"),
    ],
)
def test_what_a_verb_is_said_of(text: str, verb: str, subject: str) -> None:
    (doc,) = language.parse([text])
    found = language.subject(next(token for token in doc if token.text == verb))
    assert found is not None
    assert found.text == subject


def test_kinds_of_words() -> None:
    (doc,) = language.parse(["Norway will sell two boats."])
    assert [token.text for token in doc if language.is_noun(token)] == ["Norway", "boats"]
    assert [token.text for token in doc if language.is_verb(token)] == ["will", "sell"]
    sell = doc[2]
    assert language.child(sell, "dobj") == doc[4]
    assert language.child(sell, "iobj") is None
