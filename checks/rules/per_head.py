"""A number of things, the price of one and the sum of all that do not fit.

What it flags
-------------
"The £1.5m legacy will be split equally among 250 pensioners, or £9,000 each": £1.5m for 250 is £6,000 each.
Also "1.6 million tonnes at $85 a tonne, bringing in $163 million", and equal shares of what is not
money.

Why it matters
--------------
What each one gets is the figure people look for, and it is worked out by hand.

What it leaves alone
--------------------
Figures of which one is missing. Prices that are only the lowest or highest ("from $50"). Differences that
rounding, "about" or "more than" explain, and those within 1.5 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.figures.units import dimension
from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import divide, multiply, overlap
from checks.rules.arithmetic.ties import ties, true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import quantity, reckoned

if TYPE_CHECKING:
    import pandas as pd

#: Nobody would correct less.
NIT = 0.015
#: Prices that are not everyone's.
_SOME = ("from ", "starting at ", "as little as ", "as low as ", "up to ", "as much as ", "a maximum of ")


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Products whose total is not the count times the price."""
    for parts in ties(facts, "count", "price", "total"):
        count, price, total = parts["count"][0], parts["price"][0], parts["total"][0]
        if min(count.low, price.low, total.low) <= 0 or not _fits(count, price) or _only_some(price):
            continue
        made = multiply(true_values(count), true_values(price))
        room = Interval(made.low * (1 - NIT), made.high * (1 + NIT))
        if overlap(room, true_values(total)):
            continue
        # What was reckoned from the rest is as a rule printed last: "or £7,500 each", "a total of $24m".
        if price.start > total.start:
            yield _each(count, price, total)
            continue
        plain = count.value * price.value
        unit = total.unit if total.kind == "money" or total.unit else price.unit.partition(" per ")[0]
        sum_ = reckoned(plain, made, unit)
        yield Finding(
            fact=total.fact,
            message=f"{_counted(count)} at {_priced(price)} is {sum_}, not {total.surface}",
            expected=quantity(plain, unit),
            evidence=(count.fact, price.fact),
        )


def _each(count: Row, price: Row, total: Row) -> Finding:
    plain = total.value / count.value
    made = divide(true_values(total), true_values(count))
    each = "" if " per " in price.unit else " each"
    return Finding(
        fact=price.fact,
        message=(
            f"{total.surface} for {_counted(count)} is {reckoned(plain, made, price.unit)}{each}, "
            f"not {price.surface}"
        ),
        expected=quantity(plain, price.unit),
        evidence=(total.fact, count.fact),
    )


def _counted(count: Row) -> str:
    return quantity(count.value, count.unit) if count.kind == "count" else count.surface


def _priced(price: Row) -> str:
    return price.surface if " per " in price.unit else f"{price.surface} each"


def _fits(count: Row, price: Row) -> bool:
    """Whether the price is for what was counted: not "$80 a barrel" for tonnes."""
    per = price.unit.partition(" per ")[2]
    return not (dimension(per) and count.kind == "measurement" and per != count.unit)


def _only_some(price: Row) -> bool:
    before = " ".join(price.sentence.split()).partition(price.surface)[0].lower()
    return before.endswith(_SOME)


RULE = Rule(
    id="per-head",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            "The £1.5m legacy will be split equally among 250 pensioners, or £9,000 each, the charity said.",
            ["£9,000"],
        ),
        Case(
            "The state will spend $1.26 billion on the rebate, about $630 for each of its 4.2 "
            "million drivers.",
            ["$630"],
        ),
        Case(
            "The miner sold 1.6 million tonnes of coal at $85 a tonne, bringing in $163 million.",
            ["$163 million"],
        ),
        Case("Each of the 250 workers will receive $2,000, a total of $5 million.", ["$5 million"]),
        Case(
            "The company bought back 2.5 million shares at $48 each, for a total of $102 million.",
            ["$102 million"],
        ),
        Case("The group sold 24 million shares at $17.50 a share, raising $240 million.", ["$240 million"]),
        Case("The council is to build 1,200 homes at £185,000 each, at a total cost of £22.2m.", ["£22.2m"]),
        Case(
            "The airline was ordered to pay 1,500 passengers £240 each, £390,000 in total.",
            ["£390,000"],
        ),
        Case("The navy ordered 12 boats at $85 million apiece, a deal worth $1.2 billion.", ["$1.2 billion"]),
    ],
    passes=[
        Case(
            "The £3.6m legacy will be split equally among 480 pensioners, or £7,500 each, the charity said."
        ),
        Case(
            "The state will spend $1.26 billion on the rebate, about $300 for each of its 4.2 "
            "million drivers."
        ),
        Case("The miner sold 1.6 million tonnes of coal at $85 a tonne, bringing in $136 million."),
        Case("Each of the 250 workers will receive $2,000, a total of $500,000."),
        Case("The company bought back 2.5 million shares at about $48 each, for a total of $122 million."),
        Case(
            "The group sold 24 million shares at $17.50 a share, raising $420 million, less fees "
            "of $12 million."
        ),
        Case("The council is to build 1,200 homes at £185,000 each, at a total cost of £222m."),
        Case("The airline was ordered to pay 1,500 passengers £240 each, £360,000 in total."),
        Case("The navy ordered 12 boats at $85 million apiece, a deal worth $1.02 billion."),
        Case("He won £5,000 and gave each of his three sons a car."),
        Case("The 18,000 tickets, from $50 each, brought in a total of $2.1 million."),
        Case("Some 320 families got £7,500 each last year, and the fund still holds £9.1m."),
        Case("The market sold 500 lambs at £90 each and 300 ewes at £70 each, a total of £66,000."),
    ],
)
