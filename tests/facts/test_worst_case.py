"""The fact table takes time in proportion to the text, even where a sentence never ends."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import checks
from checks.articles import dates
from checks.facts import short_forms
from checks.facts.build import MOST_FIGURES
from checks.facts.relations import neighbours
from checks.facts.sourcing import names as sourcing_names
from checks.figures import currency_context


def extract(text: str) -> None:
    checks.extract([checks.Article("a.txt", text)])


def seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit", ["1; ", "1) ", "1 x ", "10% ", "$5 million and ", "1^", "1\n", "2019, ", "half ", "Bo's 5, "]
)
def test_time_grows_like_the_text(growth: Callable[..., tuple[float, float]], unit: str) -> None:
    extract("It rose 5% to $4.")
    # within the longest sentence: further text only brings more of them
    part, whole = (unit * (size // len(unit)) for size in (2_000, 16_000))
    times, spent = growth(extract, part, whole, limit=14, least=0.02)
    assert times < 14
    assert spent < 4  # 250 seconds a megabyte


@pytest.mark.parametrize("run", ["-a" * 240, "-" * 480, " -" * 240])
def test_hyphens_after_a_rate(run: str) -> None:
    assert seconds(extract, f"Output was 4,000 barrels per day and 40 ships{run} cost $5.") < 2


LONG = 20_000


@pytest.mark.parametrize(
    ("search", "text"),
    [
        (lambda text: dates._DATELINE_PLACE.match(text), "A" + " -" * 60 + "x"),
        (lambda text: currency_context._DATELINE.match(text), " " * LONG + "x"),
        (lambda text: sourcing_names._TRAILING.sub("", text), " " * LONG + "x"),
        (lambda text: sourcing_names._TRAILING.sub("", text), " in" * LONG + " x"),
        (lambda text: short_forms._FULL.search(text), "A" * LONG),
        (lambda text: neighbours._hint().search(text), "." * LONG),
    ],
)
def test_a_pattern_that_fails_does_so_at_once(search: Callable[[str], object], text: str) -> None:
    search("")
    assert min(seconds(search, text) for _ in range(2)) < 0.5


def test_a_row_of_figures_is_not_read_as_a_sentence() -> None:
    row = ", ".join(f"{n} ships" for n in range(101, 102 + MOST_FIGURES))
    facts = checks.extract(
        [checks.Article("a.txt", f"Bergen has {row}. Norway has 90 ships, the port said.")]
    )
    assert list(facts["value"]) == [*range(101, 102 + MOST_FIGURES), 90]
    assert set(facts["unit"]) == {"ship"}
    assert list(facts["entities"].unique()) == ["", "Norway"]
    assert list(facts["sourcing"].unique()) == ["exempt", "named"]
