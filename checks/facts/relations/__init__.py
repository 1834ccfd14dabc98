"""Facts that are tied by arithmetic, with the part each plays.

The `relation` column holds `r3:change`, `r3:new`, ...: the relation's number in its article and the part
of the fact, joined by `;` where a fact has several. Facts of one relation stand in one sentence or in two
that follow one another. A part in brackets may be missing; `...` marks one that several facts may play.

| kind | parts | equation |
|---|---|---|
| change | change, new, old | new = old x (1 + change / 100); old + change if in points or in their unit |
| | change, difference, new or old | difference = old x change / 100, and new = old + difference |
| | change, new | as in the first row; the old level is not printed with them |
| share | share, part, (whole) | part = whole x share / 100; as a fraction (kind `ratio`) without the 100 |
| sum | total, part... | total = the sum of the parts |
| list | all, some..., (apart) | all = the sum of the others if they are all of it; never less if apart |
| split | share... and nothing else | the shares make 100 % |
| | portion... and nothing else | the portions make 100 % at most |
| rate | rate, total, (period) | total = rate x the number of the rate's periods in the total's |
| ratio | ratio, new, old, (more) | new = old x ratio; with more ("3 times more than") or old x (1 + ratio) |
| conversion | from, to, (step) | the same quantity in another unit or currency |
| product | count, price, total | total = count x price |
| difference | difference, first, second | difference = the larger of first and second less the other |

change: `direction` of the change says which way; a fall is printed without a sign.
list: pieces that may be a part of the whole: "of which 40 are new and 25 rebuilt". The `all` fact also plays
    `apart` where no two pieces can have anything in common ("25 in Leeds and 15 in York").
rate: the rate's fact also plays `per-day` (or hour, week, month, quarter, year, ...), the total's `in-year`
    and so on: `r4:rate;r4:per-day` and `r4:total;r4:in-year`. Where the total's period is a figure of its own
    ("over 18 months", "in June"), that fact plays `period` (kind duration or date) and `in-` is missing.
    `lengths.times("day", "year")` says how many days a year has, as an interval.
ratio: its fact is "doubled", "halved", "fourfold", "twice" (kind `ratio`, printed loosely: its interval has
    the room) or the number of "ten times" (kind `count`, whose interval is exact: give it the room of a
    manner of speaking, a tenth). "One in five of the 500 (100)" is a share.
conversion: `from` is printed first. The two facts agree in kind (money or measurement), and measurements in
    dimension. The `to` fact of a temperature that tells a difference ("2C (3.6F) warmer") also plays `step`.
product: price and total agree in unit (but for the price's "per person"), count is what the price is for.
difference: levels in percent differ by points: their difference has kind `points`, `percent`, or `count`
    with the unit `point`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from checks.facts.reading import Fact, Reading
from checks.facts.relations.across import across, follows, further
from checks.facts.relations.additions import additions
from checks.facts.relations.changes import changes
from checks.facts.relations.clause import clause
from checks.facts.relations.conversions import conversions
from checks.facts.relations.differences import differences
from checks.facts.relations.forms import Tie
from checks.facts.relations.growth import growth
from checks.facts.relations.listings import listings
from checks.facts.relations.parts import change_tie, portion_tie, share_tie, split_tie, total_tie
from checks.facts.relations.portions import portions
from checks.facts.relations.products import products
from checks.facts.relations.rates import rates
from checks.facts.relations.ratios import ratios
from checks.facts.relations.remainders import remainders
from checks.facts.relations.shares import shares
from checks.facts.relations.sums import splits, totals

__all__ = ["tie"]


_GROWTH = {"change", "new"}


def tie(readings: list[Reading]) -> None:
    """Fill `relations` of every fact of an article, and the roles and directions that follow.

    Relations are numbered r1, r2, ... in the order of the article.
    """
    numbers = count(1)
    for earlier, before, reading in zip([None, None, *readings], [None, *readings], readings, strict=False):
        if not reading.sentence.main:
            continue
        found = list(_within(reading, before))
        if before is not None and follows(before, reading):
            found += across(before, reading, earlier)
        elif before is not None and earlier is not None and not before.facts and follows(earlier, reading):
            found += further(earlier, reading)
        for parts in _once(found):
            number = next(numbers)
            for part, fact in parts:
                fact.relations.append(f"r{number}:{part}")


def _once(found: Iterable[Tie]) -> Iterator[tuple[tuple[str, Fact], ...]]:
    """The parts of each relation, those that two forms found only once."""
    keys = {frozenset((part, id(fact)) for part, fact in tie.parts): tie.parts for tie in found}
    full = {(part, at) for key in keys if len(key) > len(_GROWTH) for part, at in key}
    for key, parts in keys.items():
        # A change with one level is told by the sentence, with both by the one before it too.
        if {part for part, _ in key} != _GROWTH or not key <= full:
            yield parts


def _within(reading: Reading, before: Reading | None) -> Iterator[Tie]:
    """The relations in one sentence; `before` is the one before it."""
    if len(reading.facts) < 2:
        return
    words = clause(reading)
    more = before is not None and any(fact.figure.kind == "percent" for fact in before.facts)
    between = list(changes(words))
    yield from map(change_tie, between)
    tied = {id(fact) for change in between for fact in change.parts.values()}
    yield from map(change_tie, growth(words, tied))
    yield from map(share_tie, shares(words))
    summed = [*totals(words), *remainders(words)]
    yield from map(total_tie, summed)
    told = {id(fact) for total in summed for fact in (total.total, *total.parts)}
    yield from (
        listing.tie()
        for listing in (*listings(words), *additions(words))
        if not told & {id(fact) for fact in listing.pieces}
    )
    split = list(splits(words, more))
    yield from map(split_tie, split)
    if not split and not more:
        yield from map(portion_tie, portions(words))
    yield from ratios(words)
    yield from differences(
        reading, words, {id(change.parts["change"]) for change in between if "change" in change.parts}
    )
    yield from products(words)
    yield from rates(reading)
    yield from conversions(reading)
