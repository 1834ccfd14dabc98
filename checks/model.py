"""What the stages hand to one another: articles, sentences, figures, intervals."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal[
    "money", "percent", "points", "count", "measurement", "duration", "age",
    "ratio", "score", "date", "time", "ordinal", "identifier",
]  # fmt: skip
Bound = Literal["=", "~", "<", ">", "<=", ">="]
Severity = Literal["error", "warning", "notice"]
Part = Literal["line", "paragraph", "page", "row"]

KINDS: tuple[Kind, ...] = (
    "money", "percent", "points", "count", "measurement", "duration", "age",
    "ratio", "score", "date", "time", "ordinal", "identifier",
)  # fmt: skip
#: Kinds that state no quantity: they stay in the table and no arithmetic uses them.
NOT_QUANTITIES: frozenset[Kind] = frozenset({"date", "time", "ordinal", "identifier"})
#: Most serious first.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class Parts:
    """The numbered parts of a text by which a person finds a place in it: lines, pages, rows of a table.

    `starts` are the offsets, in order, at which the parts `first`, `first` + 1, … begin. Without them every
    line is a part.
    """

    name: Part = "line"
    starts: tuple[int, ...] = ()
    first: int = 1


@dataclass(frozen=True, slots=True)
class Article:
    """One text to be checked.

    `id` names it in every table (a path, as a rule); `date` is the day it was published, against
    which "last year" and "on Tuesday" are resolved. Offsets everywhere are code points of `text`.
    `parts` says what the column `line` of the tables counts.
    """

    id: str
    text: str
    title: str = ""
    date: dt.date | None = None
    publisher: str = ""
    parts: Parts = Parts()


class Places:
    """Called with an offset of an article's text, the number of its part and the column in that, from 1."""

    def __init__(self, article: Article) -> None:
        self._first = article.parts.first
        self._starts = article.parts.starts or _lines(article.text)

    def __call__(self, offset: int) -> tuple[int, int]:
        i = max(0, bisect_right(self._starts, offset) - 1)  # what is before the first part belongs to it
        return self._first + i, offset - (self._starts[i] if i else 0) + 1


def _lines(text: str) -> list[int]:
    starts = [0]
    while (found := text.find("\n", starts[-1])) >= 0:
        starts.append(found + 1)
    return starts


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: `article.text[start:end] == text`.

    `paragraph` counts the article's paragraphs from 0. `main` is False in page furniture
    (menus, copyright lines) and in a paragraph that the article has already printed.
    """

    start: int
    end: int
    text: str
    paragraph: int = 0
    main: bool = True


class Interval(NamedTuple):
    """A closed interval of true values; an end may be infinite."""

    low: float
    high: float


class Period(NamedTuple):
    """The days a date covers, both included: 2024 is 2024-01-01 to 2024-12-31.

    An end may be None where the text leaves it open ("since 2022").
    """

    start: dt.date | None
    end: dt.date | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed: `article.text[start:end] == surface`.

    `value` and `value_to` are in `unit` with the scale applied; `value_to` is the second end of a
    printed range, else None. `interval` holds the true values that the wording allows. A date has
    no value (nan); its `period` says which days it covers and `unit` its grain (day, week, month,
    quarter, half, season, year, decade, century). `period` is None for a date that cannot be
    resolved, or that does not exist (30 February): then `unit` is "invalid".
    """

    start: int
    end: int
    surface: str
    kind: Kind
    value: float
    interval: Interval
    unit: str = ""
    value_to: float | None = None
    bound: Bound = "="
    vague: bool = False
    period: Period | None = None
