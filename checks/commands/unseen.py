"""Flags of an earlier run that this one could not have raised."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from checks.articles import container
from checks.flags.identity import split_places

if TYPE_CHECKING:
    from checks.flags.verdicts import Row


class Unseen:
    """Tells which rows of an earlier flags.csv this run could not have raised.

    Those of a rule that the command line left out, and those whose argument involves an article
    that exists but was not among the articles read.
    """

    def __init__(self, articles: Iterable[str], left_out: Collection[str], root: Path) -> None:
        self.files = set(map(container, articles))  # a row that has gone from a table was not overlooked
        self.left_out = left_out
        self.root = root

    def __call__(self, row: Row) -> bool:
        involved = {row["article"], *(place.article for place in split_places(row["evidence"]))}
        if row["check"] in self.left_out:
            return True
        files = map(container, involved)
        return any(name not in self.files and (self.root / name).exists() for name in files)
