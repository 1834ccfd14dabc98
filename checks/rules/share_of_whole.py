"""A share that the part and the whole printed with it do not make.

What it flags
-------------
"Of the 1,150 clinics that answered, 483, or 62 per cent, charge a fee": 483 of 1,150 is 42 per
cent.

Why it matters
--------------
Part, whole and share are printed together so that readers can check them; some will.

What it leaves alone
--------------------
A share whose part or whole is not printed in the sentence. A percentage that is a change, a
margin or a rate. Differences that rounding, "about" or "more than" explain. Fractions in words
("a third of"), which are read more loosely: ratio-words speaks of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.rules.arithmetic.intervals import overlap, percent_of
from checks.rules.arithmetic.ties import in_percent, ties, true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import percent, reckoned

if TYPE_CHECKING:
    import pandas as pd


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Shares at odds with their part and whole."""
    for parts in ties(facts, "share", "part", "whole"):
        share, part, whole = parts["share"][0], parts["part"][0], parts["whole"][0]
        if whole.low <= 0 or share.kind == "ratio":
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
            "Of the 1,150 rural clinics that answered, 483, or 62 per cent, charge a fee.",
            ["62 per cent"],
        ),
        Case("The motion carried with the votes of 128 of its 360 delegates, or 55 percent.", ["55 percent"]),
        Case("The grant went to 84 of the 310 schools that applied, or 37 percent.", ["37 percent"]),
        Case("The council spent £14m (45%) of its £56m budget on roads.", ["45%"]),
        Case("About 19 of 240 flights (18%) were cancelled, the airport said.", ["18%"]),
        Case("Of 84 bridges inspected, 21 (35%) were found to be unsafe.", ["35%"]),
        Case("Some 30% of the 600 nurses polled, or 240, said they planned to leave.", ["30%"]),
    ],
    passes=[
        Case("Of the 1,150 rural clinics that answered, 483, or 42 per cent, charge a fee."),
        Case("The motion carried with the votes of 198 of its 360 delegates, or 55 percent."),
        Case("Almost two-thirds of the shops in the arcade, some 58 of 90, stood empty."),
        Case("The council spent £14m (25%) of its £56m budget on roads."),
        Case("Of 84 bridges inspected, 21 were closed, 35% more than a year ago."),
        Case("Iran exports 1.5 million barrels per day, or 3.6% of global supply."),
        Case("It sold 240 of its 600 shops in 2023, and sales fell 12%."),
        Case("Some 483 people, 42% of them women, applied for the 1,150 places."),
        Case("Just over half of the 412 seats, 211, went to women."),
        Case("He owns 20 million shares, or 12% of the company, and sold 5 million of them."),
    ],
)
