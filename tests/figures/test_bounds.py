"""Words that bound a figure."""

from __future__ import annotations

import pytest

from checks import lexicon
from checks.figures import bounds


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("over 240", ">"), ("more than 5", ">"), ("north of 30", ">"), ("well over 9", ">"),
        ("surpassed 9", ">"),
        ("at least 3", ">="), ("no fewer than 8", ">="), ("≥5", ">="), ("under 20", "<"),
        ("just shy of 7", "<"),
        ("up to 12", "<="), ("at most 4", "<="), ("about 9", "~"), ("an estimated 8", "~"), ("~30", "~"),
        ("nearly 30", "~"), ("almost 5", "~"), ("some 50", "~"), ("More than\n5", ">"),
        ("more than a 20", ">"),
        ("moreover 5", "="), ("the above 5", ">"), ("handsome 5", "="), ("in 5", "="), ("over the 5", "="),
        ("5", "="),
    ],
)  # fmt: skip
def test_before(text: str, bound: str) -> None:
    start = next(i for i, c in enumerate(text) if c.isdigit())
    assert bounds.before(text, start).bound == bound


@pytest.mark.parametrize(
    ("text", "printed", "bound"),
    [
        ("sales topped $8bn", "=", ">"), ("sales surpassed 8", "=", ">"), ("losses exceeding $8bn", ">", ">"),
        ("as many as 14 players left", "=", "<="), ("shares fell as much as 3.2%", "=", "<="),
        ("as many as 50 players left", "<=", "<="), ("it may cost as much as $14", "<=", "<="),
        ("as many as 14 could leave", "<=", "<="), ("up to 14 players left", "<=", "<="),
    ],
)  # fmt: skip
def test_a_verb_or_an_emphasis_bounds_the_true_value_and_not_the_figure(
    text: str, printed: str, bound: str
) -> None:
    start = next(i for i, c in enumerate(text) if c.isdigit() or c == "$")
    found = bounds.before(text, start)
    assert (found.printed, found.bound) == (printed, bound)


def test_nearly_approaches_from_below() -> None:
    assert bounds.before("nearly 30", 7).below
    assert not bounds.before("about 30", 6).below


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("rose over 5 years", "="),
        ("for over 5 years", ">"),
        ("took over 5 hours", ">"),
        ("more than 5 years", ">"),
    ],
)
def test_over_a_time_says_when_unless_the_time_is_the_amount(text: str, bound: str) -> None:
    assert bounds.before(text, text.index("5"), duration=True).bound == bound


@pytest.mark.parametrize(
    ("after", "bound"),
    [
        ("+ fans", ">="), (" or more", ">="), ("-plus", ">="), (" or so", "~"), ("-odd", "~"),
        (" or fewer", "<="),
        (" and counting", ">="), (" at most", "<="),
    ],
)  # fmt: skip
def test_after(after: str, bound: str) -> None:
    found = bounds.after(f"50{after}", 2)
    assert found is not None
    assert found[1].bound == bound


@pytest.mark.parametrize("after", ["", " men", "+5", " or more than 6", " odder", " pluses"])
def test_nothing_after(after: str) -> None:
    assert bounds.after(f"50{after}", 2) is None


def test_the_list_says_each_thing_once() -> None:
    rows = [(r["side"], r["words"]) for r in lexicon.table("bounds")]
    assert len(rows) == len(set(rows))
    assert {r["side"] for r in lexicon.table("bounds")} == {"before", "after"}
    assert {r["bound"] for r in lexicon.table("bounds")} == {"<", ">", "<=", ">=", "~"}
    assert all(r["words"] == r["words"].lower() for r in lexicon.table("bounds"))
