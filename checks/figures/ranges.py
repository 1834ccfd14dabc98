"""Two numerals that are one figure (`10 to 15 million`, `$3-5 billion`) or a score (`2-0`), and those that are not.

A range has one unit: the first end borrows scale and unit from the second where it prints none.
True from-to pairs (`from $100 million to $110 million`, `rose 10% to 5.5%`) stay two figures.
"""

from __future__ import annotations

import re
from typing import Literal

from checks.figures.quantity import Measured

Tie = Literal["range", "score", "share", ""]

_CONNECTOR = re.compile(r"(?: ?[-–—‑−] ?| (?:to|and|or|through|/) |, )(?:[A-Z]{0,3}[$£€¥₹] ?)?$")
_CHANGED = re.compile(
    r"\b(?:from|rose|risen|rise|rises|rising|fell|fallen|falls?|falling|up|down|increas\w+|decreas\w+|gain\w*|los[ets]\w*|drop\w*|climb\w*"
    r"|jump\w*|slip\w*|slid\w*|cut\w*|grew|grow\w*|shed|add\w*|declin\w+|advanc\w+|dipp?\w*|tumbl\w+|plung\w+|surg\w+"
    r"|reduc\w+|lower\w*|rais\w+|slump\w*|soar\w*|shrank|shrink\w*|chang\w+|went|gone|moved?|revis\w+|eas\w+|retreat\w*"
    r"|rall\w+|edg\w+|trim\w*|widen\w*|narrow\w*|improv\w+)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Rr]ang\w+ (?:from|between))(?: about| around| roughly| some)? $")
_SPREAD = re.compile(r"\b(?:[Rr]ang\w+|[Aa]nywhere|[Vv]ar\w+) from $")
_SCORED = re.compile(
    r"\b(?:won|win|wins|beat|beats|beating|lost|lose|drew|draw|defeat\w*|victor\w+|led|lead|leads|score\w*|vot\w+|passed|by|ahead|down|up|a)"
    r"(?: \w+){0,3} $"
)
_SCORE_AFTER = re.compile(
    r" (?:win|victory|defeat|loss|draw|lead|vote|majority|scoreline|success|triumph|decision|aggregate|up|down|ahead|over|against"
    r"|at|in|to|on|with|away|home)\b|[.,;:)\]\"'”’]|$| [A-Z]|\n"
)


def connector(text: str, first: Measured, second: Measured) -> str:
    """What joins two neighbours: "-", "to", "and", "or", "," — or "" where more stands between them."""
    gap = text[first.end : second.start]
    if not gap or len(gap) > 10:
        return ""
    m = _CONNECTOR.fullmatch(gap)
    if m is None:
        return ""
    word = gap.strip(" $£€¥₹ABCDEFGHIJKLMNOPQRSTUVWXYZ").lower()
    return "-" if word and word in "-–—‑−" else word


def tie(text: str, first: Measured, second: Measured) -> Tie:
    """How two neighbouring figures belong together.

    "range": one figure with two ends. "score": a result. "share": two figures, the first borrowing
    the unit of the second (`5 and 6 percent`). "": two figures that have nothing to do with each other.
    """
    join = connector(text, first, second)
    if not join or first.numeral.malformed or second.numeral.malformed:
        return ""
    bare = first.kind == "count"
    alike = first.kind == second.kind and (first.unit == second.unit or not first.unit)
    alike = alike or (first.kind == "age" and second.kind == "count")
    if not (alike or bare or (first.kind == "money" and second.kind in ("money", "count"))):
        return ""
    before = text[max(0, first.start - 48) : first.start]
    if join == "and":
        return (
            "range"
            if _BETWEEN.search(before)
            else ("share" if bare and second.kind in ("percent", "points") else "")
        )
    if join == ",":
        return ""
    if join == "or":
        small = first.value < second.value <= 3 * first.value + 2
        return (
            "range"
            if small and (bare or alike) and not first.numeral.grouped == (not first.numeral.words)
            else ""
        )
    if join == "-":
        return _hyphenated(text, first, second, before)
    if join in ("to", "through"):
        if _SPREAD.search(before):
            return "range"
        low = first.value * shared_scale(first, second)
        if _CHANGED.search(before) or second.value < low or second.value > 100 * max(low, 1e-9):
            return (
                "share"
                if bare and second.kind in ("percent", "points", "money") and second.value != first.value
                else ""
            )
        return "range"
    return ""


def shared_scale(first: Measured, second: Measured) -> float:
    """What the first end of a range is to be multiplied by: 1e9 for the 3 of `$3-5 billion`.

    1.0 where the first has a scale of its own, or is raw the greater (`500 to 1 million`).
    """
    if first.numeral.scaled or not second.numeral.scaled or not second.value:
        return 1.0
    scale = second.numeral.scale
    return scale if first.value <= second.value / scale * 1.0000001 else 1.0


def _hyphenated(text: str, first: Measured, second: Measured, before: str) -> Tie:
    plain = first.kind == second.kind == "count" and not (first.numeral.scaled or second.numeral.scaled)
    if plain and first.value == int(first.value) and second.value == int(second.value):
        after = _SCORE_AFTER.match(text, second.end)
        if first.value >= second.value or (
            second.value <= 150 and after and (_SCORED.search(before) or second.value < 20)
        ):
            return "score"
    if second.value < first.value and not second.numeral.scaled:
        return "range" if first.kind == second.kind != "count" else ""
    return "range"
