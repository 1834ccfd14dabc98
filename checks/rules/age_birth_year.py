"""An age that the year of birth printed with it does not allow.

What it flags
-------------
"Born in Basel in 1926, ... died on 3 March 2025 aged 87": that makes 98 or 99. "Born in Lund in
1991, the 43-year-old keeper", in an article of 2025. Age and birth may stand in two sentences that
name the same person ("Tara Whitlock, 63, ..." and "Born in Truro in 1989, Ms Whitlock ..."). The
living are as old as on the day of the article, the dead as on the day they died.

Why it matters
--------------
Two digits changed places, or two people became one. Families write in, and so do lawyers.

What it leaves alone
--------------------
Articles without a date, unless the text dates the death. Ages at another time ("moved to York at the
age of 21"). An age that fits another date in its sentence. Years of birth that are not sure ("around
1926", "the 1950s"). A difference of one year between two sentences.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.rules.rule import Case, Finding, Rule, on
from checks.rules.wording.births import ASIDE, LIVED, Told, age_told, birth_told, one_person
from checks.rules.wording.enumeration import NAME
from checks.rules.wording.place import Line, Row, lines
from checks.rules.wording.say import day, digits

if TYPE_CHECKING:
    import pandas as pd

#: From the date of birth to the age at death.
DIED = re.compile(
    r"\)?,?(?: who| and| she| he)* (?:has )?died\b[^;:()]{0,80}?[ ,](?:aged|at(?: the)? age(?: of)?|at) $"
)
DEAD = re.compile(
    r"\b(?:died|dies|dead|deaths?|killed|murder\w*|drowned|late|shot|funeral|suicide)\b", re.IGNORECASE
)
#: From the date of birth to an age of today, and from such an age to "born".
TO_AGE = re.compile(rf"{ASIDE}\)?,? (?:(?:the|this) (?:now )?|{NAME.pattern}, (?:aged |now |who is )?)")
TO_BORN = re.compile(r"(?: [a-z]+){0,3}[,)]?(?: who| and)?(?: was| is)? \(?")
#: How far apart an age and a birth may stand, in characters, to be of one person by the surname.
NEAR = 600


class Days(NamedTuple):
    """The days on which something may have been, both included, and how print has it."""

    first: dt.date
    last: dt.date
    printed: str


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Ages at odds with a date of birth."""
    ages = (facts["kind"] == "age") & (facts["bound"] == "=") & facts["value_to"].isna()
    births = (
        (facts["kind"] == "date")
        & (facts["period_start"] != "")
        & facts["unit"].isin(["day", "month", "year"])
    )
    births &= facts["sentence"].str.contains(r"\b[Bb]orn\b|\bb\. |\(\d{4}", regex=True)
    both = facts["article"].isin(facts["article"][ages]) & facts["article"].isin(facts["article"][births])
    of_interest = facts["sentence"].isin(facts["sentence"][ages | births])
    for _, article in facts[both & of_interest].groupby("article", sort=False):
        yield from _in_article(list(lines(article)))


def _in_article(told: list[Line]) -> Iterator[Finding]:
    born = [birth for line in told for row in line.facts if (birth := birth_told(line, row))]
    aged = [age for line in told for row in line.facts if (age := age_told(line, row))]
    tied = set()
    for birth in born:
        for age in aged:
            if birth.line is age.line and (dates := _tied(birth, age)) is not None:
                tied |= {birth.row.fact, age.row.fact}
                yield from _against(birth, age, dates, least=1)
    for birth in born:
        same = [age for age in aged if one_person(age.name, birth.name)]
        if len({age.row.value for age in same}) != 1 or {birth.row.fact, same[0].row.fact} & tied:
            continue
        age = same[0]
        apart = abs(age.row.start - birth.row.start)
        if age.line is birth.line or apart > NEAR or DEAD.search(f"{age.line.text} {birth.line.text}"):
            continue
        yield from _against(birth, age, _today(birth), least=2)


def _tied(birth: Told, age: Told) -> list[Days] | None:
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
        return _death(birth, age, "has died" in gap)
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
        return [Days(end.replace(month=1, day=1), end, f"in {end.year}")]
    inside = [r for r in birth.line.facts if birth.row.end <= r.start < age.row.start and r.kind == "date"]
    if inside:
        dated = [_days(row) for row in inside if row.period_start and row.period_end]
        return dated if len(dated) == len(inside) else []
    return _today(birth) if lately else []


def _days(row: Row) -> Days:
    first, last = dt.date.fromisoformat(row.period_start), dt.date.fromisoformat(row.period_end)
    return Days(first, last, f"on {day(first)}" if first == last else f"in {first.year}")


def _against(birth: Told, age: Told, dates: list[Days], least: int) -> Iterator[Finding]:
    """The age, if it is `least` years or more off what the birth makes on all of the `dates`."""
    if not dates:
        return
    born = _days(birth.row)
    if LIVED.fullmatch(birth.row.surface):
        born = Days(born.first, born.first.replace(month=12, day=31), str(born.first.year))
    lives = _lives(born, dates[-1])
    others = [r for told in (birth, age) for r in told.line.facts if r.kind == "date" and r is not birth.row]
    others = [r for r in others if r.period_start and r.period_end]
    off = min(_off(age.row.value, _lives(born, days)) for days in (*dates, *map(_days, others)))
    if off < least:
        return
    right = " or ".join(str(n) for n in sorted({max(n, 0) for n in lives}))
    since = f"on {day(born.first)}" if born.first == born.last else f"in {born.first.year}"
    yield Finding(
        fact=age.row.fact,
        message=f"somebody born {since} is {right} {dates[-1].printed}, not {digits(age.row.value)}",
        expected=right,
        evidence=(birth.row.fact,),
        confidence=0.9 if off > 1 else 0.7,
        severity=None if off > 1 else "warning",
    )


def _lives(born: Days, then: Days) -> tuple[int, int]:
    return _years(born.last, then.first), _years(born.first, then.last)


def _years(born: dt.date, then: dt.date) -> int:
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def _off(age: float, lives: tuple[int, int]) -> float:
    return max(lives[0] - age, age - lives[1], 0)


RULE = Rule(
    id="age-birth-year",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            on(
                "2025-03-04",
                "The painter Lina Maurer, born in Basel in 1926, died in hospital on 3 March aged 87.",
            ),
            ["87"],
        ),
        Case(
            on(
                "2025-06-17",
                "Brackley on Monday appointed Tara Whitlock, 63, as its head. Born in Truro in 1989,"
                " Ms Whitlock joined the brewer in 2009.",
            ),
            ["63"],
        ),
        Case(
            on(
                "2025-02-10",
                "Born in Bergen in 1993, the 41-year-old keeper has won 30 caps.",
            ),
            ["41-year-old"],
        ),
        Case("Mary Poole was born in 1950 and died in 1997 at the age of 57.", ["57"]),
        Case("Otto Reiner (1871\u20131934), who died aged 73, taught at Graz.", ["73"]),
        Case(on("2025-02-10", "Mary Poole, 57, who was born in Leeds in 1950, is to be a judge."), ["57"]),
        Case(
            on("2025-02-10", "Udo Reiner, 34, was elected. Mr Reiner was born in Linz on 4 May 1967."),
            ["34"],
        ),
        Case(on("2025-02-10", "Born in 1979, Ona Whelan, 54, is the youngest of the four bidders."), ["54"]),
    ],
    passes=[
        Case(
            on(
                "2025-03-04",
                "The painter Lina Maurer, born in Basel in 1937, died in hospital on 3 March aged 87.",
            )
        ),
        Case(
            on(
                "2025-06-17",
                "Brackley on Monday appointed Tara Whitlock, 36, as its head. Born in Truro in 1989,"
                " Ms Whitlock joined the brewer in 2009.",
            )
        ),
        Case(
            on(
                "2025-02-10",
                "Born in Bergen in 1993, the 31-year-old keeper has won 30 caps.",
            )
        ),
        Case("Mary Poole was born in 1950 and died in 1997 at the age of 46."),
        Case("Born in Bergen in 1993, the 41-year-old keeper has won 30 caps."),
        Case(on("2025-02-10", "Mary Poole, born in Leeds in 1950, moved to York at the age of 21.")),
        Case(on("2025-02-10", "Mary Poole, 74, has a daughter, who was born in 1978.")),
        Case(on("2025-02-10", "John Hale, 34, and his father, born in 1950, run the farm.")),
        Case(on("2025-02-10", "Born in Bergen in 1993, the 19-year-old keeper joined Roma in 2012.")),
        Case(on("2025-02-10", "The 23-year-old, born in Lagos in 2002, joined Lyon in 2021.")),
        Case(on("2025-02-10", "Ona Whelan, 23, was murdered in Hull. Ms Whelan was born in 1950.")),
        Case(on("2025-02-10", "Ian Pike, 41, is the heir. Born in 1950, Ann Pike wrote a will.")),
        Case("Otto Reiner (1871\u20131934), who died aged 63, taught at Graz."),
    ],
)
