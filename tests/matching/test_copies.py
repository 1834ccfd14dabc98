"""Copies of articles."""

from __future__ import annotations

import datetime as dt
import importlib
import random

import pandas as pd
import pytest

from checks.matching.copies import copies
from checks.model import Article

# as an attribute of its package, the name may be the function's
module = importlib.import_module("checks.matching.copies")

WIRE = (
    "The Brae Museum will sell 212 paintings from its cellar to mend a roof that has leaked since "
    "2011, its director, Ewa Lindt, told reporters. Experts value the lot at 9.4 million crowns, and "
    "the first 30 go under the hammer in May. A new roof is priced at 7 million crowns by the "
    "builders. Entry, now 12 crowns, stays what it is, Lindt added."
)
OTHER_REPORT = (
    "To pay for a roof, 212 works of art are to leave the Brae Museum. Friends of the house are "
    "appalled: Ewa Lindt, who runs it, never asked them, they wrote in a letter signed by 640 people. "
    "She says that rain has been coming in since 2011 and that nobody offered a crown. Bidding opens "
    "in May."
)
# Names and figures stay in place, the rest is put in other words.
LONG = """On Monday the President of Ostmark, Tom Quill, met Prime Minister Rosa Benn of Velmar in the
town of Brae to sign the Treaty of Brae. Under the deal Ostmark will lend Velmar $3.4 billion
over 12 years. In return Velmar opens the ports of Norby, Skar and Lund to the Ostmark Navy
until 2041. Speaking to Radio Brae, Foreign Minister Henk Aarle called it the largest loan since
1998. In Parliament the Green League of Ida Foss and the Farmers Party voted against, and
only 58 of 101 members voted for it. Last March the International Monetary Fund had put the debt
of Velmar at 71 percent of output. The Finance Ministry in Velmar says the Brae loan costs 2.5
percent a year, against 4.75 percent for bonds sold in London. By June the first $820 million
will arrive at the Bank of Velmar, Governor Piet Sand told the Norby Courier."""
SPUN = """Monday saw the President of Ostmark, Tom Quill, sit down with Prime Minister Rosa Benn of Velmar
in a place named Brae for signing the Treaty of Brae. Per this accord Ostmark shall advance
Velmar $3.4 billion across 12 years. Velmar, for its half, unlocks harbours at Norby, Skar and
Lund for an Ostmark Navy till 2041. Chatting with Radio Brae, Overseas Minister Henk Aarle
termed this a greatest credit after 1998. Inside Parliament a Green League led by Ida Foss
plus a Farmers Party opposed, whereas merely 58 out of 101 lawmakers backed this. Final March an
International Monetary Fund pegged what is owed by Velmar near 71 percent of its product. A
Finance Ministry at Velmar claims that Brae credit prices 2.5 percent yearly, versus 4.75
percent on notes offered at London. Come June an initial $820 million reaches a Bank of Velmar,
Governor Piet Sand informed a Norby Courier."""


def article(id: str, text: str, day: int = 0) -> Article:
    return Article(id=id, text=text, date=dt.date(2024, 3, day) if day else None)


def pairs(*articles: Article) -> list[tuple[str, str]]:
    table = copies(articles)
    return list(zip(table["article"], table["original"], strict=True))


@pytest.fixture(params=["few", "many"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once compared with one another, once through the index."""
    if request.param == "many":
        monkeypatch.setattr(module, "FEW", 1)


@pytest.mark.usefixtures("_way")
class TestBothWays:
    def test_a_near_copy(self) -> None:
        changed = (
            WIRE.replace("9.4", "4.9")
            .replace(", its director, Ewa Lindt,", ", Ewa Lindt")
            .replace(" by the builders", "")
        )
        assert pairs(article("b", changed, 2), article("a", WIRE, 1)) == [("b", "a")]

    def test_a_rewrite_that_keeps_figures_and_names(self) -> None:
        assert pairs(article("a", LONG), article("b", SPUN, 5)) == [("a", "b")]

    def test_two_reports_of_one_event(self) -> None:
        assert pairs(article("a", WIRE), article("b", OTHER_REPORT)) == []

    def test_a_summary(self) -> None:
        assert pairs(article("a", LONG), article("b", ". ".join(LONG.split(". ")[:2]) + ".")) == []

    def test_a_form_letter(self) -> None:
        form = "{} drew {} visitors in {}, and each of them left {} crowns in the shop and at the door."
        one = form.format("Brae Museum", "41,300", "May", "17")
        two = form.format("Skar Gallery", "8,950", "June", "23")
        assert pairs(article("a", one), article("b", two)) == []

    def test_all_copies_name_the_first(self) -> None:
        group = [article("d", WIRE), article("c", WIRE, 9), article("b", WIRE, 3), article("a", WIRE, 4)]
        assert pairs(*group) == [("a", "b"), ("c", "b"), ("d", "b")]

    def test_order_does_not_matter(self) -> None:
        group = [article("a", WIRE, 1), article("b", WIRE, 2), article("c", LONG, 1), article("d", SPUN, 2)]
        expected = copies(group)
        for seed in range(3):
            random.Random(seed).shuffle(group)
            pd.testing.assert_frame_equal(copies(group), expected)


def test_articles_without_figures_are_left_out() -> None:
    group = [article("a", WIRE), article("b", WIRE)]
    assert len(copies(group, pd.DataFrame({"article": ["a", "a", "b"]}))) == 1
    assert len(copies(group, pd.DataFrame({"article": ["a", "a"]}))) == 0


@pytest.mark.parametrize("articles", [[], [article("a", WIRE)], [article("a", ""), article("b", "")]])
def test_nothing_to_compare(articles: list[Article]) -> None:
    table = copies(articles)
    assert list(table.columns) == ["article", "original", "similarity"]
    assert table.empty
    assert str(table["similarity"].dtype) == "float64"
