"""A change tied to the level it led to and the level it came from: `up 12% to $56m from $50m`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import LEVELS, Clause, any_of, minor, same_measure
from checks.facts.relations.forms import APART
from checks.facts.relations.wording import Direction, directions, patterns

PARTS = {"c": "change", "d": "difference", "n": "new", "o": "old"}
#: "5% a year" is a step of several.
_EACH = re.compile(r" ?(?:an?|per|each|every) (?:annum|year|quarter|month|week|day)\b")
#: "Growth of 4% to 6%" is between two forecasts.
_RANGE = re.compile(r" (?:to|and|or) ")
_STEP = re.compile(
    r"\b(?:(?:on|from|over|in) the|(?:on|from) a|from last|(?:month|year|quarter|week|day)-on-)"
    r" ?(?:previous |prior |preceding |same |last )?(day|week|month|quarter|year)\b"
)
_AGO = re.compile(
    r"\b(?:an?|the|one|last|previous|prior|same|preceding) (day|week|month|quarter|year)\b"
    r"|\b(year)-(?:earlier|ago)\b"
)


#: Days, at least and at most, of the periods whose levels are compared.
_QUARTER, _YEAR = 88, 366
#: Two changes so many times apart are hardly one, with a slip in it.
_ALIKE = 2.0


#: "19,500 were added, an increase of 35% from 55,500": no level, but the step to it.
_ADDED = re.compile(r" (?:[\w-]+ ){0,3}(?:were|was|been) added\b")
#: A result that is adjusted itself, not its change: "underlying profit rose 24% to £84m".
_RESULT = re.compile(
    r"\b(?:adjusted|underlying|pro forma) (?:[\w-]+ ){0,2}?"
    r"(?:profits?|earnings|income|loss(?:es)?|ebitda?|eps)\b"
)


class Change(NamedTuple):
    """Facts that belong together by the part they play, and whether the change is a rise or a fall.

    The parts are `change`, `new` and `old`, or `change`, `difference` and one of the levels.
    """

    parts: dict[str, Fact]
    direction: Direction


def changes(clause: Clause) -> Iterator[Change]:
    """The changes of a sentence that are printed with two other figures; a fact changes once."""
    seen: set[int] = set()
    for i in range(len(clause.facts) - 2):
        facts, gaps = clause.facts[i : i + 3], clause.gaps[i : i + 4]
        if any(APART.search(gap) for gap in gaps[1:3]):
            continue
        for pattern in patterns():
            parts = dict(zip(pattern.order, facts, strict=True))
            if id(parts["c"]) in seen or not measurable(parts):
                continue
            word = pattern.word(gaps)
            if word is not None and not other_base(pattern.order, gaps, directions()[word], parts):
                seen.add(id(parts["c"]))
                # A loss improves by falling.
                way: Direction = "" if word.startswith("improve") else directions()[word]
                yield Change({PARTS[letter]: fact for letter, fact in parts.items()}, way)
                break


def measurable(parts: dict[str, Fact]) -> bool:
    """Whether the kinds fit: a change in percent, points or a fraction, or in the unit of the levels."""
    change, levels = parts["c"], [parts[letter] for letter in "dno" if letter in parts]
    if any(fact.figure.kind not in LEVELS for fact in levels):
        return False
    kind, unit = change.figure.kind, change.unit or change.figure.unit
    cents = "d" in parts and minor(_unit(levels[0]), _unit(levels[-1]))
    if not (cents or same_measure(levels[0], levels[-1])):
        return False
    percent = (kind == "percent" and unit == "percent") or (kind == "ratio" and 0 < change.figure.value < 1)
    if "d" in parts:
        return percent and levels[0].figure.kind != "percent"
    if kind == "points" or (kind == "count" and unit == "point"):
        return levels[0].figure.kind in ("percent", "count")
    return percent or (kind not in ("percent", "ratio") and same_measure(change, levels[0]))


def _unit(fact: Fact) -> str:
    return fact.unit or fact.figure.unit


def other_base(
    order: str, gaps: list[str], direction: Direction, parts: dict[str, Fact] | None = None
) -> bool:
    """Whether the change is reckoned from another level than the old one printed here; `parts` by letter."""
    ties = _vetoes()
    at = order.index("c")
    around = _RESULT.sub("", f"{gaps[at][-50:]}#{gaps[at + 1][:50]}")
    if _EACH.match(gaps[at + 1]) or gaps[at + 1].startswith(" times") or ties["other_base"].search(around):
        return True
    if order[-1] == "c" and _RANGE.fullmatch(gaps[at + 1]):
        return True
    if "o" not in order:
        return False
    if "n" in order and _ADDED.match(gaps[order.index("n") + 1]):
        return True
    old = order.index("o")
    comparison = f"{gaps[old][-40:]}#{re.split('[,;.]', gaps[old + 1])[0][:40]}"
    if ties["other_old"].search(comparison):
        return True
    step, ago = _STEP.search(gaps[at + 1]), _AGO.search(gaps[old + 1][:40])
    if contrary := re.search(r"\b(up|down) from\b", gaps[old]):
        # "Fell 3% to $105 on Friday, down from $130": of what the 3% is a part, nobody says.
        if (contrary[1] == "up") != (direction == "up"):
            return True
        if order == "cno" and (ago is None or "#" in gaps[old]):
            return parts is None or "#" in gaps[old] or not _year_on_year(parts)
    return bool(step and ago and step[1] not in ago.groups())


def _year_on_year(parts: dict[str, Fact]) -> bool:
    """Whether "up from £71m in 2024" is what the change before it was surely reckoned from.

    The old level is of a year or a quarter and the new one of none, or of the one after; and the change that
    they make is like the one printed: "grew 1% to 4.5 million, up from 3.2 million in 2010" tells of two.
    """
    new, old, change = parts["n"], parts["o"], parts["c"].figure
    if new.figure.kind == "percent" or change.kind != "percent" or not old.figure.value:
        return False
    if not (old.period and old.period.start and old.period.end):
        return False
    if not _QUARTER <= (old.period.end - old.period.start).days <= _YEAR:
        return False
    if new.period and new.period.start and not 0 < (new.period.start - old.period.start).days <= _YEAR:
        return False
    true = abs(new.figure.value / old.figure.value - 1) * 100
    return true / _ALIKE <= change.value <= true * _ALIKE


@cache
def _vetoes() -> dict[str, re.Pattern[str]]:
    ties = lexicon.lists("relations")["changes"]
    return {name: re.compile(rf"\b(?:{any_of(ties[name])})\b") for name in ("other_base", "other_old")}
