"""What is no figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import lexicon
from checks.figures.find import find

Shown = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("two Su-35 jets", ["Su-35"]), ("the Boeing 737 crashed", ["737"]), ("on 5G", ["5G"]),
        ("the G7", ["G7"]),
        ("a Formula 1 race", ["1"]), ("an iPhone 15", ["15"]), ("under Article 5", ["5"]),
        ("Resolution 2231", ["2231"]),
        ("Section 427 Row 21", ["427", "21"]), ("on Channel 4", ["4"]), ("at No. 10", ["10"]),
        ("since 9/11", ["9/11"]),
        ("open 24/7", ["24/7"]), ("the F-16s", ["F-16"]), ("COVID-19", ["COVID-19"]),
        ("version 2.3.1", ["2.3.1"]),
        ("v2.3.1 is out", ["2.3.1"]), ("at 192.168.0.1", ["192.168.0.1"]),
        ("call 020 7946 0018", ["020 7946 0018"]),
        ("call +44 20 7946 0018", ["+44 20 7946 0018"]), ("call (0161) 496 0000", ["(0161) 496 0000"]),
        ("at 12 Baker Street", ["12"]), ("at 575 Old Mill Road", ["575"]), ("in Game 2 he", ["2"]),
        ("Planet 9 is", ["9"]),
        ("the S&P 500 fell", ["500"]), ("the sp 500 fell", ["500"]), ("the FTSE 100", ["100"]),
        ("ISO 3888-2", ["3888", "2"]),
        ("John 3:16 says", ["3:16"]), ("between A.D. 1000 and 1260", ["1000", "1260"]),
        ("in 500 BC", ["500"]),
        ("IMO 9412787 sank", ["9412787"]), ("in his 40s", ["40"]),
        ("an account of 12345678901234567", ["12345678901234567"]),
        ("the Big Ten", ["Ten"]), ("SCP-173", ["SCP-173"]),
    ],
)  # fmt: skip
def test_identifier(shown: Shown, text: str, names: list[str]) -> None:
    surfaces = [line.split(" | ") for line in shown(text)]
    assert [s[0] for s in surfaces if s[1] == "identifier"] == names
    assert all(s[1] == "identifier" or s[0] == "two" for s in surfaces)


@pytest.mark.parametrize(
    "text",
    [
        "no one knew", "one of them left", "the one who", "one another", "it is one among several", "the"
        " same one", "this one",
        "a one-off deal", "the bottom three", "see www.example.com/12 or @user5 #7", "a loved one", "one"
        " across the street",
    ],
)  # fmt: skip
def test_nothing(shown: Shown, text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ukraine lost 35 jets", "35"), ("in London 12 people died", "12"), ("Over 240 Iranians", "240"),
        ("one of the students", "one"), ("one man", "one"), ("Two men", "Two"),
        ("ONE HUNDRED MEN", "ONE HUNDRED"),
        ("the top five players", "five"), ("Arsenal won 20 games", "20"), ("12 Labour seats", "12"),
    ],
)  # fmt: skip
def test_a_count_beside_a_name(shown: Shown, text: str, value: str) -> None:
    (line,) = shown(text)
    assert line.split(" | ")[:2] == [value, "count"]


@pytest.mark.parametrize(
    "key",
    [
        "labels",
        "capital_labels",
        "idioms",
        "one_after",
        "one_before",
        "no_name",
        "after_place",
        "won_by_one",
        "zero_before",
    ],
)
def test_lists_are_in_lower_case(key: str) -> None:
    assert all(word == word.lower() and word.strip() for word in lexicon.lists("labels")[key])


def test_whole_names_end_in_a_number() -> None:
    assert all(name[-1].isdigit() for name in lexicon.lists("labels")["named"])


@pytest.mark.parametrize(
    "text",
    [
        "Officers were sent to the 6200 block of Harrow Street.",
        "A neighbour called 911 and waited.",
        "It took nine minutes to answer the 999 call.",
        "Anyone with information can ring 555-014-TIPS.",
    ],
)
def test_street_blocks_and_emergency_numbers_are_names(text: str) -> None:
    assert not [f for f in find(text) if f.kind in ("count", "measurement") and f.value > 100]


def test_blocks_are_counted_where_they_lie_apart() -> None:
    assert [f.kind for f in find("The shop is 300 blocks away.")] == ["count"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A 787 Dreamliner landed", ["787"]), ("the 737 Max was grounded", ["737"]),
        ("two 737-800s met", ["737-800s"]),
        ("a 777-300ER flew", ["777-300ER"]), ("the BMW 320 was parked", ["320"]),
        ("the 73 bus was late", ["73"]),
        ("an iPhone 11 and 11 Pro", ["11", "11"]), ("a 4K TV", ["4K"]), ("at 221B Baker Street", ["221B"]),
        ("under 18 U.S.C. 1001, he", ["18", "1001"]), ("42 U.S.C. § 1983 claims", ["42", "1983"]),
        ("Brown, 347 U.S. 483 ruled", ["347", "483"]), ("with Ubuntu 22.04 on it", ["22.04"]),
        ("call +91 98765 43210", ["+91 98765 43210"]), ("the Group of 20 met", ["20"]),
        ("a top 10 finish", ["10"]), ("in the top 20.", ["20"]),
    ],
)  # fmt: skip
def test_models_laws_and_places(text: str, names: list[str]) -> None:
    assert [f.surface for f in find(text) if f.kind == "identifier"] == names


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a group of 20 men", 20), ("the top 10 countries", 10), ("50 cents more", 50), ("737 jobs", 737),
        ("$4K of debt", 4000), ("a loan of 4K euros", 4000), ("with 73 bus drivers", 73),
    ],
)  # fmt: skip
def test_a_quantity_all_the_same(text: str, value: float) -> None:
    (figure,) = find(text)
    assert (figure.kind != "identifier", figure.value) == (True, value)


@given(
    st.integers(1, 999),
    st.sampled_from(["Article {}", "Flight {}", "No. {}", "section {}", "Formula {}", "Su-{}", "G{}"]),
)
def test_a_name_with_any_number_is_no_quantity(number: int, name: str) -> None:
    (figure,) = find(f"They told of {name.format(number)} again")
    assert figure.kind == "identifier"


def test_whole_names_begin_with_a_number() -> None:
    assert all(
        name.partition(" ")[0].isdigit() and name.partition(" ")[2]
        for name in lexicon.lists("labels")["begun"]
    )
