"""What a count counts."""

from __future__ import annotations

import pytest

from checks import Article, extract


def units(text: str) -> dict[str, str]:
    facts = extract([Article(id="a.txt", text=text)])
    return dict(zip(facts["surface"], facts["unit"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire killed 13 people in the town.", {"13": "people"}),
        ("She taught one of the students at the school.", {"one": "student"}),
        ("Of these, 483 of the 1,150 rural clinics closed.", {"483": "clinic", "1,150": "clinic"}),
        ("It leased 5.7 million scooters, up from 3.8 million in the year before.",
         {"5.7 million": "scooter", "3.8 million": "scooter"}),
        ("They published a 12-page report on Monday.", {"12": "page"}),
        ("It got 12 million e-mails and 40 T-shirts.", {"12 million": "e-mail", "40": "T-shirt"}),
        ("It has a 3 cylinder engine.", {"3": "cylinder"}),
        ("He played in 68 league games.", {"68": "game"}),
        ("The plant makes 3,000 drones a month.", {"3,000": "drone per month"}),
    ],
)  # fmt: skip
def test_units(text: str, expected: dict[str, str]) -> None:
    found = units(text)
    assert {surface: found.get(surface) for surface in expected} == expected


def test_a_number_of_something_else_borrows_nothing() -> None:
    assert units("The firm employs 600 people. The index closed at 7,412.5.")["7,412.5"] == ""


@pytest.mark.parametrize(
    ("text", "surface", "kind", "unit"),
    [
        ("Exports were 90,000 tonnes in 2024, up from 75,000 in 2023.", "75,000", "measurement", "tonne"),
        ("Exports were 90,000 tonnes, up 20% from 75,000 in 2023.", "75,000", "measurement", "tonne"),
        ("Sales rose 20% to £90 million from 75 million.", "75 million", "money", "GBP"),
        ("Sales were £90m, compared with 75m a year earlier.", "75m", "money", "GBP"),
        ("Output fell from 90,000 tonnes to 75,000.", "75,000", "measurement", "tonne"),
        ("The base rate rose to 5.5% from 5.25 in March.", "5.25", "percent", "percent"),
    ],
)  # fmt: skip
def test_what_a_level_is_compared_with_is_of_its_kind(text: str, surface: str, kind: str, unit: str) -> None:
    facts = extract([Article(id="a.txt", text=text)]).set_index("surface")
    assert (facts.loc[surface, "kind"], facts.loc[surface, "unit"]) == (kind, unit)
    # 75,000 tonnes are rounded, which 75,000 of something that is counted are not
    assert facts.loc[surface, "low"] < facts.loc[surface, "value"] < facts.loc[surface, "high"]


@pytest.mark.parametrize(
    "text",
    [
        "It raised £900 from 75 in the village.",
        "He bet £90 against 75 others.",
        "The lorry drove 300 kilometres from 10 to 4.",
        "The fund lost $9 million, up from 40 clients a day.",
    ],
)
def test_what_counts_something_else_keeps_its_kind(text: str) -> None:
    assert "count" in set(extract([Article(id="a.txt", text=text)])["kind"])
