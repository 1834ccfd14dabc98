"""Two values for one thing.

What it flags
-------------
A figure that contradicts another about the same thing: same measure, same owner, same time, and no
true value that both wordings allow. Inside an article the second mention must refer back to the
first ("The $870 million contract"); across articles the match must be close. Of an article that only retells
another, also a year, day, name or code that stands otherwise in the one retold ("flight QX417" for "QX471").

Why it matters
--------------
One of the two is wrong, and a reader of both will notice.

What it leaves alone
--------------------
Rounding ("about 500" and 482), ranges that meet, bounds that allow both values, changes and
targets beside levels, other years, other owners, a former, rejected or wished-for value beside the new
one ("to restore the $9 toll"), a count of two things beside that of one ("412 drones and missiles", "the
380 drones"). Values a power of ten apart are `scale-slip`'s, a
running total that falls is `tally-decrease`'s. A
count that differs between articles published more than a day apart may have changed: a notice, against
the last article before it. So is any other figure of articles more than a few days apart that does not name
its time ("in 2023"); shares a month apart and other figures a quarter apart are of two times. A figure that
contradicts several others is flagged once, with all of them as
evidence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from checks.matching import lapse
from checks.matching.agreement import Statement, agree
from checks.matching.comparable import base_unit
from checks.rows import Row, rows_of
from checks.rules.arithmetic.intervals import power_of_ten
from checks.rules.arithmetic.tallies import fall
from checks.rules.rule import Case, Finding, Rule, days, two
from checks.rules.wording import say

if TYPE_CHECKING:
    import pandas as pd

#: Pairs less sure than this are not raised.
SURE = 0.75
#: Small counts are of many things (three goals, two of the five banks): below FEW a pair must be CERTAIN.
FEW = 10
CERTAIN = 0.92
#: Values of two articles so many times apart are of two things: two outbreaks, a town and its state.
FAR = 20.0
#: What only names: a text that retells another has its dates and codes as they stand there.
NAMES = ("date", "identifier", "ordinal")


def find(pairs: pd.DataFrame) -> Iterator[Finding]:
    """Pairs whose intervals have no value in common, told of the later figure first."""
    for row in rows_of(pairs):
        if row.score < SURE or row.kind_a != row.kind_b:
            continue
        comparable = row.kind_a in ("count", *NAMES) or base_unit(row.unit_a) == base_unit(row.unit_b)
        if not comparable or power_of_ten(row.value_a, row.value_b):
            continue
        if agree(_side(row, "a"), _side(row, "b")) and not (
            row.retold_wrongly and row.value_a != row.value_b
        ):
            continue
        if fall(row):  # a running total that fell is `tally-decrease`'s
            continue
        few = row.kind_b == "count" and min(row.value_a, row.value_b) < FEW
        if (few and row.score < CERTAIN) or _of_two(row):
            continue
        within = row.article_a == row.article_b
        later, earlier = "ba" if within or row.date_a <= row.date_b else "ab"
        update = _later(row)
        yield _finding(row, later, earlier, update)
        if not (within or update or row.retold_wrongly):
            # where several contradict one figure, it is that one which is flagged
            yield _finding(row, earlier, later, update)


def _finding(row: Row, flagged: str, other: str, update: bool) -> Finding:
    """The doubt about one side ("a" or "b") of a pair."""

    def of(name: str, side: str) -> Any:
        return getattr(row, f"{name}_{side}")

    within = row.article_a == row.article_b
    where = "above" if within else f"in {of('article', other)}:{of('line', other)}"
    thing = f" for {of('measure', flagged)}" if of("measure", flagged) else ""
    verb = "differs from" if update else "contradicts"
    told = f"{of('surface', flagged)}{thing} {verb} {of('surface', other)} {where}"
    names = of("kind", flagged) in NAMES
    if names and row.retold_wrongly:
        place, given = f"{of('article', other)}:{of('line', other)}", of("surface", other)
        told = f"{place}, which tells the same, has {given} where this has {of('surface', flagged)}"
    if update:
        day = say.day(dt.date.fromisoformat(of("date", other)))
        told += f" of {day}; the articles are of different days, so this may be an update"
    return Finding(
        fact=of("fact", flagged),
        message=told,
        expected=of("surface", other),
        evidence=(of("fact", other),),
        confidence=round(min(0.95, row.score), 2),
        severity="notice" if update else "warning" if names else None,
    )


def _of_two(row: Row) -> bool:
    """Whether values lie so far apart that they are of two things, unless a text retells the other."""
    small, large = sorted((abs(row.value_a), abs(row.value_b)))
    across = row.article_a != row.article_b and not (row.copy or row.retold_wrongly)
    return bool(across and large > FAR * small)


def _later(row: Row) -> bool:
    """Whether what is measured may have changed from one article to the other.

    What is counted may have when it grew, or the articles are more than a day apart; anything else when they
    are more than a few days apart and do not name one time.
    """
    if not (row.date_a and row.date_b) or row.date_a == row.date_b:
        return False
    if row.kind_b == "count":
        grew = bool(row.low_b > row.high_a) == (row.date_a < row.date_b)
        days = abs((dt.date.fromisoformat(row.date_b) - dt.date.fromisoformat(row.date_a)).days)
        return grew or days > 1
    return not (row.copy or row.retold_wrongly) and lapse.between(row) > lapse.STORY


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
            days(
                ("2024-02-20", "Harrowby Council approved a budget of £212 million on Tuesday, it said."),
                ("2024-02-21", "A budget of £221 million was approved by Harrowby Council on Tuesday."),
            ),
            ["£221 million"],
        ),
        Case(
            days(
                ("2024-02-20", "Exports from Norlund came to $41.2 billion in 2023, a bank said."),
                ("2025-03-11", "Exports from Norlund were worth $44.9 billion in 2023, ministers said."),
            ),
            ["$44.9 billion"],
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
        Case(
            two(
                "Flight QX471 of Halvard Air to Brno was diverted to Graz on Friday after smoke was seen"
                " in the cabin. The 112 people on board left the aircraft by the slides; two were hurt."
                " The airline praised its crew, and an inquiry is to report by May.",
                "Flight QX417 of Halvard Air was diverted to Graz after smoke was seen in the cabin. The 112"
                " people on board left the aircraft by the slides.",
            ),
            ["QX417"],
        ),
    ],
    passes=[
        Case(
            days(
                ("2022-02-22", "Harrowby Council approved a budget of £212 million on Tuesday, it said."),
                ("2023-02-21", "A budget of £226 million was approved by Harrowby Council on Tuesday."),
            )
        ),
        Case(
            days(
                ("2024-03-05", "The jobless rate in Norlund was 6.1 percent, the statistics office said."),
                ("2024-04-04", "The jobless rate in Norlund was 6.4 percent, the statistics office said."),
            )
        ),
        Case(
            days(
                ("2024-01-10", "Growth in Norlund will be 3.1 percent in 2025, the bank forecast."),
                ("2024-07-10", "Growth in Norlund will be 2.4 percent in 2025, the bank forecast."),
            )
        ),
        Case(
            two(
                "Of 5,435 wells in Torland that were tested, 1,262, or 23 percent, were unsafe.",
                "Officials said 1,260 of 5,440 wells in Torland that were tested, or 23%, were unsafe.",
            )
        ),
        Case(two("The flood in Brno wrecked 8,115 houses.", "The flood in Brno wrecked 8,120 houses.")),
        Case(two("The flood in Brno wrecked 12,623 houses.", "The flood in Brno wrecked 13,000 houses.")),
        Case(
            "The navy signed a contract worth $610 million for four tugs. "
            "The $610 million contract runs to 2031."
        ),
        Case("Sales were $40 million in 2023. Sales were $52 million in 2024."),
        Case("The quake killed 212 people and injured 1,400 people."),
        Case("The navy lost 70 boats and barges. It had sent 45 of the 52 boats to sea."),
        Case("The farm moved 900 ewes and goats. The 640 ewes went north."),
        Case("The toll will rise to $14, the council said. The $9 toll was introduced in 2018."),
        Case("The city would cap tolls at $14. A motion to restore the $9 toll was rejected."),
        Case("The city will limit fares to $16. A toll of $12 was rejected. The $9 toll of 2018 lapsed."),
        Case("Vale Council will charge a toll of $14. The $9 toll in Orrin is the lowest."),
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
        Case(
            two(
                "Flight QX471 to Brno was late, said Halvard.", "Flight QX417 to Brno was full, said Halvard."
            )
        ),
        Case(two("Halvard shares were at 590 pence.", "Halvard shares rose to 605 pence.")),
        Case(two("The wage in Portugal is €1,180 a month.", "The wage in Portugal is €295 a week.")),
        Case(
            two("A film seen by 144 million people in the US.", "Some 22 million people in the US own one.")
        ),
        Case("Imports rose, widening the trade deficit by $1.5bn. The deficit of $4bn was a record."),
    ],
)
