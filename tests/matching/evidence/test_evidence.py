"""How a draft's figures are borne out: by value, by words, by time, by name."""

from __future__ import annotations

import pytest

import checks
from checks.matching import bear_out


def how(draft: str, evidence: str, surface: str) -> str:
    facts = checks.extract([checks.Article("draft.md", draft)])
    given = checks.extract([checks.Article("e.txt", evidence)])
    table = bear_out(facts, given).support.merge(facts, on="fact").set_index("surface")
    return str(table.loc[surface, "how"])


@pytest.mark.parametrize(
    ("draft", "evidence", "surface", "expected"),
    [
        ("Sales were $4.9 billion.", "Sales were $4.93 billion.", "$4.9 billion", "rounding"),
        ("Sales were $4.93 billion.", "Sales were $4.9 billion.", "$4.93 billion", "contradicted"),
        ("Sales were $2 billion.", "Sales were $1.8 billion.", "$2 billion", "contradicted"),
        ("It cost $50,000 million.", "It cost $50 billion.", "$50,000 million", "same"),
        ("It lasted two weeks.", "It lasted 14 days.", "two weeks", "conversion"),
        ("One in five pupils is absent.", "Some 20% of pupils are absent.", "One in five", "conversion"),
        ("It fell 50 basis points.", "It fell 0.5 percentage points.", "50 basis points", "conversion"),
        ("Over 200 people fled.", "Some 236 people fled.", "200", "rounding"),
        ("Over 100 people fled.", "Over 300 people fled.", "100", "contradicted"),
        ("There are three reasons.", "Rents rose.", "three", ""),
    ],
)
def test_values(draft: str, evidence: str, surface: str, expected: str) -> None:
    assert how(draft, evidence, surface) == expected


def test_a_time_that_is_only_compared_with_is_not_the_time_told_of() -> None:
    evidence = "Fees were $4 million in the second quarter of 2022, compared with the second quarter of 2021."
    assert how("The firm had a good Q2 2021.", evidence, "Q2 2021") == "nothing"
    assert how("The firm had a good Q2 2022.", evidence, "Q2 2022") == "same"


def test_a_draft_that_compares_the_two_times_as_the_evidence_does() -> None:
    evidence = "The yard employed 820 people in 2025, up from 610 in 2019."
    assert how("The yard employed 820 people in 2025, and 610 in 2019.", evidence, "2019") == "same"
    assert how("The yard employed 820 people in 2019.", evidence, "2019") == "nothing"


def test_a_name_with_another_number() -> None:
    assert how("It flies the Boeing MAX 8.", "It flies the Boeing MAX 9.", "8") == "nothing"


def test_a_figure_of_the_same_measure_outweighs_one_of_the_same_verb() -> None:
    evidence = "Nurses: 2,400. The staff number 13,300 employees."
    assert how("It employs 2,400 nurses.", evidence, "2,400") == "same"
