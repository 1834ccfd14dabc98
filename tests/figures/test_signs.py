"""Minus before a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures.find import find
from checks.figures.signs import signed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was -5", -5), ("It was −5", -5), ("It was minus 5", -5), ("Answer is negative 5", -5),
        ("Loss\t(5)\t7", -5), ("plus or minus 5", 5), ("the men (5)", 5), ("2-5", 5), ("a negative 5", 5),
    ],
)  # fmt: skip
def test_sign(text: str, expected: float) -> None:
    assert signed(text, text.index("5"), 5.0)[1] == expected


@given(
    st.decimals("0.1", 99, places=1), st.sampled_from(["-{}%", "−{}%", "minus {} per cent", "-{}C", "$(-{})"])
)
def test_a_minus_is_read_back(value: float, frame: str) -> None:
    figure = find(f"It came to {frame.format(value)} then")[0]
    assert abs(figure.value) == pytest.approx(float(value))
    assert figure.value < 0 or frame.startswith("$")
