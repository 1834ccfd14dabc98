"""Flags as JSON, a line each."""

from __future__ import annotations

import json

from checks.reports.formats.report import Report, records


def render(report: Report) -> str:
    """A line a flag, with the columns of flags.csv and `counts` (see the format `json`)."""
    flags = (flag | {"counts": flag["flag"] in report.focus} for flag in records(report.result.flags))
    return "".join(json.dumps(flag, ensure_ascii=False) + "\n" for flag in flags)
