"""A headline whose figure the text does not have.

What it flags
-------------
"Ferry capsize kills 43" over "Thirty-four people died": the text has one figure about the same thing, near
its beginning, and it is another one. The figure of the text is flagged; where the headline is the first
line of the file, its own. Digits turned round or a point moved are an error. Where the values merely
differ, and the text gives only one for that thing, it is a warning.

Why it matters
--------------
The headline is read by everybody and written by somebody else, often last and in a hurry. It goes out in
alerts and search results, without the text that would correct it.

What it leaves alone
--------------------
Rounding ("over 380,000" for 382,000) and whatever any figure of the text, or a sum or difference of a few of
them, bears out. Counts below ten, but those of people killed, hurt, missing and the like. Lists ("12
things to know"), parts ("20 more arrested"), ranks, years, ages, scores and numbers in names. Figures
that the text gives in another currency or unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.model import Article
from checks.rows import Row
from checks.rules.arithmetic.intervals import overlap
from checks.rules.arithmetic.ties import true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.headlines import (
    Claim,
    about,
    added_up,
    beside,
    borne_out,
    claims,
    is_all,
    is_part,
    listed,
    turned_or_scaled,
)
from checks.rules.wording.place import grouped

if TYPE_CHECKING:
    import pandas as pd

#: The counterpart stands so many characters, at most, after the first figure of the text.
LEAD = 700
#: Values farther apart are of two things, unless one is the other with a slip.
FAR = 3.0


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Figures of headlines against those of their texts."""
    for told in grouped(facts, "article"):
        claimed = list(claims(told[0].title, told[0].published, small=True))
        if not claimed:
            continue
        ordered = sorted(told, key=lambda row: row.start)
        title = _folded(ordered[0].title)
        printed = [row for row in ordered if _folded(row.sentence) in title]
        own = {row.fact for row in printed}
        body = [row for row in ordered if row.fact not in own and row.kind != "date"]
        for claim in claimed if body else ():
            yield from _finding(claim, body, printed)


def _finding(claim: Claim, body: list[Row], printed: list[Row]) -> Iterator[Finding]:
    if borne_out(claim, body):
        return
    told = [row for row in body if about(claim, row)]
    first = [row for row in body if row.start - body[0].start <= LEAD]
    lead = [row for row in first if about(claim, row)]
    value = claim.figure.value
    wrong = next((row for row in lead if turned_or_scaled(value, row.value)), None)
    wrong = wrong or next((row for row in first if beside(claim, row)), None)
    if wrong is not None and added_up(claim, listed(body, wrong)):
        return  # "21 killed": 12 women, five men and four children
    certain = wrong is not None
    if wrong is None and not added_up(claim, body):
        wrong = _only(claim, told, lead)
    if wrong is None:
        return
    what = f" ({wrong.measure})" if wrong.measure else ""
    headline = next((row for row in printed if row.value == value), None)
    evidence: tuple[str, ...] = ()
    if headline is not None:
        flagged, evidence, expected = headline, (wrong.fact,), wrong.surface
    else:
        flagged, expected = wrong, claim.figure.surface
    yield Finding(
        fact=flagged.fact,
        message=f"the headline says {claim.figure.surface}, the text {wrong.surface}{what}",
        expected=expected,
        evidence=evidence,
        confidence=0.9 if certain else 0.7,
        severity=None if certain else "warning",
    )


def _only(claim: Claim, told: list[Row], lead: list[Row]) -> Row | None:
    """The one thing that the text tells of what the headline counts, if there is no other."""
    if claim.figure.kind not in ("count", "measurement", "duration") or not lead:
        return None
    first: Row = lead[0]
    small, large = sorted((first.value, claim.figure.value))
    one = all(
        overlap(true_values(first), true_values(row)) for row in told if row is first or not is_part(row)
    )
    one &= is_all(claim, first)
    return first if one and FAR * small >= large and first.role != "change" else None


def _folded(text: str) -> str:
    return " ".join(text.strip("#* ").split())


def _under(title: str, text: str) -> Article:
    """A case with a headline of its own."""
    return Article(id="case.txt", title=title, text=text)


RULE = Rule(
    id="headline-body",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            _under("Landslide kills 52", "Twenty-five people died and 27 are missing, the mayor said."),
            ["Twenty-five"],
        ),
        Case(
            _under(
                "Coach crash in Andes kills 52",
                "Twenty-five people died when a coach left a road in the Andes on Sunday, police said.",
            ),
            ["Twenty-five"],
        ),
        Case(
            _under(
                "Steelmaker to shed 4,600 jobs in Wales",
                "Ostrava Steel will shed 6,400 jobs in Wales over three years, it said on Monday.",
            ),
            ["6,400"],
        ),
        Case(
            _under(
                "Halvard to buy Voltan for £270m",
                "Halvard has agreed to buy the battery maker Voltan for £720m, the two firms said on Monday.",
            ),
            ["£720m"],
        ),
        Case(
            _under(
                "Merak Motors profit jumps 81 percent",
                "Merak Motors said its profit jumped 18 percent in the third quarter.",
            ),
            ["18 percent"],
        ),
        Case(
            _under(
                "Three killed as van hits crowd in Lyon",
                "A van ploughed into shoppers in Lyon on Friday, killing five people, police said.",
            ),
            ["five"],
        ),
        Case(
            _under(
                "Trader jailed for 18 months over tax fraud",
                "A trader who hid £2.1m from the taxman was jailed for 28 months in Leeds on Monday.",
            ),
            ["28 months"],
        ),
        Case(
            _under(
                "Blaze scorches 9,300 acres in Sierra",
                "A wildfire has burned 93,000 acres in the Sierra since Friday, officials said.",
            ),
            ["93,000 acres"],
        ),
        Case(
            _under(
                "31 arrested in raids across Bavaria",
                "Police arrested 24 men in raids on flats across Bavaria on Tuesday, prosecutors said.",
            ),
            ["24"],
        ),
        Case(
            _under(
                "Coach crash in Andes kills 52",
                "Coach crash in Andes kills 52\n\nTwenty-five people died when a coach left a road in the "
                "Andes on Sunday, police said. It had been on its way to Tolima for the holidays.",
            ),
            ["52"],
        ),
    ],
    passes=[
        Case(
            _under(
                "Three killed as van hits crowd in Lyon",
                "A van hit shoppers in Lyon on Friday, killing two people and the driver, police said.",
            )
        ),
        Case(
            _under(
                "Three dead after boat sinks off Crete",
                "Two women and a child died when a boat sank off Crete on Friday, the coastguard said.",
            )
        ),
        Case(
            _under(
                "Trader jailed for a year over tax fraud",
                "A trader who hid £2.1m from the taxman was jailed for 12 months in Leeds on Monday.",
            )
        ),
        Case(
            _under(
                "Coach crash in Andes kills 25",
                "Twenty-five people died when a coach left a road in the Andes on Sunday, police said.",
            )
        ),
        Case(
            _under(
                "Locusts strip over 280,000 hectares in Sindh",
                "Swarms have stripped 283,000 hectares of cropland in Sindh since May, the farm bureau said.",
            )
        ),
        Case(
            _under(
                "Nearly 300,000 hectares lost to locusts in Sindh",
                "Swarms have stripped 283,000 hectares of cropland in Sindh since May, the farm bureau said.",
            )
        ),
        Case(
            _under(
                "Truck maker to cut 500 jobs",
                "Norvik will cut jobs at two plants: 320 jobs in Alvsta and 180 jobs in Leeds, it said.",
            )
        ),
        Case(
            _under(
                "12 things to know about the strike",
                "Some 21 things changed overnight when 2,100 drivers walked out, the union said.",
            )
        ),
        Case(
            _under(
                "Police arrest 43 more in Varna protests",
                "Police in Varna have arrested 340 people since the protests began, the ministry said.",
            )
        ),
        Case(
            _under(
                "Halvard to buy Voltan for $950m",
                "Halvard has agreed to buy the battery maker Voltan for £720m, the two firms said on Monday.",
            )
        ),
        Case(
            _under(
                "Storm kills 14, injures 41",
                "A storm killed 14 people and injured 41 in Tavria on Monday night, officials said.",
            )
        ),
        Case(
            _under(
                "Storm leaves 41 injured",
                "A storm killed 14 people in Tavria on Monday night, officials said. Dozens were injured.",
            )
        ),
        Case(
            _under(
                "Orrin, 31, wins marathon",
                "Lena Orrin won the marathon in Ardal on Sunday in a field of 13,000 runners.",
            )
        ),
        Case(_under("Sales in 2024 beat forecast", "Halvard sold 2,042 boats last year, it said.")),
        Case(
            _under(
                "21 dead as bus leaves road",
                "The crash on Sunday killed 12 women, five men and four children, the governor said.",
            )
        ),
        Case(
            _under(
                "Two dead in plane crash",
                "The pilot and his passenger died in Kent. Three people died in a separate crash in May.",
            )
        ),
    ],
)
