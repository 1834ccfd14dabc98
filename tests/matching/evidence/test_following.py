"""What follows from figures of the evidence that stand together, and what a text repeats as printed."""

from __future__ import annotations

import pytest

import checks

STAFF = "The firm employs 240 people in York and 180 in Hull. Staff numbered 455 in May and 420 in June."
TRIP = "Rooms at the Orrin are 120 euros a night. We stay four nights and leave on 9 May at 7:45."


def flagged(draft: str, evidence: str) -> set[str]:
    given = checks.Article("e.txt", evidence)
    flags = checks.check([checks.Article("draft.txt", draft)], evidence=[given]).flags
    loud = flags[flags["severity"].isin(["error", "warning"]) & (flags["check"] != "unsourced-figure")]
    return set(loud["surface"])


@pytest.mark.parametrize(
    ("draft", "evidence", "wrong"),
    [
        ("Staff fell by 35 to 420 in June.", STAFF, None),
        ("Staff fell by 53 to 420 in June.", STAFF, "53"),
        ("York has 60 more people than Hull.", STAFF, None),
        ("The four nights at the Orrin come to 480 euros.", TRIP, None),
        ("The four nights at the Orrin come to 840 euros.", TRIP, "840 euros"),
        ("We leave on 9 May at 7:45.", TRIP, None),
        ("We leave on 19 May.", TRIP, "19 May"),
        ("We leave on 9 May at 5:45.", TRIP, "5:45"),
        ("The rent is $9,600 a year.", "Rent is $800 a month.", None),
        ("Vale won 3-1.", "Vale beat Orrin 3-1 after 2-0 at the break.", None),
        ("Vale won 5-1.", "Vale beat Orrin 3-1 after 2-0 at the break.", "5-1"),
        ("The mill's tank holds 3.1 million litres.", "The tank of the mill holds 3.1 million.", None),
        ("It was the 80th race.", "She ran her 70th race in Orrin.", "80th"),
        ("Yields were 31 bushels in Vale.", "Yields were 31 bushels in Vale, and 45 bushels in Orrin.", None),
    ],
)
def test_drafts(draft: str, evidence: str, wrong: str | None) -> None:
    assert flagged(draft, evidence) == ({wrong} if wrong else set())


def test_a_draft_without_figures_is_checked_too() -> None:
    assert not flagged("Rents rose in Orrin.", TRIP)
