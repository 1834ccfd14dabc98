"""Comments in articles are no part of them, and the figures around them keep their places."""

from __future__ import annotations

import checks
from checks.model import Article, Parts, Places

TEXT = """\
<!-- checks: ignore-article weekday-date -->
# Bicycle sales

The firm sold <!-- was: 12 million --> 500
bicycles <!-- ask
Ann --> in 2024, up from 400 in 2023.

<!-- 77 people -->
It made $4.9 <!-- check --> billion, RAND said.
"""


def test_figures_in_comments_are_no_facts() -> None:
    facts = checks.extract([Article(id="b.md", text="It sold 30 cars."), Article(id="a.md", text=TEXT)])
    own = facts[facts["article"] == "a.md"]
    assert list(own["surface"]) == ["500", "2024", "400", "2023", "$4.9 <!-- check --> billion"]
    assert list(own["value"])[-1] == 4.9e9
    for row in own.to_dict("records"):
        assert TEXT[row["start"] : row["end"]] == row["surface"]
        line = TEXT.splitlines()[row["line"] - 1]
        assert line[row["column"] - 1 :].startswith(row["surface"])
    assert "comment" not in " ".join(facts["sentence"])
    assert "<!--" not in " ".join(facts["sentence"])
    assert facts.dtypes.equals(checks.extract([Article(id="b.md", text="It sold 30 cars.")]).dtypes)


def test_a_comment_does_not_change_what_a_fact_is_called() -> None:
    """So that a flag keeps its verdict when somebody puts a comment beside it."""
    plain = checks.extract([Article(id="a.md", text="It sold 30 cars in 2024.")])
    noted = checks.extract([Article(id="a.md", text="It sold <!-- 40? --> 30 cars in 2024. <!-- ok -->")])
    assert list(plain["fact"]) == list(noted["fact"])
    assert list(plain["measure"]) == list(noted["measure"])


def test_a_comment_is_no_title(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from checks.articles import read

    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    article = read(tmp_path / "a.md", id="a.md")
    assert article.title == "Bicycle sales"
    assert article.text == TEXT


def test_nothing_but_comments() -> None:
    assert checks.check([Article(id="a.md", text="<!-- 5 -->")]).facts.empty


def test_a_message_names_lines_of_the_article_as_given() -> None:
    """A comment of three lines at the top counts in messages, as it does in the columns."""
    comment = "<!-- filed late,\nsee the desk's notes,\nAnn -->\n\n"
    said = "The fire at the mill in Leeds killed {} people on 3 June 2024, the fire service said.\n"
    articles = [
        Article(id="a.md", text=comment + said.format(12)),
        Article(id="b.md", text=said.format(1200)),
    ]
    flags = checks.check(articles, select=["conflicting-value", "scale-slip"]).flags
    (message,), (evidence,) = flags["message"], flags["evidence"]
    assert "a.md:5" in message
    assert evidence.startswith("a.md:5 ")


def test_pages_are_counted_where_an_article_has_them() -> None:
    text = "Report\n\nIt sold 30 cars. <!-- ask -->\n\nIt made 40 vans.\n\nIt lost 50 carts."
    pages = tuple(text.index(word) for word in ("Report", "It made", "It lost"))
    paged = Article(id="a.pdf", text=text, parts=Parts("page", pages))
    facts = checks.extract([Article(id="a.txt", text="It sold 30 cars."), paged])
    own = facts[facts["article"] == "a.pdf"]
    assert list(zip(own["surface"], own["line"], own["column"], strict=True)) == [
        ("30", 1, 17),
        ("40", 2, 9),
        ("50", 3, 9),
    ]


def test_what_stands_before_the_first_part_belongs_to_it() -> None:
    place = Places(Article(id="a.csv#x", text="ab\ncd", parts=Parts("row", (2,), first=7)))
    assert [place(offset) for offset in (0, 2, 4)] == [(7, 1), (7, 3), (7, 5)]


def test_lines_are_counted_where_nothing_else_is() -> None:
    place = Places(Article(id="a.txt", text="ab\ncd\n"))
    assert [place(offset) for offset in (0, 2, 3, 6)] == [(1, 1), (1, 3), (2, 1), (3, 1)]
