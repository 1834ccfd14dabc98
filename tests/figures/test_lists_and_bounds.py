"""Numbers that take their unit, scale or meaning over a word between: lists, bounds, prices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Shown = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3, 5 and 8 million tons", ["3 | measurement | 3000000 ton", "5 | measurement | 5000000 ton",
                                     "8 million tons | measurement | 8000000 ton"]),
        ("2 and 3 billion dollars", ["2 | money | 2e+09 USD", "3 billion dollars | money | 3e+09 USD"]),
        ("1,200 and 3 million tonnes", ["1,200 | measurement | 1200 tonne",
                                        "3 million tonnes | measurement | 3000000 tonne"]),
        ("5 and 6 percent", ["5 | percent | 5 percent", "6 percent | percent | 6 percent"]),
    ],
)  # fmt: skip
def test_a_list_shares_its_unit_and_scale(shown: Shown, text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he stayed 20-plus years", "20-plus years | duration | >=20 year"),
        ("20-odd million sheep", "20-odd million | count | ~20000000"),
        ("$20-plus billion", "$20-plus billion | money | >=2e+10 USD"),
        ("ten or more percent", "ten or more percent | percent | >=10 percent"),
        ("5 or so miles off", "5 or so miles | measurement | ~5 mile"),
        ("200 plus people", "200 | count | >=200"),
    ],
)
def test_a_bound_parts_number_and_unit(shown: Shown, text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize("text", ["£200 plus expenses", "£200 plus a bonus", "£200 plus 3 apples"])
def test_plus_may_add(shown: Shown, text: str) -> None:
    assert shown(text)[0] == "£200 | money | 200 GBP"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 7/2 favourite", "7/2 | ratio | 3.5"),
        ("was backed at 13/8", "13/8 | ratio | 1.625"),
        ("romped home at 20-1", "20-1 | ratio | 20"),
        ("open 24/7", "24/7 | identifier"),
        ("won 20-1", "20-1 | score | 20..1"),
        ("a rate cut of a quarter point", "a quarter point | points | 0.25 percentage point"),
        ("quarter-point moves", "quarter-point | points | 0.25 percentage point"),
        ("under a quarter mile", "a quarter mile | measurement | <0.25 mile"),
        ("the last half hour", "half hour | duration | 0.5 hour"),
        ("half a percent", "half a percent | percent | 0.5 percent"),
        ("0.5pp", "0.5pp | points | 0.5 percentage point"),
        ("an average of - 5", "- 5 | count | -5"),
        ("- 20 degrees celsius", "- 20 degrees celsius | measurement | -20 degree Celsius"),
        ("lunch - 20 minutes - was short", "20 minutes | duration | 20 minute"),
        ("at 18 times forward earnings", "18 times | ratio | 18"),
        ("two miles and four furlongs", "two miles and four furlongs | measurement | 2.5 mile"),
        ("100 usd", "100 usd | money | 100 USD"),
        ("spread over 300 acres", "300 acres | measurement | 300 acre"),
        ("burnt over 300 acres", "300 acres | measurement | >300 acre"),
        ("the buyer paid 2 million pounds", "2 million pounds | money | 2000000 GBP"),
        ("landed 2 million pounds of cod", "2 million pounds | measurement | 2000000 pound mass"),
        ("the plane fell 300m", "300m | measurement | 300 metre"),
        ("profits fell 300m", "300m | count | 300000000"),
        ("a 2.1m crocodile", "2.1m | measurement | 2.1 metre"),
        ("a 2.1m increase", "2.1m | count | 2100000"),
        ("children under five travel free", "five | age | <5 year"),
    ],
)
def test_read_by_its_neighbours(shown: Shown, text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("shut between Junctions 56 and 58", ["56", "58"]),
        ("see pages 12, 14 and 15.", ["12", "14", "15"]),
        ("Figures 3 and 4 show", ["3", "4"]),
        ("the 787 fleet and a 737 jet", ["787", "737"]),
        ("he filmed “13 Hours of Rain”", ["13"]),
        ("an iPhone 15 sells well", ["15"]),
        ("and the Mazda 3 costs more than that", ["3"]),
        ("in Rule 10b-5", ["10b", "5"]),
        ("under Executive Order 13769", ["13769"]),
    ],
)
def test_names(shown: Shown, text: str, names: list[str]) -> None:
    assert shown(text) == [f"{name} | identifier" for name in names]


@pytest.mark.parametrize(
    "text", ["Sales (in millions)", "at half past three", "zero tolerance", "by 2100 if"]
)
def test_no_quantity(shown: Shown, text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("won 6-7 (6/8)", ["6-7 | score | 6..7", "6/8 | score | 6..8"]),
        ("Ladbrokes has him at 4-1", ["4-1 | ratio | 4"]),
        ("ran 6.6 seconds over 60m", ["6.6 seconds | duration | 6.6 second", "60m | measurement | 60 metre"]),
        ("an 18-rated film", ["18 | identifier"]),
        ("fined the bank £3m over four leaks", ["£3m | money | 3000000 GBP", "four | count | 4"]),
        ("fined over 400 drivers", ["400 | count | >400"]),
        ("weakened 12 paise to 83.27", ["12 paise | money | 12 paisa", "83.27 | count | 83.27"]),
        ("as many as 11 lakh candidates sat", ["11 lakh | count | <=1100000"]),
        ("52 minutes a day on the app", ["52 minutes a day | measurement | 52 minute per day"]),
        ("2 years on from that", ["2 years | duration | 2 year"]),
        ("The winger, 24, cost €85m", ["24 | age | 24 year", "€85m | money | 85000000 EUR"]),
        ("The total, 24, is high", ["24 | count | 24"]),
        ("some 60m of cable", ["60m | measurement | ~60 metre"]),
    ],
)
def test_by_the_clause(shown: Shown, text: str, expected: list[str]) -> None:
    assert shown(text) == expected
