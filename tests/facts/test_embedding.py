"""Words embedded once a batch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from checks.facts import embedding, language

TEXTS = [
    "The plant made 300 cars, and the plant made 200 vans.",
    "The plant made 300 cars (the PLANT, not the port).",
]


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many words were embedded, each time that some were."""
    (layer,) = [n for n in language.load().get_pipe("tok2vec").model.walk() if n.name == "distinct"]
    seen: list[int] = []
    inner = layer.layers[0]
    real = inner._func

    def spy(model: Any, features: Any, is_train: bool) -> Any:
        seen.append(len(features.dataXd))
        return real(model, features, is_train)

    monkeypatch.setattr(inner, "_func", spy)
    return seen


def _vectors(*texts: str) -> list[Any]:
    nlp = language.load()
    found: list[Any] = nlp.get_pipe("tok2vec").predict([nlp.make_doc(text) for text in texts])
    return found


def _words(*texts: str) -> set[tuple[int, bool]]:
    nlp = language.load()
    return {(token.orth, bool(token.whitespace_)) for text in texts for token in nlp.make_doc(text)}


def test_a_word_is_embedded_once_in_a_batch(embedded: list[int]) -> None:
    _vectors(*TEXTS)
    assert len(embedded) == 1
    assert embedded[0] <= len(_words(*TEXTS)) < sum(len(_words(text)) for text in TEXTS)


def test_what_was_read_before_changes_no_bit(embedded: list[int]) -> None:
    first = _vectors(*TEXTS)
    _vectors("A red boat, 12 more vans, and the old port of Harlow.")
    for one, other in zip(_vectors(*TEXTS), first, strict=True):
        np.testing.assert_array_equal(one, other)
    assert embedded[0] == embedded[2]


def test_a_model_of_another_shape_is_left_as_it_is() -> None:
    from thinc.api import Linear, chain

    model: Any = chain(Linear(2, 2), Linear(2, 2))
    layers = list(model.layers)
    embedding._once(model)
    assert model.layers == layers
