"""A share that the part and the whole printed with it do not make.

What it flags
-------------
"Of the 1,250 firms that replied, 475, or 58 per cent, had put off hiring": 475 of 1,250 is 38 per
cent. Fractions too ("nearly three-quarters of the homes, some 3,100 of 8,400").

Why it matters
--------------
Part, whole and share are printed together so that readers can check them; some will.

What it leaves alone
--------------------
A share whose part or whole is not printed in the sentence. A percentage that is a change, a
margin or a rate. Differences that rounding, "about" or "more than" explain.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.rules.arithmetic import overlap, percent_of
from checks.rules.rule import Case, Finding, Rule
from checks.rules.say import percent, reckoned
from checks.rules.ties import in_percent, ties, true_values

if TYPE_CHECKING:
    import pandas as pd


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Shares at odds with their part and whole."""
    for parts in ties(facts, "share", "part", "whole"):
        share, part, whole = parts["share"][0], parts["part"][0], parts["whole"][0]
        if whole.low <= 0:
            continue
        true = percent_of(true_values(part), true_values(whole))
        if overlap(in_percent(share), true):
            continue
        plain = 100 * part.value / whole.value
        made = reckoned(plain, true, "percent")
        yield Finding(
            fact=share.fact,
            message=f"{part.surface} of {whole.surface} is {made}, not {share.surface}",
            expected=percent(plain),
            evidence=(part.fact, whole.fact),
        )


RULE = Rule(
    id="share-of-whole",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            "Of the 1,250 small firms that replied, 475, or 58 per cent, had put off hiring.",
            ["58 per cent"],
        ),
        Case("The bill passed with the backing of 122 of its 390 members, or 54 percent.", ["54 percent"]),
        Case(
            "Nearly three-quarters of the homes on the island, some 3,100 of 8,400, were without power.",
            ["three-quarters"],
        ),
        Case("The council spent £14m (45%) of its £56m budget on roads.", ["45%"]),
        Case("About 19 of 240 flights (18%) were cancelled, the airport said.", ["18%"]),
        Case("Of 84 bridges inspected, 21 (35%) were found to be unsafe.", ["35%"]),
        Case("Some 30% of the 600 nurses polled, or 240, said they planned to leave.", ["30%"]),
    ],
    passes=[
        Case("Of the 1,250 small firms that replied, 475, or 38 per cent, had put off hiring."),
        Case("The bill passed with the backing of 212 of its 390 members, or 54 percent."),
        Case("Nearly three-quarters of the homes on the island, some 3,100 of 4,200, were without power."),
        Case("The council spent £14m (25%) of its £56m budget on roads."),
        Case("Of 84 bridges inspected, 21 were closed, 35% more than a year ago."),
        Case("Iran exports 1.5 million barrels per day, or 3.6% of global supply."),
        Case("It sold 240 of its 600 shops in 2023, and sales fell 12%."),
        Case("Some 475 people, 38% of them women, applied for the 1,250 places."),
        Case("Just over half of the 412 seats, 211, went to women."),
        Case("He owns 20 million shares, or 12% of the company, and sold 5 million of them."),
    ],
)
