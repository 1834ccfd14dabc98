"""Sentences that tell the next level, the rise, or a part of what the one before told."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fare was $62. By then it had climbed to $93, a 50% rise.", "old, new, change"),
        ("Sales rose 15% to $57.5m. They had been $50m.", "change, new, old"),
        ("Sales rose 15% to $57.5m. They were $50m a year earlier.", "change, new, old"),
        ("Income rose to $1.32bn from $1.2bn. The 10% increase pleased investors.", "new, old, change"),
        (
            "Income rose to $1.32bn from $1.2bn. Nobody was surprised. The 10% rise helped.",
            "new, old, change",
        ),
        ("The trial followed 3,000 women. In that time 90, or 3%, fell ill.", "whole, part, share"),
    ],
)
def test_a_sentence_that_goes_on(parts, text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Income rose to $1.32bn from $1.2bn. The 16% rise in costs was less welcome.",
        "Income rose to $1.32bn from $1.2bn. It has 40 shops. The 16% rise was welcome.",
        "Income rose to $1.32bn from $1.2bn. Costs rose. A 16% rise was expected.",
        "The trial followed 3,000 women. Of those over 60, 90, or 5%, fell ill.",
        "Sales were $50m. They were $57.5m, it said.",
    ],
)
def test_a_sentence_of_something_else(tied, text):
    first = text.index(". ")
    assert not any(text.index(surface) < first for surface in tied(text))
