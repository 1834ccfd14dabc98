"""Flags as a code quality report of GitLab, beside the line of the article in a merge request.

Source: GitLab's documentation, "Code Quality", the report's format.
"""

from __future__ import annotations

import json

from checks.reports.formats.report import Report, records

_SEVERITIES = {"error": "major", "warning": "minor", "notice": "info"}


def render(report: Report) -> str:
    """A JSON array with an object for each flag that is open and counts."""
    told = [
        {
            "description": report.said(flag),
            "check_name": flag["check"],
            "fingerprint": flag["flag"],
            "severity": _SEVERITIES[flag["severity"]],
            "location": {"path": flag["article"], "lines": {"begin": flag["line"]}},
        }
        for flag in records(report.open())
    ]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
