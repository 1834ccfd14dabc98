"""An age that the year of birth printed with it does not allow.

What it flags
-------------
"Born in Basel in 1926, ... died on 3 March 2025 aged 87": that makes 98 or 99. "Born in Lund in
1991, the 43-year-old keeper", in an article of 2025. Age and birth may stand in two sentences that
name the same person ("Tara Whitlock, 63, ..." and "Born in Truro in 1989, Ms Whitlock ..."), or in an article
that tells of one birth only ("died on Tuesday aged 81 ... Born in 1952, the daughter of a tailor, she"). The
living are as old as on the day of the article, the dead as on the day they died. Two ages of one
person on two days: "Mr Pugh, 67, ... who was 40 at the time" of a killing in 1985.

Why it matters
--------------
Two digits changed places, or two people became one. Families write in, and so do lawyers.

What it leaves alone
--------------------
Articles without a date, unless the text dates the death. Ages at another time ("moved to York at the
age of 21"). An age that fits another date in its sentence. Years of birth that are not sure ("around
1926", "the 1950s"). A difference of one year between two sentences. Sentences about a relative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING

from checks.rows import Row, rows_of
from checks.rules.arithmetic.calendar import Days
from checks.rules.arithmetic.lifetimes import ages_on, born_by, dated, in_words, off
from checks.rules.rule import Case, Finding, Rule, on
from checks.rules.wording.births import LIVED, Told, age_told, birth_told, one_person
from checks.rules.wording.born_and_aged import days_tied
from checks.rules.wording.lives import DEAD, Aged, ages, of_another
from checks.rules.wording.place import Line, by_article
from checks.rules.wording.say import day, digits

if TYPE_CHECKING:
    import pandas as pd

#: How far apart an age and a birth may stand, in characters, to be of one person.
NEAR = 2500
#: The same, where the living are named once and born as "he".
CLOSE = 400
_BIRTH = re.compile(r"\b[Bb]orn\b|\bb\. |\([\w ,.]{0,20}\d{4}")
_THEN = re.compile(r"\b(?:at the time|when)\b")


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Ages at odds with a date of birth."""
    aged = [row for row in rows_of(facts) if row.kind == "age" and row.bound == "=" and isnan(row.value_to)]
    with_age = {row.article for row in aged}
    near = [row for row in rows_of(facts) if row.article in with_age]
    births = [row for row in near if _of_birth(row)]
    both = {row.article for row in births}
    both |= {row.article for row in aged if _THEN.search(row.sentence)}
    near = [row for row in near if row.article in both]
    read = {row.sentence for row in (*aged, *births)}
    read |= {sentence for sentence in {row.sentence for row in near} - read if DEAD.search(sentence)}
    for told in by_article([row for row in near if row.sentence in read]):
        yield from _in_article(told)


def _of_birth(row: Row) -> bool:
    """Whether a date may be one of birth, by its sentence."""
    if row.kind != "date" or not row.period_start or row.unit not in ("day", "month", "year"):
        return False
    return _BIRTH.search(row.sentence) is not None


def _in_article(told: list[Line]) -> Iterator[Finding]:
    born = [birth for line in told for row in line.facts if (birth := birth_told(line, row))]
    aged = [age for line in told for row in line.facts if (age := age_told(line, row))]
    tied = set()
    for birth in born:
        for age in aged:
            if birth.line is age.line and (dates := days_tied(birth, age)) is not None:
                tied |= {birth.row.fact, age.row.fact}
                yield from _against(birth, age, dates, least=1)
    at_a_time = [each for each in ages(told) if each.told.row.fact not in tied] if told else []
    done: set[str] = set()
    for birth in born:
        for each in at_a_time:
            row = each.told.row
            if birth.row.fact in tied or row.fact in done or not _one(birth, each, born, at_a_time):
                continue
            done.add(row.fact)
            yield from _against(birth, each.told, list(each.then), least=2)
    if not born:
        yield from _two_ages(at_a_time)


def _one(birth: Told, age: Aged, born: Sequence[Told], ages_told: Sequence[Aged]) -> bool:
    """Whether a birth and an age in two sentences are of one person."""
    apart = abs(age.told.row.start - birth.row.start)
    if age.told.line is birth.line or apart > NEAR:
        return False
    later = age.told.row.start > birth.row.start
    if age.name and not birth.name and not age.dead and (apart > CLOSE or later):
        return False  # "he" is who was named before
    if birth.name and age.name:
        of_name = [a for a in ages_told if a.then == age.then and one_person(a.name, birth.name)]
        return one_person(birth.name, age.name) and len({a.told.row.value for a in of_name}) == 1
    # without a name, there is but one birth, and one age of that day, and no relative
    alone = len({each.row.surface for each in born}) == 1
    alone &= len({a.told.row.value for a in ages_told if a.then == age.then}) == 1
    other = of_another(age.told.line) or of_another(birth.line)
    return alone and not other and (age.dead or (not DEAD.search(birth.line.text)))


def _two_ages(dated: Sequence[Aged]) -> Iterator[Finding]:
    """Ages of one person on two days, of which one is an event's: "67 … who was 30 at the time"."""
    for one, other in pairwise(dated):
        named = one_person(one.name, other.name) if one.name and other.name else _he(one, other)
        if not named or one.told.line is other.told.line or one.then == other.then or other.dead:
            continue
        then, now = other.then[0], one.then[0]
        lives = ages_on(born_by(one.told.row.value, now), then)
        if off(other.told.row.value, lives) < 2:
            continue
        yield Finding(
            fact=other.told.row.fact,
            message=(
                f"somebody who is {digits(one.told.row.value)} {now.printed} is {in_words(lives)}"
                f" in {then.first.year}, not {digits(other.told.row.value)}"
            ),
            expected=in_words(lives),
            evidence=(one.told.row.fact,),
            confidence=0.8,
        )


def _he(one: Aged, other: Aged) -> bool:
    """Whether the second age is told of "he" in the sentence after the first."""
    close = 0 < other.told.row.start - one.told.row.start < CLOSE
    return not other.name and close and re.match(r"(?:He|She) was\b", other.told.line.text) is not None


def _against(birth: Told, age: Told, dates: list[Days], least: int) -> Iterator[Finding]:
    """The age, if it is `least` years or more off what the birth makes on all of the `dates`."""
    if not dates:
        return
    born = dated(birth.row)
    if LIVED.fullmatch(birth.row.surface):
        last = born.first if birth.row.unit == "day" else born.first.replace(month=12, day=31)
        born = Days(born.first, last, str(born.first.year))
    lives = ages_on(born, dates[-1])
    beside = (birth, age) if birth.line is age.line else (age,)
    others = [r for told in beside for r in told.line.facts if r.kind == "date" and r is not birth.row]
    others = [r for r in others if r.period_start and r.period_end]
    years = min(off(age.row.value, ages_on(born, days)) for days in (*dates, *map(dated, others)))
    if years < least:
        return
    right = in_words(lives)
    since = f"on {day(born.first)}" if born.first == born.last else f"in {born.first.year}"
    yield Finding(
        fact=age.row.fact,
        message=f"somebody born {since} is {right} {dates[-1].printed}, not {digits(age.row.value)}",
        expected=right,
        evidence=(birth.row.fact,),
        confidence=0.9 if years > 1 else 0.7,
        severity=None if years > 1 else "warning",
    )


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
        Case(
            on(
                "2024-09-12",
                "The sculptor Ines Duarte died on Monday aged 68 at her home in Porto. She made 30 bronzes. "
                "Born in Braga in 1936, the daughter of a smith, she left school at 14.",
            ),
            ["68"],
        ),
        Case(
            on(
                "2023-11-02",
                "Sir Alec Boyd, the judge who led the inquiry of 1999, has died. He was 93. "
                "Boyd was born in Perth, Scotland, on 9 May 1940.",
            ),
            ["93"],
        ),
        Case(
            on(
                "2022-03-30",
                "A jury in Hull convicted Neil Carver, 61, of a murder in 1984. "
                "Carver, who was 33 at the time, denied it.",
            ),
            ["33"],
        ),
        Case(
            on("2021-06-01", "Rosa Vidal (born 1938) still runs the shop. At 73, she has no plans to stop."),
            ["73"],
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
        Case(
            on(
                "2024-09-12",
                "The sculptor Ines Duarte died on Monday aged 88 at her home in Porto. She made 30 bronzes. "
                "Born in Braga in 1936, the daughter of a smith, she left school at 14.",
            )
        ),
        Case(
            on(
                "2024-09-12",
                "Ines Duarte died on Monday aged 68. Her husband, Joao, was born in 1931.",
            )
        ),
        Case(
            on(
                "2024-09-12",
                "Ines Duarte was born in Braga in 1936. Her father died in 1950 aged 41.",
            )
        ),
        Case(
            on(
                "2022-03-30",
                "A jury in Hull convicted Neil Carver, 61, of a murder in 1984. "
                "Carver, who was 23 at the time, denied it.",
            )
        ),
        Case(
            on(
                "2024-11-06",
                "The winner was born on June 14, 1946. His rival, who turned 60 in October, conceded.",
            )
        ),
        Case(on("2024-09-10", "Ben Frost was jailed for killing Ada Moss, 71. Moss was born in 1948.")),
    ],
)
