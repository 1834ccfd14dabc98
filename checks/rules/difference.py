"""A difference that the two levels printed with it do not make.

What it flags
-------------
"By 51 votes to 37, a majority of 24": 51 less 37 is 14. Majorities, margins, leads and gaps in votes,
seats or percentage points; surpluses and deficits ("exports of $61bn and imports of $57bn, a surplus of
$6bn"); and levels compared in one sentence: "4,310 votes, 210 more than his rival, who took 4,010",
"£35,000 above the asking price of £395,000". Lengths of time too.

Why it matters
--------------
A majority or a deficit is the news of its sentence, it is worked out by hand, and readers can do the sum.

What it leaves alone
--------------------
A difference whose levels are not both printed. Levels of unlike things. Changes between two dates, which
are for `percent-change` to check. Differences that rounding explains: "3,200 jobs against 2,700, 600 more"
may be 3,240 and 2,660.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import overlap, subtract
from checks.rules.arithmetic.ties import in_percent, ties, true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import quantity, reckoned

if TYPE_CHECKING:
    import pandas as pd

#: A majority of all the votes is counted over half of them, or over all others together.
_OVERALL = ("overall majority", "absolute majority", "working majority", "overall", "combined")


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Differences at odds with their levels."""
    for parts in ties(facts, "difference", "first", "second"):
        difference, first, second = (parts[part][0] for part in ("difference", "first", "second"))
        if difference.value_to == difference.value_to or _counted_over_all(difference):
            continue
        large, small = (first, second) if first.value >= second.value else (second, first)
        made = subtract(_values(large), _values(small))
        made = Interval(max(made.low, 0.0), max(made.high, 0.0))
        if overlap(made, true_values(difference)):
            continue
        plain = large.value - small.value
        unit = "percentage point" if first.kind == "percent" else _unit(difference, first)
        yield Finding(
            fact=difference.fact,
            message=f"{large.surface} less {small.surface} is {reckoned(plain, made, unit)},"
            f" not {difference.surface}",
            expected=quantity(plain, unit, significant=6),
            evidence=(first.fact, second.fact),
        )


def _values(row: Row) -> Interval:
    return in_percent(row) if row.kind == "percent" else true_values(row)


def _unit(difference: Row, level: Row) -> str:
    return str(difference.unit if difference.kind != "count" or difference.unit else level.unit)


def _counted_over_all(difference: Row) -> bool:
    before, _, after = difference.sentence.lower().partition(difference.surface.lower())
    return any(word in before[-40:] or word in after[:20] for word in _OVERALL)


RULE = Rule(
    id="difference",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case("The motion was carried by 51 votes to 37, a majority of 24, after a long debate.", ["24"]),
        Case(
            "Ms Hoyle won 18,204 votes to the Greens' 15,931, a majority of 2,723, in the by-election.",
            ["2,723"],
        ),
        Case(
            "Exports were $31.5 billion and imports $28.2 billion, leaving a trade surplus of $2.3 billion.",
            ["$2.3 billion"],
        ),
        Case("The trust had income of £310.4m and costs of £348.2m, leaving a shortfall of £28m.", ["£28m"]),
        Case("The poll gives the governor 46% to 41%, an eight-point lead.", ["eight"]),
        Case("He won with 4,310 votes, 210 more than his rival, who took 4,010.", ["210"]),
        Case("The house sold for £422,500, £37,500 above the asking price of £395,000.", ["£37,500"]),
        Case(
            "Pupils spend 310 minutes a week on screens, 60 minutes more than the 270 minutes of 2019.",
            ["60 minutes"],
        ),
        Case(
            "The state collected $9.4 billion and spent $10.1 billion, a deficit of $1.7 billion.",
            ["$1.7 billion"],
        ),
    ],
    passes=[
        Case("The motion was carried by 51 votes to 37, a majority of 14, after a long debate."),
        Case("Ms Hoyle won 18,204 votes to the Greens' 15,931, a majority of 2,273, in the by-election."),
        Case(
            "Exports were $31.5 billion and imports $28.2 billion, leaving a trade surplus of $3.4 billion."
        ),
        Case("The trust had income of £310m and costs of £348m, leaving a shortfall of nearly £40m."),
        Case("The poll gives the governor 46% to 41%, a six-point lead."),
        Case("He won with 4,310 votes, 300 more than his rival, who took 4,010."),
        Case("The house sold for £420,000, £25,000 above the asking price of £395,000."),
        Case("The group created 3,200 jobs this year against 2,700 last year, 600 more."),
        Case("Labour won 411 seats to the Tories' 121, an overall majority of 172."),
        Case("The gap between rich (32%) and poor (12%) has grown by 5 points."),
        Case("The tower, at 310 metres, is 40 metres taller than its neighbour, which has 62 floors."),
        Case("It is 310 metres long, 35 metres longer than the old bridge, which was 12 metres wide."),
    ],
)
