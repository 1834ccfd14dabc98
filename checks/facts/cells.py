"""The facts that a table states: a cell, by the name of its column and the labels of its row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from checks import tables
from checks.articles.datatable import DataTable
from checks.facts.build import fact_id
from checks.figures.find import find
from checks.model import NOT_QUANTITIES, Figure, Interval

if TYPE_CHECKING:
    import pandas as pd

#: A number alone in its cell, as spreadsheets and offices of statistics print it.
_NUMBER = re.compile(r"\(?[-+−]?\d[\d, \u00a0\u202f]*(?:\.\d+)?\)?")
_PLAIN = re.compile(r"[-+−]?\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:FY\s*|Q[1-4]\s*)?(?:1[5-9]|20)\d\d(?:\s*Q[1-4])?", re.IGNORECASE)
#: The names of columns whose cells say when.
_TIMES = re.compile(r"\b(?:year|date|period|quarter|month|day|week|season)s?\b", re.IGNORECASE)
#: The names of columns in tables with a row a value: of the values, of what they are of, of their units.
_GENERIC = frozenset({"value", "values", "obs value", "amount", "figure", "number", "quantity", "result"})
_SUBJECTS = frozenset({
    "measure", "indicator", "variable", "metric", "item", "line item", "series", "subject", "name",
    "statistic", "description", "category",
})  # fmt: skip
_UNITS = frozenset({"unit", "units", "unit of measure"})
_UNIT = re.compile(r"[(\[]([^()\[\]]+)[)\]]|,\s*(?:in\s+)?((?:[$€£¥%]|[A-Z]{3}\b).*)$|(%)\s*$")
_SCALE = re.compile(
    r"(?:\b|(?<=[$€£¥]))(?:(thousands?|k)|(millions?|mln|mn|m)|(billions?|bln|bn|b)|(trillions?|trn|tn))\b"
    r"|(['’]?000s?)",
    re.IGNORECASE,
)
_SCALES = ("thousand", "million", "billion", "trillion", "thousand")


def facts_of(given: Iterable[DataTable]) -> pd.DataFrame:
    """The facts of tables: FACTS columns, a row for each cell that states a figure, row by row.

    The column's name is the measure, with the unit that it names in brackets; the words of the row are its
    labels: entities, and the time where a column is called year, date, period, quarter and so on. A column
    named by a year says when. `line` is the row, the names of the columns being line 1; `column` counts the
    columns from 1; `start` and `end` are 0, for a cell has no place in a text.
    """
    return tables.frame((row for table in given for row in _facts(table)), tables.FACTS)


def _facts(table: DataTable) -> Iterator[dict[str, Any]]:
    columns = [_Column(name) for name in table.columns]
    for line, cells in enumerate(table.rows, start=2):
        labels = [
            cell for column, cell in zip(columns, cells, strict=False)
            if cell and (column.times or not (_NUMBER.fullmatch(cell) or _figure(cell, column)))
        ]  # fmt: skip
        told = _subject(columns, cells, labels)
        for at, (column, cell) in enumerate(zip(columns, cells, strict=False), start=1):
            if not cell.strip():
                continue
            if column.generic and told is not None:
                column, labels = told.column, told.labels
            when = column.year or next(
                (c for other, c in zip(columns, cells, strict=False) if other.times and c), ""
            )
            for figure in _figures(cell, column):
                yield _row(table.id, line, at, column, cell, labels, when, figure)


class _Subject(NamedTuple):
    """What a row of a long table is about, as a column of that name, and its labels without it."""

    column: _Column
    labels: list[str]


def _subject(columns: Sequence[_Column], cells: Sequence[str], labels: list[str]) -> _Subject | None:
    """What the cells under "value" are of in a table with a row a value: `Nurses | 2024 | 2400`.

    It stands under "measure", "indicator" or the like, else first in the row; its unit in brackets after it,
    or under "unit".
    """
    if not any(column.generic for column in columns):
        return None
    named = [c for column, c in zip(columns, cells, strict=False) if column.subject and c in labels]
    words = [c for column, c in zip(columns, cells, strict=False) if not column.times and c in labels]
    units = [c for column, c in zip(columns, cells, strict=False) if column.units and c]
    name = next(iter(named or [word for word in words if word not in units]), "")
    if not name:
        return None
    unit = f" ({units[0]})" if units and not _UNIT.search(name) else ""
    return _Subject(_Column(f"{name}{unit}"), [label for label in labels if label not in (name, *units)])


class _Column:
    """What the name of a column says: measure, unit and scale, whether its cells are times, its year."""

    def __init__(self, name: str) -> None:
        self.name = " ".join(name.replace("_", " ").split())
        found = _UNIT.search(self.name)
        self.unit = next(filter(None, found.groups()), "").strip() if found else ""
        self.measure = (
            (self.name[: found.start()] + self.name[found.end() :]).strip(" ,") if found else self.name
        )
        self.year = self.measure if _YEAR.fullmatch(self.measure) else ""
        low = self.measure.lower()
        self.generic, self.subject, self.units = low in _GENERIC, low in _SUBJECTS, low in _UNITS
        self.times = not self.unit and bool(_TIMES.search(self.measure))
        scale = _SCALE.search(self.unit)
        self.scale = next(w for w, g in zip(_SCALES, scale.groups(), strict=True) if g) if scale else ""
        rest = self.unit[: scale.start()] + self.unit[scale.end() :] if scale else self.unit
        self.rest = re.sub(r"^\s*of\b|^\s*in\b", "", rest).strip(" ,")


def _figures(cell: str, column: _Column) -> Iterator[Figure]:
    if column.times:
        text = f"in {cell}" if _YEAR.fullmatch(cell) else cell
        yield from (figure for figure in find(text) if figure.kind == "date")
    elif (figure := _figure(cell, column)) is not None:
        yield figure


def _figure(cell: str, column: _Column) -> Figure | None:
    """The figure that a cell states, with the unit of its column; None for words."""
    if not _NUMBER.fullmatch(cell):
        stated = [figure for figure in find(cell) if figure.kind not in NOT_QUANTITIES]
        return stated[0] if stated and len(stated[0].surface) >= len(cell.strip()) - 1 else None
    negative = cell.startswith(("(", "-", "−"))
    number = cell.strip("()").replace("\u00a0", "").replace("\u202f", "").replace(" ", "").lstrip("+-−")
    if _PLAIN.fullmatch(number):
        whole, _, decimals = number.partition(".")
        number = f"{int(whole):,}" + (f".{decimals}" if decimals else "")
    words = f"{number} {column.scale}".strip()
    sign = column.rest if column.rest in "$€£¥₹" else ""
    tries = [f"{sign}{words}"] if sign else [f"{words} {column.rest}".strip(), f"{words}{column.rest}"]
    if column.rest == "%":
        tries = [f"{words}%"]
    for text in tries:
        found = next(iter(find(text)), None)
        if found is not None and found.start <= 1:
            return _negated(found) if negative else found
    return None


def _negated(figure: Figure) -> Figure:
    low, high = figure.interval
    return replace(figure, value=-figure.value, interval=Interval(-high, -low))


def _row(
    name: str,
    line: int,
    at: int,
    column: _Column,
    cell: str,
    labels: Sequence[str],
    when: str,
    figure: Figure,
) -> dict[str, Any]:
    beside = [label for label in labels if label != cell]
    sentence = f"{', '.join(beside)}: {column.name} {cell}".strip(" :")
    words = [label for label in beside if label != when]
    plain = [word for word in words if not word[:1].isupper()]
    dates = [found for found in find(f"in {when}") if found.kind == "date"] if when else []
    period = (dates[0].period if dates else None) or figure.period
    row: dict[str, Any] = dict.fromkeys(tables.FACTS, "")
    return row | {
        "fact": fact_id(name, f"{line}:{at} {sentence}", cell, 1),
        "article": name,
        "line": line,
        "column": at,
        "start": 0,
        "end": 0,
        "surface": " ".join(f"{cell} {column.unit}".split()) if column.unit else cell,
        "kind": figure.kind,
        "value": figure.value,
        "value_to": float("nan") if figure.value_to is None else figure.value_to,
        "low": figure.interval.low,
        "high": figure.interval.high,
        "bound": figure.bound,
        "vague": figure.vague,
        "unit": figure.unit,
        "measure": " ".join([*plain, *([] if column.year else [column.measure])]),
        "entities": ";".join(w for w in words if w[:1].isupper()),
        "period_start": period.start.isoformat() if period and period.start else "",
        "period_end": period.end.isoformat() if period and period.end else "",
        "role": "level",
        "sourcing": "exempt",
        "main": True,
        "sentence": sentence,
    }
