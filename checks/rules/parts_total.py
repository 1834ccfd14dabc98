"""Parts that do not add up to the total printed with them.

What it flags
-------------
A total followed by all its parts: "a cost of £27.4m, made up of £14.9m for steel, £3.8m for labour and
£4.2m for land" (that is £22.9m); "saved 23 people - 11 women, nine men and five children".
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

from checks.rules.arithmetic.intervals import overlap, total
from checks.rules.arithmetic.ties import ties, true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import listing, quantity, reckoned

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
            "The bridge will cost £27.4m, made up of £14.9m for steel, £3.8m for labour and £4.2m for land.",
            ["£27.4m"],
        ),
        Case("The lifeboat saved 23 people — 11 women, nine men and five children — on Sunday.", ["23"]),
        Case(
            "Turnover was €3.45 billion, made up of €1.62 billion in France, €578 million in Italy"
            " and €955 million in Spain.",
            ["€3.45 billion"],
        ),
        Case("The bus carried 41 passengers (24 pupils and 13 teachers) to the coast.", ["41"]),
        Case("The navy bought 12 frigates, 9 corvettes and 16 patrol boats, a total of 47 ships.", ["47"]),
        Case("A jury of 12 people, consisting of seven men and six women, was sworn in.", ["12"]),
        Case("The budget of $90m is split between $52m for roads and $28m for rail.", ["$90m"]),
    ],
    passes=[
        Case(
            "The bridge will cost £27.4m, made up of £14.9m for steel, £8.3m for labour and £4.2m for land."
        ),
        Case("The lifeboat saved 23 people — 11 women, seven men and five children — on Sunday."),
        Case("The lifeboat saved 23 people, including 11 women and five children."),
        Case("He scored 27 points — with 14 rebounds, nine assists and three steals — in Game 4."),
        Case("Sales were about €2.6 billion, made up of €1.62 billion in France and €890 million in Spain."),
        Case("The five-bedroom house (three bathrooms and two garages) sold for £640,000."),
        Case("It has 41 aircraft, of which 24 are jets and 13 are helicopters."),
        Case("The firm cut 300 jobs — 120 in Leeds and 80 in York among them — last year."),
        Case("A jury of 12 people, consisting of seven men and five women, was sworn in."),
        Case("The navy bought 12 frigates, 9 corvettes and 16 patrol boats, a total of 37 ships."),
    ],
)
