"""The values that a flag sets against one another: what is stated, what others state, what follows."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from checks.flags.identity import Place, split_places
from checks.model import NOT_QUANTITIES, Figure, Interval

if TYPE_CHECKING:
    import pandas as pd

#: Values of one thing that a picture can hold and still be read.
MOST = 8
_COLUMNS = ("fact", "article", "line", "start", "end", "surface", "value", "low", "high", "unit", "kind")
#: A reckoned value in a message with what the wording allows: `€16.6 million (16.4–16.8)`.
_AROUND = re.compile(
    r"(?P<plain>\d[\d.,]*)[^()\d]{0,24}"
    r"\((?P<low>-?\d[\d.,]*)(?:(?:–| to )(?P<high>-?\d[\d.,]*)| or (?P<open>more|less))\)"
)


class Value(NamedTuple):
    """One value: `flagged`, `stated` elsewhere about the same thing, or `implied` by other figures.

    `low` and `high` are what the wording allows and may be infinite; `article` is empty for an implied one.
    """

    role: Literal["flagged", "stated", "implied"]
    surface: str
    value: float
    low: float
    high: float
    article: str = ""
    line: int = 0
    date: dt.date | None = None

    def meets(self, other: Value) -> bool:
        """Whether both can be true of one number."""
        return self.low <= other.high and other.low <= self.high


class Values:
    """Finds the values behind flags in the `facts` (FACTS columns) and `pairs` of a run."""

    def __init__(self, facts: pd.DataFrame, pairs: pd.DataFrame, dates: Mapping[str, dt.date | None]) -> None:
        self._dates = dates
        self._facts = {row[0]: dict(zip(_COLUMNS, row, strict=True)) for row in _rows(facts, _COLUMNS)}
        self._at = {(f["article"], f["start"], f["end"]): name for name, f in self._facts.items()}
        self._places: dict[Place, list[str]] = defaultdict(list)
        for name, f in self._facts.items():
            self._places[Place(f["article"], f["line"], f["surface"])].append(name)
        self._same: dict[str, list[str]] = defaultdict(list)
        for a, b in _rows(pairs, ("fact_a", "fact_b")):
            self._same[a].append(b)
            self._same[b].append(a)

    def located(self, place: Place, beside: str = "") -> dict[str, Any] | None:
        """The fact at `place`; of several in one line, the one that is paired with the fact `beside`."""
        names = self._places.get(place, [])
        paired = set(self._same.get(beside, ()))
        name = next((n for n in names if n in paired), next(iter(names), None))
        return None if name is None else self._facts[name]

    def flagged(self, flag: Mapping[str, Any]) -> str:
        """The id of the fact that `flag` (a row of FLAGS) is about; empty if it is not in the table."""
        return str(self._at.get((flag["article"], flag["start"], flag["end"]), ""))

    def unit(self, flag: Mapping[str, Any]) -> str:
        """The unit of the fact that `flag` is about."""
        name = self.flagged(flag)
        return str(self._facts[name]["unit"]) if name else ""

    def of(self, flag: Mapping[str, Any]) -> list[Value]:
        """The values that `flag` is about, by date, article and line, what is implied last.

        Empty where there is no conflict of values to be shown.
        """
        fact = self._facts.get(self.flagged(flag))
        if fact is None or fact["kind"] in NOT_QUANTITIES or math.isnan(fact["value"]):
            return []
        own = self._value("flagged", fact)
        others = list(self._others(flag, fact))
        found = reckoned(flag["expected"], flag["message"])
        given = {other.surface for other in others}
        if found and flag["expected"] not in given and (found.unit == fact["unit"] or not found.unit):
            low, high = found.interval
            others.append(Value("implied", flag["expected"], found.value, low, high))
        if all(own.meets(other) for other in others):
            return []
        others = sorted(others, key=own.meets)[: MOST - 1]  # those at odds with it first
        return sorted([own, *others], key=_order)

    def over_time(self, flag: Mapping[str, Any]) -> list[Value]:
        """The values that articles of three days or more give for what `flag` is about, by date."""
        name = self.flagged(flag)
        if not name:
            return []
        unit, seen, ahead = self._facts[name]["unit"], {name}, [name]
        while ahead:
            for other in self._same.get(ahead.pop(), ()):
                fact = self._facts.get(other)
                if fact and other not in seen and fact["unit"] == unit and not math.isnan(fact["value"]):
                    seen.add(other)
                    ahead.append(other)
        values = [self._value("flagged" if n == name else "stated", self._facts[n]) for n in seen]
        dated = sorted((v for v in values if v.date), key=_order)
        return dated if len({v.date for v in dated}) > 2 else []

    def _others(self, flag: Mapping[str, Any], fact: Mapping[str, Any]) -> Iterator[Value]:
        name = fact["fact"]
        same = list(self._same.get(name, ()))
        for place in split_places(flag["evidence"]):
            found = self.located(place, name)
            # what is not paired with the figure (a part, a share) is an input to the sum, not a rival
            if found is None and (read := _read(place.surface)) and read.unit == fact["unit"]:
                yield Value("stated", place.surface, read.value, *read.interval, place.article, place.line)
        for other in dict.fromkeys(same):
            rival = self._facts.get(other)
            if rival and rival["unit"] == fact["unit"] and not math.isnan(rival["value"]):
                yield self._value("stated", rival)

    def _value(self, role: Literal["flagged", "stated"], fact: Mapping[str, Any]) -> Value:
        article = fact["article"]
        low, high = (fact["value"] if math.isnan(fact[end]) else fact[end] for end in ("low", "high"))
        return Value(
            role, fact["surface"], fact["value"], low, high, article, fact["line"], self._dates.get(article)
        )


def reckoned(expected: str, message: str) -> Figure | None:
    """The quantity that `expected` states, with the interval that `message` gives for it; None for a word."""
    figure = _read(expected)
    if figure is None or not figure.value:
        return figure
    for found in _AROUND.finditer(message):
        if found["plain"].rstrip(".,") not in expected:
            continue
        scale = figure.value / _number(found["plain"])
        first = _number(found["low"]) * scale
        if found["open"]:
            ends = (first, math.inf) if found["open"] == "more" else (-math.inf, first)
        else:
            ends = first, _number(found["high"]) * scale
        return _with(figure, *ends)
    return figure


@lru_cache(maxsize=4096)
def _read(text: str) -> Figure | None:
    """The one quantity that `text` states ("98 or 99" is one, from 98 to 99), or None."""
    from checks.figures.find import find

    found = [f for f in find(text) if f.kind not in NOT_QUANTITIES and not math.isnan(f.value)]
    if not found or len(found) > 2 or (len(found) == 2 and " or " not in text):
        return None
    last = found[-1]
    low, high = min(f.interval.low for f in found), max(f.interval.high for f in found)
    # "1,206 or more" has a soft end where somebody states it; as what would agree it has none
    if last.bound in (">", ">="):
        low, high = last.value, math.inf
    elif last.bound in ("<", "<="):
        low, high = -math.inf, last.value
    return _with(last, low, high)


def _with(figure: Figure, low: float, high: float) -> Figure:
    return replace(figure, interval=Interval(low, high))


def _number(text: str) -> float:
    return float(text.rstrip(".,").replace(",", ""))


def _order(value: Value) -> tuple[bool, dt.date, str, int]:
    return value.role == "implied", value.date or dt.date.max, value.article, value.line


def _rows(table: pd.DataFrame, columns: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[column].tolist() for column in columns), strict=True)
