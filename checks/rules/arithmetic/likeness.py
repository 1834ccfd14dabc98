"""Facts of a network that are one variable: figures of one thing, told more than once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checks.rows import Row
from checks.rules.arithmetic.equations import Equation, interval
from checks.rules.arithmetic.network import Tie, components


def same(rows: Mapping[str, Row], equations: Sequence[Equation], ties: Sequence[Tie]) -> list[Tie]:
    """Ties named "same" between facts that surely tell of one thing; `rows` are a cluster's by fact.

    Likeness of pairs is handed on by equality, from 1,000 to 1,050 to 1,100, and one wrong link makes
    x = 1.1 x of a rise of 10%. So facts are tied that are of one clear thing, and only where all that are
    tied, directly or through others, can have one value and no two are parts of one equation. `ties` are
    those of the equations: percentages, which are often alike by chance, are tied where these do not link
    them already.
    """
    links = [
        Tie("same", "same", row.fact, (other.fact,))
        for row in rows.values()
        for other in (rows[name] for name in row.same.split(";") if name in rows)
        if _one_thing(row, other)
    ]
    parts = _parts(equations)
    whole = [group for group in components(links) if _agree(_facts(group), rows, parts)]
    levels = [tie for group in whole for tie in group if rows[tie.result].kind != "percent"]
    rates = [group for group in whole if rows[group[0].result].kind == "percent"]
    linked = _numbers(components([*ties, *levels]))
    settled = {row.fact for eq in equations if not eq.unstated for row in eq.facts}
    # Two relations that state all their parts may have a like percentage of unlike things.
    bridges = (
        group
        for group in rates
        if len(_facts(group) & settled) <= 1 and _distinct(_facts(group) & linked.keys(), linked)
    )
    return [*levels, *(tie for group in bridges for tie in group)]


def _one_thing(row: Row, other: Row) -> bool:
    """Whether two facts have the same measure, owner and time, all of them named.

    A time may go unsaid in two articles: they are of one day (see `checks.rules.running.scopes`).
    """
    alike = all(
        getattr(row, column) == getattr(other, column)
        for column in ("kind", "unit", "measure", "entities", "period_start", "period_end")
    )
    return alike and bool(row.entities) and (bool(row.period_start) or row.article != other.article)


def _parts(equations: Iterable[Equation]) -> Mapping[str, set[str]]:
    """The equations that each fact is a part of, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for eq in equations:
        for row in eq.facts:
            found[row.fact].add(eq.name)
    return found


def _facts(group: Iterable[Tie]) -> set[str]:
    return {variable for tie in group for variable in tie.variables}


def _agree(facts: set[str], rows: Mapping[str, Row], parts: Mapping[str, set[str]]) -> bool:
    """Whether facts can all have one value, and no two of them are parts of one equation."""
    intervals = [interval(rows[fact]) for fact in facts]
    if max(low for low, _ in intervals) > min(high for _, high in intervals):
        return False
    times = Counter(name for fact in facts for name in parts.get(fact, ()))
    return max(times.values(), default=0) <= 1


def _numbers(groups: Iterable[Iterable[Tie]]) -> dict[str, int]:
    return {variable: number for number, group in enumerate(groups) for variable in _facts(group)}


def _distinct(facts: Iterable[str], linked: Mapping[str, int]) -> bool:
    numbers = [linked[fact] for fact in facts]
    return len(numbers) == len({*numbers})
