"""Figures that cannot all be true are found among many that can, and figures that can are left alone."""

from __future__ import annotations

import pytest

import checks
from checks.model import Article
from checks.rules import implied_conflict
from checks.tables import FACTS, frame
from tests.conftest import fact

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
TOWNS = ("Ashford", "Bexley", "Corby", "Derby", "Falmouth", "Grimsby", "Hexham", "Ipswich", "Kendal", "Luton")
#: A change whose new level is not the whole that a share makes.
REAL = (
    "Online sales at Harcourt came to £84m last year, or 28% of total sales. Profits fell. Harcourt's total"
    " sales rose 20% to £420m last year."
)


def messages(*texts: str) -> list[str]:
    articles = [Article(id=f"{n}.txt", text=text) for n, text in enumerate(texts)]
    return [*checks.check(articles, select=["implied-conflict"]).flags["message"]]


def changes(of: int) -> list[str]:
    """Correct changes of things of other names: one network, if a constant joined them."""
    names = [f"{chr(65 + n % 26)}{chr(65 + n // 26)}" for n in range(of)]
    return [
        f"Fees at college {name} rose 20% to £{level * 1.2:,.1f} from £{level:,}."
        for name, level in zip(names, range(1000, 1000 + 7 * of, 7), strict=True)
    ]


def test_a_conflict_is_found_among_many_changes() -> None:
    found = messages("\n\n".join([*changes(230), REAL]))
    assert len(found) == 1
    assert found == messages(REAL)


RISES = {
    "plants by number": "Output of plant {n} rose 10% to {new} tonnes from {old} tonnes.",
    "plants by name": "Output of the {town} plant rose 10% to {new} tonnes from {old} tonnes.",
    "places": "Output at {town} rose 10% to {new} tonnes from {old} tonnes.",
    "months": "Output of the plant rose 10% in {month} 2024 to {new} tonnes from {old} tonnes.",
    "months of a firm": "In {month}, Harcourt's output rose 10% to {new} tonnes from {old} tonnes.",
    "one plant": "Output of the plant rose 10% to {new} tonnes from {old} tonnes.",
    "one firm": "Harcourt's output rose 10% to {new} tonnes from {old} tonnes.",
    "one firm, one year": "In 2024 Harcourt's output rose 10% to {new} tonnes from {old} tonnes.",
}


@pytest.mark.parametrize("wording", RISES.values(), ids=RISES)
@pytest.mark.parametrize("apart", [False, True], ids=["one article", "two articles"])
def test_like_changes_of_many_things_are_no_conflict(wording: str, apart: bool) -> None:
    told = [
        wording.format(n=n, old=1000 + 10 * n, new=1100 + 11 * n, town=TOWNS[n % 10], month=MONTHS[n % 10])
        for n in range(1, 21)
    ]
    texts = ["\n\n".join(told[i::2]) for i in (0, 1)] if apart else ["\n\n".join(told)]
    assert messages(*texts) == []


#: One thing of one owner and time.
CLEAR = {
    "measure": "output",
    "entities": "Harcourt",
    "period_start": "2024-01-01",
    "period_end": "2024-12-31",
    "unit": "tonne",
}


def of_a_rise(**other: str) -> list[str]:
    """What is said of a rise of 10%, to 1,100 from 1,000, where two other articles give the levels.

    `other` has what the second level is of, where it is not what the rise is of.
    """
    made = [
        fact(fact="p", kind="percent", value=10, low=9.5, high=10.5, direction="up", relation="r1:change"),
        fact(fact="n", value=1100, low=1050, high=1150, relation="r1:new", start=20, **CLEAR),
        fact(fact="o", value=1000, low=950, high=1050, relation="r1:old", start=40, **CLEAR),
        fact(fact="x", article="b.txt", value=1140, low=1135, high=1145, **CLEAR),
        fact(fact="y", article="c.txt", value=970, low=965, high=975, surface="970", **(CLEAR | other)),
    ]
    table = frame(made, FACTS).assign(cluster="1", same=["", "x", "y", "", ""], implied="", published="")
    return [found.message for found in implied_conflict.find(table)]


def test_a_conflict_through_figures_of_one_clear_thing() -> None:
    (told,) = of_a_rise()
    assert told.endswith("but output is given as 970")


@pytest.mark.parametrize(
    "other", [{"measure": "exports"}, {"entities": ""}, {"period_start": "2019-01-01"}, {"unit": "kg"}]
)
def test_figures_are_not_the_same_of_another_thing(other: dict[str, str]) -> None:
    assert of_a_rise(**other) == []
