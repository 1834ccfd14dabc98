"""Ages without a unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures.find import find

Shown = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "a man aged 34", "Priya Venkatesan, 34, said so", "his daughter, who was 34.", "at the age of 34",
        "Age 34",
        "who is 34 and free", "(Ann Lee, 34)", "Dr Ann O’Hara, 34; she",
    ],
)  # fmt: skip
def test_age(shown: Shown, text: str) -> None:
    assert shown(text) == ["34 | age | 34 year"]


@pytest.mark.parametrize(
    "text",
    [
        "in Room, 34, he",
        "who was 34 points up",
        "on High Street, 34, it",
        "who was 340.",
        "counted 34, then",
        "aged 34.5",
    ],
)
def test_no_age(shown: Shown, text: str) -> None:
    assert all("| age |" not in line for line in shown(text))


def test_a_range_of_ages(shown: Shown) -> None:
    assert shown("children aged between 5 and 11") == ["5 and 11 | age | 5..11 year"]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("two men aged 34 and 36 were held", ["34", "36"]), ("girls aged 9, 11 and 12", ["9", "11", "12"]),
        ("he turned 18 in May", ["18"]), ("she was 27 when she died", ["27"]),
        ("women over 50 are offered a scan", ["50"]), ("adults under 30.", ["30"]),
        ("Mr Lee (62) was a teacher", ["62"]), ("a 70-something driver", ["70-something"]),
    ],
)  # fmt: skip
def test_more_ways_of_telling_an_age(text: str, ages: list[str]) -> None:
    assert [f.surface for f in find(text) if f.kind == "age"] == ages


@pytest.mark.parametrize(
    "text",
    ["he turned 18 rooms into flats", "men over 50 countries", "he was 27 points up", "Lee (62) scored"],
)
def test_no_age_in_sight(text: str) -> None:
    assert [f for f in find(text) if f.kind == "age"] == []


@given(
    st.integers(3, 99),
    st.sampled_from(
        ["a man aged {}.", "a {}-year-old girl", "she is {} years old", "Jo Lee, {}, said", "aged 5 and {}"]
    ),
)
def test_an_age_is_read_back(age: int, frame: str) -> None:
    *_, figure = find(f"They met {frame.format(age)} there")
    assert (figure.kind, figure.value, figure.unit) == ("age", age, "year")


@pytest.mark.parametrize(
    "text",
    ["At 23, Mara Lind has it all.", "“I am 23.”", "He was 23 and broke.", "Rolf Alder, 23 - a mason -"],
)
def test_age_without_a_unit(shown: Callable[[str], list[str]], text: str) -> None:
    assert shown(text) == ["23 | age | 23 year"]


@pytest.mark.parametrize("text", ["At 23, the index", "He was 23 up", "Lot 9, 23 - a vase"])
def test_a_place_in_a_sentence_is_no_age(shown: Callable[[str], list[str]], text: str) -> None:
    assert not any("| age |" in line for line in shown(text))
