"""Facts that state the level before a change: `rose 15% last year to 460,000`, elsewhere `440,000 in 2023`.

A change is taken to be reckoned from the year before where its new level is one of a whole year; for a
shorter time only where its words say so ("from a year earlier"). Whether the two agree is a rule's business.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from checks.matching import comparable, terms

#: Statements that one change is compared with.
_ENOUGH = 8
_LEVELS = frozenset({"level", "total", ""})
#: family, unit, first day, last month, words of the measure
_Key = tuple[str, str, str, str, frozenset[str]]
_YEAR_ON_YEAR = re.compile(
    r"\b(?:(?:from|than|on|over|against) (?:a|the|one|last|previous|same|prior)[\w ]{0,20}\byear\b"
    r"|year[- ](?:on|over)[- ]year|year[- ](?:earlier|ago)|(?:a|one) year (?:earlier|ago|before))",
    re.IGNORECASE,
)
_ONE_YEAR = re.compile(r"(\d{4})-01-01\Z")


def bases(rows: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """(the change, a fact that states the level it came from) among `rows` of a FACTS table."""
    rows = list(rows)
    changes = list(_changes(rows))
    if not changes:
        return
    stated: dict[_Key, list[Any]] = defaultdict(list)
    for row in rows:
        if row.role in _LEVELS and not row.vague and row.period_start and row.value == row.value:
            stated[_key(row, row.period_start, row.period_end)].append(row)
    for change, new in changes:
        before = _key(new, _year_before(new.period_start), _year_before(new.period_end))
        told = [row for row in stated.get(before, ()) if _of_one(new, row)]
        yield from ((change.fact, row.fact) for row in told[:_ENOUGH])


def _changes(rows: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """The changes in percent that are told with their new level alone, and that level."""
    relations: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for row in rows:
        for tie in filter(None, row.relation.split(";")):
            name, _, part = tie.partition(":")
            relations[row.article, name][part] = row
    for parts in relations.values():
        if {"change", "new"} == parts.keys() and parts["change"].kind in ("percent", "ratio"):
            change, new = parts["change"], parts["new"]
            if new.period_start and new.period_end and terms.content(new.measure) and _yearly(new):
                yield change, new


def _yearly(new: Any) -> bool:
    """Whether a change to `new` is surely one from the year before."""
    first = _ONE_YEAR.match(new.period_start)
    whole = first is not None and new.period_end == f"{first[1]}-12-31"
    return whole or _YEAR_ON_YEAR.search(new.sentence) is not None


def _year_before(date: str) -> str:
    day = "28" if date[5:] == "02-29" else date[8:]
    return f"{int(date[:4]) - 1:04}-{date[5:7]}-{day}"


def _key(row: Any, start: str, end: str) -> _Key:
    unit = terms.fold(row.unit)
    # The last day of February is not the same every year.
    return comparable.family(row.kind, row.unit), unit, start, end[:7], terms.content(row.measure)


def _of_one(new: Any, row: Any) -> bool:
    """Whether a level of the right time is of the same owner and scope as the new one."""
    if row.fact == new.fact or terms.apart(terms.scopes(new.measure), terms.scopes(row.measure)):
        return False
    a, b = (_owners(fact) for fact in (new, row))
    return bool(a & b) or (row.article == new.article and not (a or b))


def _owners(fact: Any) -> frozenset[str]:
    """Whose a level is; a firm that says "profit rose" says it of its own."""
    return frozenset(filter(None, (fact.entities or fact.source).split(";")))
