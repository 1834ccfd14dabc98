"""A figure whose source is nobody in particular.

What it flags
-------------
Figures that are put down to "analysts", "experts", "some estimates" or "reports", to officials of no
place or body, or to nobody at all: "an estimated 10%", "is believed to have cost $3 million".

Why it matters
--------------
The wording looks like a source, but there is nobody to ask and nothing to look up. Whoever repeats
the figure cannot check it.

What it leaves alone
--------------------
Anybody who can be found: "Pentagon officials", "economists at Barclays", "analysts polled by
Reuters", "police", "the ministry", "court records". A value that a named source gives elsewhere in
the article. Figures that nobody need vouch for, and amounts that state none ("thousands of").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.rows import rows_of
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.vouched import Vouched

if TYPE_CHECKING:
    import pandas as pd


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Figures with a vague source that no named one gives too."""
    loose = [row for row in rows_of(facts) if row.sourcing == "vague" and not row.vague]
    if not loose:
        return
    vouched = Vouched(facts)
    for row in loose:
        if not vouched.elsewhere(row):
            yield Finding(
                fact=row.fact,
                message=f"only “{row.source}” vouches for {row.surface}; name somebody who can be asked",
                confidence=0.8,
            )


RULE = Rule(
    id="vague-source",
    severity="notice",
    scope="article",
    find=find,
    flags=[
        Case("Rents climbed by 35 per cent last spring, according to reports.", figures=["35 per cent"]),
        Case("The navy would run out of fuel within nine days, experts say.", figures=["nine days"]),
        Case("Some estimates suggest 2.7 million households have no bank account.", figures=["2.7 million"]),
        Case("An estimated 10% of the fleet is out of service.", figures=["10%"]),
        Case("The project is believed to have cost $30 million.", figures=["$30 million"]),
        Case("Western analysts put losses at 4,000 tanks.", figures=["4,000"]),
        Case("Studies show that 62 percent of patients recover.", figures=["62 percent"]),
        Case("Sources close to the talks said the fund would hold $8 billion.", figures=["$8 billion"]),
    ],
    passes=[
        Case("Rents climbed by 35 per cent last spring, according to the letting agent Harlan & Voss."),
        Case("Economists at Barclays expect growth of 2.5 percent."),
        Case("Pentagon officials said the repair would cost $90 million."),
        Case("Police said 27 people were arrested on the march."),
        Case("Analysts polled by Reuters had forecast a rise of 0.4 percent."),
        Case("The project is believed to have cost $30 million, the finance ministry said."),
        Case("Court records show that the firm owed $2.7 million."),
        Case("The company said profit would fall by a third, to £19 million."),
        Case(
            "An estimated 10% of the fleet is out of service.\n\nThe navy said 10% of the fleet was in dock."
        ),
        Case("Parents are expected to spend millions on the three new lines."),
        Case("He waited for two hours, and some say he never left."),
    ],
)
