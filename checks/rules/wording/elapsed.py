"""Lengths of time that a sentence states with what they span: two dates, or a date and today.

"Founded in 1987, the 38-year-old firm", "14 years after the 2011 disaster", "began on July 5 and ended on
August 15, 41 days later", "the 55th anniversary of the first landing in 1969".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks.rows import Row
from checks.rules.wording.elapsed_forms import (
    DAYNAME,
    IN_ONE,
    IN_TWO,
    JUBILEES,
    MARKING,
    Form,
    may_have_jubilee,
)
from checks.rules.wording.marked import NEXT, Marked
from checks.rules.wording.place import Line

#: Words that tie a sentence to the day of the article, and those that take it away from there.
TODAY = re.compile(
    rf"\b(?:on (?:\w+ )?{DAYNAME}(?! evenings)(?!s)|today|tonight|yesterday"
    rf"|this (?:week|weekend|month|year|morning)|last (?:night|week|{DAYNAME})"
    rf"|{DAYNAME} (?:morning|night|evening|afternoon)"
    r"|now|is|are|has|have|marks|celebrates|marking|celebrating|remains|remain)\b",
    re.IGNORECASE,
)
ELSEWHEN = re.compile(
    r"\b(?:had|would|last year|next year|later this year|by then|at the time|then|could|should|might|ahead of"
    r"|until|before|if)\b"
)
#: An anniversary that is still to come.
_AHEAD = re.compile(
    r"\b(?:will|plans?|prepar\w+|to (?:mark|celebrate|commemorate)|upcoming|coming|approach\w*|for)\b"
)
#: The mark of a length or an ordinal.
_LENGTH = re.compile("\u27ea[NAO]")


class Elapsed(NamedTuple):
    """A length of time with what it spans.

    `length` is the fact that states it; None where words alone do: then `years` is what they make, as
    where an ordinal states it ("the 50th anniversary"). `first` and `last` are facts with dates, and `last`
    is None for the day of the article. `least`: the length is no more than what lies between, maybe less.
    `sure`: the anniversary is one of this very year. `nearby` are the other dates told with it.
    """

    length: Row | None
    years: float
    first: Row
    last: Row | None
    least: bool
    sure: bool
    nearby: tuple[Row, ...]


def said(line: Line) -> tuple[bool, bool]:
    """Whether a sentence has a date, and whether it may have a length or an ordinal: every form has both."""
    kinds = {row.kind for row in line.facts}
    length = not kinds.isdisjoint(("duration", "age", "ordinal")) or may_have_jubilee(line.text)
    return "date" in kinds, length


def elapsed(told: Marked) -> Iterator[Elapsed]:
    """The lengths of time that a sentence, or two, state with what they span."""
    # what every form has, and few sentences do
    if "\u27eaD" not in told.text or not (_LENGTH.search(told.text) or may_have_jubilee(told.text)):
        return
    for form, pattern in _compiled(NEXT in told.text):
        for found in pattern.finditer(told.text):
            if (span := _span(told, form, found)) is not None:
                yield span


@cache
def _compiled(two: bool) -> list[tuple[Form, re.Pattern[str]]]:
    return [(form, re.compile(form.pattern)) for form in (IN_TWO if two else IN_ONE)]


def _span(told: Marked, form: Form, found: re.Match[str]) -> Elapsed | None:
    first, last = told.row(found, "first"), told.row(found, "last")
    length, years = _length(told, found)
    if first is None or not (length is not None or years):
        return None
    sentence = _sentence(told.text, found)
    if form.today and not form.plain and (not TODAY.search(sentence) or ELSEWHEN.search(sentence)):
        return None
    own = {row.fact for row in (first, last) if row is not None}
    nearby = tuple(row for row in told.rows if row.kind == "date" and row.fact not in own)
    sure = re.search(MARKING, sentence) is not None and not _AHEAD.search(sentence)
    return Elapsed(length, years, first, last, form.least, sure, nearby)


def _length(told: Marked, found: re.Match[str]) -> tuple[Row | None, float]:
    """The fact that states the length, and the years that an ordinal or a word make."""
    if (nth := told.row(found, "nth")) is not None:
        return nth, float(nth.value) if nth.kind == "ordinal" or nth.unit == "year" else 0.0
    if jubilee := found.groupdict().get("jubilee"):
        words = {"decade": 10.0, "century": 100.0}
        return None, float(JUBILEES.get(jubilee) or words[jubilee.split()[-1]])
    return told.row(found, "length"), 0.0


def _sentence(text: str, found: re.Match[str]) -> str:
    """The sentence in which the form begins."""
    start = text.rfind(NEXT, 0, found.start() + 1) + 1
    end = text.find(NEXT, found.start())
    return text[start : end if end > 0 else len(text)]
