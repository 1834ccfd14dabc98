"""Flags as SARIF 2.1.0, which code scanning services and editors read.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from checks import __version__
from checks.flags.identity import Place, split_places
from checks.reports.formats.report import Report, end_of, records

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
#: What a flag's id is called among the fingerprints; the number goes up if ids are ever made anew.
FINGERPRINT = "checksFlag/v1"


def render(report: Report) -> str:
    """A SARIF log with one run: every flag a result, with its id as its fingerprint.

    A flag called fine is a result with a suppression, so that a service closes it and does not take it for
    mended. With a baseline, each result says whether it was there.
    """
    known = report.rules()
    rules = sorted({*known, *report.result.flags["check"]})
    driver = {
        "name": "numeric-checks",
        "semanticVersion": __version__,
        "rules": [_rule(rule, known.get(rule, {})) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(flag, rules, report) for flag in records(report.result.flags)],
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(rule: str, parts: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {"id": rule, "name": "".join(word.title() for word in rule.split("-"))}
    if parts.get(""):
        told["shortDescription"] = {"text": parts[""]}
    headed = {heading: text for heading, text in parts.items() if heading not in ("", "severity")}
    if headed:
        told["fullDescription"] = {"text": next(iter(headed.values()))}
        told["help"] = {
            "text": "\n\n".join(f"{heading}: {text}" for heading, text in headed.items()),
            "markdown": "\n\n".join(f"**{heading}**\n\n{text}" for heading, text in headed.items()),
        }
    if "severity" in parts:
        told["defaultConfiguration"] = {"level": _LEVELS[parts["severity"]]}
    return told


def _result(flag: dict[str, Any], rules: list[str], report: Report) -> dict[str, Any]:
    told: dict[str, Any] = {
        "ruleId": flag["check"],
        "ruleIndex": rules.index(flag["check"]),
        "level": _LEVELS[flag["severity"]],
        "message": {"text": report.said(flag)},
        "locations": [{"physicalLocation": _place(flag, report)}],
        "partialFingerprints": {FINGERPRINT: flag["flag"]},
        "rank": round(100 * flag["confidence"], 1),
        "properties": {
            "expected": flag["expected"],
            "sentence": flag["sentence"],
            "verdict": flag["verdict"],
            "note": flag["note"],
        },
    }
    places = list(split_places(flag["evidence"]))
    if places:
        told["relatedLocations"] = [_related(place, n, report) for n, place in enumerate(places)]
    if flag["verdict"] == "fine":
        why = flag["note"] or "called fine in review"
        told["suppressions"] = [{"kind": "external", "justification": why}]  # no status: accepted
    if report.baseline is not None:
        told["baselineState"] = "unchanged" if flag["flag"] in report.baseline else "new"
    return told


def _place(flag: dict[str, Any], report: Report) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _file(flag["article"])}
    if report.part(flag):  # a page or a paragraph: no lines to point at
        return place
    line, column = end_of(flag)
    place["region"] = {
        "startLine": flag["line"],
        "startColumn": flag["column"],
        "endLine": line,
        "endColumn": column,
        "charOffset": flag["start"],
        "charLength": flag["end"] - flag["start"],
        "snippet": {"text": flag["surface"]},
    }
    return place


def _related(place: Place, number: int, report: Report) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": _file(place.article)}
    part = report.part({"article": place.article, "line": place.line})
    if not part:
        where["region"] = {"startLine": max(1, place.line)}
    text = f"{part}, {place.surface}".removeprefix(", ")
    return {"id": number, "message": {"text": text}, "physicalLocation": where}


def _file(article: str) -> dict[str, str]:
    return {"uri": quote(article, safe="/")}
