"""All figures of a text, bounds and neighbours included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from checks.figures.find import find

Shown = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("over 16,000 and 3,600 Western sanctions", [">16000", ">3600"]),
        ("more than 100 kilometres (60 miles)", [">100 kilometre", ">60 mile"]),
        ("under 296 hp (224 kW / 300 PS)", ["<296 horsepower", "<224 kilowatt", "<300 horsepower"]),
        ("more than 20 dead (13 in one town)", [">20", "13", "1"]),
        ("over 20 years and 3 years", ["20 year", "3 year"]),
        ("10,000+ fans", [">=10000"]),
        ("50-odd men, 20 or so women", ["~50", "~20"]),
        ("about $5m", ["~5000000 USD"]),
        ("9st", ["9 stone"]),
        ("the 9th man", ["9"]),
        ("12 deaths per 1,000 live births", ["12"]),
    ],
)
def test_bounds(shown: Shown, text: str, values: list[str]) -> None:
    assert [line.split(" | ")[2] for line in shown(text)] == values


def test_dates_come_first() -> None:
    figures = find("On 13 June 2025 it lost 24 of 2024 jets in 2024.", dt.date(2026, 1, 1))
    assert [(f.surface, f.kind) for f in figures] == [
        ("13 June 2025", "date"),
        ("24", "count"),
        ("2024", "count"),
        ("2024", "date"),
    ]


def test_an_ordinal_keeps_its_value(shown: Shown) -> None:
    assert shown("the 21st, 2nd, 3rd and 11th men") == [
        "21st | ordinal | 21",
        "2nd | ordinal | 2",
        "3rd | ordinal | 3",
        "11th | ordinal | 11",
    ]


def test_a_malformed_number_is_kept_without_a_value() -> None:
    (figure,) = find("6,5000,000 ballots")
    assert (figure.surface, figure.kind, figure.value != figure.value) == ("6,5000,000", "count", True)


def test_no_text_no_figures() -> None:
    assert find("") == []
