"""The FLAGS table out of what the rules found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from checks.flags.identity import Place, flag_id, join_places
from checks.model import SEVERITIES
from checks.tables import FLAGS, frame

if TYPE_CHECKING:
    import pandas as pd

#: columns of a flag that are those of the fact it is about
_OF_THE_FACT = ("article", "line", "column", "start", "end", "surface", "sentence")


def build(findings: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """The FLAGS table of `findings` about `facts`, without verdicts.

    `findings` has the columns check, fact, message, expected, evidence (a tuple of fact ids),
    confidence and severity, and may have argument: the fact ids that make the flag's identity, where
    those are not the fact and all its evidence. `facts` has FACTS columns. The same doubt found twice
    is one flag (the surer one). Rows sort by severity, article and position. Raises ValueError for a
    finding about a fact that `facts` does not hold.
    """
    found = findings.to_dict("records")
    known = _facts_by_id(found, facts)
    flags: dict[str, dict[str, Any]] = {}
    for finding in found:
        flag = _flag(finding, known)
        kept = flags.setdefault(flag["flag"], flag)
        if kept["confidence"] < flag["confidence"]:
            flags[flag["flag"]] = flag
    return frame(sorted(flags.values(), key=position), FLAGS)


def position(flag: Mapping[str, Any]) -> tuple[int, str, int, str, str]:
    """What flags are sorted by. Cells may be text, as read from a file; an odd one sorts last."""
    try:
        severity, start = SEVERITIES.index(flag["severity"]), int(flag["start"])
    except ValueError:
        severity, start = len(SEVERITIES), 0
    return severity, flag["article"], start, flag["check"], flag["flag"]


def _facts_by_id(found: list[dict[Any, Any]], facts: pd.DataFrame) -> dict[str, dict[str, Any]]:
    wanted = {f for finding in found for f in (finding["fact"], *finding["evidence"])}
    rows = zip(*(facts[column].tolist() for column in ("fact", *_OF_THE_FACT)), strict=True)
    known = {fact: dict(zip(_OF_THE_FACT, cells, strict=True)) for fact, *cells in rows if fact in wanted}
    for finding in found:
        for fact in (finding["fact"], *finding["evidence"]):
            if fact not in known:
                raise ValueError(f"{finding['check']} speaks of fact {fact!r}, which is not in the table")
    return known


def _flag(finding: dict[Any, Any], known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    fact = known[finding["fact"]]
    others = [known[f] for f in dict.fromkeys(finding["evidence"]) if f != finding["fact"]]
    flagged, *against = finding.get("argument") or (finding["fact"], *finding["evidence"])
    return {
        "flag": flag_id(finding["check"], flagged, (f for f in against if f != flagged)),
        "check": finding["check"],
        "severity": finding["severity"],
        "confidence": finding["confidence"],
        **{column: fact[column] for column in _OF_THE_FACT},
        "message": finding["message"],
        "expected": finding["expected"],
        "evidence": join_places(Place(o["article"], o["line"], o["surface"]) for o in others),
        "verdict": "",
        "note": "",
    }
