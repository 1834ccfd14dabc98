"""Page furniture and repeats."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.articles import sentences
from checks.model import Article

#: An article, and what a page prints above and below it.
ABOVE, BODY, BELOW = (
    (Path(__file__).parent / f"page_{part}.txt").read_text(encoding="utf-8").strip()
    for part in ("above", "body", "below")
)


def aside(text: str, title: str = "") -> list[str]:
    return [s.text for s in sentences(Article(id="a.txt", text=text, title=title)) if not s.main]


def main(text: str, title: str = "") -> list[str]:
    return [s.text for s in sentences(Article(id="a.txt", text=text, title=title)) if s.main]


def test_an_article_has_none() -> None:
    assert aside(BODY) == []


def test_everything_around_the_article_is_told_apart() -> None:
    assert main(f"{ABOVE}\n{BODY}\n{BELOW}") == main(BODY)


def test_the_title_stays_once() -> None:
    title = "Velmar port sets a record"
    assert main(f"{ABOVE}\n{BODY}\n{BELOW}", title) == [title, *main(BODY)]


@pytest.mark.parametrize(
    "text",
    [
        "Port grows by a third",
        "Search",
        "Sales rose 20% from $100 million to $150 million.",
        "Key figures\n- Revenue: $4.9 billion\n- Profit: $1.1 billion",
        "Politics\nTurnout: 54%\nMoney\nBudget: $4 billion\nTravel\nVisitors: 3 million",
        "Nuclear Program Damage: 30% of the plant was lost, the agency said on Friday in Vienna.\nOil: 5%",
    ],
)
def test_short_texts_are_articles(text: str) -> None:
    assert aside(text) == []


def test_the_headline_above_the_buttons_stays() -> None:
    assert aside(f"Velmar’s port handles 4.2 million boxes\nShare\nTweet\nEmail\n\n{BODY}") == [
        "Share",
        "Tweet",
        "Email",
    ]
    text = f"Menu\nSearch\nVelmar’s port handles 4.2 million boxes\nShare\n\n{BODY}"
    assert main(text, "Velmar's port  handles 4.2 million boxes")[1:] == main(BODY)


def test_single_lines_of_furniture() -> None:
    assert aside(f"{BODY}\n\nWas this news useful?") == ["Was this news useful?"]
    assert aside(f"{BODY}\n\nCopyright 2016 The Velmar Courier. All rights reserved.") != []
    assert aside(BODY.replace("A marriage", "Advertisement\n\nA marriage")) == ["Advertisement"]


def test_figures_with_a_label_among_furniture_stay() -> None:
    text = f"{BODY}\n\nKey figures\n- Boxes: 4.2 million\n- Jobs: 2,400\nShare\nSubscribe"
    assert aside(text) == ["Share", "Subscribe"]


def test_repeated_paragraphs() -> None:
    first = BODY.split("\n\n")[0]
    assert aside(f"{BODY}\n\n{first.upper()}") == [first.upper()]
    changed = first.replace("4.2", "4.7")
    assert aside(f"{BODY}\n\n{changed}") == []


def test_offsets_and_paragraphs() -> None:
    text = f"{ABOVE}\r\n{BODY}"
    found = sentences(Article(id="a.txt", text=text))
    assert all(text[s.start : s.end] == s.text for s in found)
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


def test_front_matter_is_not_the_article() -> None:
    assert main("---\ntitle: Ports of 2024\n---\n\nIt grew by 5%. It fell by 3%.") == [
        "It grew by 5%.",
        "It fell by 3%.",
    ]


def test_tables_and_code_by_the_line() -> None:
    text = "| port | boxes |\n|---|---|\n| Velmar | 4.2m |"
    assert [s.text for s in sentences(Article(id="a.md", text=text))] == text.splitlines()[::2]
