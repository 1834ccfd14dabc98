"""Which of the flags a run is about: those that no baseline knows, of the articles that changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checks.articles import container
from checks.flags import baseline
from checks.flags.identity import split_places
from checks.reports import csv_file
from checks.reports.terminal import many

if TYPE_CHECKING:
    import pandas as pd

    from checks.commands.output import Console
    from checks.flags.result import Result
    from checks.flags.verdicts import Row


@dataclass(frozen=True)
class Focus:
    """`result` with the flags that count; how many open ones more the baseline knows, or lie `elsewhere`.

    `baseline` holds the ids of its flags; None stands for no baseline.
    """

    result: Result
    known: int = 0
    elsewhere: int = 0
    baseline: frozenset[str] | None = None

    @property
    def flags(self) -> frozenset[str]:
        """The ids of the flags that count."""
        return frozenset(self.result.flags["flag"])


def focus(result: Result, known: Collection[str] | None, changed: Collection[str] | None) -> Focus:
    """What counts of `result`: flags not in the baseline `known` and of the `changed` articles.

    None stands for no baseline, and for all articles. A flag is of an article if the figure, or one it is at
    odds with, stands in it. One called wrong counts though the baseline knows it.
    """
    flags = result.flags
    old = flags["flag"].isin(list(known or ())) & (flags["verdict"] != "wrong")
    away = ~old & ~_touches(flags, changed)
    open_ = flags["verdict"] != "fine"
    return Focus(
        result.with_flags(flags[~old & ~away]),
        int((old & open_).sum()),
        int((away & open_).sum()),
        None if known is None else frozenset(known),
    )


def _touches(flags: pd.DataFrame, changed: Collection[str] | None) -> pd.Series[bool]:
    import pandas as pd

    cells = zip(flags["article"], flags["evidence"], strict=True)
    told = [
        changed is None
        or any(container(name) in changed for name in (a, *(p.article for p in split_places(evidence))))
        for a, evidence in cells
    ]
    return pd.Series(told, index=flags.index, dtype="bool")


def shrink(
    path: Path, known: pd.DataFrame, flags: pd.DataFrame, unseen: Callable[[Row], bool], console: Console
) -> None:
    """Take out of the baseline `known`, in `path`, what no longer occurs, and say how much that was.

    `flags` are those of this run, `unseen` tells which rows it could not have raised: these stay.
    """
    now = set(flags["flag"])
    rows = ({str(c): v for c, v in row.items()} for row in known.to_dict("records"))
    stays = [row["flag"] in now or unseen(row) for row in rows]
    if all(stays):
        return
    csv_file.write(known[stays].reset_index(drop=True), path)
    gone = many(len(stays) - sum(stays), "flag")
    console.note(f"{gone} of the baseline no longer found, taken out of {path.name}")


def write_baseline(path: Path, result: Result, console: Console) -> int:
    """Write the open flags of `result` to `path` as a baseline; the exit code."""
    flags = baseline.of(result.open("notice"))
    csv_file.write(flags, path)
    console.print(f"{path}: a baseline of {many(len(flags), 'flag')}; use it with --baseline {path}")
    return 0
