"""Words embedded once: in a batch, and from batch to batch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from checks.facts import embedding, language

TEXTS = [
    "The plant made 300 cars, and the plant made 200 vans.",
    "The plant made 300 cars (the PLANT, not the port).",
]


@pytest.fixture
def layer() -> Iterator[Any]:
    """The layer that embeds a word once, knowing none; afterwards as it was."""
    (found,) = [n for n in language.load().get_pipe("tok2vec").model.walk() if n.name == "distinct"]
    words, found.attrs["words"] = found.attrs["words"], None
    yield found
    found.attrs["words"] = words


@pytest.fixture
def embedded(layer: Any, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many words were embedded, each time that some were."""
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


def test_a_later_batch_embeds_its_new_words_only(embedded: list[int]) -> None:
    alone = _vectors(TEXTS[1])
    embedded.clear()
    first, second = _vectors(*TEXTS)
    assert embedded[0] <= len(_words(*TEXTS) - _words(TEXTS[1]))
    np.testing.assert_allclose(second, alone[0], atol=1e-5)
    embedded.clear()
    np.testing.assert_allclose(_vectors(TEXTS[0])[0], first, atol=1e-5)
    assert embedded == []


def test_no_more_words_are_kept_than_the_bound(
    layer: Any, embedded: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = _vectors(*TEXTS)
    monkeypatch.setattr(embedding, "MOST", 12)
    layer.attrs["words"] = None
    for _ in range(2):
        for text, vectors in zip(TEXTS, wanted, strict=True):
            np.testing.assert_allclose(_vectors(text)[0], vectors, atol=1e-5)
            assert layer.attrs["words"] is None or len(layer.attrs["words"].keys) <= 12


def test_words_of_one_key_are_told_apart() -> None:
    keys = np.array([7], dtype=np.uint64)
    one, other = (np.array([row], dtype=np.uint64) for row in ([1, 2], [3, 4]))
    words = embedding.Words(keys, one, np.array([[0.5]], dtype="f"))
    at, there = words.find(keys, other)
    assert not there.any()
    both = words.joined(at, keys, other, np.array([[0.75]], dtype="f"))
    at, there = both.find(keys, other)
    assert there.all()
    assert both.vectors[at].tolist() == [[0.75]]


def test_a_model_of_another_shape_is_left_as_it_is() -> None:
    from thinc.api import Linear, chain

    model: Any = chain(Linear(2, 2), Linear(2, 2))
    layers = list(model.layers)
    embedding._once(model)
    assert model.layers == layers
