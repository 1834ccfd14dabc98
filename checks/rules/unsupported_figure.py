"""A figure that nothing in the evidence bears out.

What it flags
-------------
With evidence (`--evidence reports/ data.csv`), every figure of the article that the evidence neither states
nor lets one reckon: no figure of the same kind and unit agrees, none rounds or converts to it, and it is no
sum, difference, share or change of figures that stand together there. "$4.9 million" is not borne out by
"$4.9 billion", nor "30%" by "30 days", nor "43 killed" by "43 injured". A year or quarter that the evidence
names only to compare with, a name with another number ("the MAX 8" for "the MAX 9") and a code of letters and
digits where the evidence has another one ("flight BA132" for "flight BA123"), are flagged too.

Why it matters
--------------
A draft, or a summary that a machine wrote, should say what its sources say. A figure that they do not hold
was misread, misremembered or made up.

What it leaves alone
--------------------
Figures that the evidence contradicts: those are `conflicting-value`'s or `scale-slip`'s. Counts below ten (a
writer counts three reasons), days that the evidence puts in other words, scores, and vague amounts. A code
written another way ("BA 123"), and one of a kind that the evidence has none of. Without evidence the rule is
silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.model import Article
from checks.rows import Row, rows_of
from checks.rules.rule import Case, Finding, Rule

if TYPE_CHECKING:
    import pandas as pd


def find(support: pd.DataFrame) -> Iterator[Finding]:
    """Facts of the draft for which nothing was found."""
    for row in rows_of(support):
        if row.how == "nothing":
            yield Finding(fact=row.fact, message=_message(row), evidence=_nearest(row), confidence=0.75)


def _message(row: Row) -> str:
    thing = f" ({row.measure})" if row.measure else ""
    if row.kind in ("date", "identifier", "score", "time", "ordinal") and row.by:
        place = f"{row.by_article}:{int(row.by_line)}"
        return f"the evidence has {row.by_surface} ({place}) where this has {row.surface}"
    said = f"nothing in the evidence bears out {row.surface}{thing}"
    if row.by:
        said += f"; the nearest is {row.by_surface} in {row.by_article}:{int(row.by_line)}"
    return said


def _nearest(row: Row) -> tuple[str, ...]:
    return (row.by,) if row.by else ()


def _case(draft: str, *evidence: str, figures: list[str] | None = None) -> Case:
    """A draft and the texts it is to rest on."""
    given = tuple(Article(id=f"evidence-{n}.txt", text=text) for n, text in enumerate(evidence, 1))
    return Case(draft, figures or [], evidence=given)


RULE = Rule(
    id="unsupported-figure",
    severity="warning",
    scope="evidence",
    find=find,
    flags=[
        _case(
            "Trade between the two ports reached $4.9 million.",
            "Mining companies paid $4.9 billion in wages.",
            figures=["$4.9 million"],
        ),
        _case("Turnout was 30%.", "The campaign lasted 30 days.", figures=["30%"]),
        _case(
            "Police said 43 people were killed in the crash.",
            "A crash injured 43 people, police said.",
            figures=["43"],
        ),
        _case(
            "Revenue rose 15% to $110 million.",
            "Revenue was $110 million, against $100 million a year before.",
            figures=["15%"],
        ),
        _case(
            "The plant cost £740m and will employ 1,250 people.",
            "The plant, which cost £740 million, opens in May.",
            figures=["1,250"],
        ),
        _case(
            "The airline will fly the Boeing 737 MAX 8 from 2026.",
            "The airline has ordered the Boeing 737 MAX 9, to fly from 2026.",
            figures=["8"],
        ),
        _case(
            "Members get 20% off with the code GARDEN20MAY.",
            "Type in the code MAYGARDEN20 for 20% off; only members may.",
            figures=["GARDEN20MAY"],
        ),
        _case(
            "Flight QX417 was diverted, and its A320 is being inspected.",
            "Flight QX471, an A320 with 112 people on board, was diverted.",
            figures=["QX417"],
        ),
        _case(
            "Some 2,300 homes were flooded, and the repairs will cost A$85 million.",
            "The council said 2,300 homes were flooded.",
            "The repairs will take 85 weeks.",
            figures=["A$85 million"],
        ),
    ],
    passes=[
        _case(
            "Trade between the two ports reached $4.9 billion.",
            "Trade between the two ports reached $4.93 billion, the authority said.",
        ),
        _case(
            "Revenue rose 10% to $110 million.",
            "Revenue was $110 million, against $100 million a year before.",
        ),
        _case(
            "The firm employs 1,500 people, 900 of them in Leeds.",
            "The firm employs 900 people in Leeds and 600 in York.",
        ),
        _case("Of the 1,200 jobs, 25% will go in Wales.", "Wales will lose 300 of the 1,200 jobs."),
        _case(
            "Unemployment fell to 4.2% in May, a drop of 0.3 percentage points.",
            "The unemployment rate was 4.2 per cent in May, against 4.5 per cent in April.",
        ),
        _case(
            "One in five pupils is absent, and the survey took two weeks.",
            "In 14 days the survey found that 20% of pupils were absent.",
        ),
        _case(
            "More than 200 people fled, and about eight inches of rain fell.",
            "Some 203 mm (8 inches) of rain fell. Of 236 people, all fled.",
        ),
        _case(
            "The study gives three reasons.",
            "Rents rose, wages fell and nobody built.",
        ),
        _case(
            "An Airbus A321 flew as QX 471; the Group of Seven (G7) were told over 5G.",
            "QX471, an A321neo, landed safely. No F-16s had to rise, and the M25 stayed open.",
        ),
        Case("Trade between the two ports reached $4.9 million."),
    ],
)
