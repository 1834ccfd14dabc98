"""spaCy's model with its products by NumPy: the same vectors."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from checks.facts import blas, language

#: words recur within a sentence and across them, with and without a blank behind, in three spellings
TEXTS = [
    "The plant made 300 cars, and the plant made 200 vans.",
    "The plant made 300 cars (the PLANT, not the port).",
    "",
    "Cars!",
]


def _plain() -> Any:
    import importlib

    for name in language.MODELS:
        try:
            return importlib.import_module(name).load(exclude=language.UNUSED)
        except ImportError:
            continue
    pytest.skip("no language model is installed")


def test_the_vectors_are_those_of_the_model_as_it_comes() -> None:
    plain, ours = _plain(), language.load()
    wanted = plain.get_pipe("tok2vec").predict([plain.make_doc(text) for text in TEXTS])
    found = ours.get_pipe("tok2vec").predict([ours.make_doc(text) for text in TEXTS])
    for one, other in zip(wanted, found, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)


def test_the_largest_of_the_pieces() -> None:
    x = np.array([[[1.0, 3.0, 2.0], [-1.0, -4.0, -2.0]]], dtype="f")
    best, _ = blas.BlasOps().maxout(x)
    np.testing.assert_array_equal(best, x.max(axis=-1))
