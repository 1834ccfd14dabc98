"""Articles that name the same people and places tell one story."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from checks.matching.comparable import rows
from checks.matching.stories import Stories

Table = Callable[..., pd.DataFrame]
BAIL = "A judge in Norby set bail for Ida Foss at $3,000 on Monday."


@pytest.mark.parametrize(
    ("other", "one"),
    [
        ("Lawyers of Ida Foss said on Friday that bail of $5,000 was too much.", True),
        ("A judge in Skar set bail for Tom Quill at $5,000 on Monday.", False),
        ("His bail was set at $5,000 on Monday.", False),
    ],
)
def test_names_in_common(facts_table: Table, other: str, one: bool) -> None:
    cells = [{"fact": name, "article": name, "sentence": text} for name, text in (("a", BAIL), ("b", other))]
    stories = Stories(list(rows(facts_table(*cells))))
    assert stories.one("a", "b") is stories.one("b", "a") is one
    assert stories.one("a", "a")


def test_owners_count_as_names(facts_table: Table) -> None:
    cells = [
        {"fact": name, "article": name, "sentence": "Bail is 5.", "entities": "Ida Foss"}
        for name in ("a", "b")
    ]
    assert Stories(list(rows(facts_table(*cells)))).one("a", "b")
