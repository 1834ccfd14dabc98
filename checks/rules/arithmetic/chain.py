"""A contradiction told as a chain of sums that a reader can follow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.equations import Equation, interval
from checks.rules.arithmetic.intervals import ANY, scale
from checks.rules.arithmetic.network import Tie, narrow
from checks.rules.wording.say import listing, quantity, reckoned


def steps(
    flagged: str,
    found: Iterable[str],
    needed: list[Tie],
    rows: Mapping[str, Row],
    equations: Mapping[str, Equation],
    constants: Mapping[str, Interval],
) -> tuple[list[str], str]:
    """What the other figures make, a sentence for each sum, and the value that would agree with them.

    `found` are the facts that cannot all be true, `needed` the ties between them (and unstated parts).
    """
    known = {name: interval(rows[name]) for name in found if name != flagged}
    values, _ = narrow({**constants, **known}, needed)
    points = {name: _point(rows[name]) for name in known}
    middle, wrong = narrow({**constants, **points}, needed)
    middle = values if wrong else middle
    # An unstated whole is counted in the unit of the fact that states it: 2,000 members, not 2,000 firms.
    stated = {tie.result: tie.terms[0] for tie in needed if tie.name not in equations}
    told: list[str] = []
    sure = {*known, *constants}
    waiting = list(needed)
    while waiting:
        tie = next((tie for tie in waiting if len({*tie.variables} - sure) <= 1), None)
        if tie is None:
            break
        waiting.remove(tie)
        new = {*tie.variables} - sure
        sure |= new
        if tie.name not in equations or not new:
            continue
        (variable,) = new
        eq = equations[tie.name]
        if variable in eq.constants or variable.endswith(":growth"):
            continue
        unit = _unit(eq, stated.get(variable, variable), rows)
        printed = _printed(variable, rows)
        value = _middle(middle[variable], values[variable]) * printed
        if not math.isfinite(value):
            continue
        told.append(_told(eq, variable, reckoned(value, scale(values[variable], printed), unit), rows))
    agreeing = _middle(middle.get(flagged, ANY), values.get(flagged, ANY)) * _printed(flagged, rows)
    return told, quantity(agreeing, rows[flagged].unit) if math.isfinite(agreeing) else ""


def _printed(variable: str, rows: Mapping[str, Row]) -> float:
    """What makes a value of the network one as printed: a percentage is a fraction of one there."""
    return 100.0 if variable in rows and rows[variable].kind == "percent" else 1.0


def _point(row: Row) -> Interval:
    value = row.value / 100 if row.kind == "percent" else row.value
    low, high = interval(row)
    return Interval(value, value) if low <= value <= high else Interval(low, high)


def _middle(point: Interval, room: Interval) -> float:
    """The middle of what the printed values give, else of all that they allow; nan or inf for anything."""
    low, high = point if math.isfinite(point.low) and math.isfinite(point.high) else room
    return low + (high - low) / 2


def _unit(eq: Equation, variable: str, rows: Mapping[str, Row]) -> str:
    if variable in rows:
        return str(rows[variable].unit)
    like = eq.parts["part" if eq.kind == "share" else "new"][0]
    return str(like.unit)


def _told(eq: Equation, variable: str, value: str, rows: Mapping[str, Row]) -> str:
    """One sum in words; `value` is what it makes of `variable`."""

    def said(part: str) -> str:
        row = eq.parts[part][0]
        return value if row.fact == variable else str(row.surface)

    if eq.kind == "share":
        whole = said("whole") if "whole" in eq.parts else value
        return f"{said('part')} is {said('share')} of {whole}"
    if eq.kind == "change":
        old = said("old") if "old" in eq.parts else value
        way = "rise" if eq.parts["change"][0].direction == "up" else "fall"
        return f"{said('new')} after a {way} of {said('change')} comes from {old}"
    if eq.kind == "sum":
        parts = [value if row.fact == variable else str(row.surface) for row in eq.parts["part"]]
        return f"{listing(parts)} make {said('total')}"
    if eq.kind == "split":
        shares = [value if row.fact == variable else str(row.surface) for row in eq.parts["share"]]
        return f"{listing(shares)} make 100%"
    if eq.kind == "rate":
        return f"{said('rate')} comes to {said('total')}"
    if eq.kind == "ratio":
        return f"{said('new')} is {said('ratio')} {said('old')}"
    if eq.kind == "product":
        return f"{said('count')} at {said('price')} make {said('total')}"
    return f"{said('first')} and {said('second')} differ by {said('difference')}"
