"""Flags as one JSON object."""

from __future__ import annotations

import json

from checks import __version__
from checks.reports.formats.report import Report, records


def render(report: Report) -> str:
    """`{"version", "articles", "figures", "checkable", "suppressed", "flags": [...]}`.

    A flag has the columns of flags.csv and `counts`: whether it is among those this run is about. Flags
    called fine are there, with their verdict.
    """
    result = report.result
    flags = [flag | {"counts": flag["flag"] in report.focus} for flag in records(result.flags)]
    told = {
        "version": __version__,
        "articles": result.articles,
        "figures": result.counts().figures,
        "checkable": result.counts().checkable,
        "suppressed": result.suppressed,
        "flags": flags,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
