"""The evidence column is read as it was written."""

from __future__ import annotations

import time

import pytest

from checks.flags.identity import Place, join_places, split_places


@pytest.mark.parametrize(
    "surfaces",
    [
        ["$4.9 billion"],
        ["12%", "13%"],
        ['a "few" dozen', "40"],
        ["5", '3" | 4'],
        ["", "7"],
        ["two\nlines"],
    ],
)
def test_places_come_back(surfaces: list[str]) -> None:
    places = [Place(f"d:{n}/a b.txt", n + 1, surface) for n, surface in enumerate(surfaces)]
    assert list(split_places(join_places(places))) == places


@pytest.mark.parametrize("column", ["", "no place", 'a.txt:3 "open', ':3 "no article"', "https://a.example"])
def test_what_is_no_place_is_left_out(column: str) -> None:
    assert list(split_places(column)) == []


@pytest.mark.parametrize("unit", ['" | ', ':1 "', 'a:1 "" | ', "a", ":1"])
def test_long_columns(unit: str) -> None:
    start = time.process_time()
    list(split_places(unit * 20_000))
    assert time.process_time() - start < 0.5
