"""A figure that several articles have, all of them from one.

What it flags
-------------
A figure that nobody is named for and that seems confirmed because another article has it too, where
every article that has it is a copy or a rewrite of one. The flag stands in the article that was first; the
copies are its evidence. One figure a sentence is flagged and at most three of an article; the last flag
counts the rest.

Why it matters
--------------
Two articles look like two sources. Copied ten times, a figure still rests on whoever first wrote
it down, and here that is nobody who can be asked.

What it leaves alone
--------------------
A figure with a named source, in the first article or in a copy. A figure that an article of other origin
has as well. What needs no source: small counts, ages, dates, prices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.model import Article
from checks.rows import Row, in_order, rows_of
from checks.rules.rule import Case, Finding, Rule, two
from checks.rules.wording.consequence import counts_as_claim, is_statistic
from checks.rules.wording.place import grouped
from checks.rules.wording.say import listing
from checks.rules.wording.vouched import Vouched

if TYPE_CHECKING:
    import pandas as pd

#: Figures of one article that are flagged; one doubt about the article is enough to make somebody look.
MOST = 3
#: Copies that a message names.
NAMED = 3

_Key = tuple[str, float, str]


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Unsourced figures of articles that have been copied, which only the copies repeat."""
    copied = {row.cluster for row in rows_of(facts) if row.original != row.article}
    for cluster in grouped([row for row in rows_of(facts) if row.cluster in copied], "cluster"):
        vouched = Vouched(cluster)
        same: dict[_Key, list[Row]] = defaultdict(list)
        known = {row.fact: row for row in cluster}
        for row in cluster:
            same[row.kind, row.value, row.unit].append(row)
        elsewhere = _of_other_origin(known)
        single: dict[str, list[tuple[Row, list[Row]]]] = defaultdict(list)
        seen: set[tuple[str, _Key | str]] = set()
        for row in in_order(cluster):
            key = row.kind, row.value, row.unit
            if row.original != row.article or (row.article, key) in seen or not _open(row, vouched):
                continue
            seen.add((row.article, key))
            others = [other for other in same[key] if other.article != row.article]
            one = all(other.original == row.article and other.sourcing != "named" for other in others)
            # the figures of a sentence have one source, or none
            if others and one and row.fact not in elsewhere and (row.article, row.sentence) not in seen:
                seen.add((row.article, row.sentence))
                single[row.article].append((row, others))
        for found in single.values():
            yield from _findings(found)


def _open(row: Row, vouched: Vouched) -> bool:
    """Whether a figure needs a source and has none."""
    if row.sourcing not in ("none", "vague") or row.vague or row.role in ("target", "hypothetical"):
        return False
    return counts_as_claim(row) and is_statistic(row) and not vouched.elsewhere(row)


def _of_other_origin(known: dict[str, Row]) -> set[str]:
    """The facts that an article of other origin bears out, be it in other words (`about 500` for 482)."""
    out: set[str] = set()
    for row in known.values():
        for name in row.same.split(";"):
            other = known.get(name)
            if other is None or other.original == row.original:
                continue
            if row.low <= other.high and other.low <= row.high:
                out |= {row.fact, other.fact}
    return out


def _findings(found: list[tuple[Row, list[Row]]]) -> Iterator[Finding]:
    """The figures of one article, in order, each with the facts of its copies."""
    for n, (row, others) in enumerate(found[:MOST], start=1):
        first = {other.article: other for other in reversed(others)}
        ordered = sorted(first.values(), key=lambda other: other.article)
        places = [f"{other.article}:{other.line}" for other in ordered[:NAMED]]
        if len(ordered) > NAMED:
            places.append(f"{len(ordered) - NAMED} more")
        left = len(found) - MOST
        rest = f"; so have {left} more figures" if n == MOST and left > 1 else ""
        rest = "; so has 1 more figure" if n == MOST and left == 1 else rest
        copies = "which is a copy" if len(ordered) == 1 else "which are copies"
        what = f" ({row.measure})" if row.measure else ""
        yield Finding(
            fact=row.fact,
            message=(
                f"{row.surface}{what} is also in {listing(places)}, {copies} of this article: it has one"
                f" origin, and nobody is named for it{rest}"
            ),
            evidence=tuple(other.fact for other in ordered),
            confidence=0.8,
        )


_STORM = (
    "The storm that crossed the coast of Tavria on Monday night tore the roofs off schools and cut the road "
    "to the port. {} Crews were out before dawn with saws and cranes, and the ferry to Ardal stayed in "
    "harbour. Shops in the old town opened late."
)
_TRADE = (
    "Two years after the border reopened, lorries queue for miles at the crossing near Varna. {} Drivers "
    "sleep in their cabs, and cafes have sprung up along the road. Few in the town want to see the gates "
    "shut again."
)


def _copied(text: str, first: str, second: str = "") -> tuple[Article, ...]:
    """An article and its copy, which may put the figure in other words."""
    return two(text.format(first), text.format(second or first).replace("Crews were", "Workers were"))


RULE = Rule(
    id="single-origin",
    severity="notice",
    scope="cluster",
    find=find,
    flags=[
        Case(_copied(_STORM, "Some 48,000 homes were left without power."), ["48,000"]),
        Case(_copied(_STORM, "The damage comes to $140 million."), ["$140 million"]),
        Case(_copied(_STORM, "It killed 34 people.", "It has killed 34 people."), ["34"]),
        Case(_copied(_TRADE, "Trade has risen by 40% since then."), ["40%"]),
        Case(_copied(_TRADE, "Goods worth £2.3bn crossed last year, analysts say."), ["£2.3bn"]),
        Case(
            _copied(_TRADE, "About 1.2 million tonnes of grain go through each year."), ["1.2 million tonnes"]
        ),
        Case(
            (
                *_copied(_STORM, "Some 48,000 homes were left without power."),
                Article("c.txt", _STORM.format("Some 48,000 homes were left without power.")),
            ),
            ["48,000"],
        ),
    ],
    passes=[
        Case(_copied(_STORM, "Some 48,000 homes were left without power, the utility said.")),
        Case(
            _copied(
                _STORM,
                "Some 48,000 homes were left without power.",
                "Some 48,000 homes were left without power, the utility Norpower said.",
            )
        ),
        Case(_STORM.format("Some 48,000 homes were left without power.")),
        Case(_copied(_STORM, "It was the third storm in 12 days.")),
        Case(_copied(_STORM, "Two men in their 60s were hurt.")),
        Case(_copied(_STORM, "If it costs $140 million, the county will have to borrow.")),
        Case(_copied(_TRADE, "Goods worth £2.3bn crossed last year, the customs office said.")),
        Case(
            (
                *_copied(_STORM, "The storm in Tavria left 48,000 homes without power."),
                Article(
                    "c.txt",
                    "Linemen are in Tavria, where the storm left 48,000 homes without power.",
                ),
            )
        ),
        Case(_copied(_TRADE, "A coffee costs €2 there.")),
    ],
)
