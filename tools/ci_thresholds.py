"""Hold the scorers' output against the values that CI asks for.

Usage: python tools/ci_thresholds.py FILE …

Each FILE holds what a scorer printed, and its name without suffix says which (the keys of MEASURES).
Prints a line per measure and exits with 1 if one falls short or is missing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measure:
    """A number in a scorer's output: the first group of `pattern`, at least (or at most) `wanted`."""

    name: str
    pattern: str
    wanted: float
    at_most: bool = False

    def line(self, output: str) -> tuple[bool, str]:
        """Whether `output` holds up, and a line that says so."""
        found = re.search(self.pattern, output)
        got = float(found[1]) if found else None
        passed = got is not None and (got <= self.wanted if self.at_most else got >= self.wanted)
        sign = "<=" if self.at_most else ">="
        shown = "missing" if got is None else f"{got:g}"
        return passed, f"{'PASS' if passed else 'FAIL'}  {self.name:<18} {shown:>8}  {sign} {self.wanted:g}"


def _seeds(name: str, wanted: int, at_most: bool = False) -> Measure:
    return Measure(f"seeds {name}", rf"\b{name} (\d+)", wanted, at_most)


def _figures(name: str, wanted: float) -> Measure:
    return Measure(f"figures {name}", rf"(?m)^checks +{re.escape(name)} .*F1 ([\d.]+)", wanted)


MEASURES = {
    "figures": [
        _figures("value", 0.965),
        _figures("value+unit", 0.92),
        _figures("value+bound", 0.92),
    ],
    "seeds": [
        _seeds("found", 41),
        _seeds("value", 41),
        _seeds("bound", 41),
        _seeds("unit", 40),
        _seeds("measure", 39),
        _seeds("sourcing", 39),
        _seeds("extra", 10, at_most=True),
    ],
    "planted": [
        Measure("planted caught", r"(?m)^all +caught .*?= ([\d.]+)", 0.85),
        Measure("planted alarms", r"(?m)^all .*false alarms .*?= ([\d.]+)", 0.02, at_most=True),
    ],
    "alarms": [
        Measure("headline alarms", r"(?m)^headlines all .*= ([\d.]+)", 0.015, at_most=True),
        Measure("news flags / 100", r"(?m)^news: .*= ([\d.]+) per 100", 4, at_most=True),
    ],
    "sourcing": [
        Measure("sourcing F1", r"attributed figures: .*F1 ([\d.]+)", 0.8),
        Measure("sourcing accuracy", r"accuracy ([\d.]+)", 0.83),
    ],
    "consistency": [
        Measure("edits on figure", r"on figure \S+ = ([\d.]+)", 0.8),
        Measure("edits, alarms", r"false alarms \S+ = ([\d.]+)", 0.05, at_most=True),
    ],
    "recognizers": [Measure("recognizers", r"(?m)^checks +([\d.]+)", 0.9)],
}


def lines(files: Sequence[Path]) -> Iterator[tuple[bool, str]]:
    """The verdict on each measure of the scorers whose output is in `files`."""
    for file in files:
        output = file.read_text(encoding="utf-8")
        for measure in MEASURES[file.stem]:
            yield measure.line(output)


def main() -> int:
    """Print the table; 1 if a measure falls short."""
    verdicts = list(lines([Path(name) for name in sys.argv[1:]]))
    for _, line in verdicts:
        print(line)
    return 0 if verdicts and all(passed for passed, _ in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
