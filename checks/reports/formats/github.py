"""Flags as annotations of a GitHub workflow, beside the line of the article in a pull request.

Source: GitHub's documentation, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from typing import Any

from checks.reports.formats.report import Report, end_of, records

_LEVELS = {"error": "error", "warning": "warning", "notice": "notice"}


def render(report: Report) -> str:
    """A workflow command a flag that is open and counts; the runner shows the first ten of each severity."""
    return "".join(_command(flag, report) + "\n" for flag in records(report.open()))


def _command(flag: dict[str, Any], report: Report) -> str:
    line, column = end_of(flag)
    where = {"file": flag["article"]}
    if not report.part(flag):
        where |= {"line": flag["line"], "endLine": line, "col": flag["column"], "endColumn": column}
    where["title"] = flag["check"]
    told = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    return f"::{_LEVELS[flag['severity']]} {told}::{_data(report.said(flag))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
