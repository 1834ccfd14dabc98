"""Shares of one whole that do not make 100%.

What it flags
-------------
A whole shared out completely, the last share being "the remaining" or "the rest": "Rail carried 34% of
freight, lorries 49%, barges 12%, pipelines 9% and planes the remaining 6%" is 110%. Also shares that exclude
each other and make more than 100%: those for, against and undecided; "held 55% by the city, 30% by the state
and 25% by savers".

Why it matters
--------------
One share at least is wrong, and charts are drawn from such sentences.

What it leaves alone
--------------------
Lists of percentages that nothing says are complete. Changes, rates and margins. Splits that miss
100% by no more than the rounding of their shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import exactly, overlap, total
from checks.rules.arithmetic.ties import in_percent, ties
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import listing, percent, reckoned

if TYPE_CHECKING:
    import pandas as pd

WHOLE, AT_MOST = exactly(100.0), Interval(0.0, 100.0)


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Closed splits that cannot make 100%."""
    for tie in ties(facts, "portion"):
        yield from _doubt(tie["portion"], AT_MOST)
    for tie in ties(facts, "share"):
        if len(tie["share"]) > 1 and len(tie) == 1:
            yield from _doubt(tie["share"], WHOLE)


def _doubt(shares: list[Row], whole: Interval) -> Iterator[Finding]:
    true = total(in_percent(share) for share in shares)
    if not overlap(true, whole):
        *others, last = shares
        named = listing([share.surface for share in shares])
        values = [share.value for share in shares]
        left = 100 - sum(values[:-1])
        most = "more than" if whole is AT_MOST else "not"
        yield Finding(
            fact=last.fact,
            message=f"{named} make {reckoned(sum(values), true, 'percent')}, {most} 100%",
            expected=percent(left) if left > 0 else "",
            evidence=tuple(share.fact for share in others),
        )


RULE = Rule(
    id="shares-total",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            "Rail carried 34% of freight, lorries 49%, barges 12%, pipes 9% and planes the remaining 6%.",
            ["6%"],
        ),
        Case(
            "The Harbour Party had won 37.6 per cent of the ballots, the Liberals 33.1 per cent, the Reds"
            " 17.8 per cent and independents the remaining 16.5 per cent.",
            ["16.5 per cent"],
        ),
        Case(
            "The city will hold 45 percent of the tramway, Delmont will take 38 percent, drivers will get"
            " 14 percent and the remaining 9 percent will be sold to savers.",
            ["9 percent"],
        ),
        Case("Some 62% of those polled said yes, 31% said no and the other 17% were undecided.", ["17%"]),
        Case("Diesel made up 48% of sales, petrol 44% and electric cars the remaining 18%.", ["18%"]),
        Case("The family holds 55% of the firm, and the remaining 35% is traded in Oslo.", ["35%"]),
        Case("In the survey, 46% backed the tunnel, 38% were opposed and 26% had no opinion.", ["26%"]),
        Case("The port is owned 55% by the city, 30% by the state and 25% by private investors.", ["25%"]),
        Case("Of the total, 60% was grain, 30% coal and 20% timber.", ["20%"]),
        Case("Renters make up 48% of households. Owners account for 64% and the other 8% board.", ["8%"]),
    ],
    passes=[
        Case("Rail carried 34% of freight, lorries 39%, barges 12%, pipes 9% and planes the remaining 6%."),
        Case("Some 62% of those polled said yes, 31% said no and the other 8% were undecided."),
        Case("Prices rose 38% in May, 27% in June and 12% in July."),
        Case("The city owns 45%; of the remaining 55%, Delmont holds 38% and staff 14%."),
        Case("It raised its stake from 40% to 80% and will buy the remaining 20% next year."),
        Case("Turnout was 68%, and the Greens won 55% of the vote, the Reds the remaining 45%."),
        Case("It bought 30% in 2019, another 20% in 2021 and the remaining 50% last year."),
        Case("About 60% came by car, 25% by train and the rest on foot."),
        Case("Sales fell 12%, and the remaining 30% of the stock was burnt."),
        Case("In the survey, 46% backed the tunnel, 38% were opposed and 16% had no opinion."),
        Case("In the survey, 46% backed the tunnel and 38% were opposed; 2% gave no answer."),
        Case("Some 64% of men approve of him, while 52% of women disapprove."),
        Case("The poll found that 64% support the tunnel and 52% oppose the bridge."),
        Case("Joblessness was 55% in the north, 30% in the west and 25% in the south."),
        Case("Of those polled, 60% were women, 30% Germans and 20% students."),
        Case("Exports rose 55% to Chile, 30% to Peru and 25% to Brazil."),
    ],
)
