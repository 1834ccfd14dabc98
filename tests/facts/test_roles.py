"""Levels and changes, shares, rates and totals; stated, planned or only supposed."""

from __future__ import annotations

import pytest

from checks.facts import extract
from checks.model import Article

ROLES = [
    ("The index was up 12%.", "12%", "change", "up"),
    ("Profit was down 12% at $3 million.", "12%", "change", "down"),
    ("Profit was down 12% at $3 million.", "$3 million", "level", ""),
    ("Shares rose 5% to $100.", "5%", "change", "up"),
    ("Shares rose 5% to $100.", "$100", "level", ""),
    ("Milk is 9% more than a year ago.", "9%", "change", "up"),
    ("Milk is 9% cheaper.", "9%", "change", "down"),
    ("Exports fell by 3 million tonnes.", "3 million tonnes", "change", "down"),
    ("Exports fell to 3 million tonnes.", "3 million tonnes", "level", ""),
    ("The fund lost $8 billion.", "$8 billion", "change", "down"),
    ("A 20% increase in trade was reported.", "20%", "change", "up"),
    ("Turnout rose two percentage points.", "two percentage points", "change", "up"),
    ("The tax was cut from 20% to 15%.", "20%", "level", ""),
    ("The tax was cut from 20% to 15%.", "15%", "level", ""),
    ("Aid could add $10 billion to revenues.", "$10 billion", "change", "up"),
    ("The charity raised $18 million.", "$18 million", "level", ""),
    ("The firm hired two more workers.", "two", "level", ""),
    ("They sold fewer than 40 boats.", "40", "level", ""),
    ("The plant will employ 400 people.", "400", "target", ""),
    ("The city plans 500 homes.", "500", "target", ""),
    ("The target of 3% was missed.", "3%", "target", ""),
    ("Prices could rise to $90.", "$90", "hypothetical", ""),
    ("If 400 people came, the hall would be full.", "400", "hypothetical", ""),
    ("It sold a total of 300 boats.", "300", "total", ""),
    ("It sold 300 boats in all.", "300", "total", ""),
    ("Sales totalled $40 million.", "$40 million", "total", ""),
    ("Sales totaled $40 million.", "$40 million", "total", ""),
    ("Output is 40,000 tonnes per day.", "40,000 tonnes per day", "rate", ""),
    ("Rents are £1,200 a month.", "£1,200 a month", "rate", ""),
    ("About 60 per cent of the harvest was sold.", "60 per cent", "share", ""),
    ("The firm employs 730 people.", "730", "level", ""),
    ("The $40 million highway project has been delayed.", "$40 million", "level", ""),
    ("One in five Australians lives below the poverty line.", "One in five", "share", ""),
]


@pytest.mark.parametrize(("text", "surface", "role", "direction"), ROLES)
def test_role_and_direction(text: str, surface: str, role: str, direction: str) -> None:
    facts = extract([Article("a.txt", text)])
    (row,) = facts[facts["surface"] == surface].to_dict("records")
    assert (row["role"], row["direction"]) == (role, direction)
