"""A figure at odds with a known value.

What it flags
-------------
A figure, stated or implied, that contradicts a table of references (`--references FILE`): the same measure of
the same owner and time in the same unit, and no value in common. "Exports of 1.5 million barrels per day,
3.6% of global supply" makes a global supply of 41.7 million; the reference has 102.9 million.

Why it matters
--------------
What everybody can look up, somebody will. A known total also uncovers shares and parts that are wrong
together, which no other figure of the article does.

What it leaves alone
--------------------
Measures, owners and times that the references do not name exactly. Figures that name no time, where the
article has no date. Differences that rounding explains. Without references the rule is silent.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from checks.model import Interval
from checks.rows import Row, rows_of
from checks.rules.arithmetic.intervals import divide, overlap, scale
from checks.rules.arithmetic.ties import in_percent, true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording import say

if TYPE_CHECKING:
    import pandas as pd


def find(known: pd.DataFrame) -> Iterator[Finding]:
    """Facts, or the wholes they imply, that have no value in common with the reference beside them."""
    for row in rows_of(known):
        reference = Interval(row.known_low, row.known_high)
        told = _implied(row) if row.part else true_values(row)
        if overlap(told, reference):
            continue
        if row.part:
            whole = row.part_value / (row.value / (100 if row.kind == "percent" else 1))
            claim = f"{row.part_surface} is {row.surface} of {say.reckoned(whole, told, row.known_unit)}"
        else:
            claim = f"{row.measure or row.unit} is given as {row.surface}"
        value = _value(reference, row.known_unit)
        where = f" ({row.known_url})" if row.known_url else ""
        yield Finding(
            fact=row.fact,
            message=f"{claim}, but {row.known_source} has {row.known_measure} at {value}{where}",
            expected="" if row.part else value,
            evidence=(row.part,) if row.part else (),
            confidence=0.85,
        )


def _value(known: Interval, unit: str) -> str:
    """A known value: the middle of its interval, or the one limit of an open one."""
    if math.isinf(known.high):
        return f"at least {say.quantity(known.low, unit, 4)}"
    if math.isinf(known.low):
        return f"at most {say.quantity(known.high, unit, 4)}"
    return say.quantity((known.low + known.high) / 2, unit, 4)


def _implied(row: Row) -> Interval:
    """The whole of which one figure is the share that another states."""
    return divide(Interval(row.part_low, row.part_high), scale(in_percent(row), 0.01))


_SUPPLY: Mapping[str, str | float] = {
    "measure": "oil supply",
    "entities": "World",
    "period_start": "2024-01-01",
    "period_end": "2024-12-31",
    "low": 102_850_000.0,
    "high": 102_950_000.0,
    "unit": "barrel per day",
    "source": "the International Energy Agency's Oil Market Report of April 2024",
    "url": "",
}
_JOBLESS: Mapping[str, str | float] = {
    "measure": "unemployment rate",
    "entities": "Germany",
    "period_start": "2024-01-01",
    "period_end": "2024-12-31",
    "low": 5.95,
    "high": 6.05,
    "unit": "percent",
    "source": "the Federal Employment Agency",
    "url": "",
}
_BUDGET: Mapping[str, str | float] = {
    "measure": "defence budget",
    "entities": "Norway",
    "period_start": "2025-01-01",
    "period_end": "2025-12-31",
    "low": 109.5e9,
    "high": 110.5e9,
    "unit": "NOK",
    "source": "the state budget",
    "url": "",
}
_RESERVE: Mapping[str, str | float] = {
    "measure": "grain reserve",
    "entities": "Norway",
    "period_start": "2025-01-01",
    "period_end": "2025-12-31",
    "low": 80_000.0,
    "high": math.inf,
    "unit": "t",
    "source": "the grain act",
    "url": "",
}
_KNOWN = (_SUPPLY, _JOBLESS, _BUDGET, _RESERVE)

RULE = Rule(
    id="reference-conflict",
    severity="warning",
    scope="reference",
    find=find,
    flags=[
        Case(
            "Iran's oil exports account for 3.6% of global supply (1.5 million barrels per day in 2024).",
            ["3.6%"],
            references=_KNOWN,
        ),
        Case(
            "Iran exported 1.5 million barrels per day of oil in 2024, or 3.6% of global oil supply.",
            ["3.6%"],
            references=_KNOWN,
        ),
        Case(
            "Global oil supply was 83 million barrels per day in 2024.",
            ["83 million barrels per day"],
            _KNOWN,
        ),
        Case(
            "World oil supply averaged 120.9 million barrels a day in 2024.",
            ["120.9 million barrels a day"],
            _KNOWN,
        ),
        Case("Germany's unemployment rate was 9% in 2024.", ["9%"], _KNOWN),
        Case("Norway's defence budget is 1.1 trillion kroner in 2025.", ["1.1 trillion kroner"], _KNOWN),
    ],
    passes=[
        Case("Global oil supply was 83 million barrels per day in 2024."),
        Case("Global oil supply was 103 million barrels per day in 2024.", references=_KNOWN),
        Case("Global oil supply was 37.6 billion barrels per year in 2024.", references=_KNOWN),
        Case("Global oil supply was 83 million barrels per day in 2004.", references=_KNOWN),
        Case("Global oil supply was 83 million barrels per day.", references=_KNOWN),
        Case("Saudi Arabia's oil supply was 9 million barrels per day in 2024.", references=_KNOWN),
        Case(
            "Global gas supply was 70 million barrels per day of oil equivalent in 2024.", references=_KNOWN
        ),
        Case("Germany's youth unemployment rate was 9% in 2024.", references=_KNOWN),
        Case("Austria's unemployment rate was 7% in 2024.", references=_KNOWN),
        Case("Norway's defence budget is 110 billion kroner in 2025.", references=_KNOWN),
        Case(
            "Iran exported 1.5 million barrels per day of oil in 2024, or 1.5% of global oil supply.",
            references=_KNOWN,
        ),
    ],
)
