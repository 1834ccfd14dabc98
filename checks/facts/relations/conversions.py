"""A quantity told again in another unit or currency: `100 km (62 miles)`, `£30m ($38m; €35m)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.facts.reading import Fact, Reading
from checks.facts.relations.clause import spaced
from checks.facts.relations.forms import Tie
from checks.figures.conversion import convertible
from checks.figures.units import dimension

_ABOUT = (
    r"(?:(?:or|about|around|roughly|approximately|approx\.?|nearly|almost|some|over|under|just|more than"
    r"|less than|a little|up to|at least|equal to|equals|(?:the )?equivalent (?:to|of)|=|~|c\.) ?)*"
)  # fmt: skip
_OPENED = re.compile(rf" ?[(\[] ?{_ABOUT}")
_INSIDE = re.compile(rf" ?(?:[;,/]| or) ?{_ABOUT}")
_CLOSED = re.compile(r" ?(?:[)\];,/]|or\b)")
#: Outside brackets only where the second is plainly the first again: `62 miles, or 100 km,`.
_AGAIN = re.compile(
    rf"(?: ?[,\u2013\u2014]| -) (?:or|(?:which|that) is|the equivalent of|equivalent to|equal to) {_ABOUT}"
)
#: Around a rate between two sums: `6 billion lira, at 40 lira to the dollar, or $150 million`.
_AT_RATE = re.compile(r",?(?: [\w'-]+){0,3}? at (?:(?:an?|the) (?:[a-z]+ ){0,3}?rate of )?")
_RATE_ENDS = re.compile(
    rf" (?:to|for|against|per) (?:the|a|one) [a-z]+(?: [a-z]+)?(?:,| -| [\u2013\u2014]| \() ?"
    rf"(?:or|which is|that is)? ?{_ABOUT}"
)
_OTHER = re.compile(r" (?:of|if|when|more|less|fewer|extra|away)\b")
_STEP_BEFORE = re.compile(
    r"\b(?:by|(?:up|down)(?! to)|another|an extra|further|within|differences? of|gaps? of"
    r"|(?:rise|increase|drop|fall|change|warming|cooling|jump|variation|swing)s? of"
    r"|warming (?:to|at|below|under)(?: [\w-]+){0,2})"
    r"(?: (?:about|around|nearly|almost|roughly|some|just|only|over|up to|more than|less than"
    r"|as much as|at least|to))* $"
)
_STEP_AFTER = re.compile(
    r"[)\]]* (?:(?:[a-z]+ )?(?:warmer|cooler|hotter|colder|higher|lower|above|below|more|less)"
    r"|(?:of |[a-z]+ )?(?:warming|limit|target|goal|threshold|rise|increase|drop|fall))\b"
)


def conversions(reading: Reading) -> Iterator[Tie]:
    """The quantities of a sentence that it tells in a second unit; the first printed is `from`."""
    text, offset = reading.sentence.text, reading.sentence.start
    first: Fact | None = None  # what the open bracket converts
    for a, b in pairwise(reading.facts):
        between = _folded(text[a.figure.end - offset : b.figure.start - offset])
        after = _folded(text[b.figure.end - offset : b.figure.end - offset + 40])
        inside = first is not None and _INSIDE.fullmatch(between) is not None
        if inside or (_OPENED.fullmatch(between) and _CLOSED.match(after)):
            start = first if inside and first is not None else a
        elif _AGAIN.fullmatch(between) and not _OTHER.match(after):
            start = a
        else:
            first = None
            continue
        if not _convertible(start, b):
            first = None
            continue
        parts = [("from", start), ("to", b)]
        before = _folded(text[max(0, start.figure.start - offset - 60) : start.figure.start - offset])
        if _is_step(start, before, after):
            parts.append(("step", b))
        yield Tie(tuple(parts))
        first = start if inside or _OPENED.fullmatch(between) else None
    yield from _at_a_rate(reading)


def _at_a_rate(reading: Reading) -> Iterator[Tie]:
    """Sums of money with the rate between them."""
    text, offset = reading.sentence.text, reading.sentence.start
    for a, rate, b in zip(reading.facts, reading.facts[1:], reading.facts[2:], strict=False):
        if not a.figure.kind == rate.figure.kind == b.figure.kind == "money" or not _convertible(a, b):
            continue
        if rate.figure.unit not in (a.figure.unit, b.figure.unit):
            continue
        before = _folded(text[a.figure.end - offset : rate.figure.start - offset])
        after = _folded(text[rate.figure.end - offset : b.figure.start - offset])
        if _AT_RATE.fullmatch(before) and _RATE_ENDS.fullmatch(after):
            yield Tie((("from", a), ("to", b)))


def _convertible(a: Fact, b: Fact) -> bool:
    kind, units = a.figure.kind, (a.figure.unit, b.figure.unit)
    if kind != b.figure.kind or kind not in ("money", "measurement") or a.figure.vague or b.figure.vague:
        return False
    if units[0] == units[1] or not convertible(*units):
        return False
    # "Rs 2 crore a day, or Rs 730 crore a year" is a rate and its total.
    (first, _, per), (second, _, other) = (unit.partition(" per ") for unit in units)
    return first != second or dimension(per) == dimension(other) != "time"


def _is_step(fact: Fact, before: str, after: str) -> bool:
    """Whether a temperature is a difference between two."""
    if dimension(fact.figure.unit) != "temperature":
        return False
    if fact.role != "change" and fact.figure.value is not None and fact.figure.value < 0:
        return False  # "down to minus 20C": a fall is told without a sign
    return fact.role == "change" or bool(_STEP_BEFORE.search(before) or _STEP_AFTER.match(after))


def _folded(words: str) -> str:
    return spaced(words).lower()
