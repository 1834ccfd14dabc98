"""Two values for one thing.

What it flags
-------------
A figure that contradicts another about the same thing: same measure, same owner, same time, and no
true value that both wordings allow. Inside an article the second mention must refer back to the
first ("The $870 million contract"); across articles the match must be close.

Why it matters
--------------
One of the two is wrong, and a reader of both will notice.

What it leaves alone
--------------------
Rounding ("about 500" and 482), ranges that meet, bounds that allow both values, changes and
targets beside levels, other years, other owners. Values a power of ten apart are `scale-slip`'s. A
count that differs between articles published more than a day apart may have changed: a notice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.matching.agreement import Statement, agree
from checks.matching.comparable import base_unit
from checks.rules.arithmetic import power_of_ten
from checks.rules.place import Row, rows
from checks.rules.rule import Case, Finding, Rule, two

if TYPE_CHECKING:
    import pandas as pd

#: Pairs less sure than this are not raised.
SURE = 0.75
#: Small counts are of many things (three goals, two of the five banks): below FEW a pair must be CERTAIN.
FEW = 10
CERTAIN = 0.92


def find(pairs: pd.DataFrame) -> Iterator[Finding]:
    """Pairs whose intervals have no value in common."""
    alike = pairs[(pairs["score"] >= SURE) & (pairs["kind_a"] == pairs["kind_b"])]
    for row in rows(alike):
        one, other = _side(row, "a"), _side(row, "b")
        counted = row.kind_a == "count" or base_unit(row.unit_a) == base_unit(row.unit_b)
        if not counted or power_of_ten(row.value_a, row.value_b):
            continue
        if agree(one, other) and not (row.retold_wrongly and row.value_a != row.value_b):
            continue
        if row.kind_b == "count" and min(row.value_a, row.value_b) < FEW and row.score < CERTAIN:
            continue
        where = "above" if row.article_a == row.article_b else f"in {row.article_a}:{row.line_a}"
        thing = f" for {row.measure_b}" if row.measure_b else ""
        update = row.kind_b == "count" and _later(row)
        yield Finding(
            fact=row.fact_b,
            message=f"{row.surface_b}{thing} contradicts {row.surface_a} {where}"
            + ("; the articles are of different days, so one may be an update" if update else ""),
            expected=row.surface_a,
            evidence=(row.fact_a,),
            confidence=round(min(0.95, row.score), 2),
            severity="notice" if update else None,
        )


def _later(row: Row) -> bool:
    """Whether what is counted may have changed: it grew, or the articles are more than a day apart."""
    if not (row.date_a and row.date_b) or row.date_a == row.date_b:
        return False
    grew = bool(row.low_b > row.high_a) == (row.date_a < row.date_b)
    days = abs((dt.date.fromisoformat(row.date_b) - dt.date.fromisoformat(row.date_a)).days)
    return grew or days > 1


def _side(row: Row, side: str) -> Statement:
    """What one of a pair's facts states."""
    kind, surface, value, value_to, low, high, since, until = (
        getattr(row, f"{name}_{side}")
        for name in ("kind", "surface", "value", "value_to", "low", "high", "period_start", "period_end")
    )
    return Statement(kind, surface, value, value_to, low, high, (since, until))


RULE = Rule(
    id="conflicting-value",
    severity="error",
    scope="pair",
    find=find,
    flags=[
        Case(
            "The navy signed a contract worth $610 million for four tugs. "
            "The $160 million contract runs to 2031.",
            ["$160 million"],
        ),
        Case(
            "A bus crash near the border injured 38 people. The 83 injured were taken to two hospitals.",
            ["83"],
        ),
        Case(
            "A crowd of 41,200 saw Orrin beat Vale in the final on Saturday. "
            "Saturday's crowd of 14,200 was the largest of the season, the club said.",
            ["14,200"],
        ),
        Case(
            two(
                "Ostrava Steel will pay 340 million euros for the Bohumin mill.",
                "Ostrava Steel will pay 430 million euros for the Bohumin mill, it confirmed.",
            ),
            ["430 million euros"],
        ),
        Case(
            two("The quake in Tavria killed 212 people.", "The quake in Tavria killed 122 people."),
            ["122"],
        ),
        Case(
            two(
                "Unemployment in Norlund fell to 6.1 percent in May 2025.",
                "Unemployment in Norlund fell to 9.1 percent in May 2025.",
            ),
            ["9.1 percent"],
        ),
        Case(
            two(
                "Halvard has agreed to pay £720m for Voltan, the two firms said on Monday.",
                "Regulators will look at Halvard's £270m takeover of Voltan, they said.",
            ),
            ["£270m"],
        ),
        Case(
            two(
                "Portugal's new monthly minimum wage is €1,180, the cabinet said.",
                "Unions in Portugal called a minimum wage of €1,810 a month a good start.",
            ),
            ["€1,810 a month"],
        ),
    ],
    passes=[
        Case(
            "The navy signed a contract worth $610 million for four tugs. "
            "The $610 million contract runs to 2031."
        ),
        Case("Sales were $40 million in 2023. Sales were $52 million in 2024."),
        Case("The quake killed 212 people and injured 1,400 people."),
        Case("The club sold 41,200 tickets for the final. Yesterday's 14,200 tickets went in an hour."),
        Case("Two of the five ships were damaged. The five ships left on Monday; the two ships stayed."),
        Case("For the week, the index is up 154 points. For the year, the index is up 2,486 points."),
        Case(two("Some 500 people marched in Brno.", "Police said 482 people marched in Brno.")),
        Case(
            two(
                "Ostrava Steel will pay 340 million euros for the Bohumin mill.",
                "Ostrava Steel will pay 25 million euros for the Kladno port.",
            )
        ),
        Case(
            two(
                "Iran exported 1.5 million barrels per day in 2024.",
                "Iraq exported 3.4 million barrels per day in 2024.",
            )
        ),
        Case(
            two("The quake in Tavria killed more than 200 people.", "The quake in Tavria killed 212 people.")
        ),
        Case(two("Profit rose 12% at Halvard.", "Profit at Halvard was 30% of sales.")),
        Case(two("Halvard shares were at 590 pence.", "Halvard shares rose to 605 pence.")),
        Case(two("The wage in Portugal is €1,180 a month.", "The wage in Portugal is €295 a week.")),
        Case(
            two("A film seen by 144 million people in the US.", "Some 22 million people in the US own one.")
        ),
    ],
)
