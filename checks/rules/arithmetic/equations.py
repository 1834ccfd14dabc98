"""The relations of a facts table as the ties of a network, and the interval that each fact brings to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from checks.facts.relations.lengths import DAYS, times
from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import exactly, multiply, scale
from checks.rules.arithmetic.network import Tie
from checks.rules.arithmetic.ties import Parts, in_percent, true_values

#: Times a manner of speaking is off: "ten times" as much is nine to eleven times.
LOOSE = 0.1


@dataclass(slots=True)
class Equation:
    """A relation as ties, with the intervals that only it needs (its constants and its unstated level).

    `name` and `kind` are the relation's; `facts` its facts in the order in which they are printed.
    `unstated` is the variable of a part that the relation lacks: the whole of a share, the old level of a
    change.
    """

    name: str
    kind: str
    parts: Parts
    ties: list[Tie] = field(default_factory=list)
    constants: dict[str, Interval] = field(default_factory=dict)
    unstated: str = ""

    @property
    def facts(self) -> list[Row]:
        """The facts of the relation, in order of position, each once."""
        rows = {row.fact: row for group in self.parts.values() for row in group}
        return sorted(rows.values(), key=lambda row: row.start)


def interval(row: Row) -> Interval:
    """What a fact brings to a network: its true values, a percentage as a fraction of one."""
    if row.kind == "percent":
        return scale(in_percent(row), 0.01)
    return true_values(row)


def equations(relations: Iterator[tuple[str, Parts]]) -> Iterator[Equation]:
    """The relations that an equation can be made of; `relations` are names with facts by part."""
    for name, parts in relations:
        for kind, make in _KINDS.items():
            if make.needs <= parts.keys():
                equation = Equation(name, kind, parts)
                if make.tie(equation):
                    yield equation
                break


def _change(eq: Equation) -> bool:
    change = eq.parts["change"][0]
    if change.kind not in ("percent", "ratio") or change.direction not in ("up", "down"):
        return False
    if change.kind == "ratio" and change.value >= 1:
        return False
    growth = f"{eq.name}:growth"
    new = _fact(eq, "new")
    old = _fact(eq, "old") or f"{eq.name}:old"
    if not new:
        return False
    if not _fact(eq, "old"):
        eq.unstated = old
    # a rise: growth = 1 + change; a fall: 1 = growth + change. The 1 is the equation's own: one shared by all
    # changes would make a single network of them.
    one = f"{eq.name}:one"
    eq.constants[one] = exactly(1.0)
    sides = (growth, one) if change.direction == "up" else (one, growth)
    eq.ties = [
        Tie(eq.name, "sum", sides[0], (sides[1], change.fact)),
        Tie(eq.name, "product", new, (old, growth)),
    ]
    return True


def _share(eq: Equation) -> bool:
    whole = _fact(eq, "whole")
    if not whole:
        whole = eq.unstated = f"{eq.name}:whole"
    eq.ties = [Tie(eq.name, "product", eq.parts["part"][0].fact, (whole, eq.parts["share"][0].fact))]
    return True


def _sum(eq: Equation) -> bool:
    parts = tuple(row.fact for row in eq.parts["part"])
    eq.ties = [Tie(eq.name, "sum", eq.parts["total"][0].fact, parts)]
    return True


def _split(eq: Equation) -> bool:
    shares = tuple(row.fact for row in eq.parts["share"])
    if len(shares) < 2 or len(eq.parts) > 1:
        return False
    one = f"{eq.name}:one"
    eq.constants[one] = exactly(1.0)
    eq.ties = [Tie(eq.name, "sum", one, shares)]
    return True


def _rate(eq: Equation) -> bool:
    rate, total = eq.parts["rate"][0].fact, eq.parts["total"][0].fact
    per = next((part.removeprefix("per-") for part in eq.parts if part.startswith("per-")), "")
    within = next((part.removeprefix("in-") for part in eq.parts if part.startswith("in-")), "")
    if per not in DAYS:
        return False
    number = f"{eq.name}:times"
    if within in DAYS:
        eq.constants[number] = times(per, within)
    else:
        period = eq.parts.get("period", [None])[0]
        if period is None or period.kind != "duration" or period.unit not in DAYS:
            return False
        eq.constants[number] = multiply(true_values(period), times(per, period.unit))
    eq.ties = [Tie(eq.name, "product", total, (rate, number))]
    return True


def _ratio(eq: Equation) -> bool:
    ratio = eq.parts["ratio"][0]
    # "three times more than" is three or four times as much; "more than halved" bounds the other way round
    if "more" in eq.parts or (ratio.value < 1 and ratio.bound != "="):
        return False
    factor = ratio.fact
    if ratio.kind == "count":
        factor = f"{eq.name}:times"
        eq.constants[factor] = Interval(ratio.low * (1 - LOOSE), ratio.high * (1 + LOOSE))
    eq.ties = [Tie(eq.name, "product", eq.parts["new"][0].fact, (eq.parts["old"][0].fact, factor))]
    return True


def _product(eq: Equation) -> bool:
    count, price, total = (eq.parts[part][0].fact for part in ("count", "price", "total"))
    eq.ties = [Tie(eq.name, "product", total, (count, price))]
    return True


def _difference(eq: Equation) -> bool:
    first, second, difference = (eq.parts[part][0] for part in ("first", "second", "difference"))
    if first.kind == "percent" or difference.kind == "percent":
        return False  # points and percent are of different measure in a network
    large, small = (first, second) if first.value >= second.value else (second, first)
    eq.ties = [Tie(eq.name, "sum", large.fact, (small.fact, difference.fact))]
    return True


def _fact(eq: Equation, part: str) -> str:
    return eq.parts[part][0].fact if part in eq.parts else ""


@dataclass(frozen=True, slots=True)
class _Kind:
    needs: frozenset[str]
    tie: Callable[[Equation], bool]


#: In this order: a relation is of the first kind whose parts it has.
_KINDS: Mapping[str, _Kind] = {
    "change": _Kind(frozenset({"change"}), _change),
    "rate": _Kind(frozenset({"rate", "total"}), _rate),
    "product": _Kind(frozenset({"count", "price", "total"}), _product),
    "difference": _Kind(frozenset({"difference", "first", "second"}), _difference),
    "ratio": _Kind(frozenset({"ratio", "new", "old"}), _ratio),
    "share": _Kind(frozenset({"share", "part"}), _share),
    "sum": _Kind(frozenset({"total", "part"}), _sum),
    "split": _Kind(frozenset({"share"}), _split),
}
