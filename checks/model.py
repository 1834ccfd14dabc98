"""What the stages hand to one another: articles, sentences, figures, intervals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal[
    "money", "percent", "points", "count", "measurement", "duration", "age",
    "ratio", "score", "date", "time", "ordinal", "identifier",
]  # fmt: skip
Bound = Literal["=", "~", "<", ">", "<=", ">="]
Severity = Literal["error", "warning", "notice"]

KINDS: tuple[Kind, ...] = (
    "money", "percent", "points", "count", "measurement", "duration", "age",
    "ratio", "score", "date", "time", "ordinal", "identifier",
)  # fmt: skip
#: Kinds that state no quantity: they stay in the table and no arithmetic uses them.
NOT_QUANTITIES: frozenset[Kind] = frozenset({"date", "time", "ordinal", "identifier"})
#: Most serious first.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class Article:
    """One text to be checked.

    `id` names it in every table (a path, as a rule); `date` is the day it was published, against
    which "last year" and "on Tuesday" are resolved. Offsets everywhere are code points of `text`.
    """

    id: str
    text: str
    title: str = ""
    date: dt.date | None = None
    publisher: str = ""


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
