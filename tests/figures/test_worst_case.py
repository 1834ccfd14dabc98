"""Finding figures takes time in proportion to the text, whatever the text is.

Quadratic time shows as eight times the time per character for eight times the text; the criterion leaves
room for other work on the machine. What is slow here is slow for its many
figures: a megabyte of `1-1-1-...` holds a quarter of a million.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.figures.find import find

#: seconds a megabyte: ten times what the slowest of these takes
SLOWEST = 150.0


def check(growth: Callable[..., tuple[float, float]], unit: str, size: int) -> None:
    """Time of `size` characters against that of an eighth of them."""
    find("1 of 2")
    part, whole = (unit * (n // len(unit)) for n in (size // 8, size))
    times, seconds = growth(find, part, whole, limit=14, least=0.004)
    assert times <= 14
    assert seconds <= SLOWEST * size / 1e6


@pytest.mark.parametrize(
    "unit",
    ["7", "1234567890", ",", " ", "1-1-1-", "one hundred and twenty-one thousand two hundred "],
)
def test_a_megabyte(growth: Callable[..., tuple[float, float]], unit: str) -> None:
    check(growth, unit, 1_000_000)


@pytest.mark.parametrize(
    "unit",
    [
        # signs, spaces, letters
        ".", "-", "$", "€", "(", "'", '"', "\n", "\u00a0", "@", "_", "e\u0301", "a", "A ", "A.", "A-",
        "and ", "per ", "a ",
        "www.", "a.b@", "http://a.b/1?", "well-known-",
        # words of numbers, dates and bounds without a number
        "hundred thousand ", "million ", "point one ", "half ", "Monday ", "first ", "hundreds of ",
        "more than ",
    ],
)  # fmt: skip
def test_few_figures(growth: Callable[..., tuple[float, float]], unit: str) -> None:
    check(growth, unit, 160_000)


@pytest.mark.parametrize(
    "unit",
    [
        "1,", "1.", "1:", "1/", "1^", "1\n", "1; ", "(1)", "|1", "$1", "+44 ", "½", "½m", "½a", "1a",
        "A1B2C3", "٣ ",
        "12 34 56 ", "1 000 000 ", "$1-", "10% ", "1/2 ", "1 to ", "from 1 to ", "between 1 and ",
        "1 in ", "1 x ",
        "one ", "one in ", "twenty-", "twenty-one-", "one million ", "a million ", "a half ", "5ft 10in ",
        "2019 ", "1st ",
        "1 May, ", "1, 2 May ", "the three months to 1 ", "No. 1 ", "A 1 ", "more than 1 ", "aged 1 ",
        "500 won ",
        "5 million pounds ", "1 per ", "5 a day ",
    ],
)  # fmt: skip
def test_many_figures(growth: Callable[..., tuple[float, float]], unit: str) -> None:
    check(growth, unit, 16_000)


@pytest.mark.parametrize(
    "unit", ["million ", "one million ", "a hundred thousand ", "9^99", "1e99 ", "6,5000,000 hours "]
)
def test_no_number_is_too_large(unit: str) -> None:
    assert all(abs(f.value) < 1e101 for f in find(unit * 60) if f.value == f.value)
