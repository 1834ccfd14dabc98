"""A running total that falls from one article to a later one.

What it flags
-------------
The dead of one disaster, the cases of one outbreak, the people vaccinated or arrested so far: a total
"since 6 March" of 870 on 20 March and of 790 on 3 April. A toll that "has climbed to 31"
and two days later "has reached 28". "Killed 43 people", of which the same or a later article says that the
toll "rose to 39".

Why it matters
--------------
The dead do not come back to life. One of the two articles has a slip, or the count was revised, and
then the later article has to say so.

What it leaves alone
--------------------
A total that is said to be revised, corrected or lowered, or to differ from an earlier one. Estimates and
what was feared. Counts of a part or of a span ("14 on Tuesday", "12 of them children"), of another
place or another beginning, and what can fall: people missing, in hospital, active cases. Articles of
one day, and copies; in one article, a lower count that is not said to have grown. Values a power of
ten apart are `scale-slip`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.rows import rows_of
from checks.rules.arithmetic.tallies import Fall, fall
from checks.rules.rule import Case, Finding, Rule, days

if TYPE_CHECKING:
    import pandas as pd


def find(pairs: pd.DataFrame) -> Iterator[Finding]:
    """Pairs of totals of one thing of which the later is the lower."""
    for row in rows_of(pairs):
        found = fall(row) if row.kind_a == row.kind_b == "count" else None
        if found is not None:
            yield _finding(found)


def _finding(found: Fall) -> Finding:
    old, new = found.old, found.new
    where = "above" if old.article == new.article else f"of {old.day} in {old.article}:{old.line}"
    return Finding(
        fact=new.fact,
        message=(
            f"{new.told} is {found.lack} fewer than the {old.told} {where};"
            " a running total cannot fall, and nothing here says that it was revised"
        ),
        expected=f"{old.surface} or more",
        evidence=(old.fact,),
        confidence=found.confidence,
        # two who count may count differently
        severity="warning" if found.apart else None,
    )


RULE = Rule(
    id="tally-decrease",
    severity="error",
    scope="pair",
    find=find,
    flags=[
        Case(
            "A landslide killed 64 people in Imbara on Sunday, police said. By Monday the toll had risen to "
            "46, and 12 people were in hospital.",
            ["46"],
        ),
        Case(
            "Seven people died when a coach left the road near Imbara, police said. The death toll later "
            "rose to five as two passengers died in Sorrel.",
            ["five"],
        ),
        Case(
            days(
                ("2025-08-03", "A landslide in the hills of Imbara killed at least 64 people on Sunday."),
                ("2025-08-05", "The death toll from the landslide in Imbara rose to 58, police said."),
            ),
            ["58"],
        ),
        Case(
            days(
                ("2025-08-03", "The death toll from the landslide in Imbara has climbed to 64, police said."),
                (
                    "2025-08-05",
                    "The death toll from the landslide in Imbara has reached 46, police said on Tuesday.",
                ),
            ),
            ["46"],
        ),
        Case(
            days(
                (
                    "2025-03-04",
                    "Kenora has recorded 2,310 cases of measles since the outbreak began on 9 January, "
                    "the health ministry said.",
                ),
                (
                    "2025-03-18",
                    "A total of 2,130 cases of measles have been recorded in Kenora since the outbreak began "
                    "on 9 January, the health ministry said.",
                ),
            ),
            ["2,130"],
        ),
        Case(
            days(
                (
                    "2024-10-02",
                    "Nurses have vaccinated 81,400 children in Tolima against measles since the drive opened "
                    "on Sept. 9, officials said.",
                ),
                (
                    "2024-10-16",
                    "Some 18,900 children in Tolima were vaccinated this week. In all, 78,400 children "
                    "in Tolima have been vaccinated since the drive opened on Sept. 9, officials said.",
                ),
            ),
            ["78,400"],
        ),
        Case(
            days(
                (
                    "2025-06-10",
                    "Police in Varna have arrested 418 people since the protests over fuel prices "
                    "began on 2 June.",
                ),
                (
                    "2025-06-12",
                    "A total of 381 people have been arrested in Varna since the protests over fuel "
                    "prices began on 2 June, the interior ministry said on Thursday.",
                ),
            ),
            ["381"],
        ),
        Case(
            days(
                (
                    "2025-01-14",
                    "The death toll from the Moresby quake rose to 1,206 on Tuesday, officials said.",
                ),
                (
                    "2025-01-16",
                    "The death toll from the Moresby quake rose to 1,062 on Thursday, officials said.",
                ),
            ),
            ["1,062"],
        ),
        Case(
            days(
                (
                    "2025-02-20",
                    "The death toll from the factory fire in Dakhar stands at 58, the fire service said.",
                ),
                (
                    "2025-02-22",
                    "The death toll from the Dakhar factory fire now stands at 52, according to doctors at "
                    "two hospitals that took in the injured on Thursday night.",
                ),
            ),
            ["52"],
        ),
    ],
    passes=[
        Case(
            days(
                ("2025-03-04", "Kenora has recorded 2,310 cases of measles since the outbreak began."),
                ("2025-03-18", "Kenora has recorded 1,130 cases of cholera since the outbreak began."),
            )
        ),
        Case(
            "A landslide killed 64 people in Imbara on Sunday, police said. The toll among children had "
            "risen to 46. In Sorrel the toll rose to 37."
        ),
        Case(
            "A quake killed 64 people in Imbara on Sunday. In 1987 the death toll of another quake in Imbara "
            "rose to 46."
        ),
        Case(
            days(
                ("2025-08-03", "A landslide in the hills of Imbara killed at least 64 people on Sunday."),
                (
                    "2025-08-05",
                    "The death toll from the landslide in Imbara rose to 58, not the 64 given earlier.",
                ),
            )
        ),
        Case(
            days(
                ("2025-08-03", "The death toll from the landslide in Imbara has climbed to 46, police said."),
                (
                    "2025-08-05",
                    "The death toll from the landslide in Imbara has reached 64, police said on Tuesday.",
                ),
            )
        ),
        Case(
            days(
                ("2025-08-03", "The death toll from the landslide in Imbara has climbed to 64, police said."),
                (
                    "2025-08-05",
                    "The death toll from the landslide in Imbara was revised down to 46, police said.",
                ),
            )
        ),
        Case(
            days(
                ("2025-08-03", "The death toll from the landslide in Imbara has climbed to 64, police said."),
                (
                    "2025-08-05",
                    "The death toll from the landslide in Imbara stands at 46, not the 64 given earlier.",
                ),
            )
        ),
        Case(
            days(
                (
                    "2025-08-03",
                    "Some 64 people are feared to have died in the landslide in Imbara, police said.",
                ),
                (
                    "2025-08-05",
                    "The death toll from the landslide in Imbara has reached 46, police said on Tuesday.",
                ),
            )
        ),
        Case(
            days(
                ("2025-08-03", "The death toll from the landslide in Imbara has climbed to 64, police said."),
                (
                    "2025-08-05",
                    "The death toll from the floods in Sorrel has reached 46, police said on Tuesday.",
                ),
            )
        ),
        Case(
            days(
                (
                    "2025-03-04",
                    "Kenora has reported 310 new cases of measles since Friday, the ministry said.",
                ),
                (
                    "2025-03-11",
                    "Kenora has reported 130 new cases of measles since Friday, the ministry said.",
                ),
            )
        ),
        Case(
            days(
                ("2025-03-04", "Kenora has 2,310 active cases of measles, the ministry said."),
                ("2025-03-18", "Kenora has 1,130 active cases of measles, the ministry said."),
            )
        ),
        Case(
            days(
                (
                    "2025-08-03",
                    "More than 60 people have been killed in the landslide in Imbara, police said.",
                ),
                ("2025-08-05", "The death toll from the landslide in Imbara has reached 61, police said."),
            )
        ),
        Case(
            days(
                ("2025-08-03", "The landslide in Imbara left 64 people missing, police said."),
                (
                    "2025-08-05",
                    "Some 46 people are still missing after the landslide in Imbara, police said.",
                ),
            )
        ),
        Case(
            days(
                (
                    "2024-06-10",
                    "Police in Varna have arrested 418 people since the protests began on 2 June 2024.",
                ),
                (
                    "2025-06-12",
                    "Police in Varna have arrested 381 people since the protests began on 4 June 2025.",
                ),
            )
        ),
        Case(
            days(
                ("2025-08-03", "The death toll from the landslide in Imbara has climbed to 64, police said."),
                ("2025-08-03", "The death toll from the landslide in Imbara has climbed to 46, police said."),
            )
        ),
    ],
)
