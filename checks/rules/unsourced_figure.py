"""A figure that matters and that nobody is named for.

What it flags
-------------
Sums of money from a thousand up, percentages and percentage points, counts and volumes from a
thousand up, shares such as "one in five", and counts of people who came to harm, where the text
names no source: no "said" or "according to", no quotation, link, footnote or source line. A figure
that stands unsourced in several places is flagged in each.

Why it matters
--------------
Somebody counted, measured or reckoned it. While nobody is named, the reader cannot weigh the figure
and the editor cannot check it.

What it leaves alone
--------------------
A value that a named source gives elsewhere in the article. Small counts, prices, lengths of time,
ages, scores, distances and speeds, movements of share prices, dates and numbers in names. The same
sum again in another currency. Targets and the author's own suppositions ("if a thousand people gave
$50"), and vague amounts such as "thousands of".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.rules.place import Row, rows
from checks.rules.rule import Case, Finding, Rule
from checks.rules.vouched import Vouched

if TYPE_CHECKING:
    import pandas as pd

#: Counts, volumes and sums from here up are somebody's statistics; smaller ones a reporter can see.
LARGE = 1000
#: Below this many, people harmed may be counted by whoever was there.
HARMED_FROM = 13
HARMED = re.compile(
    r"\b(?:kill|dea(?:d|th)|die|dying|wound|injur|casualt|fatalit|victim|displace|arrest|infect|missing)",
    re.IGNORECASE,
)
#: What maps and speedometers say: no statistics, however large.
GEOGRAPHY = re.compile(
    r"\b(?:kilomet|met(?:re|er)|mile|f(?:oo|ee)t|yard|inch|acre|hectare|degree|knot|pixel|byte|watt\b|calorie)",
    re.IGNORECASE,
)
#: What an exchange publishes every day.
MARKETS = re.compile(r"\b(?:share prices?|shares|stocks?|index|ftse|nasdaq|dow)$|^shares (?:in|of)\b")
ODDS = re.compile(r"\b(?:in|out of)\b")


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Consequential figures without a source."""
    open_ = facts[(facts["sourcing"] == "none") & ~facts["vague"] & (facts["role"] != "target")]
    if open_.empty:
        return
    vouched, converted = Vouched(facts), _conversions(facts)
    for row in rows(open_):
        if _matters(row) and row.fact not in converted and not vouched.elsewhere(row):
            what = f" ({row.measure})" if row.measure else ""
            yield Finding(
                fact=row.fact,
                message=f"nobody is named for {row.surface}{what}; say who counted it",
                confidence=0.7,
            )


def _conversions(facts: pd.DataFrame) -> set[str]:
    """The facts that only repeat the one before in another unit: "$3 million (£1.6 million)"."""
    ordered = facts.sort_values(["article", "start"])
    before = ordered.shift()
    close = (ordered["start"] - before["end"]).between(1, 3) & (ordered["unit"] != before["unit"])
    same = (ordered["article"] == before["article"]) & (ordered["kind"] == before["kind"])
    kind = ordered["kind"].isin(["money", "measurement"])
    return set(ordered.loc[close & same & kind, "fact"])


def _matters(row: Row) -> bool:
    if row.kind in {"percent", "points"}:
        return MARKETS.search(row.measure) is None
    if row.kind == "ratio":
        return ODDS.search(row.surface) is not None
    large = bool(abs(row.value) >= LARGE)
    if row.kind == "money":
        return large
    if row.kind == "measurement":
        return large and GEOGRAPHY.search(row.unit) is None
    if row.kind == "count":
        return large or bool(
            row.value >= HARMED_FROM and HARMED.search(f"{row.unit} {row.measure}") is not None
        )
    return False


RULE = Rule(
    id="unsourced-figure",
    severity="warning",
    scope="article",
    find=find,
    flags=[
        Case("Trade between the two ports reached $6.2 billion last year.", figures=["$6.2 billion"]),
        Case(
            "Turnout fell to 41 per cent. The mayor said she was disappointed by the weather.",
            figures=["41 per cent"],
        ),
        Case(
            "The fishery employs 18,400 people, and fish makes up 22% of exports.",
            figures=["18,400", "22%"],
        ),
        Case(
            "Wages rose by 3.5 percent, the union said.\n\nRents in the capital have climbed by 31 percent.",
            figures=["31 percent"],
        ),
        Case(
            "The dam cost £740 million. Its critics never forgave the £740 million bill.",
            figures=["£740 million", "£740 million"],
        ),
        Case(
            "Inflation has dropped by 2.4 percentage points since the spring.",
            figures=["2.4 percentage points"],
        ),
        Case("The fine came to $3 million (£2.2 million).", figures=["$3 million"]),
        Case("Some 71% of the mortars were made before the war.", figures=["71%"]),
        Case("The refinery handles 320,000 barrels per day.", figures=["320,000 barrels per day"]),
    ],
    passes=[
        Case(
            "Trade between the two ports reached $6.2 billion last year, according to the harbour authority."
        ),
        Case("The education department says 14,300 pupils have no permanent teacher."),
        Case("“We lost 40 percent of the harvest,” said Maria Oduya, who farms near the lake."),
        Case("Nearly 65% of the bridges are sound, a study by the Lindqvist Institute found."),
        Case("The three-year contract covers two ships and 12 months of training."),
        Case("She bought a coffee for $4 and walked six blocks to the court."),
        Case("If 5,000 people each gave $200, the roof would be paid for."),
        Case(
            "The auditors put the loss at $84 million, their report said.\n\n"
            "A loss of $84 million would sink most firms."
        ),
        Case("Sales rose by 12%, per Norwood Research."),
        Case("Exports shrank by 9 percent.\nSource: National Statistics Office"),
        Case("Thousands of people filled the square, and dozens of buses stood idle."),
        Case("Shares in the carrier fell 6.4% on Tuesday."),
        Case("The road runs for 1,200 miles through the desert."),
    ],
)
