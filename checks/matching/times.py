"""Whether a text names the time that another does, and as the time that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checks.matching import agreement
from checks.matching.comparable import Row

#: Grains from the finest; a finer date names the coarser time that it lies in, and not the other way about.
GRAINS = ("day", "month", "quarter", "year")
#: Words before a date that only compares: "up from the third quarter of 2019".
_COMPARED = re.compile(
    r"\b(?:compar\w+|versus|vs\.?|than|from|against|over|relative|last (?:year|quarter|month|week|season)"
    r"|prior|year[- ]ago|same)\b"
    r"(?:[^.;:()]|\.(?=\d)){0,60}$",
    re.IGNORECASE,
)


def named(draft: Row, dates: Iterable[Row]) -> list[int] | None:
    """Which of `dates` name the time of `draft`; None where they cannot tell, as of days in other words.

    A quarter with its year is looked for among the quarters with theirs, where there are any.
    """
    grain = GRAINS.index(draft.unit)
    given = [
        (i, date) for i, date in enumerate(dates) if date.unit in GRAINS and GRAINS.index(date.unit) <= grain
    ]
    if draft.unit in ("day", "month"):
        given = [(i, date) for i, date in given if date.unit == draft.unit and _written(date)]
        if not _written(draft) or not given:
            return None
    elif draft.unit == "quarter" and not any(draft.period):
        return [i for i, date in given if agreement.agree(draft, date)] if given else None
    elif draft.unit == "quarter":
        given = [(i, date) for i, date in given if any(date.period)] or given
    return [i for i, date in given if agreement.agree(draft, date)]


def only_compared(draft: Row, agreeing: Sequence[Row]) -> bool:
    """Whether the evidence names a time only to compare with it, and the draft tells of it.

    A draft that names beside it a year that the evidence has beside it compares the two as well.
    """
    before, _, after = draft.sentence.partition(draft.surface)
    if _BEFORE.search(before) or _AFTER.match(after) or _compares(draft):
        return False
    own = _years(draft)
    return all(_compares(date) and own.isdisjoint(_years(date)) for date in agreeing)


#: Words beside a date by which a draft compares times.
_BEFORE = re.compile(r"\b(?:than|since|previous|earlier|before|last)\b[^.;:()]{0,20}$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AFTER = re.compile(r"[^.;:()]{0,40}\bthan\b", re.IGNORECASE)


def _compares(date: Row) -> bool:
    before, found, _ = date.sentence.partition(date.surface)
    return bool(found) and _COMPARED.search(before) is not None


def _years(date: Row) -> frozenset[str]:
    """The years beside a date in its sentence."""
    return frozenset(_YEAR.findall(date.sentence)) - frozenset(_YEAR.findall(date.surface))


def _written(date: Row) -> bool:
    """Whether a date says itself when it is: "5 May 2023", not "on Tuesday"."""
    return any(date.period) and any(c.isdigit() for c in date.surface)
