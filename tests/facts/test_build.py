"""The fact table: columns, places, and ids that stay when other lines move."""

from __future__ import annotations

import datetime as dt

import pytest

from checks.facts import extract
from checks.model import Article
from checks.tables import FACTS

TEXT = (
    "The council approved a £40 million school budget on Monday.\n\n"
    "Some 300 pupils — from 12 villages — will move in 2026. Café owners lost 5% of trade.\n"
)


def test_columns_and_types() -> None:
    facts = extract([Article("a.txt", TEXT, date=dt.date(2025, 6, 4))])
    assert dict(facts.dtypes.astype(str)) == dict(FACTS)
    assert list(facts.columns) == list(FACTS)
    assert not facts.drop(columns=["value", "value_to", "low", "high"]).isna().any(axis=None)
    assert (facts["kind"] == "date").any(), "dates are rows too, without a value"
    assert facts["fact"].is_unique
    assert facts["fact"].str.fullmatch(r"[0-9a-f]{12}").all()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_in_the_text_as_read(newline: str) -> None:
    text = "\ufeff" + TEXT.replace("\n", newline)
    facts = extract([Article("a.txt", text)])
    assert {"£40 million", "300", "12", "5%"} <= set(facts["surface"])
    lines = text.split("\n")
    for row in facts.itertuples():
        assert text[row.start : row.end] == row.surface
        assert lines[row.line - 1][row.column - 1 :].startswith(row.surface)
    assert list(facts["start"]) == sorted(facts["start"])


def test_articles_stay_in_order_and_those_without_figures_have_no_rows() -> None:
    articles = [
        Article("b.txt", "It sold 30 boats."),
        Article("none.txt", "It sold boats."),
        Article("empty.txt", ""),
    ]
    facts = extract([*articles, Article("a.txt", "It sold 40 boats.")])
    assert list(zip(facts["article"], facts["surface"], strict=True)) == [("b.txt", "30"), ("a.txt", "40")]


def test_no_articles() -> None:
    facts = extract(iter([]))
    assert facts.empty
    assert dict(facts.dtypes.astype(str)) == dict(FACTS)


def test_ids_stay_when_other_lines_move() -> None:
    before = extract([Article("a.txt", TEXT)])
    after = extract(
        [Article("a.txt", f"A paragraph that was not there before, with 7 cats in it.\n\n{TEXT}")]
    )
    assert set(before["fact"]) < set(after["fact"])
    assert not set(before["fact"]) & set(extract([Article("b.txt", TEXT)])["fact"])


def test_like_figures_of_like_sentences_have_ids_of_their_own() -> None:
    text = (
        "It sold 40 boats and rented out 40 boats. He came late.\n\nIt sold 40 boats and rented out 40 boats."
    )
    facts = extract([Article("a.txt", text)])
    assert list(facts["surface"]) == ["40"] * 4
    assert facts["fact"].is_unique


def test_a_paragraph_printed_twice_and_furniture_are_kept_but_not_main() -> None:
    paragraph = "The museum sold 4,200 tickets in the week before the fire, its director said on Monday."
    furniture = "© 2026 The Tern. All rights reserved."
    text = f"{paragraph}\n\nIt will open again in May with 30 guides.\n\n{paragraph}\n\n{furniture}\n"
    facts = extract([Article("a.txt", text)])
    assert list(facts.loc[facts["surface"] == "4,200", "main"]) == [True, False]
    assert list(facts.loc[facts["surface"] == "30", "main"]) == [True]
    assert not facts.loc[facts["line"] == 7, "main"].any()
    assert (facts["line"] == 7).any()


def test_progress_counts_articles() -> None:
    done: list[int] = []
    extract([Article(f"{i}.txt", "It sold 30 boats.") for i in range(70)], progress=done.append)
    assert done == [64, 70]


def test_a_batch_reads_what_single_articles_read() -> None:
    articles = [Article("a.txt", TEXT), Article("b.txt", "Exports rose 12% to $3 billion in 2024.")]
    together = extract(articles)
    alone = [extract([article]) for article in articles]
    assert together.to_csv() == together.iloc[:0].to_csv() + "".join(
        table.set_axis(range(at, at + len(table))).to_csv(header=False)
        for at, table in zip((0, len(alone[0])), alone, strict=True)
    )


def test_a_list_without_an_end_is_read() -> None:
    """Its parse is one chain of words, longer than any that a sentence has."""
    facts = extract([Article(id="a.txt", text="5% of 10 and " * 150)])
    assert len(facts) == 300
