"""Words embedded once a batch: the same vectors for less.

Before spaCy's model looks at the neighbours of a token, all that it knows of it is the word and whether a
blank follows. So a word that recurs has the vector that it had. (Not from batch to batch: the last bits of a
product depend on what else is in it, and two runs over the same articles are to be the same to the last one.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from thinc.api import Model, chain
from thinc.types import Ragged

if TYPE_CHECKING:
    from spacy.language import Language


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
    return Model("distinct", _forward, layers=[chain(*layers)])


def _forward(model: Model[Any, Any], features: Ragged, is_train: bool) -> tuple[Ragged, Any]:
    rows: Any = np.asarray(features.dataXd, dtype=np.uint64)
    # An odd multiplier for each column keeps rows apart; overflow wraps. (Rows themselves sort slowly.)
    odd = np.arange(1, 2 * rows.shape[1], 2, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    _, first, back = np.unique((rows * odd).sum(axis=1), return_index=True, return_inverse=True)
    distinct = rows[first]
    if is_train or not np.array_equal(distinct[back], rows):
        return cast("tuple[Ragged, Any]", model.layers[0](features, is_train))
    lengths: Any = np.array([len(distinct)], dtype="i")
    found, backprop = model.layers[0](Ragged(distinct, lengths), is_train)
    return Ragged(found.dataXd[back], features.lengths), backprop
