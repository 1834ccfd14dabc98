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
