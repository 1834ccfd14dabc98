"""What Markdown sets in bold or italics reads as what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checks
from checks.articles.comments import shown


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Up **20%** from *$100 million* to __$150 million__.", "Up 20% from $100 million to $150 million."),
        ("It was ***Monday***, **12 *March* 2026**.", "It was Monday, 12 March 2026."),
        ("Cost \\$5 and 5&nbsp;million &amp; a&nosuch;", "Cost $5 and 5\u00a0million & a&nosuch;"),
        ("It sold ~~400~~ 500 cars.", "It sold  500 cars."),
        ("It <b>fell</b> by <span class='x'>10</span>%.", "It fell by 10%."),
        ("* one\n* two *2*", "* one\n* two 2"),
        ("- 20%* of 30%\n\n*of all", "- 20%* of 30%\n\n*of all"),
        ("2 * 3 * 4 and snake_case_name, __init__ x", "2 * 3 * 4 and snake_case_name, init x"),
        ("`**20%**` and ``a ` *b*`` but *c*", "`**20%**` and ``a ` *b*`` but c"),
        ("```\n**20%**\n```", "```\n**20%**\n```"),
        ("[a *b*](https://x.example/_y_*q*) <!-- **no** --> **yes**", "[a b](https://x.example/_y_*q*) yes"),
        ("**open <!-- ** --> end", "**open end"),
        ("# Sold *fast*\n\n| **a** | b |", "# Sold fast\n\n| a | b |"),
    ],
)  # fmt: skip
def test_marks_are_not_read(text: str, read: str) -> None:
    assert shown(text, "a.md").text == read


def test_other_articles_keep_their_asterisks() -> None:
    assert shown("It sold **20%** more.", "a.txt").text == "It sold **20%** more."


def test_figures_keep_their_places() -> None:
    text = (
        "Sales rose **20%** from **$100&nbsp;million** to *$150 million* <!-- ? --> on **12 March** 2026.\n"
    )
    facts = checks.extract([checks.Article(id="a.md", text=text)])
    assert list(facts["value"][:3]) == [20, 100e6, 150e6]
    for row in facts.to_dict("records"):
        assert text[row["start"] : row["end"]] == row["surface"]
        assert row["column"] == row["start"] + 1
    assert list(facts["surface"]) == ["20%", "$100&nbsp;million", "$150 million", "12 March** 2026"]
    (flag,) = checks.check([checks.Article(id="a.md", text=text)], select=["percent-change"]).flags["surface"]
    assert flag == "20%"


@given(st.text(alphabet="*_~`\\<b>/&amp; a1.\n<!->|-"))
def test_places_lead_back(text: str) -> None:
    view = shown(text, "a.md")
    assert len(view.text) + (view.lengths[-1] if view.lengths else 0) == len(text)
    back = [view.start(i) for i in range(len(view.text))]
    assert back == sorted(set(back))
    same = sum(view.text[i] == text[at] for i, at in enumerate(back))
    assert same >= len(back) - text.count("&")
    assert [view.here(at) for at in back] == [*range(len(back))]


@pytest.mark.parametrize(
    "unit", ["**", "*a", "_ *", "a* ", "`", "``` ` ", "~~a", "<b>", "&a", "[a](b", "\\*"]
)
def test_time_grows_with_length(unit: str, growth: Callable[..., tuple[float, float]]) -> None:
    part, whole = unit * 4_000, unit * 32_000
    ratio, seconds = growth(lambda text: shown(text, "a.md"), part, whole, limit=24, least=0.02)
    assert ratio <= 24 or seconds < 0.5
