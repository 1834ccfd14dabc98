"""Figures that nobody need vouch for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.model import NOT_QUANTITIES

if TYPE_CHECKING:
    from checks.facts.reading import Fact, Reading

#: A count up to here is one the reader could make: both sides, three rounds of talks.
SMALL_COUNT = 12
_TIME = r"(?:second|minute|hour|day|night|week|weekend|month|year|decade|century|mile|page|word|member|seat)"
#: "the 12-day war", "a three-year contract": a name or a property, not a statistic.
_COMPOUND = re.compile(rf"[\w.,]+-{_TIME}(?:-\w+)*\s+[^\W\d]", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:\b(?:pages?|pp?|chapters?|sections?|articles?|figures?|tables?|rooms?|flights?|routes?|highway|interstate|"
    r"no|numbers?|volumes?|parts?|steps?|paragraphs?|resolution|phase|type|level|round|grade|channel|group|apollo|"
    r"formula|top|Day|Week|Act|Route)\.?|№|#)\s*$",
    re.IGNORECASE,
)
_AGE = re.compile(r"[A-Z][\w.’'-]+, $")
_SPAN = re.compile(r"\b(?:past|last|next|first|coming|previous|final|recent)\s+(?:few\s+)?$", re.IGNORECASE)
_AGO = re.compile(r"\s+(?:\w+\s+)?(?:ago|later|earlier)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\W*(?:and |but |so |now |even )?"
    r"(?:if|suppose|supposing|imagine|assume|assuming|let[’']?s say|let us say|say you|picture)\b",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\b(?:kill|dea[dt]|die[ds]?\b|dying|wound|injur|casualt|hurt|missing|fatal|victim|murder|shot\b|arrest|hostage|"
    r"rescue|infect|abduct|execut|lost (?:his|her|their) li)",
    re.IGNORECASE,
)


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
    if _COMPOUND.match(text[figure.start : figure.end + 32]) and "," not in figure.surface:
        return True
    if figure.kind == "count":
        if _NUMBERED.search(before) and not fact.unit:
            return True
        if after[:1] == "," and figure.surface.isdigit() and figure.value < 120 and _AGE.search(before):
            return True
        return figure.value == 1 and figure.surface.lower() == "one"
    return False


def needs_no_source(reading: Reading, fact: Fact) -> bool:
    """True for a figure that may stand without a source: small counts, the author's own suppositions.

    Where people come to harm, no count is too small to ask who made it.
    """
    figure, sentence = fact.figure, reading.sentence.text
    if _SUPPOSED.match(sentence):
        return True
    if figure.kind != "count" or figure.vague or not float(figure.value).is_integer():
        return False
    share = reading.article.text[figure.end : figure.end + 8].lstrip(" -").startswith("point")
    return abs(figure.value) <= SMALL_COUNT and not share and not _HARMED.search(sentence)
