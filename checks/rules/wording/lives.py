"""How old somebody was and when, told over several sentences of one article.

"X died on Tuesday aged 81 … Born in Lagos in 1942, she …": an obituary names its subject once. So an age
belongs to a birth in another sentence where both name one person, or where the article tells one birth
only and neither sentence is about a relative.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.rows import Row
from checks.rules.arithmetic.calendar import Days, days_of
from checks.rules.wording.births import AFTER_AGE, APPOSED, Told, age_told
from checks.rules.wording.enumeration import NAME, NO_NAME
from checks.rules.wording.place import Line
from checks.rules.wording.say import day

DEAD = re.compile(
    r"\b(?:died|dies|dead|deaths?|killed|murder\w*|drowned|late|shot|funeral|suicide)\b", re.IGNORECASE
)
#: From the death to the age.
_DIED = re.compile(
    r"\b(?:died|dies|passed away|has died)\b[^.;:()]{0,120}?(?:\baged|\bat(?: the)? age(?: of)?|\bat)\s$"
)
_DYING = re.compile(r"\b(?:died|dies|passed away)\b")
LATELY = re.compile(
    r"\b(?:has|have) died\b|\b(?:died|dies|passed away|shot dead|killed)(?: [\w']+){0,4}"
    r" (?:on (?:\w+ )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|overnight"
    r"|last (?:week|month|night|weekend)|this (?:week|month|morning))\b"
)
_OBITUARY = re.compile(r"\b(?:dies|died|dead|obituary|mourns?|tributes)\b", re.IGNORECASE)
#: "He was 89." closes the sentence after the death.
_WAS = re.compile(r"^(?:He|She|(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? [A-Z]\w+|The [a-z -]{3,50}) was $")
_TURNED = re.compile(rf"(?:({NAME.pattern}),? who|\b(?:[Hh]e|[Ss]he)) (?:turned|turns|will turn) $")
#: Somebody at court is alive, whoever died.
_ACCUSED = re.compile(
    r"\b(?:accused|admit|arrest|charg|convict|den(?:y|ied)|guilty|jail|plead|sentenc|trial)\w*\b"
)
#: "jailed for killing Ada Moss, 71": the age is that of the dead, on the day of the crime.
_VICTIM = re.compile(
    r"\b(?:kill|murder|manslaughter|death|stabb|shoot|shot|strangl|poison|drown|bludgeon)\w*\b[^,;:]{0,60},"
    r" (?:aged )?$"
)
_AT_PRESENT = re.compile(r"(?:^|[.\u201d\"] )(?:Now|At|Today,? at) $")
_STILL = re.compile(r", (?:he|she) (?:is|has|still|remains|(?!was\b)[a-z]+s)\b")
_THEN = re.compile(r"\s*,? (?:at the time|when)\b")
_WAS_SO_OLD = re.compile(r"\b(?:was|aged|were)(?: (?:just|only|then))? $")
#: Somebody else than the one the article is about.
_RELATIVE = re.compile(
    r"\b(?:his|her|their|whose|my|Mr \w+'s|\w+[\u2019']s) (?:[\w-]+ ){0,3}?(?:wife|husband|father|mother|son"
    r"|daughter|brother|sister|widow|widower|partner|uncle|aunt|parents?|grand\w+|child|children|twin|friend|predecessor"
    r"|successor|teammate|colleague)\b"
    r"|\b(?:[Aa]n?|[Oo]ne|[Tt]wo) (?:[a-z]+ )?(?:wife|husband|father|mother|sons?|daughters?|brothers?"
    r"|sisters?|child|children|uncle|aunt|grand\w+)\b(?! of)"
    r"|\b(?:brother|sister|son|daughter|wife|husband|widow|father|mother),"
)
#: A death told without its day was so long ago at most, in days.
_RECENT = 62


class Aged(NamedTuple):
    """An age with the days on which somebody was so old; `name` is empty where it is not sure.

    `then` are the days; there are several where any of them may be meant.
    """

    told: Told
    then: tuple[Days, ...]
    name: str
    dead: bool


def ages(lines: Sequence[Line]) -> Iterator[Aged]:
    """The ages of an article that are dated: of today, of a death, of an event."""
    dead = bool(_OBITUARY.search(str(lines[0].facts[0].title)))
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        for row in line.facts:
            told = age_told(line, row)
            if told is None or _RELATIVE.search(line.before(row)):
                continue
            found = _of_death(told, dead, before) or _of_event(told, before) or _of_today(told)
            if found is not None and found.then:
                yield found


def _of_death(told: Told, dead: bool, before: Line | None) -> Aged | None:
    line, row = told.line, told.row
    lead, published = line.before(row), str(row.published)
    if _WAS.search(lead) and re.match(r"\.?$", line.after(row).strip()):
        text = f"{before.text if before else ''}"
        if not (dead or DEAD.search(text)) or not published:
            return None
        dated = _dates_of_death(before) if before is not None else []
        return Aged(told, tuple(dated) or _lately(published), "", True)
    if not _DIED.search(lead):
        return None
    dated = _dates_of_death(line)
    if not dated and (not published or not (LATELY.search(line.text) or dead)):
        return None
    name = _subject(line)
    if dated and not (name or re.match(r"(?:He|She)\b", line.text)):
        return None  # somebody else may have died then
    return Aged(told, tuple(dated) or _lately(published), name, True)


def _of_event(told: Told, before: Line | None) -> Aged | None:
    """ "Pugh, who was 30 at the time", "he was 21 when troops invaded in 1941"."""
    line, row = told.line, told.row
    then = _THEN.match(line.after(row))
    if then is None or not _WAS_SO_OLD.search(line.before(row)):
        return None
    dates = _dates(line, row)
    if not dates and then[0].endswith("time") and before is not None:
        dates = _dates(before, row)
    return Aged(told, tuple(dates), _subject(line), False) if len(dates) == 1 else None


def _of_today(told: Told) -> Aged | None:
    line, row = told.line, told.row
    published, lead, after = str(row.published), line.before(row), line.after(row)
    if not published or (DEAD.search(line.text) and not _ACCUSED.search(line.text)):
        return None
    date = dt.date.fromisoformat(published)
    today = (Days(date, date, f"on {day(date)}"),)
    if turned := _TURNED.search(lead[-80:]):
        year = Days(dt.date(date.year, 1, 1), dt.date(date.year, 12, 31), f"in {date.year}")
        return Aged(told, (year,), turned[1] or "", False)
    if _VICTIM.search(lead[-100:]):
        return None
    if APPOSED.search(lead[-80:]) and AFTER_AGE.match(after):
        return Aged(told, today, told.name, False)
    if _AT_PRESENT.search(lead) and _STILL.match(after):
        return Aged(told, today, "", False)
    return None


def _lately(published: str) -> tuple[Days, ...]:
    date = dt.date.fromisoformat(published)
    return (Days(date - dt.timedelta(days=_RECENT), date, f"on {day(date)}"),)


def _dates_of_death(line: Line) -> list[Days]:
    """The dates told after the death."""
    found = _DYING.search(line.text)
    if found is None:
        return []
    rows = [row for row in line.facts if row.kind == "date" and line.start(row) > found.start()]
    return [days_of(row) for row in rows if row.period_start]


def _dates(line: Line, row: Row) -> list[Days]:
    """The dates of a sentence, as printed."""
    return [days_of(r) for r in line.facts if r.kind == "date" and r is not row and r.period_start]


def _subject(line: Line) -> str:
    """The name that the sentence begins with, after a title or a trade at most."""
    found = re.match(rf"(?:The (?:[a-z-]+ ){{1,4}})?({NAME.pattern})", line.text)
    return "" if found is None or NO_NAME.match(found[1]) else found[1]


def of_another(line: Line) -> bool:
    """Whether a sentence is about a relative or a friend of somebody."""
    return _RELATIVE.search(line.text) is not None
