"""Networks of intervals: what is left of each, and the smallest set that cannot be true."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Interval
from checks.rules.arithmetic.network import Tie, components, narrow, smallest

PART, SHARE, WHOLE = Interval(2350, 2450), Interval(0.295, 0.305), Interval(11_500, 12_500)
SHARED = Tie("r1", "product", "part", ("whole", "share"))


def test_a_whole_follows_from_a_part_and_its_share() -> None:
    values, empty = narrow({"part": PART, "share": SHARE}, [SHARED])
    assert empty is None
    assert values["whole"] == pytest.approx((2350 / 0.305, 2450 / 0.295))


def test_two_steps_contradict_a_third_figure() -> None:
    ties = [SHARED, Tie("p1", "same", "whole", ("students",))]
    stated = {"part": PART, "share": SHARE, "students": WHOLE}
    assert narrow(stated, ties)[1] is not None
    assert smallest(stated, ties) == ["part", "share", "students"]
    assert smallest({**stated, "students": Interval(7900, 8100)}, ties) == []


def test_what_has_no_part_in_the_contradiction_is_not_named() -> None:
    ties = [
        SHARED,
        Tie("p1", "same", "whole", ("students",)),
        Tie("r2", "sum", "staff", ("teachers", "others")),
        Tie("r3", "product", "students", ("staff", "each")),
    ]
    stated = {
        "teachers": Interval(300, 300),
        "others": Interval(100, 100),
        "part": PART,
        "share": SHARE,
        "students": WHOLE,
    }
    assert smallest(stated, ties) == ["part", "share", "students"]


def test_a_chain_of_sums() -> None:
    ties = [Tie("r1", "sum", "total", ("a", "b")), Tie("r2", "sum", "a", ("c", "d"))]
    stated = {name: Interval(value, value) for name, value in {"total": 10, "b": 4, "c": 5, "d": 3}.items()}
    assert smallest(stated, ties) == ["total", "b", "c", "d"]
    assert narrow({**stated, "c": Interval(3, 3)}, ties)[1] is None


def test_components_share_no_variable() -> None:
    ties = [
        SHARED,
        Tie("r2", "sum", "x", ("y",)),
        Tie("r3", "same", "y", ("z",)),
        Tie("r4", "same", "q", ("part",)),
    ]
    assert [[tie.name for tie in group] for group in components(ties)] == [["r1", "r4"], ["r2", "r3"]]


def test_a_circle_of_ties_comes_to_an_end() -> None:
    ties = [Tie("r1", "product", "x", ("y", "k")), Tie("r2", "same", "x", ("y",))]
    values, _ = narrow({"k": Interval(0.9, 0.99), "x": Interval(0, 1e9)}, ties)
    assert math.isfinite(values["x"].high)


VALUE = st.integers(1, 1000)


@given(VALUE, VALUE, VALUE, st.integers(0, 5))
def test_figures_that_are_true_are_never_contradicted(a: int, b: int, c: int, room: int) -> None:
    true = {"a": a, "b": b, "c": c, "ab": a + b, "abc": (a + b) * c, "again": a + b}
    stated = {name: Interval(value - room, value + room) for name, value in true.items()}
    ties = [
        Tie("r1", "sum", "ab", ("a", "b")),
        Tie("r2", "product", "abc", ("ab", "c")),
        Tie("p1", "same", "again", ("ab",)),
    ]
    values, empty = narrow(stated, ties)
    assert empty is None
    assert all(
        values[name].low <= value + 1e-6 and values[name].high >= value - 1e-6 for name, value in true.items()
    )


@given(VALUE, VALUE, VALUE, st.integers(1, 50))
def test_a_smallest_set_is_one(a: int, b: int, c: int, off: int) -> None:
    stated = {
        name: Interval(value, value)
        for name, value in {"a": a, "b": b, "t": a + b + off, "c": c, "d": c}.items()
    }
    ties = [
        Tie("r1", "sum", "t", ("a", "b")),
        Tie("p1", "same", "c", ("d",)),
        Tie("r2", "sum", "u", ("t", "c")),
    ]
    found = smallest(stated, ties)
    assert found == ["a", "b", "t"]
    assert all(narrow({n: stated[n] for n in found if n != gone}, ties)[1] is None for gone in found)
