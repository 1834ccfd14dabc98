"""A birth and an age that one sentence tells of one person, and the days on which the age was reached."""

from __future__ import annotations

import datetime as dt
import re

from checks.rules.arithmetic.calendar import Days
from checks.rules.arithmetic.lifetimes import dated
from checks.rules.wording.births import ASIDE, LIVED, Told
from checks.rules.wording.enumeration import NAME
from checks.rules.wording.lives import DEAD, LATELY
from checks.rules.wording.say import day

#: From the date of birth to the age at death.
DIED = re.compile(
    r"\)?(?:, (?:after|before|during|into|the|an?) [^,;:()]{1,60})?,?(?: who| and| she| he)* (?:has )?died\b"
    r"[^;:()]{0,80}?[ ,](?:aged|at(?: the)? age(?: of)?|at) $"
)
#: From the date of birth to an age of today, and from such an age to "born".
TO_AGE = re.compile(
    rf"{ASIDE}\)?,? (?:(?:the|this) (?:now )?|(?:he|she|they) (?:turned|turns) "
    rf"|{NAME.pattern}, (?:aged |now |who is )?)"
)
TO_BORN = re.compile(r"(?: [a-z]+){0,3}[,)]?(?: who| and)?(?: was| is)? \(?")


def days_tied(birth: Told, age: Told) -> list[Days] | None:
    """The days on which somebody so born may be so old, if the sentence makes them one person."""
    line = birth.line
    if line.start(age.row) < line.start(birth.row):
        gap = line.between(age.row, birth.row)
        appositive = age.name or age.row.surface.endswith("-old")
        to_born = gap[: max(gap.rfind("born"), gap.rfind("b."), 0)]
        fits = appositive and TO_BORN.fullmatch(to_born) and not DEAD.search(line.text)
        return _today(birth) if fits else None
    gap = line.between(birth.row, age.row)
    if DIED.fullmatch(gap):
        return _death(birth, age, LATELY.search(gap) is not None)
    if LIVED.fullmatch(birth.row.surface) or not TO_AGE.fullmatch(gap) or DEAD.search(line.text):
        return None
    return _today(birth)


def _today(birth: Told) -> list[Days]:
    published = birth.row.published
    if not published:
        return []
    date = dt.date.fromisoformat(published)
    return [Days(date, date, f"on {day(date)}")]


def _death(birth: Told, age: Told, lately: bool) -> list[Days]:
    """When somebody died: on the date between birth and age, or lately."""
    if LIVED.fullmatch(birth.row.surface):
        end = dt.date.fromisoformat(birth.row.period_end)
        start = end if birth.row.unit == "day" else end.replace(month=1, day=1)
        return [Days(start, end, f"in {end.year}")]
    inside = [r for r in birth.line.facts if birth.row.end <= r.start < age.row.start and r.kind == "date"]
    if inside:
        dates = [dated(row) for row in inside if row.period_start and row.period_end]
        return dates if len(dates) == len(inside) else []
    return _today(birth) if lately else []
