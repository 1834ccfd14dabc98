"""Which date of a sentence governs a figure, read from the words between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checks import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.model import Period

#: Longest stretch of text between a figure and the date that governs it.
_REACH = 70
#: What begins another statement, so that no date reaches over it.
_BARRIER = re.compile(
    r"[;:—]|\s[–-]\s|\b(?:while|whereas|but|although|though|which|who|when|where|because|after|before|despite"
    r"|followed|according)\b|,\sper\b|\bper\s[A-Z]|,\s(?:and|with|from|as)\b"
)
#: What begins the value that another one is compared with.
_COMPARED = re.compile(r"\b(?:compared|versus|against|than|up from|down from)\b")
#: A comma does not part a date from its figure where only a preposition follows it: "$84 billion, in 2024".
_APPENDED = re.compile(r"[^,]{0,60},\s(?:in|for|during|as of|since|by|at the end of)\s(?:the\s)?")
#: Between a date and the figure in apposition to the one it governs: "in 2024, nearly 30% of spending".
_APPOSED = re.compile(
    r",\s(?:(?:or|about|nearly|almost|some|roughly|around|over|more than|a|an|up|down|just|under|(?:an?\s)?"
    r"(?:increase|rise|growth|fall|drop|decline)\sof|by)\s?){0,3}"
)
#: Between the date of a change and the level it leads to: "fell 9% last year to £6.2bn".
_REACHED = re.compile(r",?\sto\s(?:about\s|some\s|nearly\s|almost\s|a\srecord\s|just\s(?:over|under)\s)?")
_COORDINATED = re.compile(r"[^,;:()]{0,25}(?:,|\sand|\sor|,\sand)\s(?:about\s|some\s|nearly\s|over\s)?")
_RIGHT_BEFORE = re.compile(r"(?:['’]s?)?[\s-](?:about\s|some\s|nearly\s|over\s)?")
#: Ending in this, the text before a figure makes it the old value, which only a date of its own can govern.
_OLD = re.compile(r"\b(?:from|than|against|versus|compared (?:with|to))\s(?:[\w’'-]+\s){0,3}$")
#: Ending in this, the text before a date makes it the other side of a comparison, and governs nothing more.
_OTHER_SIDE = re.compile(r"\b(?:from|than|against|versus|compared (?:with|to))\s(?:in\s)?(?:the\s)?$")
_BASE = re.compile(r"\b(?:from|than|on|over|since|against)\s(?:in\s)?(?:the\s)?$")
#: What may stand before a date that opens the sentence.
_OPENING = re.compile(
    r"\W*(?:(?:In|During|By|For|Over|Since|At the end of|Between|From|Throughout|On|As of)\s(?:the\s)?)?"
)
_TURN = re.compile(r";|\b(?:while|whereas|but|although)\b")


@dataclass(frozen=True, slots=True)
class Date:
    """A date of a sentence, with offsets into the sentence's text."""

    start: int
    end: int
    grain: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class Span:
    """A figure of a sentence, with offsets into the sentence's text; `change` if it states a change."""

    start: int
    end: int
    change: bool = False


def _any_of(name: str) -> str:
    return "|".join(re.escape(word) for word in lexicon.lists("periods")[name])


@cache
def _spoke() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('speaking')})\b")


@cache
def _said() -> re.Pattern[str]:
    """Ending in this, the text before a date tells when somebody spoke."""
    return re.compile(
        rf"\b(?:{_any_of('speaking')})\b"
        r"(?:\s(?:reporters|in an? (?:statement|interview|report|speech)|earlier|late|early))?"
        r"\s(?:in\s|during\s|back in\s|the\s)?$"
    )


@cache
def _said_on() -> re.Pattern[str]:
    """The same before a day; more may lie between."""
    return re.compile(rf"\b(?:{_any_of('speaking')})\b(?:\s[a-zA-Z.’'-]+){{0,5}}\s(?:\(|on\s)?$")


@cache
def _published() -> re.Pattern[str]:
    """After a date: what was published then, about some other time."""
    return re.compile(rf"(?:['’]s)?\s(?:[a-z-]+\s)?(?:{_any_of('publications')})\b")


def is_time_of_figures(text: str, date: Date) -> bool:
    """Whether a date can be the time of a figure: not the day of a statement or of a publication."""
    said = _said_on() if date.grain == "day" else _said()
    return not said.search(text, max(0, date.start - 70), date.start) and not _published().match(
        text, date.end
    )


def is_old(text: str, start: int) -> bool:
    """Whether the figure at `start` is the value that another one is compared with."""
    return _OLD.search(text, max(0, start - 40), start) is not None


def governing(text: str, figures: Sequence[Span], dates: Sequence[Date]) -> dict[int, Date]:
    """The date that governs each figure, by the figure's index; both sequences are in order of position."""
    chosen: dict[int, Date] = {}
    beside: Date | None = None
    for i in reversed(range(len(figures))):
        following = beside if i + 1 < len(figures) and _shares(text, figures, i) else None
        beside = _beside(text, figures, i, dates) or following
        if beside is not None:
            chosen[i] = beside
    for i in range(len(figures)):
        if (
            i
            and i not in chosen
            and i - 1 in chosen
            and _converts(text, figures[i])
            and _shares(text, figures, i - 1)
        ):
            chosen[i] = chosen[i - 1]
        if i not in chosen and (date := _inherited(text, figures, i, dates, chosen)) is not None:
            chosen[i] = date
    return chosen


def _shares(text: str, figures: Sequence[Span], i: int) -> bool:
    """Whether a figure shares the next one's date: "5,000 drones and 300 missiles", "rose 5% to $5bn"."""
    gap = text[figures[i].end : figures[i + 1].start]
    if gap == " (" and _converts(text, figures[i + 1]):
        return True
    return _COORDINATED.fullmatch(gap) is not None or (figures[i].change and gap.strip(" a") == "to")


def _converts(text: str, figure: Span) -> bool:
    """Whether a figure alone in brackets repeats the one before it in other units: "$30bn (£16bn)"."""
    return text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")"


def _beside(text: str, figures: Sequence[Span], i: int, dates: Sequence[Date]) -> Date | None:
    """The date right before the figure ("last year's £2.53bn"), or the next one after it in its clause."""
    figure = figures[i]
    after: Date | None = None
    for date in dates:
        if date.end <= figure.start and _RIGHT_BEFORE.fullmatch(text, date.end, figure.start):
            return date
        if date.start >= figure.end:
            after = date
            break
    following = figures[i + 1].start if i + 1 < len(figures) else len(text)
    if after is None or after.start - figure.end > _REACH or following < after.start:
        return None
    end = figure.end + _converts(text, figure)
    return after if _open(text[end : after.start], figure.change) else None


def _open(gap: str, change: bool) -> bool:
    """Whether nothing in `gap` keeps the date after it from the figure before it."""
    if _BARRIER.search(gap) or gap.count(")") > gap.count("(") or (not change and _COMPARED.search(gap)):
        return False
    if "(" in gap and not gap.endswith(("(", "(in ", "(as of ")):
        return False
    return "," not in gap or _APPENDED.fullmatch(gap) is not None


def _reaches_on(text: str, date: Date, start: int) -> bool:
    """Whether a date may govern a figure further on: no day of speaking, no other side of a comparison."""
    if date.grain in ("day", "week", "month") and _spoke().search(text, date.end, start):
        return False
    compared = _OTHER_SIDE.search(text, max(0, date.start - 30), date.start)
    return compared is None or compared.start() == 0


def _leads_to(text: str, change: Span, date: Date, gap: str) -> bool:
    """Whether a change dated `date` leads to the level after `gap`: "fell 9% last year to £6.2bn"."""
    since = _BASE.search(text, max(0, date.start - 20), date.start)
    return change.change and since is None and _REACHED.fullmatch(gap) is not None


def _belongs(text: str, date: Date, figures: Sequence[Span], i: int) -> bool:
    """Whether a date is that of an earlier figure alone: "2003's 784m, well below forecasts of 800m"."""
    if not i or figures[i - 1].start < date.end or _shares(text, figures, i - 1):
        return False
    return _RIGHT_BEFORE.fullmatch(text, date.end, figures[i - 1].start) is not None


def _inherited(
    text: str, figures: Sequence[Span], i: int, dates: Sequence[Date], chosen: dict[int, Date]
) -> Date | None:
    """A date on the left that the figure shares or lies under, unless the figure is an old value."""
    start = figures[i].start
    if is_old(text, start):
        return None
    before = [d for d in dates if d.end <= start and _reaches_on(text, d, start)]
    if before:
        nearest = before[-1]
        gap = text[nearest.end : start]
        takers = [figures[j] for j, d in chosen.items() if d is nearest and figures[j].end <= nearest.start]
        taken = bool(takers)
        if taken and (_APPOSED.fullmatch(gap) or _leads_to(text, takers[-1], nearest, gap)):
            return nearest
        loose = "," in gap or _belongs(text, nearest, figures, i)
        if (
            not taken
            and not loose
            and len(gap) <= _REACH
            and not _BARRIER.search(gap)
            and gap.count("(") == gap.count(")")
        ):
            return nearest
        opens = _OPENING.fullmatch(text, 0, before[0].start) and not _TURN.search(gap)
        return nearest if opens and len(before) == 1 and not taken else None
    # "3.6% of global supply (1.5 million barrels per day in 2024)": two measures of one thing
    glossed = i + 1 < len(figures) and text[figures[i].end : figures[i + 1].start].endswith("(")
    return chosen.get(i + 1) if glossed else None
