"""A bound that is lost or turned round when a figure is told again.

What it flags
-------------
"Over 240 people" in one article and "nearly 240" or "240" in another; "up to 500" that becomes "at least
500" or "500": the same number about the same thing, with another word before it. A word turned round is a
warning, in one article too. A word lost on the way to another article of the same day, to a copy or to a
retelling, is a notice.

Why it matters
--------------
"Up to 500 jobs" is a ceiling and "at least 500" a floor. A figure grows firmer each time it is told, and
in the end nobody knows that it was a guess.

What it leaves alone
--------------------
Numbers that differ, which are `conflicting-value`'s. "About", "some" and "roughly", which are as good as
nothing. A figure mentioned as known in the same article ("the 500 jobs"). A figure that grows firmer in
a report of a later day, which may know more, and any of a report more than a few days apart, unless both
name one time.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from checks import lexicon
from checks.matching import lapse
from checks.matching.turned import KINDS, Bounded, Side, side
from checks.model import Article
from checks.rows import Row, rows_of
from checks.rules.rule import Case, Finding, Rule, days, two
from checks.rules.wording import say

if TYPE_CHECKING:
    import pandas as pd

#: Pairs less sure than this are not raised; that the number is the same makes them surer than they look.
SURE = 0.68
#: Below this a count is of many things.
FEW = 10


def find(pairs: pd.DataFrame) -> Iterator[Finding]:
    """Pairs of one number whose bounds are not the same."""
    for row in rows_of(pairs):
        if row.score < SURE or not _one_number(row):
            continue
        sides = _side(row, "a"), _side(row, "b")
        if sides[0] == sides[1] or "about" in sides or (row.kind_a == "count" and row.value_a < FEW):
            continue
        if not (row.copy or row.retold_wrongly) and lapse.between(row) > lapse.STORY:
            continue
        within = row.article_a == row.article_b
        later, earlier = "ba" if within or row.date_a <= row.date_b else "ab"
        turned = "plain" not in sides
        if turned:
            yield _finding(row, later, earlier, "warning")
        elif not within and (row.copy or row.retold_wrongly or row.date_a == row.date_b):
            # the figure that lost its bound is the one to mend, whichever article came first
            lost = "a" if sides[0] == "plain" else "b"
            yield _finding(row, lost, "b" if lost == "a" else "a", "notice")


def _one_number(row: Row) -> bool:
    """Whether both facts of a pair print the same number of the same thing, and no range."""
    if row.kind_a != row.kind_b or row.kind_a not in KINDS or row.unit_a != row.unit_b:
        return False
    return bool(row.value_a == row.value_b) and math.isnan(row.value_to_a) and math.isnan(row.value_to_b)


def _side(row: Row, letter: str) -> Side:
    """Where the true value lies by the wording of one fact of a pair."""
    return side(Bounded(*(getattr(row, f"{name}_{letter}") for name in Bounded._fields)))


def _finding(row: Row, flagged: str, other: str, severity: str) -> Finding:
    def of(name: str, side: str) -> Any:
        return getattr(row, f"{name}_{side}")

    within = row.article_a == row.article_b
    where = "above" if within else f"in {of('article', other)}:{of('line', other)}"
    here, there = (worded(of("sentence", side), of("surface", side)) for side in (flagged, other))
    if severity == "warning":
        number = say.quantity(of("value", flagged), of("unit", flagged))
        limits = {"above": f"{number} or more", "below": f"{number} or less"}
        told = (
            f"“{here}” is {limits[_side(row, flagged)]}, “{there}” {where} {limits[_side(row, other)]}:"
            " one bound is the wrong way round"
        )
    else:
        told = f"“{here}” is “{there}” {where}: “{_bound(there, of('surface', other))}” was lost"
    return Finding(
        fact=of("fact", flagged),
        message=told,
        expected=there,
        evidence=(of("fact", other),),
        confidence=round(min(0.9, row.score - 0.05), 2),
        severity="notice" if severity == "notice" else None,
    )


def _bound(words: str, surface: str) -> str:
    return words.replace(" ".join(surface.split()), "").strip() or words


def worded(sentence: str, surface: str) -> str:
    """The figure with the words that bound it, as the sentence prints them: `over 240`, `500 or more`."""
    folded = " ".join(surface.split())
    found = re.search(rf"(?<![\w.,]){re.escape(folded)}(?!\w)", sentence)
    if found is None:
        return folded
    before = _words("before").search(sentence, max(0, found.start() - 40), found.start())
    after = _words("after").match(sentence, found.end())
    lead = sentence[before.start() : found.start()] if before else ""
    return lead + folded + (after[0] if after else "")


@cache
def _words(side: str) -> re.Pattern[str]:
    words = sorted(
        (row["words"] for row in lexicon.table("bounds") if row["side"] == side), key=len, reverse=True
    )
    either = "|".join(re.escape(word) for word in words)
    if side == "before":
        return re.compile(rf"(?<!\w)(?:{either}) (?:the |a |an )?$", re.IGNORECASE)
    return re.compile(rf"[ -]?(?:{either})(?!\w)", re.IGNORECASE)


RULE = Rule(
    id="bound-drift",
    severity="warning",
    scope="pair",
    find=find,
    flags=[
        Case(
            two(
                "The strikes on Ardal killed over 240 people, the Red Crescent said.",
                "The strikes on Ardal killed nearly 240 people, aid workers say.",
            ),
            ["240"],
        ),
        Case(
            two(
                "Norvik will cut up to 500 jobs at its truck plant in Alvsta, it said.",
                "Norvik will cut at least 500 jobs at its truck plant in Alvsta, unions said.",
            ),
            ["500"],
        ),
        Case(
            two(
                "Halvard will pay up to £720m for Voltan, the two firms said on Monday.",
                "Halvard will pay £720m for Voltan, the firms said.",
            ),
            ["£720m"],
        ),
        Case(
            two(
                "More than 1,400 homes in Tavria lost power in the storm, the utility said.",
                "Some of the 1,400 homes in Tavria that lost power in the storm are still dark.",
            ),
            ["1,400"],
        ),
        Case(
            two(
                "The quake in Tavria killed at least 212 people, officials said.",
                "The quake in Tavria killed 212 people, officials said.",
            ),
            ["212"],
        ),
        Case(
            two(
                "Unemployment in Norlund was just over 6 percent in May 2025, the labor department said.",
                "Unemployment in Norlund was just under 6 percent in May 2025, the labor department said.",
            ),
            ["6 percent"],
        ),
        Case(
            "More than 4,300 passengers were stranded at Tavria airport on Sunday. The fewer than 4,300 "
            "passengers slept on camp beds.",
            ["4,300"],
        ),
        Case(
            two(
                "Regulators found that Merak Water leaked at least 3,400 litres of acid into the Sorrel.",
                "Merak Water will be tried over a leak of no more than 3,400 litres of acid into the Sorrel.",
            ),
            ["3,400 litres"],
        ),
        Case(
            "Norvik will cut up to 500 jobs at its truck plant in Alvsta, it said. "
            "At least 500 jobs at the truck plant in Alvsta will be cut by Norvik, unions said.",
            ["500"],
        ),
    ],
    passes=[
        Case(
            days(
                ("2022-05-02", "The festival in Varna drew more than 40,000 visitors, organisers said."),
                ("2023-05-04", "The festival in Varna drew nearly 40,000 visitors, organisers said."),
            )
        ),
        Case(
            "Firms with more than 250 staff must report on the pay of women. Firms with fewer than 250 staff "
            "need not report on pay."
        ),
        Case("Haulage firms run more than 1,250 lorries in Tavria and fewer than 1,250 lorries in Ardal."),
        Case(
            "More than 1,250 lorries a day cross at Tavria in summer. At Ardal, fewer than 1,250 lorries "
            "cross in summer."
        ),
        Case(
            two(
                "The strikes on Ardal killed over 240 people, the Red Crescent said.",
                "The strikes on Ardal killed more than 240 people, aid workers say.",
            )
        ),
        Case(
            two(
                "The strikes on Ardal killed about 240 people, the Red Crescent said.",
                "The strikes on Ardal killed 240 people, aid workers say.",
            )
        ),
        Case("Norvik will cut up to 500 jobs at its plant in Alvsta. The 500 jobs are mostly in welding."),
        Case(
            two(
                "Norvik will cut up to 500 jobs at its truck plant in Alvsta, it said.",
                "Norvik will cut at least 480 jobs at its truck plant in Alvsta, unions said.",
            )
        ),
        Case(
            two(
                "Norvik will cut up to 500 jobs at its truck plant in Alvsta, it said.",
                "Merak will hire at least 500 people at its battery plant in Leeds, it said.",
            )
        ),
        Case(
            (
                Article("a.txt", "The quake in Tavria killed at least 212 people.", date=dt.date(2025, 3, 4)),
                Article("b.txt", "The quake in Tavria killed 212 people in all.", date=dt.date(2025, 3, 9)),
            )
        ),
        Case(
            two(
                "Unemployment in Norlund was just over 6 percent in May 2025.",
                "Unemployment in Norlund was just under 6 percent in June 2025.",
            )
        ),
        Case(
            two(
                "More than 1,400 homes in Tavria lost power, the utility said.",
                "Crews have restored power to 1,400 homes in Ardal, the utility said.",
            )
        ),
        Case(
            two(
                "At least three people died in the blaze in Tavria.",
                "Three people died in the blaze in Tavria.",
            )
        ),
    ],
)
