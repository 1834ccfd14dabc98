"""One measure told for a day, week, month or quarter, and elsewhere in the article for a year."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.facts.relations.lengths import times
from checks.matching import terms
from checks.matching.comparable import base_unit, frequency
from checks.rows import Row, rows_of
from checks.rules.arithmetic.intervals import multiply, overlap
from checks.rules.arithmetic.ties import true_values
from checks.rules.rule import Finding
from checks.rules.wording.say import listing, quantity, reckoned

if TYPE_CHECKING:
    import pandas as pd

#: A year that is so many times what its months make, or they so many times the year, is worth a look.
FAR = 2.0
#: How often, as the words of a measure tell it -> the unit of time.
_PERIODS = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_KINDS = frozenset({"money", "count", "measurement"})
#: Conditions that a message names.
_SHOWN = 3


class Told(NamedTuple):
    """An amount and the period it is told for: a key of `lengths.DAYS`."""

    row: Row
    period: str


def told_twice(facts: pd.DataFrame, tied: set[str]) -> Iterator[Finding]:
    """A notice for each amount of a shorter time that is far from the year's, and for which no year fits.

    `tied` are facts that a sentence ties already.
    """
    short, years = _short(facts, tied)
    by_key: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for year in years:
        by_key[_key(year)].append(year)
    sentences: dict[tuple[str, str], list[Row]] = {}
    for told in short:
        of_year = [year for year in by_key.get(_key(told.row), ()) if _within(told.row, year)]
        if not of_year:
            continue
        if not sentences:
            sentences = _by_sentence(facts)
        if finding := _finding(told, of_year, sentences):
            yield finding


def _short(facts: pd.DataFrame, tied: set[str]) -> tuple[list[Told], list[Row]]:
    """The amounts of a shorter time and those of a year."""
    short: list[Told] = []
    years: list[Row] = []
    for row in rows_of(facts):
        if row.kind not in _KINDS or row.vague or not row.value > 0 or not row.measure:
            continue
        if row.fact in tied or row.role in ("share", "part", "target"):
            continue
        often = frequency(row.unit, row.measure)
        if often in _PERIODS:
            short.append(Told(row, _PERIODS[often]))
        elif not often and _is_year(row):
            years.append(row)
    return short, years


def _key(row: Row) -> tuple[object, ...]:
    """What two amounts must share to be about one thing."""
    change = row.role == "change"
    return (
        row.article,
        row.kind,
        base_unit(row.unit),
        _words(row),
        row.entities,
        change,
        row.direction if change else "",
    )


def _is_year(row: Row) -> bool:
    if row.unit.endswith(" per year") or terms.content(row.measure) & terms.frequencies().keys():
        return True
    days = _days(row)
    return days is not None and 364 <= (days[1] - days[0]).days <= 366


def _within(short: Row, year: Row) -> bool:
    """Whether the shorter time lies in the year; where either is not dated, only if neither is."""
    a, b = _days(short), _days(year)
    if a is None or b is None:
        return a is b
    return b[0] <= a[0] and a[1] <= b[1]


def _days(row: Row) -> tuple[dt.date, dt.date] | None:
    if not (row.period_start and row.period_end):
        return None
    return dt.date.fromisoformat(row.period_start), dt.date.fromisoformat(row.period_end)


def _finding(told: Told, years: list[Row], sentences: dict[tuple[str, str], list[Row]]) -> Finding | None:
    row = told.row
    if not _says_enough(row):
        return None
    often = times(told.period, "year")
    made = multiply(true_values(row), often)
    plain = row.value * (12.0 if told.period == "month" else (often.low + often.high) / 2)
    if any(overlap(made, true_values(year)) or 1 / FAR < plain / year.value < FAR for year in years):
        return None
    year = min(years, key=lambda other: abs(other.start - row.start))
    unit = base_unit(row.unit)
    later, earlier = (row, year) if row.start > year.start else (year, row)
    return Finding(
        fact=later.fact,
        message=(
            f"{row.surface} ({_about(row, sentences)}) is {reckoned(plain, made, unit)} over a "
            f"year at that rate,"
            f" but {year.surface} is given for the year ({_about(year, sentences)})"
        ),
        expected=quantity(plain, unit) if later is year else "",
        evidence=(earlier.fact,),
        confidence=0.6,
        severity="notice",
    )


def _says_enough(row: Row) -> bool:
    """Whether the measure, with its owner, is of one thing: `oil revenue`, or the `revenue` of somebody."""
    words = _words(row)
    return bool(row.entities and words) or len(words) > 1


def _words(row: Row) -> frozenset[str]:
    """The words of the measure but for those that say how often."""
    return frozenset(terms.content(row.measure) - terms.frequencies().keys())


def _by_sentence(facts: pd.DataFrame) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows_of(facts):
        if row.kind not in ("ordinal", "identifier", "time"):
            found[row.article, row.sentence].append(row)
    return found


def _about(row: Row, sentences: dict[tuple[str, str], list[Row]]) -> str:
    """What an amount measures, and the other figures of its sentence: the conditions it is told under."""
    others = [other for other in sentences[row.article, row.sentence] if other.fact != row.fact]
    names = [_named(other) for other in others[:_SHOWN]]
    return f"{row.measure}, told with {listing(names)}" if names else row.measure


def _named(row: Row) -> str:
    bound = {">": "over ", ">=": "at least ", "<": "under ", "<=": "up to ", "~": "about "}.get(row.bound, "")
    return (
        f"{row.measure} {bound}{row.surface}"
        if row.measure and row.kind != "date"
        else f"{bound}{row.surface}"
    )
