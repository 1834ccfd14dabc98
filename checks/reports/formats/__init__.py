"""Flags for other programs: one module a format, found by name.

Each module has `render(report) -> str`; a format is added by adding a module and its line in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from checks.reports.formats.report import Report

#: name of a format on the command line -> what it is, for the help
FORMATS = {
    "json": "one JSON object: counts and flags",
    "jsonl": "a JSON object a flag, a line each",
    "csv": "the flags with the columns of flags.csv",
    "sarif": "SARIF 2.1.0, for code scanning",
    "github": "annotations of a GitHub workflow",
    "gitlab": "a GitLab code quality report",
}


def render(name: str, report: Report) -> str:
    """`report` in the format `name`, with a line feed at its end where it is not empty."""
    module = import_module(f"{__name__}.{name}")
    write: Callable[[Report], str] = module.render
    return write(report)


__all__ = ["FORMATS", "Report", "render"]
