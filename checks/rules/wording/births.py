"""Who was born when, and who is how old, as a sentence tells it."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from checks.rows import Row
from checks.rules.wording.enumeration import NAME, NO_NAME
from checks.rules.wording.place import Line

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
#: "Born" and the words up to its date, and those that begin another story.
BORN = re.compile(
    r"(?<![\w-])(?:[Bb]orn|b\.)((?:(?:,(?= (?:[^\W\d_a-z]|in |on )))? [^\W\d_][\w'\u2019.-]*)*),? $"
)
OTHER_STORY = re.compile(
    r"\b(?:about|after|and|around|before|but|circa|early|from|late|or|since|until|when|where|which|who)\b"
)
#: Whoever else was born.
OTHERS = re.compile(
    r"\b(?:whose|his|her|their|an?|sons?|daughters?|child|children|bab(?:y|ies)|boys?|girls?|people|those|anyone"
    r"|everyone|generation|twins|triplets|women|men|students|pupils|patients|mother|father|wife|husband)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
_DATE = r"(?:\d{1,2} [A-Z][a-z]+,? |[A-Z][a-z]+\.? \d{1,2}, |[A-Z][a-z]+ )?"
LIVED = re.compile(rf"{_DATE}(?:1[89]|20)\d\d ?(?:[-\u2013]|to) ?{_DATE}(?:1[89]|20)\d\d")
#: What may stand between a year of birth and the comma before the name: "and raised near Ballarat".
ASIDE = r"(?: (?:and|to) [^,;:()]{0,80})?"
#: Who is so old, and who was born.
APPOSED = re.compile(rf"({NAME.pattern}), (?:aged )?$")
AFTER_AGE = re.compile(r"[,.;)]|$| (?:is|was|has|said|who)\b")
SUBJECT = re.compile(rf"({NAME.pattern})(?:,? who|,| \()?(?: was| is)? ?$")
SUBJECT_AFTER = re.compile(rf"{ASIDE}, ({NAME.pattern})")
TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge)\b\.?")


class Told(NamedTuple):
    """An age or a birth: where it is told, and the name of whom; empty where that is not sure."""

    line: Line
    row: Row
    name: str


def birth_told(line: Line, row: Row) -> Told | None:
    """The date as one of birth, if it is."""
    if row.kind != "date" or not row.period_start or row.unit not in ("day", "month", "year"):
        return None
    before = line.before(row)
    if LIVED.fullmatch(row.surface):
        return Told(line, row, "") if before.endswith("(") else None
    born = BORN.search(before, max(len(before) - 120, 0))
    if born is None or len(YEAR.findall(row.surface)) != 1:
        return None
    words, before = born[1], before[: born.start()]
    place = words.removesuffix(" in").removesuffix(" on")
    if (words and place == words) or OTHER_STORY.search(place) or OTHERS.search(before[-60:]):
        return None
    leads = not before.strip(' "\u201c(')
    return Told(
        line, row, _name(SUBJECT_AFTER.match(line.after(row)) if leads else SUBJECT.search(before[-80:]))
    )


def age_told(line: Line, row: Row) -> Told | None:
    """The fact as an exact age, if it is one, with the name in "Tara Whitlock, 36, "."""
    if row.kind != "age" or row.bound != "=" or not math.isnan(row.value_to) or row.value != int(row.value):
        return None
    who = APPOSED.search(line.before(row)[-80:]) if AFTER_AGE.match(line.after(row)) else None
    return Told(line, row, _name(who))


def one_person(first: str, second: str) -> bool:
    """Whether two names end in one surname and differ at most by a title ("Ms Whitlock")."""
    a, b = ([word for word in TITLES.sub("", name).split() if word] for name in (first, second))
    return bool(a and b) and a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0] == b[0])


def _name(found: re.Match[str] | None) -> str:
    if found is None or NO_NAME.match(found[1]):
        return ""
    return found[1].removesuffix("'s").removesuffix("\u2019s")
