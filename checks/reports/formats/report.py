"""What a format is given: the flags of a run, and which of them are somebody's business now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.flags.result import Result

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Report:
    """The outcome of a run.

    `result` holds all flags with their verdicts; `focus` the ids of those that this run is about (not in the
    baseline, of changed articles); `baseline` the ids that were in the baseline, None where there is none;
    `rules` gives what each rule that ran is for: the parts of its docstring by heading (as
    `rules.documentation` does) and, under "severity", its severity.
    """

    result: Result
    focus: Collection[str]
    baseline: Collection[str] | None = None
    rules: Callable[[], Mapping[str, Mapping[str, str]]] = dict

    def open(self) -> pd.DataFrame:
        """The open flags that this run is about."""
        flags = self.result.open("notice")
        return flags[flags["flag"].isin(list(self.focus))]

    def part(self, flag: Mapping[str, Any]) -> str:
        """Where a person finds `flag` in a document without lines (`page 3`); empty for one with lines."""
        name = self.result.parts.get(flag["article"], "line")
        return "" if name == "line" else f"{name} {flag['line']}"

    def said(self, flag: Mapping[str, Any]) -> str:
        """The figure of `flag` and what is said of it, after its place where no line names that."""
        part = self.part(flag)
        return f"{part}, {flag['surface']}: {flag['message']}".removeprefix(", ")


def records(flags: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of `flags` as dicts of plain Python values."""
    return [{str(c): v for c, v in row.items()} for row in flags.to_dict("records")]


def end_of(flag: Mapping[str, Any]) -> tuple[int, int]:
    """Line and column just behind the figure of `flag`; a figure may be broken over lines."""
    *above, last = str(flag["surface"]).split("\n")
    column = len(last) + (1 if above else int(flag["column"]))
    return int(flag["line"]) + len(above), column
