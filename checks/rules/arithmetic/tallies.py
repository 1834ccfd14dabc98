"""Running totals that fall: told once, by `tally-decrease`, and left alone by the other rules over pairs."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from checks.matching.rises import ceiling, placed, rise, until_cause
from checks.matching.running import SCORE, beginning, clause, counted, cues, one_place, tally
from checks.matching.terms import content, ills_differ
from checks.rows import Row
from checks.rules.arithmetic.intervals import power_of_ten
from checks.rules.wording import say

#: Below this a count may be of some among many ("three more", "two of the dead").
FEW = 10
#: A total that lost more than this share of itself is the total of something else.
MOST = 0.9
#: Words that look like those of a part: "more than 120 people", "New Delhi".
NO_PART = re.compile(r"\b(?:[Mm]ore than|New (?=[A-Z]))")


class Total(NamedTuple):
    """One side of a pair: what it states, of which day, where."""

    fact: str
    article: str
    line: int
    surface: str
    value: float
    low: float
    high: float
    bound: str
    sentence: str
    measure: str
    unit: str
    entities: str
    begun: str
    published: str
    source: str

    @property
    def day(self) -> str:
        """The article's date, as print has it."""
        return say.day(dt.date.fromisoformat(self.published))

    @property
    def told(self) -> str:
        """The figure with what it counts, where the table says."""
        noun = self.measure.removeprefix(f"{self.surface} ")
        return f"{self.surface} ({noun})" if noun else self.surface


class Fall(NamedTuple):
    """A total that fell; `apart`: two different sources give the values."""

    old: Total
    new: Total
    lack: str
    apart: bool
    confidence: float


def fall(row: Row) -> Fall | None:
    """The totals of a pair of which the later one is lower, or None."""
    if row.copy or row.retold_wrongly or row.score < SCORE:
        return None
    within = row.article_a == row.article_b
    if not within and (not (row.date_a and row.date_b) or row.date_a == row.date_b):
        return None
    # in an article the later sentence has the later total, if it says that the total has grown
    sides = _side(row, "a"), _side(row, "b")
    old, new = sides if within else sorted(sides, key=lambda side: side.published)
    grown = rise(new.sentence, new.surface)
    if within and grown != "to":
        return None
    if not ceiling(new) < old.low or new.value < (1 - MOST) * old.value:
        return None
    if grown != "to" and min(old.value, new.value) < FEW:
        return None
    if power_of_ten(old.value, new.value) or old.bound in ("~", "<", "<=") or new.bound in ("<", "<="):
        return None
    if not _one_total(old, new):
        return None
    apart = bool(old.source and new.source) and not content(old.source) & content(new.source)
    lack = say.number(old.value - new.value)
    return Fall(old, new, lack, apart, 0.7 if apart else round(min(0.9, float(row.score) + 0.1), 2))


def _one_total(old: Total, new: Total) -> bool:
    """Whether both are totals so far, of one thing, and neither says why it is lower."""
    what = tally(new.sentence, new.surface, f"{new.measure} {new.unit}")
    if not what or what != counted(old.sentence, old.surface, f"{old.measure} {old.unit}"):
        return False
    if ills_differ(content(old.sentence), content(new.sentence)):
        return False
    # what has grown to a number was lower before, in whatever words it was told
    if not (cues("running").search(old.sentence) or rise(new.sentence, new.surface)):
        return False
    if cues("lowered").search(new.sentence):
        return False
    for side in (old, new):
        around = NO_PART.sub("", until_cause(clause(side.sentence, side.surface), side.surface))
        if cues("unsure").search(around) or cues("partial").search(around):
            return False
    # what began at another time is another total; the day of the report is no beginning
    begun = {
        beginning(side.begun, dt.date.fromisoformat(side.published)) for side in (old, new) if side.published
    } - {""}
    if len(begun) > 1:
        return False
    if rise(new.sentence, new.surface):
        if not placed(old.sentence, new.sentence, new.surface):
            return False
    elif not one_place((old.sentence, old.surface), (new.sentence, new.surface)):
        return False
    names = [set(side.entities.split(";")) - {""} for side in (old, new)]
    return not (all(names) and not names[0] & names[1])


def _side(row: Row, side: str) -> Total:
    def of(name: str) -> str:
        return str(getattr(row, f"{name}_{side}"))

    def number(name: str) -> float:
        return float(getattr(row, f"{name}_{side}"))

    return Total(
        fact=of("fact"), article=of("article"), line=int(number("line")), surface=of("surface"),
        value=number("value"), low=number("low"), high=number("high"), bound=of("bound"),
        sentence=of("sentence"), measure=of("measure"), unit=of("unit"), entities=of("entities"),
        begun=of("period_start"), published=str(getattr(row, f"date_{side}")),
        source=of("source") if of("sourcing") in {"named", "vague"} else "",
    )  # fmt: skip
