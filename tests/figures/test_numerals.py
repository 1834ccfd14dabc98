"""Numbers as printed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures import numerals, vocabulary
from checks.figures.numerals import Numeral


def scan(text: str) -> list[Numeral]:
    low = vocabulary.lowered(text)
    return numerals.scan(text, low, vocabulary.words(low))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,900,000", 4.9e6), ("4\u2009900\u2009000", 4.9e6), ("4\u00a0900", 4900), ("4 900 000", 4.9e6),
        ("10 000", 1e4), ("12,34,567", 1234567), ("0.5", 0.5), (".5", 0.5), ("3½", 3.5), ("3 ½", 3.5),
        ("½", 0.5),
        ("1 1/2", 1.5), ("3/4", 0.75), ("2 and a half", 2.5), ("5 and three quarters", 5.75),
        ("4.9 billion", 4.9e9),
        ("4.9bn", 4.9e9), ("1.5m", 1.5e6), ("80k", 8e4), ("3 hundred thousand", 3e5), ("5 lakh crore", 5e12),
        ("2 dozen", 24), ("1.3e6", 1.3e6), ("10^6", 1e6), ("2-million", 2e6), ("2024", 2024),
        ("3\u00a0million", 3e6),
        ("5 and a half million", 5.5e6), ("3 TRILLION", 3e12),
    ],
)  # fmt: skip
def test_one_number(text: str, value: float) -> None:
    (n,) = scan(f"so {text}, then")
    assert f"so {text}, then"[n.start : n.end] == text
    assert n.value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5,10,15", [5, 10, 15]), ("8 10 12", [8, 10, 12]), ("24 and 1/2", [24, 0.5]),
        ("20 300 people", [20, 300]),
        ("5 k", [5]), ("7 mates", [7]), ("3 b", [3]), ("1,000.5", [1000.5]), ("in 9.58s", [9.58]),
    ],
)  # fmt: skip
def test_what_is_not_joined(text: str, values: list[float]) -> None:
    assert [n.value for n in scan(text)] == values


def test_european_style_where_the_article_shows_it() -> None:
    assert [n.value for n in scan("1.234,5 tonnes after 2.345,75; in all 12.000")] == [1234.5, 2345.75, 12000]
    assert [n.value for n in scan("12.000 or 1.234")] == [12.0, 1.234]
    assert [n.value for n in scan("1.234,5 and 1,234.5")] != [1234.5, 1234.5]


@pytest.mark.parametrize("text", ["6,5000,000", "12,34", "$110,00", "1" * 50])
def test_a_malformed_number_has_no_value(text: str) -> None:
    found = scan(text)
    assert text == "12,34" or [(n.malformed, math.isnan(n.value)) for n in found] == [(True, True)]
    assert text != "12,34" or [n.value for n in found] == [12, 34]


@pytest.mark.parametrize(
    ("value", "decimals", "half"),
    [
        (4.9, 1, 0.05),
        (84, 0, 0.5),
        (90, 0, 0.5),
        (580_000, 0, 5000),
        (500, 0, 12.5),
        (1_000_000, 0, 25_000),
        (123, 0, 0.5),
    ],
)
def test_half_a_unit_of_the_last_digit(value: float, decimals: int, half: float) -> None:
    assert numerals.half_unit(value, decimals) == pytest.approx(half)


def test_what_a_number_says_of_itself() -> None:
    plain, grouped, scaled, part = scan("2024 and 2,024 and 2 million and two-thirds")
    assert (plain.grouped, grouped.grouped, scaled.grouped) == (False, True, True)
    assert (plain.scaled, scaled.scaled, scaled.scale) == (False, True, 1e6)
    assert part.fraction
    assert part.words


def indian(value: int) -> str:
    """`value` with commas after lakhs and crores: 12,34,567."""
    head, tail = divmod(value, 1000)
    pairs: list[str] = []
    while head >= 100:
        head, pair = divmod(head, 100)
        pairs.insert(0, f"{pair:02d}")
    return ",".join([str(head), *pairs, f"{tail:03d}"])


@given(st.integers(1000, 10**9))
def test_indian_grouping_is_read_back(value: int) -> None:
    (numeral,) = scan(f"Rs {indian(value)} in all")
    assert (numeral.value, numeral.malformed) == (value, False)


@given(
    st.integers(1, 999),
    st.integers(1, 7),
    st.sampled_from([2, 4, 8]),
    st.sampled_from(["{} {}/{}", "{}-{}/{}"]),
)
def test_a_mixed_fraction_is_read_back(whole: int, top: int, bottom: int, frame: str) -> None:
    (numeral,) = scan(f"It is {frame.format(whole, top, bottom)} inches") if top < bottom else scan("1")
    assert numeral.value == (pytest.approx(whole + top / bottom) if top < bottom else 1)


@given(st.integers(0, 999), st.integers(1, 4))
def test_decimals_without_a_zero_are_read_back(value: int, digits: int) -> None:
    printed = f".{value:0{digits}d}"
    (numeral,) = scan(f"It rose {printed} then")
    assert numeral.value == pytest.approx(float(printed))


@given(st.integers(1, 999_999_999), st.integers(0, 99))
def test_continental_grouping_is_read_back(value: int, cents: int) -> None:
    printed = f"{value:,}".replace(",", ".")
    numeral = scan(f"Es waren 1.234,5 und dann {printed},{cents:02d} Euro")[1]
    assert numeral.value == pytest.approx(value + cents / 100)
