"""From wording to the interval of true values, and the table that documents it."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures import intervals
from checks.figures.find import find
from checks.model import Bound

PAGE = Path(__file__).parents[2] / "docs" / "how-it-works.md"
ROW = re.compile(r"\| `(?P<wording>[^`]+)` \| (?P<low>[\d.,]+) \| (?P<high>[\d.,]+) \| .+ \|")


def rows() -> list[tuple[str, float, float]]:
    section = (
        PAGE.read_text(encoding="utf-8").partition("## From wording to interval")[2].partition("\n## ")[0]
    )
    return [
        (m["wording"], float(m["low"].replace(",", "")), float(m["high"].replace(",", "")))
        for m in ROW.finditer(section)
    ]


@pytest.mark.parametrize(("wording", "low", "high"), rows())
def test_the_page_says_what_the_code_does(wording: str, low: float, high: float) -> None:
    *_, figure = find(wording)
    assert figure.interval == pytest.approx((low, high), rel=1e-3)


def test_the_page_has_the_table() -> None:
    assert len(rows()) >= 12


def test_no_value_no_interval() -> None:
    assert math.isnan(intervals.of(math.nan, 0.5, "=").low)


@pytest.mark.parametrize("bound", ["=", "~", "<", ">", "<=", ">="])
@pytest.mark.parametrize("value", [-5.0, 0.0, 0.3, 27.0, 4.9e9])
def test_the_value_lies_in_its_interval(value: float, bound: str) -> None:
    low, high = intervals.of(value, 0.05, bound)  # type: ignore[arg-type]
    assert low <= value <= high


def test_a_range_covers_both_ends_in_either_order() -> None:
    a, b = intervals.of(40, 0.5, "="), intervals.of(30, 0.5, "=")
    assert intervals.between(a, b) == intervals.between(b, a) == (29.5, 40.5)


@given(
    st.floats(-1e12, 1e12),
    st.floats(0, 1e6),
    st.sampled_from(["=", "~", "<", ">", "<=", ">="]),
    st.booleans(),
)
def test_the_printed_value_is_always_possible(value: float, half: float, bound: Bound, below: bool) -> None:
    interval = intervals.of(value, half, bound, below=below)
    assert interval.low <= value <= interval.high
    both = intervals.between(interval, intervals.of(2 * value, half, bound, below=below))
    assert both.low <= interval.low <= interval.high <= both.high
