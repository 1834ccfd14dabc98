"""One flag for a figure that several others contradict.

A rule over pairs finds a doubt in each pair, so that n reports of one event would give n times n of them. A
figure that contradicts several others is flagged once: its best counterpart makes the argument, and the
others are named behind it in the evidence.

The flag's identity is that of the one pair that makes the argument, told as the rule first told it. The
counterpart is the figure of the same article, else that of the article published first (for a notice, last:
the news before this one), else the first by article and position. None of that depends on scores, which any
other article may shift a little, so a later article does not change the argument of a flag that is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Severity

if TYPE_CHECKING:
    import pandas as pd


class Found(NamedTuple):
    """A doubt as `runner.run` gives it.

    `argument` holds the facts that make its identity, the one that the rule flagged first.
    """

    check: str
    fact: str
    message: str
    expected: str
    evidence: tuple[str, ...]
    confidence: float
    severity: Severity
    argument: tuple[str, ...]


#: What decides which of several counterparts makes the argument: article, day of publication, position.
Place = tuple[str, str, int]


def places(facts: pd.DataFrame) -> dict[str, Place]:
    """Fact -> its place, of a FACTS table with the column `published` (ISO date or empty)."""
    cells = (facts[c].tolist() for c in ("fact", "article", "published", "start"))
    return {fact: (article, day, start) for fact, article, day, start in zip(*cells, strict=True)}


def fold(found: Sequence[Found], where: Mapping[str, Place]) -> list[Found]:
    """`found`, all of one rule, with one row per figure and severity; `where` as from `places`.

    A rule may tell a pair from both sides. Then the side is kept whose figure contradicts others as well,
    the later one where neither does. Findings with more than one fact as evidence stay as they are.
    """
    out = [row for row in found if len(row.evidence) != 1]
    for severity in dict.fromkeys(row.severity for row in found):
        rows = [row for row in found if row.severity == severity and len(row.evidence) == 1]
        out += [_one(group) for group in _groups(rows, where)]
    return out


def _groups(rows: Sequence[Found], where: Mapping[str, Place]) -> list[list[Found]]:
    """The rows by the figure they flag, each pair once; the row that makes the argument comes first.

    The figures are taken in the order in which they were published, and none changes what those before it
    made: it joins the one figure it contradicts, if that is flagged already or can be, or is flagged itself.
    """
    told: dict[frozenset[str], dict[str, Found]] = {}
    met: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        (other,) = row.evidence
        sides = told.setdefault(frozenset((row.fact, other)), {})
        # the identity is that of the pair as it was told first
        first = next(iter(sides.values()), row)
        sides.setdefault(row.fact, row._replace(argument=first.argument))
        met[row.fact].append(other)
        met[other].append(row.fact)
    rank = {fact: (where[fact][1], where[fact][0], where[fact][2]) for fact in met}
    groups: list[list[Found]] = []
    flagged: dict[str, list[Found]] = {}  # the group of each figure that is flagged, or still may be
    for fact in sorted(met, key=rank.__getitem__):
        before = [
            told[frozenset((fact, other))] for other in dict.fromkeys(met[fact]) if rank[other] < rank[fact]
        ]
        own = [sides[fact] for sides in before if fact in sides]
        if len(before) == 1 and _joined(before[0], fact, told, flagged):
            continue
        if own:
            groups.append(_ordered(own, where))
            flagged[fact] = groups[-1]
            if len(own) == 1:
                # whichever of the two figures contradicts another one as well is the one to flag
                flagged.setdefault(own[0].evidence[0], groups[-1])
        for sides in before:
            groups += [[row] for row in sides.values() if fact not in sides]
    return groups


def _joined(
    sides: Mapping[str, Found],
    fact: str,
    told: Mapping[frozenset[str], Mapping[str, Found]],
    flagged: Mapping[str, list[Found]],
) -> bool:
    """Whether the pair `sides` of `fact` and an earlier figure went to a group that flags the earlier one."""
    row = next((row for side, row in sides.items() if side != fact), None)
    group = flagged.get(row.fact) if row else None
    if row is None or group is None:
        return False
    if group[0].fact != row.fact:
        turned = told[frozenset((group[0].fact, *group[0].evidence))].get(row.fact)
        if len(group) > 1 or turned is None:
            return False
        group[0] = turned
    group.append(row)
    return True


def _ordered(rows: Sequence[Found], where: Mapping[str, Place]) -> list[Found]:
    """The rows, which flag one figure, the best counterpart first."""
    own = where[rows[0].fact][0]
    ordered = sorted(rows, key=lambda row: where[row.evidence[0]])
    ordered.sort(key=lambda row: where[row.evidence[0]][1], reverse=rows[0].severity == "notice")
    ordered.sort(key=lambda row: where[row.evidence[0]][0] != own)
    return ordered


def _one(rows: Sequence[Found]) -> Found:
    """One row for `rows`, which flag one figure."""
    best, *others = rows
    if not others:
        return best
    more = f"{len(others)} other figures" if len(others) > 1 else "1 other figure"
    return best._replace(
        message=f"{best.message} (likewise against {more})",
        evidence=tuple(row.evidence[0] for row in rows),
        confidence=max(row.confidence for row in rows),
    )
