"""How the flags of each rule were decided, and so how often the rule is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping


def table(rows: Iterable[Mapping[str, str]]) -> str:
    """A line per rule: flags held wrong, fine and open, and its precision; empty for no flag.

    `rows` have check and verdict. The precision is the share of wrong among those decided.
    """
    from tabulate import tabulate

    counts = Counter((row["check"], _state(row["verdict"])) for row in rows)
    rules = sorted({check for check, _ in counts})
    if not rules:
        return ""
    lines = [[rule, *(counts[rule, s] for s in _STATES)] for rule in rules]
    if len(rules) > 1:
        lines.append(["all", *(sum(line[n] for line in lines) for n in (1, 2, 3))])  # type: ignore[misc]
    cells = [[*map(str, line), _precision(line[1], line[2])] for line in lines]  # type: ignore[arg-type]
    return tabulate(
        cells, ["rule", *_STATES, "precision"], disable_numparse=True,
        colalign=("left", "right", "right", "right", "right"),
    )  # fmt: skip


_STATES = ("wrong", "fine", "open")


def _state(verdict: str) -> str:
    return verdict if verdict in ("wrong", "fine") else "open"


def _precision(wrong: int, fine: int) -> str:
    return f"{wrong / (wrong + fine):.0%}" if wrong + fine else "–"
