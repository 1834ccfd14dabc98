"""Figures that each look right and cannot all be true.

What it flags
-------------
Arithmetic over two or more figures that contradicts a third. "Part-time staff number 2,700, or 18% of
the workforce" makes 15,000; "the trust has 21,000 staff in all", further down or in another article,
cannot be true with it; nor can "440,000 vehicles in 2023" with "up 15% in 2024 to 460,000". Chains of
several steps are followed: shares and parts, rises and levels, closed splits, sums, rates and totals. The
smallest set of figures that cannot all be true is named, with the sums that show it.

Why it matters
--------------
No single sentence is wrong, so nobody sees it who does not do the sum. Such a slip is often the trace of a
figure taken over from another year, another place or another definition.

What it leaves alone
--------------------
What a simpler rule says already: a sentence at odds with itself, two values for one thing. Wholes and levels
of another owner, time or scope than the share or the change is of. Differences that rounding explains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.matching import lapse
from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic import chain
from checks.rules.arithmetic.equations import Equation, equations, interval
from checks.rules.arithmetic.likeness import same
from checks.rules.arithmetic.network import Tie, components, narrow, smallest
from checks.rules.arithmetic.ties import relations
from checks.rules.rule import Case, Finding, Rule, two
from checks.rules.wording.place import grouped

if TYPE_CHECKING:
    import pandas as pd

#: Ties beyond which a network is no longer a few figures about one thing, and is left alone.
LARGE = 400
#: Contradictions told of one network.
SEVERAL = 5
#: Figures in the least contradiction that is told: two that disagree are a simpler rule's business.
FEWEST = 3


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Sets of figures, in the articles of a cluster, that cannot all be true."""
    for cluster in grouped(facts, "cluster"):
        if any(row.relation for row in cluster):
            yield from _in_cluster(cluster)


@dataclass(frozen=True, slots=True)
class _Network:
    """The ties of a cluster, with the facts and the equations they come from, by name."""

    rows: Mapping[str, Row]
    equations: Mapping[str, Equation]
    constants: Mapping[str, Interval]
    ties: list[Tie]


def _in_cluster(cluster: list[Row]) -> Iterator[Finding]:
    network = _network(cluster)
    for group in components(network.ties):
        # One equation, or links alone, are a simpler rule's business.
        if 1 < len(group) <= LARGE and any(tie.name in network.equations for tie in group):
            yield from _contradictions(group, network)


def _network(cluster: list[Row]) -> _Network:
    named = {
        row.fact: row for row in sorted(cluster, key=lambda row: (row.published, row.article, row.start))
    }
    found = [eq for eq in equations(relations(cluster)) if _holds(eq)]
    ties = [tie for eq in found for tie in eq.ties]
    for eq in found:
        stated = {other for row in eq.facts for other in row.implied.split(";")} if eq.unstated else ()
        ties.extend(
            Tie("stated", "same", eq.unstated, (other,))
            for other in sorted(stated)
            if other in named and _of_one_time(eq, named[other])
        )
    ties.extend(same(named, found, ties))
    constants = {name: value for eq in found for name, value in eq.constants.items()}
    return _Network(named, {eq.name: eq for eq in found}, constants, ties)


def _of_one_time(eq: Equation, whole: Row) -> bool:
    """Whether a whole of another article is told at the time of its parts, or names the time they name."""
    told = _told_of(whole)
    return any(
        row.article == whole.article or lapse.days(_told_of(row), told) <= lapse.STORY for row in eq.facts
    )


def _told_of(row: Row) -> lapse.Told:
    return lapse.Told((row.period_start, row.period_end), row.role, row.published)


def _holds(eq: Equation) -> bool:
    """Whether an equation is true by itself."""
    stated = {row.fact: interval(row) for row in eq.facts}
    return narrow({**stated, **eq.constants}, eq.ties)[1] is None


def _contradictions(group: list[Tie], network: _Network) -> Iterator[Finding]:
    named = {variable for tie in group for variable in tie.variables}
    stated = {name: interval(row) for name, row in network.rows.items() if name in named}
    constants = {name: value for name, value in network.constants.items() if name in named}
    for _ in range(SEVERAL):
        found = smallest({**constants, **stated}, group, spare=constants)
        if not found:
            return
        needed = _needed(group, {**constants, **{name: stated[name] for name in found}})
        flagged = _flagged(found, needed, network)
        del stated[flagged]
        if len(found) >= FEWEST and any(tie.name in network.equations for tie in needed):
            yield from _told(flagged, found, needed, network)


def _needed(group: list[Tie], stated: Mapping[str, Interval]) -> list[Tie]:
    """The ties without any of which there is no contradiction."""
    needed = list(group)
    for tie in group:
        without = [other for other in needed if other is not tie]
        if narrow(stated, without)[1] is not None:
            needed = without
    return needed


def _flagged(found: Iterable[str], needed: list[Tie], network: _Network) -> str:
    """The last figure, by date and position, that is linked to the rest by its meaning alone."""
    linked = {variable for tie in needed if tie.name not in network.equations for variable in tie.variables}
    computed = {
        row.fact
        for tie in needed
        if tie.name in network.equations
        for row in network.equations[tie.name].facts
    }
    order = list(network.rows)
    last = [name for name in found if name in linked - computed] or [name for name in found if name in linked]
    return max(last or found, key=order.index)


def _told(flagged: str, found: list[str], needed: list[Tie], network: _Network) -> Iterator[Finding]:
    """The finding, where a sum can be told that shows it."""
    row = network.rows[flagged]
    steps, expected = chain.steps(flagged, found, needed, network.rows, network.equations, network.constants)
    if not steps:
        return
    others = [network.rows[name] for name in found if name != flagged]
    across = any(other.article != row.article for other in others)
    thing = row.measure or row.unit or "this"
    yield Finding(
        fact=flagged,
        message=f"{'; '.join(steps)}, but {thing} is given as {row.surface}",
        expected=expected,
        evidence=tuple(other.fact for other in others),
        confidence=0.75 if across else 0.8,
    )


RULE = Rule(
    id="implied-conflict",
    severity="warning",
    scope="cluster",
    find=find,
    flags=[
        Case(
            "The company sold 1.2 million phones last year, or 40% of all phones sold in Peru. In total"
            " 5 million phones were sold in Peru last year, the body said.",
            ["5 million"],
        ),
        Case(
            "Kenya's tea exports to Pakistan were worth $420m last year, or 35% of its total tea"
            " exports, the board said.\n\nKenya's tea exports came to $1.8bn in total last year.",
            ["$1.8bn"],
        ),
        Case(
            "The hospital treated 1,350 children last year, 45% of all its patients.\n\nThe hospital treated"
            " 4,300 patients in all last year, its report says.",
            ["4,300"],
        ),
        Case(
            two(
                "Exports of coffee from Uganda were worth $1.2 billion in 2024, or 15% of all exports, its"
                " central bank said.",
                "Uganda's exports came to $12 billion in total in 2024, the finance ministry said.",
            ),
            ["$12 billion"],
        ),
        Case(
            "Online sales at Harcourt came to £84m last year, or 28% of total sales. Profits fell. Harcourt's"
            " total sales were £420m last year.",
            ["£420m"],
        ),
        Case(
            "The plan would cut 2,300 jobs, or 11 percent of the workforce, the union said. The company has"
            " 31,000 staff in all.",
            ["31,000"],
        ),
        Case(
            two(
                "Halden Motors delivered 460,000 vehicles in 2024, a rise of 15%, it said on Monday.",
                "Halden Motors delivered 440,000 vehicles in 2023, its older accounts show.",
            ),
            ["440,000"],
        ),
        Case(
            "Revenue at Brightwell Health rose 20% in 2024 to $720 million, it said. It plans to open sites."
            " In 2023 revenue at Brightwell Health was $660 million.",
            ["$660 million"],
        ),
        Case(
            "Some 240 firms, 12% of the chamber's members, exported goods last year. The chamber, founded in"
            " 1911, has 3,500 members.",
            ["3,500"],
        ),
        Case(
            two(
                "The mine at Karo employs 1,800 people, which is 30% of everyone in work in the district.",
                "The district of Karo has 9,000 people in work, the labour ministry said on Wednesday.",
            ),
            ["9,000"],
        ),
    ],
    passes=[
        Case(
            "The company sold 1.2 million phones last year, or 40% of all phones sold in Peru. In total"
            " 3 million phones were sold in Peru last year, the body said.",
        ),
        Case(
            "Kenya's tea exports to Pakistan were worth $420m last year, or 35% of its total tea"
            " exports, the board said.\n\nKenya's tea exports came to $1.2bn in total last year.",
        ),
        Case(
            "Kenya's tea exports to Pakistan were worth $420m last year, or 35% of its total tea"
            " exports, the board said.\n\nMalawi's tea exports came to $800m in total last year.",
        ),
        Case(
            "The hospital treated 1,350 children in 2024, or 45% of all its patients.\n\nIn 2019 the hospital"
            " treated 4,300 patients in all.",
        ),
        Case(
            "Online sales at Harcourt came to £84m last year, or 28% of total sales. Harcourt's online sales"
            " in Asia were £12m last year, and its total sales were about £300m.",
        ),
        Case(
            "The plan would cut 2,300 jobs, or 11 percent of the workforce, the union said. Its rival has"
            " 31,000 staff.",
        ),
        Case(
            two(
                "Exports of coffee from Uganda were worth $1.2 billion in 2024, or 15% of all exports, its"
                " central bank said.",
                "Uganda's exports of gold came to $3 billion in total in 2024, the finance ministry said.",
            ),
        ),
        Case("Sales rose 20% to $120 million from $100 million. A year earlier they were $100 million."),
        Case(
            two(
                "Halden Motors delivered 460,000 vehicles in 2024, a rise of 15%, it said on Monday.",
                "Halden Motors delivered 400,000 vehicles in 2023 and 440,000 in 2022, its accounts show.",
            )
        ),
        Case(
            two(
                "Halden Motors delivered 460,000 vehicles in 2024, a rise of 15%, it said on Monday.",
                "Halden Motors delivered 210,000 electric vehicles in 2023. Its rival Zenk sold 440,000.",
            )
        ),
        Case(
            "Revenue at Brightwell Health rose 20% in March 2025 to $72 million. In March 2024 revenue at"
            " Brightwell Health was $66 million.",
        ),
        Case(
            "Some 240 firms, 12% of the chamber's members, exported goods last year. The chamber, founded in"
            " 1911, has 350 members in Leeds and lost 40 members in May.",
        ),
        Case(
            "About 480 people, or 40% of those asked, said yes. The pollster asked 1,208 people in all.",
        ),
    ],
)
