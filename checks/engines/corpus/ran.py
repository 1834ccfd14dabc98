"""What a run over a corpus found out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checks.engines.corpus.jobs import Stages
from checks.matching.left_out import LeftOut
from checks.model import Part

if TYPE_CHECKING:
    import pandas as pd


@dataclass
class Ran:
    """What a run found out, beside its tables.

    `articles`, `facts` and `checkable` are counts; `flagged` names the parts in which the flags are kept (see
    `flags`). `problems` has a line for each input, article or part of one that could not be read or checked:
    of the inputs `faulty`, and the articles `lost`. Other fields are as in `Result`; `copies` and `parts`
    have those that people are told of.
    """

    articles: int = 0
    facts: int = 0
    checkable: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    suppressed: int = 0
    stale: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    faulty: list[str] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
    parts: dict[str, Part] = field(default_factory=dict)
    left: LeftOut = field(default_factory=LeftOut)
    flagged: list[str] = field(default_factory=list)


def flags(do: Stages, ran: Ran, most: int | None = None) -> tuple[pd.DataFrame, int]:
    """The flags of a run in order (FLAGS columns), the first `most` of them, and how many there are."""

    from checks.engines.corpus import columns
    from checks.tables import FLAGS, frame

    found, count = frame([], FLAGS), 0
    tables: list[pd.DataFrame] = []
    for part in ran.flagged:
        tables.append(columns.flags(do.store.read(f"flags/{part}")))
        count += len(tables[-1])
        if most is not None:
            tables = [_first(tables, most)]
    return (_first(tables, most) if tables else found), count


def _first(tables: Sequence[pd.DataFrame], most: int | None) -> pd.DataFrame:
    import pandas as pd

    from checks.flags.table import position

    together = pd.concat(tables, ignore_index=True)
    names = ("severity", "article", "start", "check", "flag")
    cells = zip(*(together[c] for c in names), strict=True)
    keys = [position(dict(zip(names, row, strict=True))) for row in cells]
    order = sorted(range(len(keys)), key=keys.__getitem__)[:most]
    return together.iloc[order].reset_index(drop=True)
