"""Figures that a text repeats as printed or not at all: scores, clock times, days, places in a row.

No arithmetic leads from one to another, so it is enough to ask whether the evidence prints their numbers. It
must print others of the same kind: a text that names no time of day does not deny one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from checks.matching.evidence.designations import Renamed
from checks.rows import Row, rows_of

if TYPE_CHECKING:
    import pandas as pd

#: The kinds; of dates, the days that name their month.
KINDS = ("score", "time", "ordinal", "date")
#: Places in a row below this are words more than figures: the first, a second.
LEAST = 10
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[A-Z][a-z]{2})[a-z]*"
    r"|(?P<month2>[A-Z][a-z]{2})[a-z]*\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?)\b(?!\d)"
)
#: "the 19th century" names a time by another number than the years in it.
_CENTURY = re.compile(r"\s*(?:-| )(?:century|centuries|anniversary|birthday)", re.IGNORECASE)
#: Clocks of two places: "0900 GMT" is another number than the local time.
_CLOCKS = re.compile(r"\b(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|C[SD]?T|CEST|local time)\b")


def unheard(facts: pd.DataFrame | Sequence[Row], given: pd.DataFrame | Sequence[Row]) -> list[Renamed]:
    """The scores, times, days and places of `facts` that `given` (FACTS columns, or rows) does not print.

    Each with the nearest of its kind there, or "".
    """
    known: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for kind, fact, numbers, _ in _printed(given):
        known[kind].append((fact, numbers))
    anywhere = _anywhere(given)
    return list(_unheard(facts, known, anywhere))


def elsewhere(given: pd.DataFrame) -> frozenset[float]:
    """The numbers that the evidence prints in scores, names and places in a row: they may be counts too."""
    surfaces = [row.surface for row in rows_of(given) if row.kind in ("score", "identifier", "ordinal")]
    return frozenset(float(n.replace(",", "")) for s in surfaces for n in _NUMBER.findall(s))


def _unheard(
    facts: pd.DataFrame | Sequence[Row],
    known: Mapping[str, list[tuple[str, frozenset[str]]]],
    anywhere: frozenset[str],
) -> Iterator[Renamed]:
    for kind, fact, numbers, sentence in _printed(facts):
        others = known.get(kind)
        if not others:
            if kind == "score" and numbers.isdisjoint(anywhere):
                yield Renamed(fact, "")
            continue
        if any(numbers == had for _, had in others):
            continue
        if kind == "time" and _CLOCKS.search(sentence):
            continue
        if kind in ("score", "ordinal") and numbers <= anywhere:
            continue
        # the likeliest is the one that shares a number: another day of the month, another hour
        nearest = max(others, key=lambda other: len(numbers & other[1]))
        if kind != "day" or numbers & nearest[1]:
            yield Renamed(fact, nearest[0])


def _printed(table: pd.DataFrame | Sequence[Row]) -> Iterator[tuple[str, str, frozenset[str], str]]:
    """Kind, fact, the numbers or the day that it prints, and the sentence."""
    for row in rows_of(table):
        kind, fact, surface, sentence = row.kind, row.fact, row.surface, row.sentence
        if not row.main or kind not in KINDS:
            continue
        if kind == "date":
            if row.unit == "day" and (day := _DAY.search(surface)):
                month = day["month"] or day["month2"]
                yield "day", fact, frozenset({day["day"] or day["day2"], month}), sentence
        elif kind == "ordinal":
            after = sentence.partition(surface)[2]
            if row.value >= LEAST and not _CENTURY.match(after):
                yield "ordinal", fact, frozenset({f"{row.value:g}"}), sentence
        elif numbers := frozenset(_NUMBER.findall(surface)):
            yield kind, fact, numbers, sentence


def _anywhere(table: pd.DataFrame | Sequence[Row]) -> frozenset[str]:
    """Every number that the table prints, spelled ones as digits."""
    told = rows_of(table)
    printed = {number.replace(",", "") for row in told for number in _NUMBER.findall(row.surface)}
    return frozenset(printed | {f"{row.value:g}" for row in told if abs(row.value) < 1e6})
