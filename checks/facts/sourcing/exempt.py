"""Figures that nobody need vouch for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checks.lexicon import lists
from checks.model import NOT_QUANTITIES

if TYPE_CHECKING:
    from checks.facts.reading import Fact, Reading

#: A count up to here is one the reader could make: both sides, three rounds of talks.
SMALL_COUNT = 12
#: Nobody older is told by a bare number: "Doyle, 82, said".
OLDEST = 120
_LAST_WORD = re.compile(r"\w+\Z")
_AGE = re.compile(r"[A-Z][\w.’'-]+, $")
_SPAN = re.compile(r"\b(?:past|last|next|first|coming|previous|final|recent)\s+(?:few\s+)?$", re.IGNORECASE)
_AGO = re.compile(r"\s+(?:\w+\s+)?(?:ago|later|earlier)\b", re.IGNORECASE)


def is_exempt(reading: Reading, fact: Fact) -> bool:
    """True for a figure that needs no source, whoever gives it: dates, ages, names, page numbers."""
    figure = fact.figure
    if figure.kind in NOT_QUANTITIES or figure.kind in {"age", "score"}:
        return True
    if figure.kind not in {"count", "duration", "measurement"}:
        return False
    text = reading.article.text
    before, after = text[max(0, figure.start - 24) : figure.start], text[figure.end : figure.end + 20]
    if figure.kind == "duration" and (_SPAN.search(before) or _AGO.match(after)):
        return True
    if _compound().match(text[figure.start : figure.end + 32]) and "," not in figure.surface:
        return True
    return figure.kind == "count" and _is_name_or_age(fact, before, after)


def _is_name_or_age(fact: Fact, before: str, after: str) -> bool:
    """True for a count that is a number in a name, an age, or "one"."""
    figure = fact.figure
    if not fact.unit and _numbers(before):
        return True
    if after[:1] == "," and figure.surface.isdigit() and figure.value < OLDEST and _AGE.search(before):
        return True
    return figure.value == 1 and figure.surface.lower() == "one"


def needs_no_source(reading: Reading, fact: Fact) -> bool:
    """True for a figure that may stand without a source: small counts, the author's own suppositions.

    Where people come to harm, no count is too small to ask who made it.
    """
    figure, sentence = fact.figure, reading.sentence.text
    if _supposed().match(sentence):
        return True
    if figure.kind != "count" or figure.vague or not float(figure.value).is_integer():
        return False
    share = reading.article.text[figure.end : figure.end + 8].lstrip(" -").startswith("point")
    return abs(figure.value) <= SMALL_COUNT and not share and not _harm().search(sentence)


def _numbers(text: str) -> bool:
    """Whether a word that makes a name of the number behind it ends the text: "page", "No."."""
    text = text.rstrip()
    last = _LAST_WORD.search(text.removesuffix("."))
    word = last.group() if last else ""
    numbered, capital = _numbered()
    return word.lower() in numbered or word in capital or text.endswith(("№", "#"))


@cache
def _numbered() -> tuple[frozenset[str], frozenset[str]]:
    """Words that make a name of the number behind them: however written, and only where written large."""
    return frozenset(_list("numbered")), frozenset(_list("numbered_capital"))


@cache
def _compound() -> re.Pattern[str]:
    """ "the 12-day war", "a three-year contract": a name or a property, not a statistic."""
    return re.compile(rf"[\w.,]+-(?:{'|'.join(_list('hyphened'))})(?:-\w+)*\s+[^\W\d]", re.IGNORECASE)


@cache
def _supposed() -> re.Pattern[str]:
    """The beginning of a supposition."""
    words = "|".join(_list("suppose")).replace("'", "[’']")
    return re.compile(rf"\W*(?:and |but |so |now |even )?(?:{words})\b", re.IGNORECASE)


@cache
def _harm() -> re.Pattern[str]:
    """Words that tell of harm to people."""
    return re.compile(
        rf"\b(?:(?:{'|'.join(_list('harm'))})|(?:{'|'.join(_list('harm_words'))})\b)", re.IGNORECASE
    )


def _list(name: str) -> list[str]:
    text: str = lists("exempt")[name]
    return [part.strip() for part in (text.split("|") if "|" in text else text.split())]
