"""Which facts are taken for one another: agreement, vetoes, rivals, retold sentences, growth."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from checks.matching import pairs
from checks.matching.blocks import HOT, candidates
from checks.matching.comparable import base_unit, family, frequency, rows
from checks.tables import PAIRS

Table = Callable[..., pd.DataFrame]
NO_COPIES = pd.DataFrame({"article": pd.Series(dtype="str"), "original": pd.Series(dtype="str")})
LOAN = {
    "kind": "money", "unit": "USD", "measure": "grid loan", "entities": "Nigeria", "surface": "$3.2 billion",
    "value": 3.2e9, "low": 3.15e9, "high": 3.25e9, "sentence": "Nigeria took a grid loan of $3.2 billion.",
}  # fmt: skip


def two(facts_table: Table, first: dict[str, Any], second: dict[str, Any]) -> pd.DataFrame:
    """The pairs of two loans of two articles that differ in the given cells only."""
    facts = facts_table(
        LOAN | {"fact": "f1", "article": "a.txt"} | first, LOAN | {"fact": "f2", "article": "b.txt"} | second
    )
    return pairs(facts, NO_COPIES, {})


def test_the_same_thing_in_two_articles(facts_table: Table) -> None:
    facts = facts_table(LOAN | {"fact": "f1", "article": "a.txt"}, LOAN | {"fact": "f2", "article": "b.txt"})
    found = pairs(facts, NO_COPIES, {"a.txt": dt.date(2025, 6, 5), "b.txt": None})
    assert dict(found.dtypes.astype(str)) == dict(PAIRS)
    (row,) = found.to_dict("records")
    assert (row["fact_a"], row["fact_b"], row["date_a"], row["date_b"]) == ("f1", "f2", "2025-06-05", "")
    assert row["score"] == 1.0
    assert not row["copy"]
    assert (
        row["reasons"]
        == "the same measure (grid, loan); sentences share 100% of their words; the same owner (Nigeria)"
    )


def test_no_facts_no_pairs(facts_table: Table) -> None:
    found = pairs(facts_table(), NO_COPIES, {})
    assert found.empty
    assert list(found.columns) == list(PAIRS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"measure": "gross loan"}, {"measure": "net loan"}, id="scope"),
        pytest.param({"measure": "monthly loan"}, {"measure": "weekly loan"}, id="how-often"),
        pytest.param({"unit": "USD per month"}, {}, id="how-often-by-unit"),
        pytest.param({"unit": "EUR"}, {}, id="currency"),
        pytest.param({"kind": "percent", "unit": "percent"}, {}, id="kind"),
        pytest.param({"entities": "Ghana"}, {}, id="entity"),
        pytest.param({"role": "change"}, {}, id="role"),
        pytest.param({"role": "target"}, {}, id="plan"),
        pytest.param({"direction": "up"}, {"direction": "down"}, id="direction"),
        pytest.param({"relation": "r1:old"}, {}, id="old-value"),
        pytest.param({"main": False}, {}, id="furniture"),
        pytest.param({"vague": True}, {}, id="vague"),
        pytest.param({"value": float("nan")}, {}, id="no-value"),
        pytest.param({"measure": "Nigeria"}, {"measure": "Nigeria"}, id="measure-is-the-owner"),
        pytest.param({"measure": ""}, {"measure": ""}, id="no-measure"),
        pytest.param({"measure": "shares"}, {"measure": "shares"}, id="share-price-of-no-day"),
    ],
)
def test_what_differs_is_not_the_same(
    facts_table: Table, first: dict[str, Any], second: dict[str, Any]
) -> None:
    # another sentence each, since a sentence retold is the same whatever it counts
    other = {"sentence": "Banks agreed on Monday on $3.2 billion as a grid loan for Nigeria."}
    assert two(facts_table, first, other | second).empty


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("2024-01-01", "2024-12-31"), ("2024-03-01", "2024-03-31"), True),
        (("2024-01-01", "2024-12-31"), ("", ""), True),
        (("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31"), False),
        (("2023-08-01", "2024-07-31"), ("2024-01-01", "2024-12-31"), False),
        (("2022-01-01", ""), ("2024-01-01", "2024-12-31"), True),
        (("2025-01-01", ""), ("2024-01-01", "2024-12-31"), False),
        (("", "2022-12-31"), ("2024-01-01", "2024-12-31"), False),
    ],
)
def test_periods(facts_table: Table, first: tuple[str, str], second: tuple[str, str], same: bool) -> None:
    cells = [{"period_start": start, "period_end": end} for start, end in (first, second)]
    assert len(two(facts_table, *cells)) == same
    assert len(two(facts_table, *reversed(cells))) == same


def test_a_definite_mention_may_be_planned_with(facts_table: Table) -> None:
    known = {"role": "target", "sentence": "Nigeria will spend the $3.2 billion grid loan on cables."}
    assert len(two(facts_table, {}, known)) == 1
    assert len(two(facts_table, known, {})) == 1


def test_per_month_and_monthly_are_one(facts_table: Table) -> None:
    assert (
        len(two(facts_table, {"unit": "USD per month", "role": "rate"}, {"measure": "monthly grid loan"}))
        == 1
    )


def test_an_abbreviation_is_the_one_name_with_its_initials(facts_table: Table) -> None:
    first, second = {"entities": "International Monetary Fund"}, {"entities": "IMF"}
    assert "the same owner (International Monetary Fund)" in two(facts_table, first, second)["reasons"].item()
    ambiguous = facts_table(
        LOAN | {"fact": "f1", "article": "a.txt"} | first,
        LOAN | {"fact": "f2", "article": "b.txt"} | second,
        LOAN | {"fact": "f3", "article": "c.txt", "measure": "fee", "entities": "Isle of Man Ferries"},
    )
    assert pairs(ambiguous, NO_COPIES, {}).empty


def test_one_article_repeats_a_figure_only_where_it_says_so(facts_table: Table) -> None:
    here = {"article": "a.txt", "surface": "$870 million", "sentence": "The $870 million loan runs to 2031."}
    assert (
        "mentioned as one already known" in two(facts_table, {}, here | {"measure": "loan"})["reasons"].item()
    )
    new = here | {"sentence": "A bridge loan of $870 million was refused in May."}
    assert two(facts_table, {}, new | {"measure": "loan"}).empty
    same_sentence = {"article": "a.txt", "surface": "$870 million"}
    assert two(facts_table, {}, same_sentence).empty


def test_a_count_of_people_needs_more_than_people(facts_table: Table) -> None:
    count = {"kind": "count", "unit": "person", "surface": "500", "value": 500.0, "low": 500.0, "high": 500.0}
    first = count | {"measure": "people", "sentence": "Some 500 people live in a village north of Lagos."}
    second = count | {"measure": "people", "sentence": "A ferry with 500 people sank."}
    assert two(facts_table, first, second).empty
    assert (
        len(two(facts_table, first | {"measure": "people injured"}, second | {"measure": "people hurt"})) == 1
    )


def test_rivals_answer_only_where_they_agree(facts_table: Table) -> None:
    asked = LOAN | {"fact": "f1", "article": "a.txt"}
    answers = [
        LOAN | {"fact": "f2", "article": "b.txt", "sentence": "Nigeria signed a grid loan of $3.2 billion."},
        LOAN | {"fact": "f3", "article": "b.txt", "sentence": "Nigeria got a grid loan of $5 billion."}
        | {"value": 5e9, "low": 4.95e9, "high": 5.05e9},
    ]  # fmt: skip
    found = pairs(facts_table(asked, *answers), NO_COPIES, {})
    assert list(zip(found["fact_a"], found["fact_b"], strict=True)) == [("f1", "f2")]
    wrong = {"value": 9e9, "low": 8.95e9, "high": 9.05e9}
    assert pairs(facts_table(asked | wrong, *answers), NO_COPIES, {}).empty


def test_the_figures_of_a_sentence_retold_answer_to_one_another_in_order(facts_table: Table) -> None:
    said = "In {} 58.3 per cent of callers were answered within ten minutes, against 85 per cent in May."
    share = {"kind": "percent", "unit": "percent", "role": "share", "entities": ""}
    facts = facts_table(
        *(
            share
            | {"fact": f"{article}{i}", "article": f"{article}.txt", "sentence": said.format(office)}
            | {"surface": surface, "value": value, "low": value, "high": value, "measure": measure}
            for article, office, first in (("a", "county offices", 58.3), ("b", "offices", 53.8))
            for i, (surface, value, measure) in enumerate(
                [(f"{first} per cent", first, f"{office} share of callers"), ("85 per cent", 85.0, "callers")]
            )
        )
    )
    copies = pd.DataFrame({"article": ["b.txt"], "original": ["a.txt"]})
    found = pairs(facts, copies, {})
    assert list(zip(found["fact_a"], found["fact_b"], strict=True)) == [("a0", "b0"), ("a1", "b1")]
    assert found["copy"].all()
    assert "the same place of a sentence that is repeated" in found["reasons"][0]
    assert (found["score"] > 0.9).all()


def test_candidates_grow_like_the_facts_where_all_share_their_words(facts_table: Table) -> None:
    def work(n: int) -> int:
        cells = [
            {"fact": f"f{i}", "article": f"{i // 5}.txt", "entities": f"Owner {i % 7}"}
            | {"measure": "bank loan", "sentence": f"Sentence {i}."}
            for i in range(n)
        ]  # fmt: skip
        return len(candidates(list(rows(facts_table(*(LOAN | cell for cell in cells))))).found)

    few, many = work(1000), work(4000)
    assert many <= 4.4 * few
    words, entities = 2, 1
    assert many <= 4000 * HOT * words * entities


@pytest.mark.parametrize(
    ("kind", "unit", "measure", "expected"),
    [
        ("money", "EUR per month", "minimum wage", "money:EUR:monthly"),
        ("money", "EUR", "monthly minimum wage", "money:EUR:monthly"),
        ("money", "EUR per year", "salary", "money:EUR"),
        ("money", "EUR", "annual salary", "money:EUR"),
        ("money", "USD per barrel", "oil price", "money:USD per barrel"),
        ("measurement", "barrel per day", "production", "measurement:barrel:daily"),
        ("count", "drone", "daily drones", "count::daily"),
        ("count", "drone", "drones", "count"),
    ],
)
def test_families(kind: str, unit: str, measure: str, expected: str) -> None:
    assert family(kind, unit, frequency(unit, measure)) == expected


def test_base_units() -> None:
    assert [base_unit(u) for u in ("EUR per month", "EUR", "USD per barrel", "")] == [
        "EUR",
        "EUR",
        "USD per barrel",
        "",
    ]


def test_what_a_level_is_compared_with_is_of_another_time() -> None:
    from checks import Article, check

    now = "Grain exports came to 41.2m tonnes in the 2023-24 season, down from 44.0m the season before."
    later = "Grain exports fell to 38.7m tonnes in the 2024-25 season."
    result = check([Article("a.txt", now), Article("b.txt", later)])
    assert "conflicting-value" not in set(result.flags["check"])
