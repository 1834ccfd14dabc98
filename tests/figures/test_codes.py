"""A code of letters and digits is one name, whole."""

from __future__ import annotations

import pytest

from checks.figures.find import find


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("with code SPRING15FIT today", ["SPRING15FIT"]), ("flight BA123 landed", ["BA123"]),
        ("a jet, B-1234, left", ["B-1234"]), ("CVE-2021-44228 was found", ["CVE-2021-44228"]),
        ("the WH-1000XM5 headphones", ["WH-1000XM5"]), ("order 4711-AX came", ["4711-AX"]),
        ("an A320neo and two F-16s", ["A320neo", "F-16"]), ("H1N1 and PM2.5", ["H1N1", "PM2.5"]),
        ("B2B firms of the EU27", ["B2B", "EU27"]), ("the S&P500", ["S&P500"]), ("12AB34 is one", ["12AB34"]),
        ("take SAVE20% off", ["SAVE20"]), ("a MiG-29", ["MiG-29"]), ("the 737-MAX", ["737-MAX"]),
        ("under section 3A", ["3A"]),
    ],
)  # fmt: skip
def test_a_code_is_one_identifier(text: str, names: list[str]) -> None:
    assert [f.surface for f in find(text) if f.kind == "identifier"] == names
    assert all(f.kind == "identifier" for f in find(text) if f.surface not in ("two", "one"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("anti-G7-minded people", ["G7"]), ("COVID-19-related, pre-COVID-19", ["COVID-19", "COVID-19"]),
        ("an Under-21 side", ["21"]), ("the under-21s", ["21"]), ("in his 40s", ["40"]),
        ("Windows-10 users", ["10"]), ("Paris-2024 was", ["2024"]),
    ],
)  # fmt: skip
def test_a_word_is_no_part_of_a_code(text: str, names: list[str]) -> None:
    assert [f.surface for f in find(text) if f.kind == "identifier"] == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It cost $20B.", "money"), ("a 10K run", "count"), ("an 8MP camera", "measurement"),
        ("3Q20 results", "date"), ("a 3M loan", "count"), ("some 12V lamps", "measurement"),
    ],
)  # fmt: skip
def test_a_quantity_is_no_code(text: str, kind: str) -> None:
    (figure,) = find(text)
    assert figure.kind == kind


def test_a_code_does_not_reach_into_the_figure_before_it() -> None:
    assert [f.surface for f in find("at $20-A5 each")] == ["$20", "A5"]


def test_what_is_too_long_for_a_code_is_left_as_digits() -> None:
    found = find("hash ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF7GHIJKLMNOPQRSTUVWXYZABCDEF")
    assert [f.surface for f in found] == ["7"]
