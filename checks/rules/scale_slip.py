"""A figure that is out by a factor of ten, a thousand or a million.

What it flags
-------------
Two figures about the same thing that have the same digits and differ by a power of ten: "$3.2
billion" and then "the $3.2 million loan".

Why it matters
--------------
Million for billion is the commonest slip in print, and the one that readers trust least.

What it leaves alone
--------------------
Percentages, different owners, times or measures, and small round numbers a factor of ten or a
hundred apart, which are two figures more often than one figure gone wrong; between articles more than a few
days apart, figures that do not name their time, unless the digits are the same and the scale word is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.matching import lapse
from checks.matching.comparable import base_unit
from checks.rows import rows_of
from checks.rules.arithmetic.intervals import power_of_ten
from checks.rules.rule import Case, Finding, Rule, days, two

if TYPE_CHECKING:
    import pandas as pd

#: Percentages of one measure a power of ten apart are two shares, as a rule.
KINDS = ("money", "count", "measurement")
#: A pair must be this sure; for a factor of 10 or 100, which chance makes too, surer.
SURE = 0.62
SURE_SMALL = 0.8


def find(pairs: pd.DataFrame) -> Iterator[Finding]:
    """Pairs with one unit whose values differ by a power of ten."""
    for row in rows_of(pairs):
        if row.score < SURE or row.kind_a not in KINDS or base_unit(row.unit_a) != base_unit(row.unit_b):
            continue
        power = power_of_ten(row.value_a, row.value_b)
        if not power or (power < 3 and (row.score < SURE_SMALL or _round(row.value_a))):
            continue
        if not row.copy and lapse.between(row) > lapse.STORY and not lapse.rescaled(row.value_a, row.value_b):
            continue
        where = "above" if row.article_a == row.article_b else f"in {row.article_a}:{row.line_a}"
        factor = f"{10**power:,}"
        side = "a factor of " + factor + (" below" if row.value_b < row.value_a else " above")
        yield Finding(
            fact=row.fact_b,
            message=f"{row.surface_b} is {side} {row.surface_a} {where}: one of the two has the wrong scale",
            expected=row.surface_a,
            evidence=(row.fact_a,),
            confidence=round(min(0.97, 0.1 + row.score), 2),
        )


def _round(value: float) -> bool:
    """Whether a value has one digit that counts (500, 20): chance makes such pairs."""
    return bool(value) and f"{abs(value):e}".split("e")[0].rstrip("0").rstrip(".").isdigit()


RULE = Rule(
    id="scale-slip",
    severity="error",
    scope="pair",
    find=find,
    flags=[
        Case(
            days(
                ("2024-05-02", "Zambia secured a $1.42 billion loan from the World Bank for its grid."),
                ("2024-08-04", "A $1.42 million loan from the World Bank for its grid helped Zambia."),
            ),
            ["$1.42 million"],
        ),
        Case(
            "Zambia secured a $1.4 billion loan to rebuild its grid. "
            "The $1.4 million loan will be repaid by 2040.",
            ["$1.4 million"],
        ),
        Case(
            "Ministers approved a supplementary budget of 2.7 trillion yen. "
            "The 2.7 billion yen budget passed on Friday.",
            ["2.7 billion yen"],
        ),
        Case(
            two(
                "Libya's oil production rose to 1.27 million barrels per day in May 2025.",
                "Libya's oil production was 1.27bn barrels per day in May 2025.",
            ),
            ["1.27bn barrels per day"],
        ),
        Case(
            two(
                "Merak Motors paid £3.6bn for the battery maker Voltan.",
                "Merak Motors paid £3.6m for the battery maker Voltan.",
            ),
            ["£3.6m"],
        ),
        Case(
            "The fleet landed a herring catch of 21.6m tonnes. "
            "Smokehouses will take 45% of the catch of 21.6bn tonnes.",
            ["21.6bn tonnes"],
        ),
        Case(
            two(
                "The charity Hearth raised $18.4 million for shelters in Kansas.",
                "The charity Hearth raised $18.4 billion for shelters in Kansas.",
            ),
            ["$18.4 billion"],
        ),
        Case(
            two(
                "The Asian Development Bank granted a $2.7 billion loan to Nepal on Monday.",
                "Nepal is to spend the bank's $2.7m loan on new roads, a spokeswoman said.",
            ),
            ["$2.7m"],
        ),
    ],
    passes=[
        Case(
            days(
                ("2024-05-02", "The government of Norlund approved aid of $58.8 million for Brezno."),
                ("2024-06-04", "Aid of $589 million for Brezno was approved by the government of Norlund."),
            )
        ),
        Case(
            "Zambia secured a $1.4 billion loan to rebuild its grid. "
            "The $1.4 billion loan will be repaid by 2040."
        ),
        Case("The fund has $5 billion under management and charged $5 million in fees."),
        Case("Each of the 20 villages lost 200 people."),
        Case(
            two(
                "Merak Motors paid £3.6bn for the battery maker Voltan.",
                "Voltan had a loss of £3.6m last year.",
            )
        ),
        Case("Turnout was 50 percent. Some 5 percent of ballots were spoiled."),
        Case(two("Norlund exported 1.2m tonnes of steel.", "Sudlund exported 1.2bn tonnes of coal.")),
        Case("The club sold 40,000 tickets and 4,000 programmes."),
        Case(two("The town has 3,000 residents.", "The county has 300,000 residents.")),
        Case("The film took $12 million. The studio's 120 cinemas took part."),
    ],
)
