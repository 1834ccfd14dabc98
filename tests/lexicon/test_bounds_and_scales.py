"""The words that bound a figure and the suffixes that scale it."""

from __future__ import annotations

from typing import get_args

import pytest

from checks.lexicon import table
from checks.model import Bound


def test_each_bounding_word_stands_once_on_its_side() -> None:
    keys = [(row["side"], row["words"]) for row in table("bounds")]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("row", table("bounds"), ids=lambda row: f"{row['side']} {row['words']}")
def test_a_bounding_word_is_well_formed(row: dict[str, str]) -> None:
    assert row["side"] in ("before", "after")
    assert row["words"] == row["words"].strip().lower()
    assert row["bound"] in get_args(Bound)
    assert row["how"] in ("", "below", "verb")
    assert row["how"] != "below" or row["bound"] == "~", "only an approximation can come from below"


def test_scales_are_powers_of_ten_and_stand_once() -> None:
    rows = table("scales")
    assert len({row["scale"] for row in rows}) == len(rows)
    for row in rows:
        assert row["scale"].isalpha()
        assert f"{float(row['factor']):.0f}".strip("0") == "1"
        assert float(row["factor"]) >= 1000
