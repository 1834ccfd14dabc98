"""What a count counts, where the noun is not the head after it: `one of the students`, `a 12-page report`.

`up from 2.4 million` counts what the figure before it does; a rate after the noun is part of the unit
(`3,000 drones a month`). People are counted as `people`, whatever the text calls one of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checks import lexicon
from checks.facts import phrases
from checks.facts.language import is_noun
from checks.figures import intervals, units
from checks.figures.numerals import half_unit
from checks.lexicon.nouns import singular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span, Token

    from checks.facts.reading import Fact, Reading

_PEOPLE = frozenset({"people", "person", "persons"})
#: tags of what may stand between `of` and the noun
_BEFORE_NOUN = (
    "DT",
    "PRP$",
    "JJ",
    "JJR",
    "JJS",
    "CD",
    "VBN",
    "VBG",
    "RB",
    "RBS",
    "NNP",
    "POS",
    "HYPH",
    "WP$",
    ",",
)
#: kinds whose unit is left out the second time
_LENDING = frozenset({"money", "measurement", "percent"})
_COMPARED = re.compile(
    r"\b(?:(?:up|down|rise|fall|increase|decrease|drop|higher|lower|change)"
    r"(?: (?:by )?[\d.,]+(?:%| per ?cent))? from|compared (?:with|to)|against|versus) \Z"
)
#: a level and what it is compared with are seldom further apart than this
_NEAR = 20.0
#: figures of one thing are seldom further apart than this
_FAR = 1000.0


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.lists("measure")["elided"][name])


def unit(noun: Token) -> str:
    """The counted noun in the singular: `drone`, `Iranian`, `people`; `job cut`, as a cut counts nothing."""
    if noun.lower_ in _PEOPLE:
        return "people"
    lettered = _lettered(noun)
    if lettered:
        return singular(lettered)
    head = singular(noun.text if noun.tag_ in ("NNPS", "NNP") else noun.lower_)
    before = noun.doc[noun.i - 1] if noun.i else noun
    if head in phrases.words("light_nouns") and before.tag_ == "NN" and before.is_alpha:
        return f"{before.lower_} {head}"
    return head


def _lettered(noun: Token) -> str:
    """`e-mails`, `T-shirts`, whole where `noun` is one part of it; empty for other nouns."""
    doc, first = noun.doc, noun.i if len(noun) == 1 else noun.i - 2
    if first < 0 or first + 2 >= len(doc):
        return ""
    letter, hyphen, rest = doc[first], doc[first + 1], doc[first + 2]
    glued = len(letter) == 1 and letter.is_alpha and hyphen.text in "-\u2011" and rest.is_alpha
    if not glued or letter.whitespace_ or hyphen.whitespace_ or letter.text == "I":
        return ""
    return f"{letter.text}-{rest.lower_}"


def implied(measure: str) -> str:
    """What a number counts by its measure alone: people in a `toll`, visitors in a `number of visitors`."""
    words = measure.split()
    if not words:
        return ""
    if words[0] == "people" or singular(words[-1]) in phrases.words("of_people"):
        return "people"
    return singular(words[-1]) if words[:2] == ["number", "of"] else ""


def part_of(span: Span) -> Token | None:
    """The noun in `one of the students`, `483 of the 1,150 rural clinics`: what the count is taken from."""
    doc, i = span.doc, span.end
    if i + 1 >= len(doc) or doc[i].lower_ != "of":
        return None
    i += 1
    if doc[i].tag_ not in ("DT", "PRP$", "CD") and not doc[i].text.isdigit():
        return None
    while i < len(doc) and i - span.end < 10 and doc[i].tag_ in _BEFORE_NOUN:
        i += 1
    last = None
    while i < len(doc) and is_noun(doc[i]):
        last, i = doc[i], i + 1
    collective = last is not None and last.lower_ in _words("collectives")  # "eleven of the 15 crew"
    return last if last is not None and (collective or last.tag_ in ("NNS", "NNPS")) else None


def measured_by(span: Span, head: Token) -> Token:
    """What the number counts in a compound: page in `a 12-page report`, games in `68 league games`."""
    doc, i = span.doc, span.end
    hyphen = i < len(doc) and doc[i].text in ("-", "‑")  # noqa: RUF001
    i += hyphen
    if i >= head.i or doc[i].tag_ != "NN" or doc[i].lower_ == head.lower_:
        return head
    return doc[i] if hyphen or (head.tag_ == "NN" and span.text.lower() != "one") else head


def per(reading: Reading, fact: Fact) -> str:
    """The rate right after the counted noun (`per year`), or ""."""
    doc, end = reading.doc, fact.figure.end
    if doc is None or not fact.unit:
        return ""
    text, last = reading.article.text, min(reading.sentence.end, end + 60)
    token = reading.token_at(end + 1) if end + 1 < last else None
    for _ in range(3):
        if token is None:
            return ""
        if is_noun(token) and unit(token) == fact.unit:
            rate = units.rate(text, reading.sentence.start + token.idx + len(token))
            return rate[1] if rate is not None else ""
        token = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return ""


def lend_units(facts: Iterable[Fact], text: str) -> None:
    """Give counts without a noun the unit of the level before: `9 million phones, up from 8 million`.

    The level may be money, a share or a measurement where the count is plainly what it is compared with.
    """
    last: Fact | None = None
    levels: list[Fact] = []
    for fact in facts:
        figure = fact.figure
        if figure.kind in _LENDING and not figure.vague:
            levels.append(fact)
        if figure.kind != "count" or figure.vague:
            continue
        if fact.unit:
            last = fact
            continue
        # "up 30% from 75m": the change stands between the levels
        level = next((one for one in levels[:-3:-1] if _compared(one, fact, text)), None)
        if level is not None:
            _measure_alike(level, fact)
        elif last is not None and _alike(last, fact) and _is_bare(text, figure.start, figure.end):
            fact.unit = last.unit
            if set(fact.measure.split()) <= set(last.measure.split()):
                fact.measure = last.measure


def _compared(level: Fact, fact: Fact, text: str) -> bool:
    """Whether a bare number is what `level` is compared with: `$9m, up from 8m`, `to 9% from 8`."""
    figure, start = fact.figure, fact.figure.start
    a, b = abs(level.figure.value), abs(figure.value)
    if not 0 < a < _NEAR * b or not b < _NEAR * a or figure.value_to is not None:
        return False
    gap = text[level.figure.end : start]
    lead = text[max(0, level.figure.start - 6) : level.figure.start].lower()
    moved = (gap == " from " and lead.endswith(" to ")) or (gap == " to " and lead.endswith("from "))
    return (moved or _COMPARED.search(text, level.figure.end, start) is not None) and _is_bare(
        text, start, figure.end
    )


def _measure_alike(level: Fact, fact: Fact) -> None:
    """Give a bare count the kind and unit of `level`, and the rounding that goes with them."""
    figure = fact.figure
    half = max(figure.value - figure.interval.low, half_unit(figure.value))
    interval = intervals.of(figure.value, half, figure.bound)
    fact.figure = replace(figure, kind=level.figure.kind, unit=level.figure.unit, interval=interval)
    fact.unit, fact.measure = level.unit, level.measure or fact.measure


def _alike(one: Fact, other: Fact) -> bool:
    a, b = abs(one.figure.value), abs(other.figure.value)
    return 0 < a < _FAR * b and b < _FAR * a and (b >= 10 or one.figure.start + 60 > other.figure.start)


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a number stands after a linking word and no noun comes right after it."""
    before = text[max(0, start - 24) : start].lower().split()
    if not before:
        return False
    if before[-1] in _words("vague_links"):
        return True
    if before[-1] not in _words("links") and before[-1][-1] not in _words("links"):
        return False
    following = text[end : end + 12].lstrip(" ")
    word = following.split(" ")[0].strip(".,;:)")
    return not following or following[0] in ".,;:)\n" or word in _words("after_bare")
