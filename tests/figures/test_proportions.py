"""Multiples, vague counts and fractions in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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


@pytest.mark.parametrize(
    "text",
    [
        "He scored twice as United won", "they doubled down", "a double-check", "she doubled their lead",
        "the doubles final",
        "the second half", "a third man", "a half-time lead", "half past noon", "a few men", "several men",
        "on a tens scale",
        "the back half of the year", "the last three quarters", "a fifth wheel",
    ],
)  # fmt: skip
def test_no_figure(shown: Shown, text: str) -> None:
    assert shown(text) == []
