"""The relations between the figures of two sentences that follow one another."""

from __future__ import annotations

from collections.abc import Iterator

from checks.facts.reading import Reading
from checks.facts.relations.additions import additions
from checks.facts.relations.changes import changes
from checks.facts.relations.clause import CORE, Clause
from checks.facts.relations.forms import Tie
from checks.facts.relations.listings import listings
from checks.facts.relations.neighbours import Joined, both, follows, of_that, that_is
from checks.facts.relations.parts import change_tie, portion_tie, share_tie, split_tie, total_tie
from checks.facts.relations.portions import portions
from checks.facts.relations.products import products
from checks.facts.relations.rates import rates_in
from checks.facts.relations.ratios import ratios
from checks.facts.relations.remainders import more, remainders
from checks.facts.relations.sequels import some, the_rise, then
from checks.facts.relations.shares import shares
from checks.facts.relations.sums import splits

__all__ = ["across", "follows", "further"]


def across(before: Reading, reading: Reading, earlier: Reading | None) -> Iterator[Tie]:
    """The relations that hold figures of both sentences; `earlier` is the one before them.

    Call it where `follows(before, reading)`.
    """
    yield from _sequels(before, reading)
    for joined in that_is(before, reading):
        old = {id(fact) for fact in joined.old}
        yield from (tie for tie in _that_is(joined.clause, old) if _spans(tie, old))
    for joined in that_is(before, reading, CORE | {"duration", "date"}):
        old = {id(fact) for fact in joined.old}
        yield from (tie for tie in rates_in(joined.clause) if _spans(tie, old))
    for joined in (*of_that(before, reading, earlier), *some(before, reading)):
        old = {id(fact) for fact in joined.old}
        ties = (share_tie(share) for share in shares(joined.clause) if id(share.whole) in old)
        yield from ties
    joined = both(before, reading)
    old = {id(fact) for fact in joined.old}
    summed = False
    for total in (*remainders(joined.clause), *more(joined.clause)):
        if id(total.total) in old and id(total.parts[1]) not in old:
            summed = True
            yield total_tie(total)
    if not summed:
        border = len(joined.old)
        for listing in (*listings(joined.clause, border), *additions(joined.clause, border)):
            yield listing.tie()
    if earlier is not None and any(fact.figure.kind in ("percent", "ratio") for fact in earlier.facts):
        return
    shared = [fact for fact in joined.clause.facts if fact.figure.kind == "percent"]
    split = None
    for split in splits(joined.clause):
        first = next((fact for fact in joined.clause.facts if id(fact) not in old), None)
        # One share and "the remaining 33%" may well have a third before them.
        whole = split[-1] is first or len(split) == len(shared)
        if whole and len(split) > 2 and id(split[0]) in old:
            yield split_tie(split)
    if split is None and shared and id(shared[0]) in old and id(shared[-1]) not in old:
        yield from map(portion_tie, portions(joined.clause))


def _sequels(before: Reading, reading: Reading) -> Iterator[Tie]:
    for joined in (*then(before, reading), *the_rise(before, reading)):
        yield from _new_changes(joined)


def further(earlier: Reading, reading: Reading) -> Iterator[Tie]:
    """The changes of a sentence whose levels stand in the last but one; that between has no quantities."""
    for joined in the_rise(earlier, reading):
        yield from _new_changes(joined)


def _new_changes(joined: Joined) -> Iterator[Tie]:
    old = {id(fact) for fact in joined.old}
    for change in changes(joined.clause):
        ids = {id(fact) for fact in change.parts.values()}
        if ids & old and ids - old:
            yield change_tie(change)


def _that_is(clause: Clause, old: set[int]) -> Iterator[Tie]:
    # Roles are set only where the relation spans both sentences.
    for change in changes(clause):
        if _both_sides({id(fact) for fact in change.parts.values()}, old):
            yield change_tie(change)
    for share in shares(clause):
        if _both_sides({id(share.share), id(share.part), id(share.whole)} - {id(None)}, old):
            yield share_tie(share)
    yield from ratios(clause)
    yield from products(clause)


def _spans(tie: Tie, old: set[int]) -> bool:
    return _both_sides({id(fact) for _, fact in tie.parts}, old)


def _both_sides(facts: set[int], old: set[int]) -> bool:
    """Whether there are figures of both sentences; of two in the first, "that" may mean either alone."""
    return len(facts & old) >= min(2, len(old)) and bool(facts - old)
