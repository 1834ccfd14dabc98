"""Parts that do not add up to the total printed with them.

What it flags
-------------
A total followed by all its parts: "worth £36.5m, made up of £18.2m for radar, £15.1m for drones and
£6.8m for medical kit" (that is £40.1m); "killed 27 people - 14 women, six men and four children".
Also parts followed by "a total of".

Why it matters
--------------
One figure of the list or the total is wrong, and all of them are in doubt.

What it leaves alone
--------------------
Lists that need not be complete ("including", "among them", "such as"). Lists beside a total that
name other things ("27 points - 14 rebounds and nine assists"). Differences that rounding explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.rules.arithmetic import overlap, total
from checks.rules.rule import Case, Finding, Rule
from checks.rules.say import listing, quantity, reckoned
from checks.rules.ties import ties, true_values

if TYPE_CHECKING:
    import pandas as pd


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Totals at odds with the sum of their parts."""
    for tie in ties(facts, "part", "total"):
        whole, parts = tie["total"][0], tie["part"]
        if len(parts) < 2:
            continue
        true = total(true_values(part) for part in parts)
        if overlap(true, true_values(whole)):
            continue
        named = listing([part.surface for part in parts])
        made = sum(part.value for part in parts)
        unit = whole.unit if whole.kind == "money" else ""
        yield Finding(
            fact=whole.fact,
            message=f"{named} make {reckoned(made, true, unit)}, not {whole.surface}",
            expected=quantity(made, unit),
            evidence=tuple(part.fact for part in parts),
        )


RULE = Rule(
    id="parts-total",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            "The package is worth £36.5m, made up of £18.2m for radar, £15.1m for drones and £6.8m for kit.",
            ["£36.5m"],
        ),
        Case("The fire killed 27 people — 14 women, six men and four children — on Tuesday.", ["27"]),
        Case(
            "Revenue was €2.31 billion, made up of €1.12 billion in Europe, €929 million in the Americas"
            " and €398 million in Asia.",
            ["€2.31 billion"],
        ),
        Case("The bus carried 41 passengers (24 pupils and 13 teachers) to the coast.", ["41"]),
        Case("The navy bought 12 frigates, 9 corvettes and 16 patrol boats, a total of 47 ships.", ["47"]),
        Case("A jury of 12 people, consisting of seven men and six women, was sworn in.", ["12"]),
        Case("The budget of $90m is split between $52m for roads and $28m for rail.", ["$90m"]),
    ],
    passes=[
        Case(
            "The package is worth £36.5m, made up of £18.2m for radar, £11.5m for drones and £6.8m for kit."
        ),
        Case("The fire killed 27 people — 14 women, nine men and four children — on Tuesday."),
        Case("The fire killed 27 people, including 14 women and four children."),
        Case("He scored 27 points — with 14 rebounds, nine assists and three steals — in Game 4."),
        Case("Revenue was about €2.4 billion, made up of €1.12 billion in Europe and €1.19 billion in Asia."),
        Case("The five-bedroom house (three bathrooms and two garages) sold for £640,000."),
        Case("It has 41 aircraft, of which 24 are jets and 13 are helicopters."),
        Case("The firm cut 300 jobs — 120 in Leeds and 80 in York among them — last year."),
        Case("A jury of 12 people, consisting of seven men and five women, was sworn in."),
        Case("The navy bought 12 frigates, 9 corvettes and 16 patrol boats, a total of 37 ships."),
    ],
)
