"""Codes are looked up in the evidence as printed."""

from __future__ import annotations

import pytest

import checks
from checks.matching.evidence.codes import miscoded

FLIGHT = (
    "Gulf Air Lines flight GN2417 left at noon. The Airbus A321neo, registered as D-AXQB7, came in 2019. "
    "Runway 27L was shut."
)
SHOP = "Take 20% off with code HELLO20GRAY. The KX-450 mixer costs £219, reference HG-88213-B."
FORCES = "Two F-16s flew in an exercise called STEEL24. The WH-700XM2 headphones use 5G. H5N1 was found."


def wrong(draft: str, evidence: str) -> list[tuple[str, str]]:
    facts = checks.extract([checks.Article("draft.md", draft)])
    given = checks.extract([checks.Article("e.txt", evidence)])
    surface = {**facts.set_index("fact")["surface"], **given.set_index("fact")["surface"]}
    return [(surface[found.fact], surface[found.given]) for found in miscoded(facts, given)]


@pytest.mark.parametrize(
    ("draft", "evidence", "code", "given"),
    [
        ("Flight GN2471 left at noon.", FLIGHT, "GN2471", "GN2417"),
        ("Flight NG2417-B left at noon.", FLIGHT, "NG2417-B", "GN2417"),
        ("It was the D-AXQB1.", FLIGHT, "D-AXQB1", "D-AXQB7"),
        ("Runway 27R was shut.", FLIGHT, "27R", "27L"),
        ("Use the code HELLO15GRAY.", SHOP, "HELLO15GRAY", "HELLO20GRAY"),
        ("Use the code HELLOGRAY20.", SHOP, "HELLOGRAY20", "HELLO20GRAY"),
        ("Use the code “WELCOME9”.", SHOP, "WELCOME9", "HELLO20GRAY"),
        ("The KX-540 is a mixer.", SHOP, "KX-540", "KX-450"),
        ("Two F-18s flew.", FORCES, "F-18", "F-16"),
        ("The WH-700XM3 is new.", FORCES, "WH-700XM3", "WH-700XM2"),
        ("H1N1 was found.", FORCES, "H1N1", "H5N1"),
    ],
)
def test_another_code(draft: str, evidence: str, code: str, given: str) -> None:
    assert wrong(draft, evidence) == [(code, given)]


@pytest.mark.parametrize(
    ("draft", "evidence"),
    [
        ("Flight GN 2417 left at noon.", FLIGHT), ("gn2417, a GN flight", FLIGHT),
        ("An A321 landed.", FLIGHT), ("An A-321neo landed.", FLIGHT),
        ("GN417 left.", "Flight 417 of Gulf Air Lines left; the GN418 did not."),
        ("Flight GN0417 left.", "Flight GN 0417 left."),
        ("Use “Hello20Gray” now.", SHOP), ("The KX450 costs £219.", SHOP), ("Quote HG88213B.", SHOP),
        ("An F16 flew.", FORCES), ("The XM2 is new.", FORCES), ("A 5-G mast stood.", FORCES),
        # of another kind: nothing in the evidence stands for them
        ("An M25 tailback, the G20, N95 masks.", FORCES), ("COVID-19 was over.", SHOP),
        ("The B40 is a road.", "The B6 is a vitamin."),
        ("It left at noon.", FLIGHT), ("GN2417 left.", "A flight left at noon."),
    ],
)  # fmt: skip
def test_the_same_code_or_none(draft: str, evidence: str) -> None:
    assert wrong(draft, evidence) == []


def test_the_labels_of_a_table_bear_codes_out() -> None:
    table = checks.DataTable(id="t.csv", columns=("flight", "passengers"), rows=(("GN2417", "164"),))
    draft = checks.Article("d.md", "Flight GN2417 had 164 passengers.")
    report = checks.Article("e.txt", "Flight GN2419 was late.")
    assert not (checks.check([draft], evidence=[table, report]).flags["check"] == "unsupported-figure").any()


def test_the_nearest_code_has_its_letters_where_the_draft_has_them() -> None:
    assert wrong("A 4G mast stood.", "The G7 met. A 5G mast stood.") == [("4G", "5G")]
    assert wrong("A 4G mast stood.", "The G7 met. A mast stood.") == []
