"""Whether a figure stands for something that the reader has met before."""

from __future__ import annotations

import pytest

from checks.matching.mentions import refers_back

KNOWN = [
    ("The $870 million contract runs to 2031.", "$870 million", "the"),
    ("Doctors have treated the 46 injured.", "46", "the"),
    ("The roughly 300 workers walked out.", "300", "the"),
    ("Those 300 workers walked out.", "300", "the"),
    ("Smokehouses will take most of the catch of 21.6m tonnes.", "21.6m tonnes", "the"),
    ("The herring catch of about 21.6m tonnes is in.", "21.6m tonnes", "the"),
    ("The contract worth $870 million runs to 2031.", "$870 million", "the"),
    ("Nepal is to spend the bank's $2.7bn loan on roads.", "$2.7bn", "own"),
    ("Dellmar’s €415m takeover may go ahead.", "€415m", "own"),
    ("The workers' $3 million fund is empty.", "$3 million", "own"),
    ("Sunday's crowd of 31,407 was the largest.", "31,407", "own"),
    ("It will raise its budget of $2 million.", "$2 million", "own"),
]
NOT_KNOWN = [
    ("The film took $11.8m in its second week.", "$11.8m"),
    ("The Dow rose 28 points.", "28"),
    ("The firm employs 140,000 people.", "140,000"),
    ("The study found that 16% of visitors came to sit down.", "16%"),
    ("Its slice of the advertising grew by 15%.", "15%"),
    ("They halved the company's stake to 10%.", "10%"),
    ("Yesterday's 14,200 tickets went in an hour.", "14,200"),
    ("Last year's 14,200 tickets went in an hour.", "14,200"),
    ("The remaining 12 workers stayed.", "12"),
    ("The second loan of $3 million was refused.", "$3 million"),
    ("The average price of $3.65 is a record.", "$3.65"),
    ("The 40 members who voted were thanked.", "40"),
    ("The 40 more workers start in May.", "40"),
    ("A $3 million loan was refused.", "$3 million"),
    ("$3 million was refused.", "$3 million"),
    ("No such figure is here.", "$3 million"),
    ("", "5"),
]


@pytest.mark.parametrize(("sentence", "surface", "how"), KNOWN)
def test_figures_mentioned_as_known(sentence: str, surface: str, how: str) -> None:
    kind = "measurement" if "tonnes" in surface else "money" if surface[0] in "$€" else "count"
    assert refers_back(sentence, surface, kind) == how


@pytest.mark.parametrize(("sentence", "surface"), NOT_KNOWN)
def test_figures_mentioned_for_the_first_time(sentence: str, surface: str) -> None:
    kind = "percent" if "%" in surface else "money" if surface[0] in "$€" else "count"
    assert refers_back(sentence, surface, kind) == ""


@pytest.mark.parametrize(
    ("sentence", "surface", "kind"),
    [("Jallow won the 800m race.", "800m", "measurement"), ("The 30-day truce held.", "30-day", "duration"),
     ("The 5% rise surprised banks.", "5%", "percent")],
)  # fmt: skip
def test_a_length_a_time_or_a_share_before_its_noun_does_not_refer(
    sentence: str, surface: str, kind: str
) -> None:
    assert refers_back(sentence, surface, kind) == ""
