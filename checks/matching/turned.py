"""One number told twice with another bound: "more than 3,200 lorries", "the fewer than 3,200 lorries".

An equal number of like things is no chance where the sentences share their words, so these pairs do not
ask that measures agree (see comparison.py). Thresholds do ask for care: "firms with over 250 staff … those
with fewer than 250" are two, and so are most round numbers.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from checks import lexicon
from checks.matching import agreement, names, running, terms
from checks.matching.comparable import Row
from checks.matching.comparison import periods_differ

Side = Literal["above", "below", "about", "plain"]

KINDS = frozenset({"money", "count", "measurement", "percent", "duration"})
#: how sure a pair is
SCORE = 0.8
#: below this a count is of many things
FEW = 10
#: a figure is compared with so many told before it
BEFORE = 4
#: articles farther apart tell of two times
DAYS = 3
#: what may separate a value from a limit, relatively
MARGIN = 0.02
#: Sentences in which a number divides: who is above it, who below.
_DIVIDES = re.compile(
    r"\b(?:must|need(?:s|ed)?|if|unless|whether|eligible|qualif\w+|thresholds?|limit\w*|requir\w+|allowed"
    r"|permitted|entitled|rules?|laws?|exempt\w*|anyone|otherwise|categor\w+|class\w*|brackets?|bands?|smaller"
    r"|those (?:with|who|over|under|above|below|more|fewer|less|in|of|worth|earning))\b",
    re.IGNORECASE,
)
#: Words before a bound that choose among many: "firms with over 250 staff", "people earning under £50,000".
_CHOOSES = re.compile(
    r"\b(?:with|aged|earning|employing|weighing|costing|having|holding|every|each|any|another|other|firms|homes"
    r"|companies|households|children|people|an additional) $",
    re.IGNORECASE,
)
#: What a day may change.
_MOVES = re.compile(
    r"\b(?:still|remain\w*|now|currently|fell|fall\w*|dropp\w+|ris\w+|rose|climb\w+|above|below|under)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"\b(?:the|this|these|its|their|his|her|our) $", re.IGNORECASE)
_TIED = re.compile(r"\b(?:the|this|its|their|his|her)(?: [\w’'-]+){1,3} (?:of|worth) $", re.IGNORECASE)


class Bounded(NamedTuple):
    """Any fact's words on where its true value lies."""

    bound: str
    value: float
    low: float
    high: float


def side(told: Bounded | Row) -> Side:
    """Where the true value lies by the wording: "above" the number, "below" it, "about" it, or "plain"."""
    if told.bound in (">", ">="):
        return "above"
    if told.bound in ("<", "<="):
        return "below"
    size = MARGIN * abs(told.value)
    if told.bound == "~":
        return "below" if told.high - told.value + size < told.value - told.low else "about"
    if told.low >= told.value and told.high > told.value + 5 * size:
        return "above"  # "sales topped $8 billion"
    return "below" if told.high <= told.value and told.low < told.value - 5 * size else "plain"


def pairs(
    facts: Sequence[Row],
    dates: Mapping[str, dt.date | None],
    one_story: Callable[[str, str], bool],
) -> Iterator[tuple[int, int, float, str]]:
    """First and second position in `facts`, score and reasons of one number with opposite bounds.

    Linear in the facts: each is compared with the few before it that state the same number.
    """
    blocks: dict[tuple[str, str, float], list[int]] = defaultdict(list)
    for j, b in enumerate(facts):
        if b.kind not in KINDS or b.value_to == b.value_to or (b.kind == "count" and b.value < FEW):
            continue
        told = side(b)
        if told not in ("above", "below"):
            continue
        block = blocks[b.kind, b.unit, b.value]
        for i in block[-BEFORE:]:
            a = facts[i]
            if side(a) != told and (why := _one(a, b, dates, one_story)):
                yield i, j, SCORE, why
        block.append(j)


def _one(a: Row, b: Row, dates: Mapping[str, dt.date | None], one_story: Callable[[str, str], bool]) -> str:
    within = a.article == b.article
    if a.sentence == b.sentence or (a.direction and b.direction and a.direction != b.direction):
        return ""
    if any(_DIVIDES.search(row.sentence) or _CHOOSES.search(_before(row)) for row in (a, b)):
        return ""
    if terms.apart(a.scope, b.scope) or periods_differ(a.period, b.period):
        return ""
    spans = terms.spans(a.sentence), terms.spans(b.sentence)
    if (all(spans) and spans[0] != spans[1]) or agreement.quarters_differ(a.sentence, b.sentence):
        return ""
    places = running.places_in(a.sentence), running.places_in(b.sentence)
    if places[0] - places[1] and places[1] - places[0]:
        return ""
    shared = names.shared(a.entities, b.entities) or frozenset(
        name for one, other in ((a, b), (b, a)) for name in one.entities if name in other.sentence
    )
    if a.entities and b.entities and not shared:
        return ""
    if not within and not _near(a, b, dates):
        return ""
    unit = terms.content(b.unit)
    common = a.context & b.context
    beyond = common - unit - _idle()
    cover = len(common) / max(1, min(len(a.context), len(b.context)))
    known = within and _known(b) and (terms.telling(unit & common) or bool(beyond))
    # a fall by one number in one time is told twice
    change = within and a.role == b.role == "change" and a.direction == b.direction != ""
    known |= change and spans[0] == spans[1] and bool(beyond)
    sharp = bool(agreement.digits(b.value))
    alike = len(beyond) >= (2 if sharp else 3) and cover >= (0.3 if sharp and (within or shared) else 0.5)
    same = len(beyond) >= 4 and cover >= 0.7
    if not within and not (shared or same or one_story(a.article, b.article)):
        return ""
    if not (known or alike):
        return ""
    told = ", ".join(sorted(beyond or unit))
    return f"the same number of the same things ({told}) with the opposite bound"


def _near(a: Row, b: Row, dates: Mapping[str, dt.date | None]) -> bool:
    """Whether two articles are of about one day; on two days, of something that does not move."""
    days = dates.get(a.article), dates.get(b.article)
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return True
    return abs((days[0] - days[1]).days) <= DAYS and not any(_MOVES.search(row.sentence) for row in (a, b))


def _known(row: Row) -> bool:
    """Whether a figure is mentioned as known: "the at least 30 trucks", "the loss of over 800 jobs"."""
    before = _before(row)
    return bool(_KNOWN.search(before) or _TIED.search(before))


def _before(row: Row) -> str:
    """The sentence up to the words that bound a figure."""
    at = row.sentence.find(row.surface)
    before = row.sentence[: max(0, at)]
    return before[: found.start()] if (found := _bounds().search(before)) else before


@cache
def _bounds() -> re.Pattern[str]:
    words = (row["words"] for row in lexicon.table("bounds") if row["side"] == "before")
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))}) (?:the |a )?$", re.I
    )


@cache
def _idle() -> frozenset[str]:
    """Words that sentences share whatever they tell: who reports, the bounds themselves, days."""
    bounds = " ".join(row["words"] for row in lexicon.table("bounds"))
    days = " ".join(lexicon.lists("scope")["calendar"])
    reports = (
        "told tell added announced announce reported report official statement according company year people"
    )
    return terms.content(f"{bounds} {days} {reports} people")
