"""What the command line asks of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checks.settings import FailOn


@dataclass(frozen=True)
class Options:
    """What the command line asks for; None stands for what the settings say, a string for a URL."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    facts: Path | str | None = None
    flags: Path | str | None = None
    references: Path | None = None
    evidence: tuple[str, ...] = ()
    quiet: bool = False
    dry_run: bool = False
    format: str = "table"
    output: Path | None = None
    baseline: Path | None = None
    write_baseline: Path | None = None
    diff: str | None = None
    changed: tuple[str, ...] = ()
    html: Path | None = None
    engine: str = ""
    scheduler: str | None = None
    work: str | None = None
    resume: bool = False
