"""Multiples, vague counts and fractions in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures.find import find

Shown = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales doubled to a record", "doubled | ratio | 2"),
        ("sales more than tripled", "tripled | ratio | >3"),
        ("it halved its debt", "halved | ratio | 0.5"),
        ("twice as many were hurt", "Twice | ratio | 2"),
        ("twice its size", "twice | ratio | 2"),
        ("a tenfold rise", "tenfold | ratio | 10"),
        ("a three-fold rise", "three-fold | ratio | 3"),
        ("rose 10-fold", "10-fold | ratio | 10"),
        ("double the rate", "double | ratio | 2"),
        ("dozens were hurt", "dozens | count | 24 vague"),
        ("hundreds of thousands of men", "hundreds of thousands | count | 200000 vague"),
        ("tens of millions of dollars", "tens of millions of dollars | money | 20000000 USD vague"),
        ("several hundred men", "several hundred | count | 200 vague"),
        ("a few thousand men", "a few thousand | count | 2000 vague"),
        ("a couple of weeks", "a couple of weeks | duration | 2 week vague"),
        ("two-thirds of voters", "two-thirds | ratio | 0.666666667"),
        ("nearly half of them", "half | ratio | ~0.5"),
        ("a third of the men", "a third | ratio | 0.333333333"),
        ("half an hour", "half an hour | duration | 0.5 hour"),
        ("a quarter of a mile", "a quarter of a mile | measurement | 0.25 mile"),
        ("half a percentage point", "half a percentage point | points | 0.5 percentage point"),
        ("three quarters of firms", "three quarters | ratio | 0.75"),
    ],
)
def test_figure(shown: Shown, text: str, expected: str) -> None:
    text = text[0].upper() + text[1:] if expected[0].isupper() else text
    assert shown(text) == [expected]


def test_half_a_point_is_of_a_percentage_where_one_is_near(shown: Shown) -> None:
    assert shown("rates fell half a point to 4%")[0] == "half a point | points | 0.5 percentage point"
    assert "points" not in shown("he won by half a point")[0]


@pytest.mark.parametrize(
    "text",
    [
        "He scored twice as United won", "they doubled down", "a double-check", "she doubled their lead",
        "the doubles final",
        "the second half", "a third man", "a half-time lead", "half past noon", "a few men", "several men",
        "on a tens scale",
        "the back half of the year", "a fifth wheel",
    ],
)  # fmt: skip
def test_no_figure(shown: Shown, text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the last three quarters", ["three | count | 3"]), ("two quarters of growth", ["two | count | 2"]),
        ("the past four quarters", ["four | count | 4"]),
        ("three quarters of voters", ["three quarters | ratio | 0.75"]),
        ("a tenth of a second later", ["a tenth of a second | duration | 0.1 second"]),
        ("fell by a third to 40 tonnes", ["a third | ratio | 0.333333333",
        "40 tonnes | measurement | 40 tonne"]),
        ("a score of 4.5 out of 5", ["4.5 out of 5 | ratio | 0.9"]),
    ],
)  # fmt: skip
def test_what_a_denominator_means(shown: Shown, text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@given(st.integers(2, 500), st.sampled_from(["{}-fold", "{} fold"]))
def test_a_multiple_is_read_back(times: int, frame: str) -> None:
    (figure,) = find(f"It rose {frame.format(times)} then")
    assert (figure.kind, figure.value) == ("ratio", times)


NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}


@given(st.integers(1, 9), st.sampled_from(sorted(PARTS)), st.sampled_from("- "))
def test_a_fraction_in_words_is_read_back(top: int, part: str, join: str) -> None:
    bottom = PARTS[part]
    if top < bottom and part != "half":
        words = f"{NUMBERS[top - 1]}{join}{part}{'s' * (top > 1)}"
        found = [f.value for f in find(f"They say that {words} of the voters agreed")]
        whole = join == " " and part == "quarter" and top != 3  # two quarters are half a year
        assert whole or found == [pytest.approx(top / bottom)]


@given(
    st.sampled_from(["hundreds", "thousands", "millions"]), st.sampled_from(["dozens of ", "tens of ", ""])
)
def test_a_vague_count_spans_a_power_of_ten_at_most(noun: str, chain: str) -> None:
    (figure,) = find(f"They saw {chain}{noun} of birds")
    assert figure.vague
    assert figure.interval.low == figure.value
    assert figure.interval.high <= 10 * figure.value
