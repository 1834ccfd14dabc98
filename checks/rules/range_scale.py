"""A range whose lower end lacks the scale word, and so names another amount.

What it flags
-------------
"Between $26 and $31 million": each end has a currency sign of its own, so the lower one reads as 26
dollars. The same in "rose from £26 to £31bn", and in a range of counts that is a thousand times too wide:
"between 800 and 1.2 million people". And, as a warning, a range that runs downwards: "between 5 and 3 million
tonnes", "a profit of £210m-£23m", where a digit was lost or the ends changed places.

Why it matters
--------------
A reader has to guess, and so does a program. AP style repeats the word: "$26 million and $31 million".

What it leaves alone
--------------------
One sign for both ends ("$26-31 million"), a unit after them ("26 to 31 million tonnes"), and a wide range
that may be meant so: "fines of between $500 and $1 million".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.rows import Row, rows_of
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.place import Line, lines

if TYPE_CHECKING:
    import pandas as pd

_SIGN = r"(?:[A-Z]{1,3})?[$£€¥₹] ?|(?:US|A|C|NZ|HK|S)\$ ?|(?:USD|EUR|GBP|INR|Rs\.?) ?"
_AMOUNT = re.compile(rf"(?:{_SIGN})(?P<number>\d[\d,.]*)")
#: The scale in which an amount ends: "31 million", "31bn", "5 lakh".
_SCALED = re.compile(r"\d ?(?P<scale>[a-z]+(?: (?:million|billion|trillion|crore))?)\.?$", re.IGNORECASE)
#: Both ends of a range that each print a sign; nothing stands between the lower end and what joins them.
_SIGNED = re.compile(
    rf"^(?:{_SIGN})(?P<low>\d[\d,.]*)(?P<join> ?[-–—] ?| to | and | or )"
    rf"(?:{_SIGN})(?P<high>\d[\d,.]*)(?P<gap> ?)(?P<scale>[a-z]+)\b",
    re.IGNORECASE,
)
#: A range of counts, whose lower end has no scale.
_COUNTED = re.compile(
    r"^(?P<low>\d{2,3}) (?:to|and) (?P<high>\d[\d,.]*) ?(?P<scale>million|m|mn|bn|billion)\b"
)
_BETWEEN = re.compile(r"\bbetween (?:about |around |some |roughly )?$", re.IGNORECASE)
#: Words after which a range may well be that wide.
_WIDE = re.compile(
    r"\b(?:anywhere|anything|somewhere|rang\w+|var\w+|vast|sizes?|each|every)\b", re.IGNORECASE
)
#: Both ends of a range before one scale; and of amounts that print a sign each.
_DOWN = re.compile(
    r"^(?P<low>\d[\d.]*)(?: and | to | ?[-–—] ?)(?P<high>\d[\d.]*) ?(?:million|billion|trillion|mn|bn|m)\b"
)
_DOWN_SIGNED = re.compile(rf"^{_SIGN}\d[\d,.]* ?[a-z]* ?[-–—] ?{_SIGN}\d")
_BEFORE_LOWER = re.compile(r"\bfrom\b")
_FROM = re.compile(r"\bfrom (?:about |around |some |roughly |just )?$", re.IGNORECASE)
#: With the scale of the upper end the ends lie this near to each other, or the lower one is meant as printed.
NEAR = 10.0


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Ranges, and the two ends of a change, of which only the upper end has a scale."""
    suspects = [row for row in rows_of(facts) if _suspected(row)]
    wanted = {row.fact for row in suspects}
    read = {row.sentence for row in suspects}
    for line in lines([row for row in rows_of(facts) if row.sentence in read]):
        for row in line.facts:
            if row.fact in wanted and row.value_to == row.value_to:
                yield from _in_range(line, row)
        for low, high in pairwise(line.facts):
            if low.fact in wanted and high.kind == "money" and line.between(low, high).strip() == "to":
                yield from _in_change(line, low, high)


def _suspected(row: Row) -> bool:
    """Whether a figure is a range, or may be the lower end of one: "$26" before "$31 million"."""
    if row.value_to == row.value_to:
        return row.kind in ("money", "count", "measurement")
    if row.kind != "money" or _AMOUNT.fullmatch(row.surface) is None:
        return False
    return _BEFORE_LOWER.search(row.sentence) is not None


def _in_range(line: Line, row: Row) -> Iterator[Finding]:
    if _downwards(line, row):
        message = f"the range “{row.surface}” runs from the larger value to the smaller"
        yield Finding(row.fact, message, confidence=0.8, severity="warning")
        return
    if row.kind == "money" and (m := _SIGNED.match(row.surface)):
        if abs(_factor(row.value, m["low"])) >= 1000:  # the scale is read for both ends
            yield _finding(row, row.surface[: m.start("join")], m["gap"] + m["scale"])
    elif row.kind == "count" and (m := _COUNTED.match(row.surface)):
        before = line.before(row)
        thousand = row.value * 1000
        if (
            thousand < row.value_to <= NEAR * thousand
            and _BETWEEN.search(before)
            and not _WIDE.search(before)
        ):
            low, high = m["low"], row.surface
            yield Finding(
                row.fact,
                f"“{high}” runs from {low}: if {low},000 is meant, the lower end has to say so",
                expected=f"{low},000{row.surface[len(low) :]}",
                confidence=0.7,
            )


def _downwards(line: Line, row: Row) -> bool:
    """Whether the first end is the larger one; `impossible-value` asks of other ones."""
    between = _BETWEEN.search(line.before(row)) is not None
    if row.kind == "money" and row.value > row.value_to:
        return not between and row.value_to > 0 and _DOWN_SIGNED.match(row.surface) is not None
    ends = _DOWN.match(row.surface) if between and row.value < row.value_to else None
    if ends is None:
        return False
    low, high = _number(ends["low"]), _number(ends["high"])
    return 0 < high < low <= NEAR * high  # "between 800 and 1.2 million" lacks a scale, as it seems


def _in_change(line: Line, low: Row, high: Row) -> Iterator[Finding]:
    scaled = _SCALED.search(high.surface)
    printed = re.search(r"\d[\d,.]*", high.surface)
    if scaled is None or printed is None or low.unit != high.unit or not _FROM.search(line.before(low)):
        return
    factor = _factor(high.value, printed[0])
    if factor >= 1000 and 1 / NEAR <= low.value * factor / high.value <= NEAR:
        gap = " " if high.surface[scaled.start() + 1] == " " else ""
        yield _finding(low, low.surface, gap + scaled["scale"], high)


def _finding(row: Row, low: str, scale: str, high: Row | None = None) -> Finding:
    told = f"{row.surface} to {high.surface}" if high is not None else row.surface
    return Finding(
        row.fact,
        f"in “{told}” the first amount reads as {low}: if {low}{scale} is meant, repeat the scale",
        expected=f"{low}{scale}{row.surface[len(low) :]}",
        evidence=(high.fact,) if high is not None else (),
        confidence=0.8,
    )


def _number(printed: str) -> float:
    try:
        return float(printed)
    except ValueError:
        return 0.0


def _factor(value: float, printed: str) -> float:
    """How many times its printed number a value is; 0.0 for a nought and for what is no number ("1.2.3")."""
    try:
        number = float(printed.rstrip(".,").replace(",", ""))
    except ValueError:
        return 0.0
    return value / number if number else 0.0


RULE = Rule(
    id="range-scale",
    severity="notice",
    scope="article",
    find=find,
    flags=[
        Case(
            "Analysts expect the museum to cost between $26 and $31 million.",
            ["$26 and $31 million"],
        ),
        Case("Repairs to the bridge will cost £40 to £55m, the council said.", ["£40 to £55m"]),
        Case("Halvard put the value of the order at €1.5-€2 billion.", ["€1.5-€2 billion"]),
        Case("Takings in the town rose from $26 to $31 million last year.", ["$26"]),
        Case("Net debt fell from £3.1 to £2.6bn after the sale of the Leeds plant.", ["£3.1"]),
        Case(
            "The floods drove between 800 and 1.2 million people from their homes, the UN said.",
            ["800 and 1.2 million"],
        ),
        Case("Between 5 and 3 million tonnes of grain pass through it.", ["5 and 3 million tonnes"]),
        Case("The firm expects full-year profit of £210m-£23m, it said.", ["£210m-£23m"]),
        Case("The scheme will create savings of between A$90 and A$120 million.", ["A$90 and A$120 million"]),
    ],
    passes=[
        Case("Analysts expect the museum to cost between $26 million and $31 million."),
        Case("Repairs to the bridge will cost £40m to £55m, the council said."),
        Case("Halvard put the value of the order at €1.5-2 billion."),
        Case("Farmers expect to bring in 26 to 31 million tonnes of wheat."),
        Case("The law allows fines of between $500 and $1 million."),
        Case("Between 3 and 5 million tonnes of grain pass through it."),
        Case("The firm expects full-year profit of £210m-£230m, it said."),
        Case("Tickets cost between $26 and $31."),
        Case("Donations ranged from $5 to $1 million."),
        Case("Shares rose from $26 to $31, valuing the firm at $4 billion."),
        Case("Takings in the town rose from $26 million to $31 million last year."),
        Case("Firms of all sizes, between 200 and 1.1 million staff, answered the survey."),
        Case("Between 800,000 and 1.2 million people were driven from their homes."),
        Case("He turned $20 into $31 million."),
        Case("The repairs will cost between $0 and $3 million."),
        Case("The repairs will cost $0-$3 million."),
        Case("The grant fell from $5 to $0 million."),
        Case("Takings in the town rose from $26 to $1.234.567 million."),
    ],
)
