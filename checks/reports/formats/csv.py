"""Flags as CSV."""

from __future__ import annotations

from checks.reports import csv_file
from checks.reports.formats.report import Report


def render(report: Report) -> str:
    """The flags of the run with the columns of flags.csv, safe in a spreadsheet as that is."""
    return csv_file.printed(report.result.flags)
