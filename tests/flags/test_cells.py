from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.flags.cells import guarded, restored


@pytest.mark.parametrize(
    "cell",
    ['=HYPERLINK("http://x")', "+cmd", "-2+3", "@SUM(A1)", "\tx", "- 45,000", "-5% of 3", "'=x", "+", "-x"],
)
def test_what_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "$5", "-5%", "+1,200", "-3.5 %", "’=x", "'tis", "a=b", "5-4"])
def test_the_rest_stands_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell
    assert restored(cell) == cell


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("a;=cmd|x", "a;'=cmd|x"),
        ("a\t@x;-y", "a\t'@x;'-y"),
        ("a;-5;=b", "a;-5;'=b"),
        ("\n=x", "'\n=x"),
        ("\uff1dx", "'\uff1dx"),
    ],
)
def test_what_another_separator_would_uncover_is_guarded(cell: str, safe: str) -> None:
    assert guarded(cell) == safe
    assert restored(safe) == cell


@given(st.text(alphabet="'=+-@5%.,;\uff1d\t\r\nax "))
def test_every_cell_is_restored(cell: str) -> None:
    assert restored(guarded(cell)) == cell


def test_a_sign_alone_is_no_formula() -> None:
    assert [guarded(sign) for sign in ("=", "<=", ">", "~")] == ["=", "<=", ">", "~"]
