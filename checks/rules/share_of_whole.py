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
        Case("Police solved 540 of 900 reported break-ins, a clearance rate of 50%.", ["50%"]),
        Case("Turnout was 68%, with 29,000 of 50,000 registered voters casting a ballot.", ["68%"]),
        Case("Cancer care takes £48m of the trust's £320m annual budget, 22% of the total.", ["22%"]),
        Case("The firm has 18,000 workers. About 2,700 of them, 25% of the workforce, are in Ohio.", ["25%"]),
        Case("The trial followed 3,000 women. In that time 90, or 5%, fell ill.", ["5%"]),
        Case("The bank has 12,000 staff. It will shed 900 of them, or 9.5%.", ["9.5%"]),
        Case("With 4,320 of the 9,000 flats let, occupancy stands at 58%.", ["58%"]),
        Case("Wind made 31 terawatt-hours, 72% of the total output of 50 terawatt-hours.", ["72%"]),
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
        Case("With 4,320 of the 9,000 flats let, rents are 58% up."),
        Case("With 30 of the 90 seats empty, the cinema was 67% full."),
        Case("He owns 20 million shares, or 12% of the company, and sold 5 million of them."),
        Case("Police solved 540 of 900 reported break-ins, a clearance rate of 60%, up from 52%."),
        Case("The mortgage rate was 6%, with 29,000 of 50,000 applicants turned down."),
        Case("It shut 200 of its 900 shops, 40% of the workforce at each being part-time."),
        Case("The trial followed 3,000 women. Of those over 60, 90, or 5%, fell ill."),
        Case(
            "The island had 2.6 million guests. Arrivals in 2023 were 2.4 million. Britons were the largest"
            " group, with 780,000 guests, or 30% of the total."
        ),
    ],
)
