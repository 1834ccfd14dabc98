"""Running totals: the dead of a flood, the cases of an outbreak, the children vaccinated so far.

Each report words a running total in its own way ("has seen 870 cases of dengue", "has so far led to 1,290
cases"), so measures alone do not find them. What does: both sentences give one total so far, of the same
thing that can only grow, name somebody or some place in common, and count from the same beginning.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from checks import lexicon
from checks.facts import places
from checks.matching import terms
from checks.matching.comparable import Row

#: High enough for the rule that asks whether a total fell, too low for those that ask whether values agree.
SCORE = 0.7
#: A total is compared with so many published before it.
BEFORE = 4
#: Words that two phrases after "since" share of all that they have, and two sentences on a toll of the fewer.
ALIKE = 0.6
#: Counts of these are counts of people who died, fell ill or were held.
PEOPLE = frozenset(
    {"people", "person", "patient", "victim", "killed", "case", "arrested", "infected", "injured"}
)
_MARK = re.compile(r"[,;:.()—–]\s")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]round|[Aa]cross|[Nn]ear|[Ff]rom|of)"
    r" (?:the (?:city|province|state|town) of )?([A-Z][\w’'-]+)"
)
_FIRST = re.compile(r"(?:^|(?<=[.!?] ))[A-Z][\w’'-]+")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+")
_NUMBER = re.compile(r"\d+")
_IN_NUMBER = frozenset("_.,")
_TOLL = re.compile(r"\b(?:toll|tally)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+([^,;.()]+)", re.IGNORECASE)


@cache
def cues(name: str) -> re.Pattern[str]:
    """The words of a list under `cues` in tallies.toml, as a pattern."""
    words = "|".join(re.escape(word) for word in lexicon.lists("tallies")["cues"][name])
    # "last week's floods" are one event, "last week" is a span
    return re.compile(rf"\b(?:{words})\b(?!['’]s)", re.IGNORECASE)


@cache
def _growing() -> dict[str, str]:
    """Folded word -> the word that stands for it."""
    given = lexicon.lists("tallies")
    same = {terms.fold(word): terms.fold(meant) for word, meant in given["same"].items()}
    return {word: same.get(word, word) for word in map(terms.fold, given["growing"])}


def tally(sentence: str, surface: str, measure: str) -> str:
    """What a running total counts (`killed`, `case`), or "" for a figure that is none or may be another.

    `measure` is the fact's measure with its unit.
    """
    if not cues("running").search(sentence):
        return ""
    return counted(sentence, surface, measure)


def counted(sentence: str, surface: str, measure: str) -> str:
    """What is counted of the things that can only grow, by the measure or, where it is silent, the clause."""
    growing = _growing()
    own = {growing[word] for word in terms.content(measure) if word in growing}
    if not own:
        own = {growing[word] for word in terms.content(clause(sentence, surface)) if word in growing}
    return own.pop() if len(own) == 1 else ""


def clause(sentence: str, surface: str) -> str:
    """The words around a figure up to the next mark on either side; the sentence where it is not found."""
    folded = " ".join(surface.split())
    found = _standing(sentence, folded)
    if found < 0:
        return sentence
    starts = [mark.end() for mark in _MARK.finditer(sentence, 0, found)]
    end = _MARK.search(sentence, found + len(folded))
    return sentence[starts[-1] if starts else 0 : end.start() if end else len(sentence)]


def _standing(sentence: str, surface: str) -> int:
    """Where a figure stands in a sentence, not as a part of another; -1 if nowhere."""
    at = sentence.find(surface)
    while at >= 0:
        before, after = sentence[at - 1 : at], sentence[at + len(surface) :][:1]
        if not (before.isalnum() or after.isalnum() or before in _IN_NUMBER or after == "_"):
            return at
        at = sentence.find(surface, at + 1)
    return -1


def pairs(
    facts: Sequence[Row],
    dates: Mapping[str, dt.date | None],
    original: Mapping[str, str],
) -> Iterator[tuple[int, int, float, str]]:
    """First and second position in `facts`, score and reasons of totals of one thing, told on different days.

    Linear in the facts: each is compared with a few published before it.
    """
    counts = [row.kind == "count" and dates.get(row.article) is not None for row in facts]
    what = [_what(row) if count else "" for row, count in zip(facts, counts, strict=True)]
    # of two totals of one kind in a sentence, one is of a part or of another place
    told = Counter((row.article, row.sentence, of) for row, of in zip(facts, what, strict=True) if of)
    blocks: dict[tuple[str, str], list[tuple[dt.date, int]]] = defaultdict(list)
    for at, (row, of) in enumerate(zip(facts, what, strict=True)):
        day = dates.get(row.article)
        if day and of and told[row.article, row.sentence, of] == 1:
            for name in sorted(names_of(row)):  # the first that two totals share is told
                blocks[of, name].append((day, at))
    met: set[tuple[int, int]] = set()
    for (of, name), block in blocks.items():
        block.sort()
        for n, (day, at) in enumerate(block):
            for before, other in block[max(0, n - BEFORE) : n]:
                pair = (min(at, other), max(at, other))
                if before == day or pair in met:
                    continue
                met.add(pair)
                a, b = facts[pair[0]], facts[pair[1]]
                copied = original.get(a.article, a.article) == original.get(b.article, b.article)
                if not copied and _one(a, b, (before, day) if other < at else (day, before)):
                    yield *pair, SCORE, f"running totals of one thing ({of}, {name})"


def _what(row: Row) -> str:
    return tally(row.sentence, row.surface, f"{' '.join(row.measure)} {row.unit}")


def names_of(row: Row) -> frozenset[str]:
    """The owners and the names in the sentence; a capital or a people as its country."""
    found = (_place(name) or name for name in named(row.sentence))
    return frozenset(found) | row.entities


def named(sentence: str) -> frozenset[str]:
    """The names in a sentence as printed; its first word, which has a capital anyway, where it is a place."""
    first = {name for name in _FIRST.findall(sentence) if _place(name)}
    return frozenset({*_NAME.findall(sentence)} - {*lexicon.lists("scope")["calendar"]} | first)


def _place(name: str) -> str:
    found = places.find(name)
    return found.name if found else ""


def one_place(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether the sentences of two figures name the places that belong to either: a city is not its country.

    `a` and `b` are a sentence and the surface of its figure.
    """
    return all(places_in(clause(*one)) <= {*_CAPITAL.findall(other[0])} for one, other in ((a, b), (b, a)))


def places_in(text: str) -> frozenset[str]:
    """Names of places: known ones, and those after a word such as "in"."""
    known = {name for name in named(text) if _place(name)}
    return frozenset(known | {*_IN.findall(text)} - {*lexicon.lists("scope")["calendar"]})


def _one(a: Row, b: Row, days: tuple[dt.date, dt.date]) -> bool:
    """Whether two totals of the articles of `days` are of one thing, from the same beginning."""
    units = terms.content(a.unit), terms.content(b.unit)
    if units[0] != units[1] and not all(unit <= PEOPLE for unit in units):
        return False
    if not one_place((a.sentence, a.surface), (b.sentence, b.surface)):
        return False
    if (a.entities and b.entities and not a.entities & b.entities) or terms.apart(a.scope, b.scope):
        return False
    if terms.ills_differ(a.context, b.context):
        return False
    began = [beginning(row.period[0], day) for row, day in zip((a, b), days, strict=True)]
    if all(began):
        return began[0] == began[1]
    since = [set(terms.words(m[1])) | set(_NUMBER.findall(m[1])) for m in map(_since, (a, b)) if m]
    if len(since) == 2 and min(map(len, since)) > 1:  # "since Friday" is each week's
        return len(since[0] & since[1]) >= ALIKE * len(since[0] | since[1])
    tolls = all(_TOLL.search(row.sentence) for row in (a, b)) and not (since or any(began))
    alike = len(a.context & b.context) >= ALIKE * min(len(a.context), len(b.context))
    return tolls and alike and bool(a.entities & b.entities)


def beginning(start: str, published: dt.date) -> str:
    """The first day (ISO) of a total, or "" where `start` is only the day of the report."""
    return start if start and start < (published - dt.timedelta(days=1)).isoformat() else ""


def _since(row: Row) -> re.Match[str] | None:
    return _SINCE.search(row.sentence)
