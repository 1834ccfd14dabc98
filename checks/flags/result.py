"""What a check of articles returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from checks.model import NOT_QUANTITIES, SEVERITIES, Part, Severity
from checks.settings import FailOn

if TYPE_CHECKING:
    import pandas as pd

    from checks.matching import Evidence


class Counted(NamedTuple):
    """How many figures, figures to be checked and flags there are, where the tables hold not all of them."""

    figures: int
    checkable: int
    flags: int


@dataclass(frozen=True)
class Result:
    """The tables of one run over `articles` articles.

    `facts`, `flags` and `pairs` have the FACTS, FLAGS and PAIRS columns; `copies` has article,
    original and similarity, a row per article that repeats an earlier one. `suppressed` counts the
    flags that comments in the articles suppress; `stale` has a line for each comment that suppresses none.
    `notes` says, a line each, what was not compared. `parts` has, by article id, what `line` counts in the
    articles where that is not lines: pages, paragraphs, rows. `rests` says what bears the figures out, or
    does not, where evidence was given. `counted` is there where the tables are too large to be held: then
    `facts` and `pairs` are empty and `flags` has the worst.
    """

    facts: pd.DataFrame
    flags: pd.DataFrame
    pairs: pd.DataFrame
    copies: pd.DataFrame
    articles: int
    suppressed: int = 0
    stale: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    parts: Mapping[str, Part] = field(default_factory=dict)
    rests: Evidence | None = None
    counted: Counted | None = None

    def counts(self) -> Counted:
        """How many figures, figures to be checked and flags there are."""
        if self.counted is not None:
            return self.counted
        return Counted(len(self.facts), int(checkable(self.facts).sum()), len(self.flags))

    def open(self, severity: Severity = "warning") -> pd.DataFrame:
        """The flags of `severity` or worse that no verdict calls `fine`."""
        loud = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return self.flags[self.flags["severity"].isin(loud) & (self.flags["verdict"] != "fine")]

    def failing(self, fail_on: FailOn) -> pd.DataFrame:
        """The flags that fail a run: open and of `fail_on` or worse, or `wrong`; none for "never"."""
        if fail_on == "never":
            return self.flags.iloc[:0]
        wrong = self.flags["verdict"] == "wrong"
        return self.flags[wrong | self.flags["flag"].isin(self.open(fail_on)["flag"])]

    def with_flags(self, flags: pd.DataFrame) -> Result:
        """The same run with `flags`, such as those that verdicts were carried over to."""
        return replace(self, flags=flags)


def checkable(facts: pd.DataFrame) -> pd.Series[bool]:
    """For each row of `facts`: is it a quantity, in the article proper, that somebody should vouch for?"""
    quantity = ~facts["kind"].isin(NOT_QUANTITIES)
    return facts["main"] & quantity & (facts["sourcing"] != "exempt")
