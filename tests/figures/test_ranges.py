"""Ranges, scores, odds and pairs that share a unit."""

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
        ("10 to 15 million men", "10 to 15 million | count | 10000000..15000000"),
        ("$3-5 billion", "$3-5 billion | money | 3e+09..5e+09 USD"),
        ("between $3bn and $5bn", "$3bn and $5bn | money | 3e+09..5e+09 USD"),
        (
            "between €85 million and €65 million",
            "€85 million and €65 million | money | 85000000..65000000 EUR",
        ),
        ("30-40 per cent", "30-40 per cent | percent | 30..40 percent"),
        ("5-10W", "5-10W | measurement | 5..10 watt"),
        ("500,000 to 1 million men", "500,000 to 1 million | count | 500000..1000000"),
        ("one or two years", "one or two years | duration | 1..2 year"),
        ("two- or three-year terms", "two- or three-year | duration | 2..3 year"),
        ("ranging from 10% to 15%", "10% to 15% | percent | 10..15 percent"),
        ("about 10 to 12 men", "10 to 12 | count | ~10..12"),
        ("12 by 20 metres", "12 by 20 metres | measurement | 12..20 metre"),
        ("45% ± 3", "45% ± 3 | percent | 45 percent"),
        ("45% +/- 3%", "45% +/- 3% | percent | 45 percent"),
        ("won 2-0", "2-0 | score | 2..0"),
        ("voted 52-48 to go", "52-48 | score | 52..48"),
        ("one in five tenants", "one in five | ratio | 0.2"),
        ("9 out of 10 men", "9 out of 10 | ratio | 0.9"),
        ("a one-in-three chance", "one-in-three | ratio | 0.333333333"),
        ("a 3-to-1 majority", "3-to-1 | ratio | 3"),
        ("by 2:1", "2:1 | ratio | 2"),
        ("an eight to one majority", "eight to one | ratio | 8"),
        ("a rare 10 out of 10", "10 out of 10 | ratio | 1"),
        ("Arsenal beat Olympiakos 3-1", "3-1 | score | 3..1"),
        ("one over twenty", "one over twenty | ratio | 0.05"),
    ],
)
def test_one_figure(shown: Shown, text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose from $100 million to $110 million", ["100000000 USD", "110000000 USD"]),
        ("rose 10% to 5.5%", ["10 percent", "5.5 percent"]),
        ("was raised from 13.5 to 14.0 mm", ["13.5 millimetre", "14 millimetre"]),
        ("goes 0 to 80km/h", ["0 kilometre per hour", "80 kilometre per hour"]),
        ("its 0-to-60-mph time", ["0 mile per hour", "60 mile per hour"]),
        ("fell by 1 to 1.5 degrees", ["1 degree", "1.5 degree"]),
        ("from one to two years", ["1 year", "2 year"]),
        ("5, 6 and 7 percent", ["5 percent", "6 percent", "7 percent"]),
        ("16,000 and 3,600 sanctions", ["16000", "3600"]),
        ("two in 2,019 cases", ["2", "2019"]),
        ("3 in 10 days", ["3", "10 day"]),
        ("sold one over three years", ["3 year"]),
        ("10 men, 12 women", ["10", "12"]),
        ("Agassi won 6-3 4-6 6-1", ["6..3", "4..6", "6..1"]),
        ("plus or minus 3 percentage points", ["3 percentage point"]),
    ],
)
def test_two_figures(shown: Shown, text: str, values: list[str]) -> None:
    assert [line.split(" | ")[2] for line in shown(text)] == values


@pytest.mark.parametrize("text", ["a lap of 1:36.6", "in 36:12", "at 2019-09-01T10:38:07.190Z"])
def test_lap_times_and_time_stamps_are_no_quantities(shown: Shown, text: str) -> None:
    assert shown(text) == []


def test_plus_minus_is_the_interval() -> None:

    (figure,) = find("45% ± 3")
    assert figure.interval == (42, 48)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anything from 50 to 100 jobs", "50 to 100 | count | 50..100"),
        ("senators voted 52 to 48.", "52 to 48 | score | 52..48"),
        ("outnumber men two to one", "two to one | ratio | 2"), ("the 100-1 outsider", "100-1 | ratio | 100"),
        ("at odds of 11-4", "11-4 | ratio | 2.75"),
        ("England reached 345 for 7.", "345 for 7 | score | 345..7"),
        ("Leicester 12-34 Saints", "12-34 | score | 12..34"), ("took 5-27.", "5-27 | score | 5..27"),
        ("a 10x12 foot tent", "10x12 foot | measurement | 10..12 foot"),
        ("a 3m by 4m room", "3m by 4m | measurement | 3..4 metre"),
        ("a one-in-100-year flood", "one-in-100-year | ratio | 0.01"),
    ],
)  # fmt: skip
def test_votes_odds_and_sizes(shown: Shown, text: str, expected: str) -> None:
    assert shown(text) == [expected]


def test_a_relay_is_no_size(shown: Shown) -> None:
    assert shown("the 4 x 100m relay") == ["4 | count | 4", "100m | measurement | 100 metre"]


def test_a_listed_percentage_is_rounded_like_the_last() -> None:
    first, *_, last = find("It was 5, 6 and 7 per cent.")
    assert first.interval.high - first.interval.low == last.interval.high - last.interval.low


@given(
    st.integers(1, 400),
    st.integers(1, 99),
    st.sampled_from(
        [
            ("between {} and {} tonnes", "measurement"), ("{} to {} per cent", "percent"),
            ("£{}-£{} a week", "money"),
            ("{}-{}km", "measurement"), ("{} or {} days", "duration"), ("€{}-{}bn", "money"),
        ]
    ),
)  # fmt: skip
def test_both_ends_are_read_back(low: int, more: int, frame: tuple[str, str]) -> None:
    more = min(more, low)  # "5 or 90 days" is no range
    (figure,) = find(f"It takes {frame[0].format(low, low + more)} then")
    size = 1e9 if "bn" in frame[0] else 1
    assert (figure.kind, figure.value, figure.value_to) == (frame[1], low * size, (low + more) * size)


@given(
    st.integers(1, 400), st.integers(0, 99), st.sampled_from(["won {}-{}.", "by {}-{}.", "voted {} to {}."])
)
def test_a_score_is_read_back(high: int, low: int, frame: str) -> None:
    (figure,) = find(f"They {frame.format(high, min(low, high - 1))}")
    assert (figure.kind, figure.value, figure.value_to) == ("score", high, min(low, high - 1))


@given(
    st.integers(2, 500),
    st.sampled_from(["one in {}", "1 in {}", "1-in-{}", "one out of {}", "one in every {}"]),
)
def test_odds_are_read_back(number: int, frame: str) -> None:
    (figure,) = find(f"They say {frame.format(number)} tenants left")
    assert figure.kind == "ratio"
    assert figure.value == pytest.approx(1 / number)


@given(st.integers(2, 500), st.integers(1, 9), st.sampled_from(["{}% ± {}", "{} ± {} kg", "{}km +/- {}"]))
def test_plus_minus_is_read_back(value: int, room: int, frame: str) -> None:
    room = min(room, value - 1)
    (figure,) = find(f"It is {frame.format(value, room)} now")
    assert figure.interval == (value - room, value + room)
