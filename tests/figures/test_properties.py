"""What holds for every text: offsets, order, no error, and a number printed is a number read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures.find import find

PIECES = st.sampled_from(
    [
        "5", "1,234", ".", ",", " ", "-", "–", "%", "$", "£", "€", "(", ")", "/", ":", "m", "bn",
        " million", " to ", " and ", "one",
        "two", " hundred", " half", " third", "twenty-first", " per ", " cent", "over ", "about ",
        " or more", "+", "½", "²", "\u00a0",
        "2024", "May ", "Boeing ", "a ", "an ", " of ", "th", "ft ", "'", '"', "in", " hours ", "°C", "\n",
        "\t", "İ", "٣", "e5", "^",
        "minus ", "±", "x", "AD ", "no ", "doubled", "dozens", "lakh",
    ]
)  # fmt: skip


def check(text: str) -> None:
    end = 0
    for figure in find(text):
        assert text[figure.start : figure.end] == figure.surface
        assert end <= figure.start < figure.end
        end = figure.end
        low, high = figure.interval
        assert not low > high


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_of_numbers(text: str) -> None:
    check(text)


def printed(value: int, style: str) -> str:
    return {
        "plain": f"{value}",
        "comma": f"{value:,}",
        "thin": f"{value:,}".replace(",", "\u2009"),
        "no-break": f"{value:,}".replace(",", "\u00a0"),
    }[style]


@given(
    st.integers(10_000, 10**9),
    st.sampled_from(["plain", "comma", "thin", "no-break"]),
    st.sampled_from(
        [
            ("{} people", "count"),
            ("${}", "money"),
            ("£{}", "money"),
            ("{} euros", "money"),
            ("{} km", "measurement"),
        ]
    ),
)
def test_a_whole_number_is_read_back(value: int, style: str, frame: tuple[str, str]) -> None:
    (figure,) = find(f"They say {frame[0].format(printed(value, style))} today")
    assert (figure.value, figure.kind) == (value, frame[1])


@given(
    st.decimals(0, 999, places=2),
    st.sampled_from(
        [(" million", 1e6), ("m", 1e6), ("bn", 1e9), (" billion", 1e9), (" trillion", 1e12), ("k", 1e3)]
    ),
    st.sampled_from(["${}", "€{}", "{} people", "{} rupees"]),
)
def test_a_number_with_a_scale_is_read_back(value: float, scale: tuple[str, float], frame: str) -> None:
    text = frame.format(f"{value}{scale[0]}")
    (figure,) = find(f"It came to {text} then")
    assert figure.value == pytest.approx(float(value) * scale[1])


@given(
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from(["$", "£", ""]),
    st.sampled_from(["-", "–", " to "]),
)
def test_a_range_is_read_back(low: int, more: int, sign: str, join: str) -> None:
    text = f"It takes {sign}{low}{join}{sign}{low + more} million people"
    (figure,) = find(text)
    assert (figure.value, figure.value_to) == (low * 1e6, (low + more) * 1e6)
