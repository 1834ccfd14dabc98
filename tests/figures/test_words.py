"""Number words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures import vocabulary, words


def spelled(text: str) -> list[tuple[str, float]]:
    low = vocabulary.lowered(text)
    return [(text[n.start : n.end], round(n.value, 6)) for n in words.scan(low, vocabulary.words(low))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7), ("twenty-one", 21), ("ninety nine", 99), ("fifty - two", 52), ("one hundred", 100),
        ("a hundred", 100), ("a hundred and five", 105), ("two hundred and fifty thousand", 250e3),
        ("one million, two hundred thousand", 1.2e6), ("three  hundred  and  thirty one", 331),
        ("a hundred thousand million", 1e11), ("three lakh crore", 3e12), ("two dozen", 24),
        ("three dozens", 36),
        ("a dozen", 12), ("half a million", 5e5), ("half-dozen", 6), ("a half billion", 5e8), ("nought", 0),
        ("one and a half", 1.5), ("one and a half million", 1.5e6), ("a million and a half", 1.5e6),
        ("six-and-a-half", 6.5), ("seven and three-quarters", 7.75), ("five and a quarter", 5.25),
        ("five point five", 5.5), ("two hundred point zero three", 200.03), ("seven point seventy-one", 7.71),
        ("three point five million", 3.5e6), ("a third", 0.333333), ("two-thirds", 0.666667),
        ("three quarters", 0.75), ("a twenty-fifth", 0.04), ("a quarter of a million", 250e3),
        ("three-quarters of a million", 750e3), ("quarter of a billion", 250e6),
        ("one hundred and three quarters", 100.75),
        ("TWO HUNDRED", 200), ("two\u00a0hundred", 200),
    ],
)  # fmt: skip
def test_one_number(text: str, value: float) -> None:
    assert spelled(text) == [(text, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one two", [1, 2]), ("five, six", [5, 6]), ("five and six", [5, 6]),
        ("two thousand, five of them", [2000, 5]),
        ("twenty fifty-dollar bills", [20, 50]), ("two hundred or three hundred", [200, 300]),
        ("ten thousand and two dozen", [10000, 24]), ("one\n\ntwo", [1, 2]),
        ("at one point three men left", [1, 3]),
    ],
)  # fmt: skip
def test_several_numbers(text: str, values: list[float]) -> None:
    assert [v for _, v in spelled(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "the twenty-first century", "nineteen eighty-four", "millions", "the third man", "thirds", "a score"
        " sheet",
        "hundred", "quarter", "tens", "the halves", "first", "anyone", "tentative",
    ],
)  # fmt: skip
def test_no_number(text: str) -> None:
    assert spelled(text) == []


def test_what_a_number_says_of_itself() -> None:
    low = "a million, two and a half million, two-thirds"
    loose, mixed, part = words.scan(low, vocabulary.words(low))
    assert (loose.loose, loose.scale) == (True, 1e6)
    assert (mixed.value, mixed.scale) == (2.5e6, 1e6)
    assert part.part == pytest.approx(1 / 3)
    assert not part.mixed


_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(n: int, link: str) -> str:
    if n < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10 - 2] + (f"-{_ONES[n % 10]}" if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            joint = link if rest and rest < 100 else " "
            return f"{in_words(n // size, link)} {name}" + (f"{joint}{in_words(rest, link)}" if rest else "")
    raise AssertionError


@given(st.integers(0, 10**12 - 1), st.sampled_from([" and ", " "]))
def test_any_whole_number_is_read_back(n: int, link: str) -> None:
    text = in_words(n, link)
    assert spelled(text) == [(text, n)]


@given(st.integers(1, 9), st.integers(0, 99), st.sampled_from(["million", "billion", "lakh", "crore"]))
def test_decimals_in_words_are_read_back(whole: int, part: int, scale: str) -> None:
    names = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    text = f"{names[whole]} point {names[part // 10]} {names[part % 10]} {scale}"
    ((surface, value),) = spelled(text)
    size = {"million": 1e6, "billion": 1e9, "lakh": 1e5, "crore": 1e7}[scale]
    assert surface == text
    assert value == pytest.approx((whole + part / 100) * size)
