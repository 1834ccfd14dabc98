"""Two numbers that make one, in the unit of the first."""

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
        ("5ft 10in", "measurement | 5.83333333 foot"), ("6 feet 2 inches", "measurement | 6.16666667 foot"),
        ("6ft 2", "measurement | 6.16666667 foot"), ("5'10\"", "measurement | 5.83333333 foot"),
        ("9st 4lb", "measurement | 9.28571429 stone"), ("2 hours 15 minutes", "duration | 2.25 hour"),
        ("2 hours and 15 minutes", "duration | 2.25 hour"),
        ("1 hour 30 minutes 36 seconds", "duration | 1.51 hour"),
        ("two years and six months", "duration | 2.5 year"), ("3 dollars 50 cents", "money | 3.5 USD"),
        ("thirteen dollars and forty-five cents", "money | 13.45 USD"),
        ("thirteen dollars forty", "money | 13.4 USD"),
        ("five pounds fifty", "money | 5.5 GBP"), ("ten pounds and fifty pence", "money | 10.5 GBP"),
        ("2 hours, 15 minutes and 36 seconds", "duration | 2.26 hour"),
        ("1h 12m 36s", "duration | 1.21 hour"), ("two hours and a half", "duration | 2.5 hour"),
        ("an hour and a half", "duration | 1.5 hour"), ("a mile and a half", "measurement | 1.5 mile"),
        ("6-foot-3", "measurement | 6.25 foot"), ("6-foot-3-inch", "measurement | 6.25 foot"),
        ("Rs 2 crore 50 lakh", "money | 25000000 INR"),
        ("two crore fifty lakh rupees", "money | 25000000 INR"),
        ("7 million 200 thousand", "count | 7200000"),
        ("Rs 1 crore 25 lakh 30 thousand", "money | 12530000 INR"),
    ],
)  # fmt: skip
def test_one_figure(shown: Shown, text: str, expected: str) -> None:
    assert shown(f"It was {text}, then") == [f"{text} | {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "3 years, 2 months, 14 days", "2 hours and 90 minutes", "5 feet and 2 metres", "2.5 hours 15 minutes",
        "$5 20 times", "6ft 20 men", "2 million hours 5 minutes", "2 million 3 million",
        "5 million and 200 thousand",
        "five pounds two boys",
    ],
)  # fmt: skip
def test_several_figures(shown: Shown, text: str) -> None:
    assert len(shown(text)) > 1


@given(
    st.integers(1, 9),
    st.integers(1, 11),
    st.sampled_from(
        [
            ("{}ft {}in", 12), ("{} feet {} inches", 12), ("{} hours {} minutes", 60),
            ("{} minutes and {} seconds", 60),
            ("{} years and {} months", 12), ("{}st {}lb", 14), ("{} dollars {} cents", 100),
            ("{} crore {} lakh", 100),
        ]
    ),
)  # fmt: skip
def test_two_numbers_are_read_back_as_one(large: int, small: int, frame: tuple[str, int]) -> None:
    (figure,) = find(f"It came to {frame[0].format(large, small)} then")
    size = 1e7 if "crore" in frame[0] else 1.0
    assert figure.value == pytest.approx((large + small / frame[1]) * size)
