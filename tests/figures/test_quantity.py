"""Kinds and units of numbers."""

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
        ("$4.9 billion", "money | 4.9e+09 USD"), ("US$5", "money | 5 USD"), ("US $5m", "money | 5000000 USD"),
        ("$US113 trillion", "money | 1.13e+14 USD"), ("A$3m", "money | 3000000 AUD"),
        ("£3m", "money | 3000000 GBP"),
        ("€4.5bn", "money | 4.5e+09 EUR"), ("Rs 500 crore", "money | 5e+09 INR"),
        ("500 million rupees", "money | 500000000 INR"),
        ("13.5 trillion rubles", "money | 1.35e+13 RUB"), ("5 mln dlrs", "money | 5000000 USD"),
        ("75p", "money | 75 penny"),
        ("40 cents", "money | 40 cent"), ("$80 a barrel", "money | 80 USD per barrel"),
        ("$1.20 per share", "money | 1.2 USD per share"), ("3 billion pounds", "money | 3e+09 GBP"),
        ("$2-million-a-year", "money | 2000000 USD per year"), ("-$5m", "money | -5000000 USD"),
        ("20%", "percent | 20 percent"), (".5%", "percent | 0.5 percent"), ("12 pct", "percent | 12 percent"),
        ("1.38pc", "percent | 1.38 percent"), ("thirty percentage", "percent | 30 percent"),
        ("−3.2%", "percent | -3.2 percent"),
        ("5 per\ncent", "percent | 5 percent"), ("3% a year", "percent | 3 percent per year"),
        ("5‰", "percent | 5 per mille"),
        ("5 per mille", "percent | 5 per mille"), ("2 percentage points", "points | 2 percentage point"),
        ("25 basis points", "points | 25 basis point"), ("25bp", "points | 25 basis point"),
        ("1.5m bpd", "measurement | 1500000 barrel per day"),
        ("3 mb/d", "measurement | 3000000 barrel per day"),
        ("80 km/h", "measurement | 80 kilometre per hour"), ("332 lb-ft", "measurement | 332 pound foot"),
        ("450 Nm", "measurement | 450 newton metre"), ("300 PS", "measurement | 300 horsepower"),
        ("20 deg. C", "measurement | 20 degree Celsius"), ("minus 20C", "measurement | -20 degree Celsius"),
        ("37.5 degrees", "measurement | 37.5 degree"), ("2.5m tall", "measurement | 2.5 metre"),
        ("12-day", "duration | 12 day"), ("3½ hours", "duration | 3.5 hour"),
        ("3/4-inch", "measurement | 0.75 inch"),
        ("40 per 100,000 people", "count | 40 per 100,000 people"), ("10-year-old", "age | 10 year"),
        ("15 yo", "age | 15 year"),
    ],
)  # fmt: skip
def test_unit(shown: Shown, text: str, expected: str) -> None:
    (line,) = shown(f"{text}, it said")
    surface = text.removesuffix(" tall")
    assert line == f"{surface} | {expected}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 100m final", "measurement | 100 metre"), ("the 100m", "measurement | 100 metre"),
        ("100m people", "count | 100000000"),
        ("2.5m jobs", "count | 2500000"), ("£100m", "money | 100000000 GBP"),
        ("three 800m runners", "count | 3"),
        ("1.5M views", "count | 1500000"),
    ],
)  # fmt: skip
def test_metres_or_millions(shown: Shown, text: str, expected: str) -> None:
    assert shown(text)[0].partition(" | ")[2] == expected


def test_a_dollar_is_the_article_s_own(shown: Shown) -> None:
    text = "SYDNEY, Australia - It paid $5 million, or 40 cents a share; the US$ fell. Ten dollars, said one."
    assert [s.split(" | ")[2] for s in shown(text)] == ["5000000 AUD", "40 cent per share", "10 AUD"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Net result\t(4.2)\t3.1", "-4.2"), ("Loss | (7.5) | x", "-7.5"), ("Loss   (4.2)   3.1", "-4.2"),
        ("it lost (4.2) there", "4.2"), ("five (5) men", "5"),
    ],
)  # fmt: skip
def test_a_number_in_brackets_is_negative_in_a_table_alone(shown: Shown, text: str, value: str) -> None:
    assert value in [s.split(" | ")[2] for s in shown(text)]
    assert value[0] == "-" or f"-{value}" not in [s.split(" | ")[2] for s in shown(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a loss of $(4.2) million", "$(4.2) million | money | -4200000 USD"),
        ("income was (12.4) million", "(12.4) million | count | -12400000"),
        ("sales of 540 (512) million", "512 | count | 512"),
        ("A $5-a-day levy", "$5-a-day | money | 5 USD per day"),
        ("40 litres per person per day",
        "40 litres per person per day | measurement | 40 litre per person per day"),
        ("£20-30 a week", "£20-30 a week | money | 20..30 GBP per week"),
        ("Rs 5-7 lakh per acre", "Rs 5-7 lakh per acre | money | 500000..700000 INR per acre"),
        ("three times as many", "three times | ratio | 3"),
        ("1.5 times the average", "1.5 times | ratio | 1.5"),
        ("up 2.5x on the year", "2.5x | ratio | 2.5"), ("three times a week", "three | count | 3"),
        ("he won three times", "three | count | 3"),
        ("5 degrees below zero", "5 degrees below zero | measurement | -5 degree"),
        ("a one-year deal", "one-year | duration | 1 year"),
        ("a one-percentage-point cut", "one-percentage-point | points | 1 percentage point"),
    ],
)  # fmt: skip
def test_losses_rates_and_multiples(shown: Shown, text: str, expected: str) -> None:
    assert shown(text)[-1] == expected


@pytest.mark.parametrize(
    "text", ["a seven-figure sum", "net zero", "a one-in-a-million chance", "a one-off fee"]
)
def test_words_that_count_nothing(shown: Shown, text: str) -> None:
    assert shown(text) == []


FRAMES = {
    "{}%": "percent", "{} per cent": "percent", "{} percentage points": "points", "{} basis points": "points",
    "${}": "money", "€{}": "money", "{} rupees": "money", "{} km": "measurement",
    "{} tonnes a day": "measurement",
    "{} hours": "duration", "{} times as many": "ratio", "-{}%": "percent",
}  # fmt: skip


@given(st.decimals("0.1", 900, places=1), st.sampled_from(sorted(FRAMES)))
def test_a_number_with_its_unit_is_read_back(value: float, frame: str) -> None:
    (figure,) = find(f"They put it at {frame.format(value)} then")
    sign = -1 if frame.startswith("-") else 1
    assert figure.kind == FRAMES[frame]
    assert figure.value == pytest.approx(sign * float(value))
