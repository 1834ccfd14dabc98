"""One owner under two names in two articles."""

from __future__ import annotations

import pytest

from checks.matching.names import long_forms, shared


def test_an_abbreviation_is_the_one_name_with_its_initials() -> None:
    cells = [
        "IMF;Ecuador",
        "International Monetary Fund",
        "UAE",
        "Ulster Arts Ensemble",
        "United Arab Emirates",
        "",
    ]
    found = long_forms(cells)
    assert found["IMF"] == "International Monetary Fund"
    assert "UAE" not in found, "two names have these initials"
    assert "Ecuador" not in found


def test_two_letters_stand_for_too_many_names() -> None:
    assert long_forms(["AI", "Amnesty International"]) == {}


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ({"Peru"}, {"Peru", "Chile"}, {"Peru"}),
        ({"Dellmar"}, {"Dellmar Aerospace"}, {"Dellmar Aerospace"}),
        ({"China"}, {"China Southern"}, set()),
        ({"Dell"}, {"Dellmar Aerospace"}, set()),
        (set(), {"Peru"}, set()),
    ],
)
def test_names_in_common(one: set[str], other: set[str], names: set[str]) -> None:
    assert shared(frozenset(one), frozenset(other)) == names
    assert shared(frozenset(other), frozenset(one)) == names
