from __future__ import annotations

import pandas as pd
import pytest

from checks.flags.severities import regraded
from checks.model import Severity

FINDINGS = pd.DataFrame({"check": ["echo", "echo", "other"], "severity": ["warning", "notice", "error"]})
USUAL: dict[str, Severity] = {"echo": "warning", "other": "error"}


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({}, ["warning", "notice", "error"]),
        ({"echo": "error"}, ["error", "notice", "error"]),
        ({"echo": "notice"}, ["notice", "notice", "error"]),
        ({"echo": "warning", "other": "warning"}, ["warning", "notice", "warning"]),
    ],
)
def test_a_rule_is_regraded_and_its_milder_findings_stay_mild(
    given: dict[str, Severity], left: list[str]
) -> None:
    assert list(regraded(FINDINGS, given, USUAL)["severity"]) == left
