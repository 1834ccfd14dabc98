"""Words embedded once: the same vectors for less.

Before spaCy's model looks at the neighbours of a token, all that it knows of it is the word and whether a
blank follows. So a word that recurs, in a batch or in a later one, has the vector that it had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np
from thinc.api import Model, chain
from thinc.types import Ragged

if TYPE_CHECKING:
    from spacy.language import Language

#: words that are kept from batch to batch (under 10 MB)
MOST = 20_000


class Words(NamedTuple):
    """Words that were embedded: keys in ascending order, the features of each (a row), and its vector.

    It never changes, so that threads may share it.
    """

    keys: Any
    rows: Any
    vectors: Any

    def find(self, keys: Any, rows: Any) -> tuple[Any, Any]:
        """Where each of `keys` is or belongs, and whether its row is there."""
        at = np.searchsorted(self.keys, keys)
        return at, (self.rows.take(at, axis=0, mode="clip") == rows).all(axis=1)

    def joined(self, at: Any, keys: Any, rows: Any, vectors: Any) -> Words:
        """These words and others, which belong `at` those places."""
        more = (keys, rows, vectors)
        return Words(*(np.insert(old, at, new, axis=0) for old, new in zip(self, more, strict=True)))


def use(nlp: Language) -> None:
    """Let every model of the pipeline embed a word once."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None:
            for node in model.walk():
                _once(node)


def _once(node: Model[Any, Any]) -> None:
    """Let the layers of `node` that see a token by itself do so once a word, if it is spaCy's embedding."""
    inner = [layer.name.partition("(")[0] for layer in node.layers]
    if inner == ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]:
        extract, together, embed, mix, apart = node.layers
        node._layers = [extract, together, _distinct(embed, mix), apart]


def _distinct(*layers: Model[Any, Any]) -> Model[Any, Any]:
    """`layers` in a row, reckoned once for rows of features that are equal."""
    return Model("distinct", _forward, layers=[chain(*layers)], attrs={"words": None})


def _forward(model: Model[Any, Any], features: Ragged, is_train: bool) -> tuple[Ragged, Any]:
    rows: Any = np.asarray(features.dataXd, dtype=np.uint64)
    # An odd multiplier for each column keeps rows apart; overflow wraps. (Rows themselves sort slowly.)
    odd = np.arange(1, 2 * rows.shape[1], 2, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    keys, first, back = np.unique((rows * odd).sum(axis=1), return_index=True, return_inverse=True)
    distinct = rows[first]
    if is_train or not np.array_equal(distinct[back], rows):
        return cast("tuple[Ragged, Any]", model.layers[0](features, is_train))
    return Ragged(_vectors(model, keys, distinct)[back], features.lengths), _only_forward


def _vectors(model: Model[Any, Any], keys: Any, rows: Any) -> Any:
    """The vectors of distinct `rows`, whose `keys` ascend: those known, and those that `model` makes."""
    words: Words | None = model.attrs["words"]
    if words is None or len(words.keys) + len(keys) > MOST:
        vectors = _embedded(model, rows)
        model.attrs["words"] = Words(keys, rows, vectors) if 0 < len(keys) <= MOST else None
        return vectors
    at, there = words.find(keys, rows)
    if not there.all():
        new = ~there
        words = words.joined(at[new], keys[new], rows[new], _embedded(model, rows[new]))
        model.attrs["words"] = words
        at = np.searchsorted(words.keys, keys)
    return words.vectors[at]


def _embedded(model: Model[Any, Any], rows: Any) -> Any:
    lengths: Any = np.array([len(rows)], dtype="i")
    return model.layers[0].predict(Ragged(rows, lengths)).dataXd


def _only_forward(_: Any) -> Any:
    raise NotImplementedError("vectors that are looked up teach nothing")
