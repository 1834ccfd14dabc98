"""A rate and what it is said to come to over a longer time.

What it flags
-------------
"70,000 barrels a day, or 52.6 million a year": a year of them is 25.6 million. Rates over a stated time
too ("£1,250 a month for 14 months, a total of £71,500"). Also, as a notice, one thing told for a month
and for a year in places far apart, where twelve such months are twice the year or half of it: "$2 billion
to Russia's monthly oil revenue" and "$10 billion to its 2025 oil revenues". The notice names what else
each sentence gives, for the conditions may differ.

Why it matters
--------------
A rate and its total are one figure told twice, and readers multiply by twelve.

What it leaves alone
--------------------
Rounding, and months of any length. Work that stops at night or at weekends: a day may have six to 16
hours, a week five or six days, a year 200 working days or more. Prices that are lower for the longer time
("$9.99 a month or $99 a year"). For the notice: other owners, other measures, a month outside the year, a
change beside a level, another sentence for the month that does fit the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.facts.relations.lengths import DAYS, times
from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import divide, multiply, overlap
from checks.rules.arithmetic.ties import Parts, ties, true_values
from checks.rules.arithmetic.told_twice import told_twice
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import number, quantity, reckoned

if TYPE_CHECKING:
    import pandas as pd

#: Nobody would correct less: a year of 52 weeks, or of 360 days.
NIT = 0.015
#: A stated time that is a whole number is nearly exact where a total is reckoned from it.
WHOLE = 0.05
#: How many hours, days and weeks of work the longer time has.
WORKING = {
    ("hour", "day"): Interval(6, 16),
    ("hour", "week"): Interval(30, 96),
    ("hour", "month"): Interval(130, 420),
    ("hour", "year"): Interval(1500, 5000),
    ("day", "week"): Interval(5, 6),
    ("day", "month"): Interval(20, 27),
    ("day", "quarter"): Interval(60, 80),
    ("day", "year"): Interval(200, 313),
    ("week", "year"): Interval(44, 53),
}


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Rates at odds with their totals, then months at odds with their year."""
    tied: set[str] = set()
    for parts in ties(facts, "rate", "total"):
        tied |= {parts["rate"][0].fact, parts["total"][0].fact}
        yield from _relation(parts)
    yield from told_twice(facts, tied)


def _relation(parts: Parts) -> Iterator[Finding]:
    rate, total = parts["rate"][0], parts["total"][0]
    per = next((part.removeprefix("per-") for part in parts if part.startswith("per-")), "")
    within = next((part.removeprefix("in-") for part in parts if part.startswith("in-")), "")
    period = parts["period"][0] if "period" in parts else None
    known = _often(per, within, period) if per in DAYS else None
    if known is None or min(rate.low, total.low) <= 0:
        return
    often, longest, span = known
    # wells and pipelines have no weekend
    worked = None if "barrel" in rate.unit else WORKING.get((per, longest))
    one_time = times(per, longest)
    one = _room(rate)
    made = multiply(one, often)
    allowed = [Interval(made.low * (1 - NIT), made.high * (1 + NIT))]
    if worked is not None:
        # so many working hours in each of the day's longest units that the stated time has
        allowed.append(multiply(one, multiply(worked, divide(often, one_time))))
    if any(overlap(values, _room(total)) for values in allowed):
        return
    # 365 days, and not the half day more of the mean
    middle = one_time.low if per == "day" and longest == "year" else (one_time.low + one_time.high) / 2
    middle *= period.value if period is not None and period.kind == "duration" else 1.0
    unit = total.unit.partition(" per ")[0]
    plain = rate.value * middle
    yield Finding(
        fact=total.fact,
        message=f"{_told(rate, per)} is {reckoned(plain, made, unit)} {span}, not {total.surface}",
        expected=quantity(plain, unit) if unit else number(plain),
        evidence=(rate.fact,) if period is None else (rate.fact, period.fact),
        confidence=0.9 if within else 0.85,
    )


def _often(per: str, within: str, period: Row | None) -> tuple[Interval, str, str] | None:
    """How often the rate's period goes into the total's, the longer unit, and how the message names it."""
    if within in DAYS:
        return times(per, within), within, f"a {within}"
    if period is None or period.unit not in DAYS:
        return None
    one = times(per, period.unit)
    if period.kind == "date":
        return one, period.unit, f"in {period.surface}"
    length = true_values(period)
    if period.bound == "=" and period.value == int(period.value):
        length = Interval(period.value * (1 - WHOLE), period.value * (1 + WHOLE))
    if period.value_to == period.value_to or length.low <= 0:
        length = true_values(period)
    return multiply(one, length), period.unit, f"over {period.surface}"


def _room(row: Row) -> Interval:
    """The true values of an amount; a rate of whole things (85 cars a month) is an average, and rounded."""
    return Interval(row.low - 0.5, row.high + 0.5) if row.low == row.high else true_values(row)


def _told(rate: Row, per: str) -> str:
    """The rate with its period, which the surface may leave to the words after it."""
    shown = quantity(rate.value, rate.unit.partition(" per ")[0]) if rate.kind == "count" else rate.surface
    period = (
        per in rate.surface.lower() or "daily" in rate.surface.lower() or rate.surface.lower().endswith("ly")
    )
    return shown if period and rate.kind != "count" else f"{shown} a{'n' if per == 'hour' else ''} {per}"


RULE = Rule(
    id="rate-total",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case("The field will pump 60,000 barrels of oil a day, or 29.1 million a year.", ["29.1 million"]),
        Case(
            "The council paid £1,850 a month to rent the hall for 14 months, a total of £29,500.", ["£29,500"]
        ),
        Case("The yard turns out 45 trucks a month, its owner said. That is 450 a year, he said.", ["450"]),
        Case(
            "The strike is costing airlines $2.5 million a day, or $105 million a month.",
            ["$105 million a month"],
        ),
        Case("Rents average £1,150 a month (£18,300 a year).", ["£18,300 a year"]),
        Case(
            "The war costs $1.2 billion a week, which works out at $26 billion a year.",
            ["$26 billion a year"],
        ),
        Case(
            "Crews used 5.2 million litres a day over 12 days, 26 million litres in all.",
            ["26 million litres"],
        ),
        Case("The company spends $3.1m a month, or $73m annually, on security.", ["$73m annually"]),
        Case(
            "The wells yield 1.2 million barrels a day, equal to about 348 million barrels a year.",
            ["348 million barrels a year"],
        ),
        Case(
            "Higher prices added $3 billion to Norway's monthly gas revenue in May "
            "2025.\n\nAnalysts said a price above"
            " €60 could add $8 billion to Norway's 2025 gas revenues.",
            ["$8 billion"],
        ),
    ],
    passes=[
        Case("The field will pump 60,000 barrels of oil a day, or 21.9 million a year."),
        Case("The council paid £1,850 a month to rent the hall for 14 months, a total of £25,900."),
        Case(
            "The yard turns out 45 trucks a month, its owner said. That is 540 a year, he said, "
            "against 410 in 2022."
        ),
        Case("The strike is costing airlines $2.5 million a day, or $75 million a month."),
        Case("Rents average £1,150 a month (£13,800 a year)."),
        Case("The factory makes 60 cars an hour, or 480 a day, and 2,400 a week."),
        Case("Staff get $200 a day, which comes to $1,000 a week and $50,000 a year."),
        Case("The service costs $9.99 a month, or $99 a year."),
        Case("The war costs $1.2 billion a week, which works out at $62 billion a year."),
        Case(
            "Norway's monthly gas revenue was $3 billion in May 2025.\n\nNorway's gas revenue "
            "came to $36 billion in 2025."
        ),
        Case(
            "Norway's monthly gas revenue was $3 billion in May 2025.\n\nSweden's gas revenue "
            "came to $8 billion in 2025."
        ),
        Case(
            "Norway's monthly gas revenue was $3 billion in May 2025.\n\nNorway's gas revenue "
            "came to $8 billion in 2015."
        ),
    ],
)
