"""Numbers of lists, notes and sections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures.find import find


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("1. Sales rose", ["1"]), ("Aims:\n2) Save water", ["2"]), ("(3) The rest", ["3"]),
        ("two aims: (1) to save water, and (2) to earn", ["1", "2"]), ("as Smith showed.[12] Then", ["12"]),
        ("a 401(k) plan", ["401(k)"]), ("a 501(c)(3) charity", ["501(c)(3)"]),
        ("Section 230(c)(1)", ["230(c)(1)"]),
        ("on p. 12 there", ["12"]),
    ],
)  # fmt: skip
def test_a_mark(text: str, marks: list[str]) -> None:
    assert [f.surface for f in find(text) if f.kind == "identifier"] == marks


@pytest.mark.parametrize(
    "text",
    [
        "It sold 12. The rest",
        "There were 3) and",
        "It killed 12 (3 women)",
        "He said [12] people came",
        "12 men",
    ],
)
def test_no_mark(text: str) -> None:
    assert [f for f in find(text) if f.kind == "identifier"] == []


@given(st.integers(1, 99), st.sampled_from(["{}. The sum", "{}) The sum", "({}) The sum"]), st.booleans())
def test_any_item_counts_nothing(number: int, frame: str, first: bool) -> None:
    text = frame.format(number)
    assert [f.kind for f in find(text if first else f"They agreed.\n{text}")] == ["identifier"]
