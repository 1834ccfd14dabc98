"""Nouns in the singular."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.lexicon import table
from checks.lexicon.nouns import singular

#: `plural:singular`, one a line
PLURALS = (Path(__file__).parent / "singulars.txt").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("pair", PLURALS)
def test_ordinary_nouns(pair: str) -> None:
    plural, one = pair.split(":")
    assert singular(plural) == one
    assert singular(one) == one


@pytest.mark.parametrize(
    ("plural", "one"),
    [("Iranians", "Iranian"), ("Iraqis", "Iraqi"), ("Saudis", "Saudi"), ("Chinese", "Chinese"),
     ("British", "British"), ("Frenchmen", "Frenchman"), ("Swiss", "Swiss"), ("Poles", "Pole"),
     ("UAVs", "UAV"), ("MPs", "MP"), ("US", "US"), ("GPS", "GPS"), ("Paris", "Paris"),
     ("Netherlands", "Netherlands"), ("Texas", "Texas"), ("Hamas", "Hamas"), ("Reuters", "Reuters"),
     ("Forces", "Force"), ("", ""), ("s", "s")],
)  # fmt: skip
def test_capitals_are_kept(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_the_list_has_each_plural_once() -> None:
    plurals = [row["plural"] for row in table("nouns")]
    assert len(plurals) == len(set(plurals))
    assert all(row["singular"] for row in table("nouns"))
