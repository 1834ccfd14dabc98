"""The part of each fact of a relation, and the roles and directions that follow from it."""

from __future__ import annotations

from checks.facts.reading import Fact
from checks.facts.relations.changes import Change
from checks.facts.relations.forms import Tie
from checks.facts.relations.shares import Share
from checks.facts.relations.sums import Total


def change_tie(change: Change) -> Tie:
    """change, difference, new, old; the change gets its role and direction."""
    for name in {"change", "difference"} & change.parts.keys():
        change.parts[name].role, change.parts[name].direction = "change", change.direction
    return Tie(tuple(change.parts.items()))


def share_tie(share: Share) -> Tie:
    """share, part and, where it is printed, whole."""
    share.share.role = "share"
    whole = (("whole", share.whole),) if share.whole else ()
    return Tie((("share", share.share), ("part", share.part), *whole))


def total_tie(total: Total) -> Tie:
    """part, ..., total."""
    total.total.role = "total"
    for part in total.parts:
        part.role = "part"
    return Tie((*(("part", part) for part in total.parts), ("total", total.total)))


def portion_tie(portions: tuple[Fact, ...]) -> Tie:
    """portion, ..."""
    for fact in portions:
        fact.role = "share"
    return Tie(tuple(("portion", fact) for fact in portions))


def split_tie(split: tuple[Fact, ...]) -> Tie:
    """share, ..."""
    for fact in split:
        fact.role = "share"
    return Tie(tuple(("share", fact) for fact in split))
