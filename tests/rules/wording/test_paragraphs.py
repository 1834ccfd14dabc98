"""Paragraphs told from lines, pages and the rows of tables."""

from __future__ import annotations

import checks
from checks.model import Article, Parts

TABLE = """\
Cargo of the two ports

| Port | Tonnes | Ships |
|---|---|---|
| Kiel | 1,200 | 40 |
| Lulea | 350 | 12 |

1,207
"""


def unsourced(article: Article) -> list[str]:
    return list(checks.check([article], select=["unsourced-figure"]).flags["surface"])


def test_the_rows_of_a_table_are_asked_for_their_source_once() -> None:
    assert len(unsourced(Article(id="a.txt", text=TABLE))) == 1


def test_bars_measure_nothing() -> None:
    facts = checks.extract([Article(id="a.txt", text=TABLE)])
    assert not facts["measure"].str.contains("|", regex=False).any()
    assert facts.loc[facts["surface"] == "1,207", "sourcing"].tolist() == ["exempt"]


def test_paragraphs_of_one_page_are_asked_each() -> None:
    text = "The firm sold 14,000 cars.\n\nThe town has 3,100 nurses.\n\nThe club has 2,700 members."
    lines = unsourced(Article(id="a.txt", text=text))
    assert len(lines) == 3
    assert unsourced(Article(id="a.pdf", text=text, parts=Parts("page", (0,)))) == lines
