"""Percent printed where percentage points are meant, or the other way round.

What it flags
-------------
A change between two percentages that is right in the other unit only. "Trust fell 5% to 48% from 53%" is
a fall of five points, or about 9%. "Smoking dropped to 21 per cent from 28 per cent, a fall of 25
percentage points" is a fall of 25 per cent, or seven points.

Why it matters
--------------
The change looks several times smaller or larger than it was. Style guides ask for points between two
percentages, and a reader who knows them takes the 5% at its word.

What it leaves alone
--------------------
A change that is wrong in both units, which is for percent-change to say. Changes without both levels.
Levels in money or numbers. "Half a percent" and the like. A lead "of 4%" of one candidate over another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.rows import Row, rows_of
from checks.rules.arithmetic.points import mistaken
from checks.rules.arithmetic.ties import ties
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.place import Line, lines
from checks.rules.wording.say import percent, quantity

if TYPE_CHECKING:
    import pandas as pd

#: The words around three percentages in a row: "by 0.25 percent to 4.1 percent, from 4.35 percent".
BY = re.compile(r"\bby (?:about |around |almost |nearly |some |a further |another )?$")
TO = re.compile(r"(?: [\w'-]+){0,3} to (?:about |around |almost |nearly |just |a record )?")
FROM = re.compile(r",?(?: [\w'-]+){0,4} (?:from|compared with|against) (?:about |around |the )?")
#: "Half a percent", of an interest rate, is a manner of speaking.
FRACTION = re.compile(r"\b(?:half|quarter|third)\b", re.IGNORECASE)


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Changes between percentages that are printed in the wrong one of the two units."""
    tied = set()
    for parts in ties(facts, "change", "new", "old"):
        tied.add(parts["change"][0].fact)
        yield from _doubt(parts["change"][0], parts["new"][0], parts["old"][0])
    times = Counter((r.article, r.sentence) for r in rows_of(facts) if r.kind in ("percent", "points"))
    for line in lines([row for row in rows_of(facts) if times[row.article, row.sentence] > 2]):
        for change, new, old in _in_a_row(line):
            if change.fact not in tied:
                yield from _doubt(change, new, old)


def _in_a_row(line: Line) -> Iterator[tuple[Row, Row, Row]]:
    """Changes followed by both levels, as print often has them where no relation ties them."""
    for change, new, old in zip(line.facts, line.facts[1:], line.facts[2:], strict=False):
        if (
            BY.search(line.before(change)[-30:])
            and TO.fullmatch(line.between(change, new))
            and FROM.fullmatch(line.between(new, old))
        ):
            yield change, new, old


def _doubt(change: Row, new: Row, old: Row) -> Iterator[Finding]:
    right = mistaken(change, new, old)
    if not right or (right == "points" and FRACTION.search(change.surface)):
        return
    points = quantity(abs(new.value - old.value), "percentage point")
    relative = percent(abs(new.value / old.value - 1) * 100)
    way = "fall" if new.value < old.value else "rise"
    true = f"from {old.surface} to {new.surface} is a {way} of {points}, or {relative}"
    yield Finding(
        fact=change.fact,
        message=f"{true}, not {change.surface}",
        expected=points if right == "points" else relative,
        evidence=(old.fact, new.fact),
        confidence=0.8 if right == "points" else 0.9,
        # Some newsrooms print percent for points; none prints points for percent.
        severity="warning" if right == "points" else None,
    )


RULE = Rule(
    id="percent-or-points",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case("Trust in the force fell 5% to 48% from 53% in June, a poll showed.", ["5%"]),
        Case(
            "The Reserve Bank cut its cash rate by 0.25 per cent to 4.1 per cent, from 4.35 per cent.",
            ["0.25 per cent"],
        ),
        Case(
            "Smoking among recruits dropped to 21 percent from 28 percent, a fall of 25 percentage points.",
            ["25 percentage points"],
        ),
        Case("Turnout was 67%, up 12% from 55% four years ago.", ["12%"]),
        Case("The share of homes that stand empty rose from 20% to 30%, an increase of 10%.", ["10%"]),
        Case(
            "Support for the treaty rose 50 percentage points to 60 percent from 40 percent.",
            ["50 percentage points"],
        ),
        Case("Unemployment rose 1% to 5% from 4% in the year to March.", ["1%"]),
        Case("Corporation tax will rise from 19% to 25%, a 6% increase, the chancellor said.", ["6%"]),
    ],
    passes=[
        Case("Trust in the force fell five points to 48% from 53% in June, a poll showed."),
        Case("Trust in the force fell 9% to 48% from 53% in June, a poll showed."),
        Case("The Reserve Bank cut its cash rate by 0.25 points to 4.1 per cent, from 4.35 per cent."),
        Case("The Reserve Bank cut its cash rate by 25 basis points to 4.1 per cent from 4.35 per cent."),
        Case("Smoking among recruits dropped to 21 percent from 28 percent, a fall of 25 percent."),
        Case("Turnout was 67%, up 12 percentage points from 55% four years ago."),
        Case("Sales rose 10% to $110 million from $100 million."),
        Case("Ms Ortiz won by 4%, with 52% of the vote to Mr Dunn's 48%."),
        Case("Gross margin fell to 41.2% from 45.1%, and sales fell 4%."),
        Case("The bank cut its rate by half a percent to 4.25% from 4.75%."),
        Case("The index rose 12 points to 112 from 100."),
    ],
)
