"""Which references and which statements a figure is compared with."""

from __future__ import annotations

import math
import time
from typing import Any

import pandas as pd
import pytest

import checks
from checks.engines.request import REFERENCES
from checks.matching.implied import ENOUGH, implied


def references(**changed: Any) -> pd.DataFrame:
    row = {
        "measure": "oil supply",
        "entities": "World",
        "period_start": "2024-01-01",
        "period_end": "2024-12-31",
        "low": 102.8e6,
        "high": 103e6,
        "unit": "barrel per day",
        "source": "the yearbook",
        "url": "",
    }
    return pd.DataFrame([row | changed], columns=list(REFERENCES))


def messages(text: str, known: pd.DataFrame) -> list[str]:
    result = checks.check([checks.Article("a.txt", text)], known, select=["reference-conflict"])
    return list(result.flags["message"])


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Global oil supply was 83 million barrels per day in 2024.", 1),
        ("Global oil supply was 37.6 billion barrels per year in 2024.", 0),
        ("Global oil supply was 37.6 billion barrels in 2024.", 0),
    ],
)
def test_a_rate_is_compared_with_its_like(text: str, flags: int) -> None:
    assert len(messages(text, references())) == flags


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"high": math.inf}, "at least 102.8 million"),
        ({"low": -math.inf, "high": 40e6}, "at most 40 million"),
    ],
)
def test_an_open_reference_says_its_limit(limits: dict[str, float], said: str) -> None:
    (message,) = messages("Global oil supply was 83 million barrels per day in 2024.", references(**limits))
    assert said in message


def test_limits_must_be_numbers() -> None:
    with pytest.raises(ValueError, match="references: low or high"):
        messages("Global oil supply was 83 million barrels per day.", references(low=math.nan))


def test_statements_are_sought_among_few() -> None:
    texts = [
        f"Orbix sold 1.{n} million handsets, 12% of the market."
        f" Orbix said 14.{n} million handsets were sold in all."
        for n in range(100, 110)
    ]
    few = checks.extract([checks.Article(f"{n}.txt", text) for n, text in enumerate(texts)])
    copies = [few.assign(article=few["article"] + f"-{n}", fact=few["fact"] + f"-{n}") for n in range(120)]
    many = pd.concat(copies, ignore_index=True)
    start = time.process_time()
    found = implied(many)
    assert time.process_time() - start < 6
    shares = many.loc[many["kind"] == "percent", "fact"]
    assert len(found) <= len(shares) * ENOUGH
