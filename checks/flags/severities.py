"""Severities that a project gives to rules: `[tool.checks.severity]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checks.model import SEVERITIES, Severity

if TYPE_CHECKING:
    import pandas as pd


def regraded(
    findings: pd.DataFrame, given: Mapping[str, Severity], usual: Mapping[str, Severity]
) -> pd.DataFrame:
    """`findings` (columns check, severity, …) with the severities `given` to rules for their `usual` ones.

    A finding that its rule holds milder than usual stays so, unless the severity given is milder still.
    """
    if not given or findings.empty:
        return findings
    return findings.assign(
        severity=[
            _grade(severity, given.get(check), usual[check])
            for check, severity in zip(findings["check"], findings["severity"], strict=True)
        ]
    ).astype({"severity": "str"})


def _grade(severity: Severity, given: Severity | None, usual: Severity) -> Severity:
    if given is None or severity == usual:
        return given or severity
    return max(severity, given, key=SEVERITIES.index)
