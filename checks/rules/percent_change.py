"""A change that the two levels printed with it do not make.

What it flags
-------------
"Sales rose 20% from $100 million to $150 million": from 100 to 150 is 50%. Also a fraction ("up by
a third"), points ("up 2 percentage points to 12% from 9%") and a change in the levels' own unit
("rose $10 million to $120 million from $100 million"), the same change told twice ("fell 640 points,
or 8%, to 79,360"), and a rise printed between levels that fall.

Why it matters
--------------
The change is what readers remember, and the commonest slip of a newsroom: a digit turned round, the
wrong base, points taken for percent.

What it leaves alone
--------------------
A change without both levels. Growth "a year" over several years. Growth at constant exchange rates,
like for like, adjusted or underlying, which compares other figures than those printed. A level
compared with a peak, a target or a forecast. Differences that rounding explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.facts.relations.clause import minor
from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import (
    divide,
    exactly,
    overlap,
    percent_change,
    reciprocal,
    scale,
    subtract,
)
from checks.rules.arithmetic.points import mistaken, size
from checks.rules.arithmetic.ties import Parts, in_percent, ties, true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import percent, quantity, reckoned

if TYPE_CHECKING:
    import pandas as pd


#: Percentage points that nobody would correct: an index's "two points, or 0.1%" of 5,102 is 0.04%.
NIT = 0.1


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Changes at odds with their levels."""
    for parts in ties(facts, "change"):
        if {"new", "old"} <= parts.keys():
            yield from _between_levels(parts["change"][0], parts["new"][0], parts["old"][0])
        elif "difference" in parts:
            yield from _from_difference(parts)


def _between_levels(change: Row, new: Row, old: Row) -> Iterator[Finding]:
    """The change against the one that the two levels make."""
    if mistaken(change, new, old):
        return  # percent taken for points is for percent-or-points to say
    allowed = [reading for reading in _readings(change, new) if reading != "percent" or old.low > 0]
    if not allowed or any(overlap(_stated(change), _reckoned(how, new, old)) for how in allowed):
        return
    how = allowed[0]
    true = _reckoned(how, new, old)
    true_size = Interval(-true.high, -true.low) if true.high < 0 else true
    plain = abs(new.value - old.value) if how != "percent" else abs(new.value / old.value - 1) * 100
    unit = {"percent": "percent", "points": "percentage point"}.get(how, change.unit)
    way = "a fall" if true.high < 0 else "a rise" if true.low > 0 else "a change"
    true_change = f"{way} of {reckoned(plain, true_size, unit)}"
    stated = f"a {'fall' if change.direction == 'down' else 'rise'} of " if _contrary(change, true) else ""
    yield Finding(
        fact=change.fact,
        message=f"from {old.surface} to {new.surface} is {true_change}, not {stated}{change.surface}",
        expected=quantity(plain, unit),
        evidence=(old.fact, new.fact),
        confidence=0.9,
    )


def _from_difference(parts: Parts) -> Iterator[Finding]:
    """The change in percent against the one in units and the level before or after it."""
    change, difference = parts["change"][0], parts["difference"][0]
    to = "new" in parts
    level = parts["new" if to else "old"][0]
    # An index is printed to the point: 53 may be 52.6.
    room = 0.5 if difference.kind == "count" else 0.0
    size = Interval(difference.low - room, difference.high + room)
    if cents := minor(difference.unit, level.unit):
        size = scale(size, cents)
    if size.low <= 0 or level.low <= size.high:
        return
    ways = [way for way in (1, -1) if change.direction != ("down" if way > 0 else "up")]
    # With the new level, the old one is it less the difference: 100 d / (n - d) = 100 / (n / d - 1).
    ratio = divide(true_values(level), size)
    true = [scale(reciprocal(subtract(ratio, exactly(way)) if to else ratio), 100) for way in ways]
    if any(overlap(in_percent(change), share) for share in true):
        return
    plain = 100 / (level.value / (difference.value * (cents or 1.0)) - (ways[0] if to else 0))
    if abs(plain - change.value) < NIT and change.kind == "percent":
        return
    yield Finding(
        fact=change.fact,
        message=(
            f"a change of {difference.surface} {'to' if to else 'from'} {level.surface}"
            f" is {reckoned(plain, true[0], 'percent')}, not {change.surface}"
        ),
        expected=percent(plain),
        evidence=(difference.fact, level.fact),
        confidence=0.85,
    )


def _readings(change: Row, new: Row) -> list[str]:
    """What the printed change may mean, the plainest first."""
    if change.kind == "points" or (change.kind == "count" and new.kind == "percent"):
        return ["points"]
    if change.kind == "ratio":
        return ["percent"]
    if change.kind == "percent":
        # "Rose 2% to 12% from 10%" means points in many a newsroom; percent-or-points speaks of that.
        return ["percent", "points"] if new.kind == "percent" else ["percent"]
    return ["difference"]


def _stated(change: Row) -> Interval:
    stated = size(change)
    if change.direction == "down":
        return scale(stated, -1)
    if change.direction == "up":
        return stated
    return Interval(-stated.high, stated.high)


def _reckoned(how: str, new: Row, old: Row) -> Interval:
    """The change from the old level to the new one, signed."""
    if how == "percent":
        return percent_change(true_values(old), true_values(new))
    return subtract(true_values(new), true_values(old))


def _contrary(change: Row, true: Interval) -> bool:
    return (true.high < 0 and change.direction == "up") or (true.low > 0 and change.direction == "down")


RULE = Rule(
    id="percent-change",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case("Sales rose 20% from $100 million to $150 million.", ["20%"]),
        Case("The chain had turnover of £2.86bn, a 31% rise on last year's £2.53bn.", ["31%"]),
        Case(
            "The stock gained 14.5 pct to $27.17 on Tuesday from $26.00 the day before.",
            ["14.5 pct"],
        ),
        Case(
            "Applications slid 14.2 per cent to 1,830 in the week to Sunday, from 1,380 a week earlier.",
            ["14.2 per cent"],
        ),
        Case("Net profit was €12.4 million, up 45% from €10.1 million a year earlier.", ["45%"]),
        Case("The number of visitors fell from 8,240 to 6,180, a drop of 35%.", ["35%"]),
        Case("The jobless rate rose 2 percentage points to 12% from 8%.", ["2 percentage points"]),
        Case("The Sensex fell 640 points, or 8%, to 79,360.", ["8%"]),
        Case("Sales rose €48m, or 21%, to €448m.", ["21%"]),
        Case("Spending rose by £4.6 million to £61.2 million from £51.4 million.", ["£4.6 million"]),
        Case("Underlying profit rose 31% to £96m, up from £82m in 2024, the grocer said.", ["31%"]),
        Case("Group revenue edged down 7% to £392m (2023: £400m), the printer said.", ["7%"]),
        Case(
            "Evictions dropped to 1,480 in May from a year ago's 1,850, a decline of 35 percent.",
            ["35 percent"],
        ),
        Case("Natural gas settled at $4.20 a unit, up 20 cents, or 9%.", ["9%"]),
        Case("Gate receipts were £9.2m, against £8m last term, which the club called a 35% leap.", ["35%"]),
        Case(
            "The average fare was $62 in 2015. By last year it had climbed to $93, a 70% increase.",
            ["70%"],
        ),
        Case(
            "The park drew 1,150 campers in 2023. The figure fell to 920 in 2024, 30 percent fewer.",
            ["30 percent"],
        ),
        Case("Net income rose to $1.32 billion from $1.20 billion. The 16% rise pleased investors.", ["16%"]),
        Case("Shares in the builder closed £2.40 lower, or 5%, at £77.60.", ["5%"]),
        Case("Interest income was $912 million ($960 million a year ago), a fall of 9%.", ["9%"]),
        Case("Pre-tax profit was £46.2m, 18% ahead of the £42m made in 2023.", ["18%"]),
        Case("Sales rose 25% to $57.5 million. They had been $50 million a year earlier.", ["25%"]),
    ],
    passes=[
        Case("The Sensex fell 640 points, or 0.8%, to 79,360."),
        Case("Crude fell $1.20, or 1.6 percent, to settle at $73.80 a barrel."),
        Case("Sales rose 50% from $100 million to $150 million."),
        Case("The chain had turnover of £2.86bn, a 13% rise on last year's £2.53bn."),
        Case("The index rose 5% to 100 from 95."),
        Case("The company's shares were up 12% at $3.20, and turnover reached $4.1bn."),
        Case("Output grew 5% a year, from 100 tonnes in 2010 to 163 tonnes in 2020."),
        Case("The index was down 0.3% on the month at 105, and down from 110 a year ago."),
        Case("Prices fell 0.3% on the month to 105 from 110 a year earlier."),
        Case("The jobless rate rose 2 percentage points to 12% from 10%."),
        Case("The bank cut its main rate by 25 basis points to 4.25% from 4.5%."),
        Case("Revenue rose 9% at constant exchange rates to €204m from €196m."),
        Case("Shares fell 3% to $105, down from a high of $130 in March."),
        Case("Exports rose by more than 20% to 57,000 tonnes from 46,000 tonnes."),
        Case("Sales fell from $40 million to $30 million, while profit rose 12% to $5 million."),
        Case("Profit rose 9%, an increase of 14% in Asia and of 3% in Europe."),
        Case("Underlying profit rose 17% to £96m, up from £82m in 2024, the grocer said."),
        Case("The population grew 1% to 4.5 million, up from 3.2 million in 2010."),
        Case("Assaults, which make up more than a quarter of the total, rose to 573 from 570."),
        Case("Sales were $9m in 2010. They fell to $5m last year, a 2% drop."),
        Case("Net income rose to $1.32 billion from $1.20 billion. The 16% rise in costs was less welcome."),
        Case("Natural gas settled at $4.20 a unit, up 20 cents, or 5%."),
        Case("Shares in the builder closed £2.40 lower, or 3%, at £77.60."),
        Case("Interest income was $912 million ($960 million a year ago), while costs fell 9%."),
        Case("The carrier cut its half-year loss to $42 million from $70 million, a 40% improvement."),
        Case("Last year 19,500 chargers were added, an increase of 35% from 55,500."),
        Case("Underlying sales rose 4% to €5.1bn from €5.3bn, after the sale of two units."),
    ],
)
