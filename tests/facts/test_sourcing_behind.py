"""Who stands behind a figure that nobody is named for."""

from __future__ import annotations

import pytest

from checks import Article, extract


def behind(text: str, surface: str) -> tuple[str, str]:
    """(sourcing, source) of the figure printed as `surface`."""
    facts = extract([Article(id="a.txt", text=text)])
    found = facts[facts["surface"] == surface].iloc[0]
    return found["sourcing"], found["source"]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Harlan Foods is to shut a bakery. Harlan Foods employs 14,000 people.", "14,000", "Harlan Foods"),
        ("Harlan Foods has opened a mill. Its profit rose to £42 million.", "£42 million", "Harlan Foods"),
        ("LYON, May 4 (AFP) - Harlan Foods will open a mill. Harlan Foods employs 14,000 people.",
         "14,000", "Harlan Foods"),
        ("“We are proud,” said Ana Ruiz, chief executive of Harlan Foods. Harlan Foods made 9,000 pies.",
         "9,000", "Harlan Foods"),
        ("Harlan Foods has opened a mill. HarlanFoods employs 14,000 people. HarlanFoods is old.",
         "14,000", "Harlan Foods"),
        ("Cod is back, a report by the Lindqvist Institute says.\n\nStocks grew by 21%.",
         "21%", "Lindqvist Institute"),
    ],
)  # fmt: skip
def test_a_party_that_is_heard_stands_behind_its_figures(text: str, surface: str, name: str):
    assert behind(text, surface) == ("none", name)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Harlan Foods is to shut a bakery. The bread market is worth £3.1 billion.", "£3.1 billion"),
        ("Harlan Foods was fined by a court. Harlan Foods employs 14,000 people.", "14,000"),
        ("Iran said talks would resume. Iran exports 1.5 million barrels of oil a day.",
         "1.5 million barrels of oil a day"),
        ("A Gallup poll found that 52% back the plan.\n\nFares have risen 28% since 2015.", "28%"),
        ("Along the coast it rained. Turnout fell to 41%. The mayor said she was sad.", "41%"),
    ],
)  # fmt: skip
def test_nobody_stands_behind_what_others_would_have_counted(text: str, surface: str):
    assert behind(text, surface)[1] == ""
