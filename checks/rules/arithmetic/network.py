"""Intervals tied by arithmetic: narrowed until nothing changes, and the smallest set that cannot all be true.

A network is small: the figures of one article, or of a few that speak of the same things. Each tie
narrows its variables to the values that some values of the others allow (hull consistency; Benhamou et al.
1999, "Revising hull and box consistency"). Narrowing only ever takes values away that no solution has, so
an empty interval proves that the figures cannot all be true.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from checks.model import Interval
from checks.rules.arithmetic.intervals import ANY, divide, exactly, multiply, overlap, subtract, total

#: A narrowing that takes away less than this share of an interval's width is not passed on: without it two
#: ties may halve an interval for ever.
WORTH = 1e-3
#: Narrowings per tie after which a network is left as it is, which only makes it more patient.
PATIENCE = 40

Values = dict[str, Interval]


@dataclass(frozen=True, slots=True)
class Tie:
    """An equation between variables.

    `how` is "sum" (result = sum of the terms), "product" (result = product of the two terms) or "same"
    (result = its one term). `name` is for the caller.
    """

    name: str
    how: str
    result: str
    terms: tuple[str, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """All variables of the equation, the result first."""
        return (self.result, *self.terms)


def narrow(stated: Mapping[str, Interval], ties: Sequence[Tie]) -> tuple[Values, str | None]:
    """What is left of each variable's interval, and the variable that no value is left for, if any.

    A variable without an interval in `stated` may be anything.
    """
    values: Values = defaultdict(lambda: ANY, stated)
    of = defaultdict(list)
    for i, tie in enumerate(ties):
        for variable in {*tie.variables}:
            of[variable].append(i)
    waiting, queued = deque(range(len(ties))), set(range(len(ties)))
    for _ in range(PATIENCE * len(ties)):
        if not waiting:
            break
        i = waiting.popleft()
        queued.discard(i)
        for variable, allowed in _allowed(ties[i], values):
            here = values[variable]
            if not overlap(here, allowed):
                return dict(values), variable
            left = Interval(max(here.low, allowed.low), min(here.high, allowed.high))
            if left.low > left.high:  # apart by a float's rounding only
                left = exactly((left.low + left.high) / 2)
            if not _worth(here, left):
                continue
            values[variable] = left
            for j in of[variable]:
                if j not in queued:
                    queued.add(j)
                    waiting.append(j)
    return dict(values), None


def smallest(stated: Mapping[str, Interval], ties: Sequence[Tie], spare: Iterable[str] = ()) -> list[str]:
    """Variables of `stated` that cannot all have their values: without any one of them the rest can.

    Empty where all can be true together. `spare` are those that are taken for granted to begin with.
    The earlier a variable stands in `stated`, the likelier it stays.
    """
    if narrow(stated, ties)[1] is None:
        return []
    needed = dict(stated)
    kept = {*spare}
    for variable in reversed([*stated]):
        if variable in kept:
            continue
        without = {name: value for name, value in needed.items() if name != variable}
        if narrow(without, ties)[1] is not None:
            needed = without
    return [variable for variable in stated if variable in needed and variable not in kept]


def components(ties: Iterable[Tie]) -> list[list[Tie]]:
    """The ties in groups that share no variable, in order of their first tie."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = name = parent[parent[name]]
        return name

    ties = list(ties)
    for tie in ties:
        for variable in tie.terms:
            parent[root(variable)] = root(tie.result)
    groups: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        groups[root(tie.result)].append(tie)
    return [*groups.values()]


def _allowed(tie: Tie, values: Values) -> list[tuple[str, Interval]]:
    return _HOW[tie.how](tie.result, tie.terms, values)


def _sum(result: str, terms: tuple[str, ...], values: Values) -> list[tuple[str, Interval]]:
    whole = total(values[term] for term in terms)
    allowed = [(result, whole)]
    for i, term in enumerate(terms):
        others = total(values[other] for j, other in enumerate(terms) if j != i)
        allowed.append((term, subtract(values[result], others)))
    return allowed


def _product(result: str, terms: tuple[str, ...], values: Values) -> list[tuple[str, Interval]]:
    first, second = terms
    return [
        (result, multiply(values[first], values[second])),
        (first, divide(values[result], values[second])),
        (second, divide(values[result], values[first])),
    ]


def _same(result: str, terms: tuple[str, ...], values: Values) -> list[tuple[str, Interval]]:
    (other,) = terms
    return [(result, values[other]), (other, values[result])]


_HOW: Mapping[str, Callable[[str, tuple[str, ...], Values], list[tuple[str, Interval]]]] = {
    "sum": _sum,
    "product": _product,
    "same": _same,
}


def _worth(before: Interval, after: Interval) -> bool:
    """Whether a narrowing is worth passing on."""
    if after == before:
        return False
    width = before.high - before.low
    return not (width - (after.high - after.low) <= WORTH * width < float("inf"))
