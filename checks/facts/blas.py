"""Matrix products by NumPy's own BLAS for spaCy's model: the same numbers, a third of the time.

thinc multiplies with the kernels of the `blis` package, which on common processors are several times
slower than the OpenBLAS that NumPy ships. thinc foresees other back ends (thinc-apple-ops is one).

A word that recurs in a batch is embedded once: before the model looks at its neighbours, all that it knows
of a token is the word and whether a blank follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from thinc.api import Model, chain
from thinc.backends import NumpyOps
from thinc.types import Ragged

if TYPE_CHECKING:
    from spacy.language import Language


class BlasOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations on NumPy arrays, with `gemm` by `numpy.matmul`."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, either of them transposed first; into `out` where given."""
        product = np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)
        return np.ascontiguousarray(product)

    def maxout(self, x: Any) -> Any:
        """The largest of the pieces (the last axis), and, for training only, which: that is left out."""
        best = np.maximum(x[..., 0], x[..., 1])
        for piece in range(2, x.shape[-1]):
            np.maximum(best, x[..., piece], out=best)
        return best, None


def _distinct(*layers: Model[Any, Any]) -> Model[Any, Any]:
    """`layers` in a row, reckoned once for rows of features that are equal."""
    return Model("distinct", _forward, layers=[chain(*layers)])


def _forward(model: Model[Any, Any], features: Ragged, is_train: bool) -> tuple[Ragged, Any]:
    rows: Any = np.asarray(features.dataXd, dtype=np.uint64)
    # An odd multiplier for each column keeps rows apart; overflow wraps. (Rows themselves sort slowly.)
    odd = np.arange(1, 2 * rows.shape[1], 2, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    _, first, back = np.unique((rows * odd).sum(axis=1), return_index=True, return_inverse=True)
    once = rows[first]
    if is_train or not np.array_equal(once[back], rows):
        return cast("tuple[Ragged, Any]", model.layers[0](features, is_train))
    lengths: Any = np.array([len(once)], dtype="i")
    found, backprop = model.layers[0](Ragged(once, lengths), is_train)
    return Ragged(found.dataXd[back], features.lengths), backprop


def use(nlp: Language) -> None:
    """Let every model of the pipeline multiply with `BlasOps`."""
    ops = BlasOps()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None:
            for node in model.walk():
                _embed_once(node)
            for node in model.walk():
                node.ops = ops


def _embed_once(node: Model[Any, Any]) -> None:
    """Let the layers of `node` that see a token by itself be `distinct`, if it is spaCy's hash embedding."""
    inner = [layer.name.partition("(")[0] for layer in node.layers]
    if inner == ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]:
        extract, together, embed, mix, apart = node.layers
        node._layers = [extract, together, _distinct(embed, mix), apart]
