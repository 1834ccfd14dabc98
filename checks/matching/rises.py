"""Totals that by their own verb have grown ("the toll rose to 31"), and what was counted before them.

The first report of a disaster has no word such as "so far" ("killed 43 people"), so `running` does not
know it for a total. The later sentence says what it is: what has risen to 31 was lower before. Both may
stand in one article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from checks.matching import names, running, terms
from checks.matching.comparable import Row

#: how sure a pair is
SCORE = 0.72
#: a total is compared with so many counts told before it
BEFORE = 3
#: the first reports of an event, and the last of its toll
DAYS = 30
#: so much of what was counted before, at least, is left by a slip; less is a count of something else
LEAST = 0.5
_HEDGE = r"(?: (?:at least|more than|over|about|some|around|nearly|almost|a total of))?"
_GROWN = (
    r"(?:rose|rises|risen|rising|climb\w*|grew|grown|grows|growing|jump\w*|increas\w+|soar\w*|surg\w+|swell\w*|swollen"
    r"|mount\w*|edg\w+ up|went up|gone up)(?: (?:further|again|slightly|sharply|steadily))?"
)
_BROUGHT = (
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es?|ing)|took|taken|push(?:es|ed|ing)?|rais(?:es|ed|ing))"
    r" [^,;.]{3,90}?"
)
#: What stands before a figure that a total has grown to.
_TO = re.compile(rf"(?:\b{_GROWN}|{_BROUGHT}) to{_HEDGE} $", re.IGNORECASE)
#: characters of "to", a hedge and the spaces around it
_LONGEST_TO = 20
#: What says, less plainly, that it is the whole so far.
_NOW = re.compile(
    r"\b(?:(?:now )?(?:stands?|stood) at"
    r"|(?:has|have) (?:now )?(?:reached|killed|claimed|infected|died|topped|passed)"
    rf"|reached|has now \w+){_HEDGE} $",
    re.IGNORECASE,
)
#: What counts the whole by its noun: those of whom it is said have all died or all been found.
_HAVE = re.compile(
    r" [\w ]{0,30}?\b(?:have|has) (?:now |so far )?(?:died|been (?:killed|confirmed))", re.IGNORECASE
)
#: What was said of an earlier time, or of another event.
_PAST = re.compile(
    r"\b(?:1[89]\d\d|20[0-3]\d|years? ago|earlier|previous(?:ly)?|last (?:year|month|week|season)"
    r"|anniversary|in the past|separate(?:ly)?|another|elsewhere|unrelated|before)\b",
    re.IGNORECASE,
)
#: A toll that is said to be of some only: "the toll among children", "the toll in the county".
_OF_SOME = re.compile(
    r"\b(?:tolls?|deaths|dead|cases|killed) (?:among|in|of|for|on|across) (?:the |its )?"
    r"(?!the |its )([a-z][\w-]+)"
)
#: Two places, or people of two, counted together.
_JOINED = re.compile(r"\b([A-Z][\w-]+)(?:,| and|, and) (?:[a-z]+ ){0,2}([A-Z][\w-]+)")
#: What tells how a total came to grow, as a rule of other places.
_CAUSE = re.compile(r" (?:as|after|when|while|with)\b")


def rise(sentence: str, surface: str) -> str:
    """How a sentence says that a figure is a total grown so far: "to" ("rose to 31"), "now", or ""."""
    at = sentence.find(surface)
    before = sentence[: max(0, at)]
    if at < 0:
        return ""
    if _TO.search(before):
        return "to"
    return "now" if _NOW.search(before) or _HAVE.match(sentence, at + len(surface)) else ""


def pairs(
    facts: Sequence[Row], dates: Mapping[str, dt.date | None], original: Mapping[str, str]
) -> Iterator[tuple[int, int, float, str]]:
    """First and second position in `facts`, score and reasons of a grown total and a count before it.

    Linear in the facts: each is compared with a few told before it in its article, and published before it.
    """
    asked = {row.article for row in facts if dates.get(row.article) or _may_be_grown(row)}
    what = [_what(row) if row.article in asked else "" for row in facts]
    told = Counter((row.article, row.sentence, of) for row, of in zip(facts, what, strict=True) if of)
    within: dict[tuple[str, str], list[int]] = defaultdict(list)
    across: dict[tuple[str, str], list[tuple[dt.date, int]]] = defaultdict(list)
    for at, (row, of) in enumerate(zip(facts, what, strict=True)):
        if not of or (told[row.article, row.sentence, of] > 1 and rise(row.sentence, row.surface) != "to"):
            continue
        within[row.article, of].append(at)
        if day := dates.get(row.article):
            for name in sorted(running.names_of(row)):
                across[of, name].append((day, at))
    for (_, of), members in within.items():
        for n, at in enumerate(members):
            if rise(facts[at].sentence, facts[at].surface) == "to":
                for other in members[max(0, n - BEFORE) : n]:
                    if _one(facts[other], facts[at]):
                        yield other, at, SCORE, f"a total that has grown, and a count before it ({of})"
    met: set[tuple[int, int]] = set()
    for (of, name), block in across.items():
        block.sort()
        for n, (day, at) in enumerate(block):
            if not rise(facts[at].sentence, facts[at].surface):
                continue
            for before, other in block[max(0, n - BEFORE) : n]:
                pair = (min(at, other), max(at, other))
                if pair in met or not 0 < (day - before).days <= DAYS:
                    continue
                met.add(pair)
                a, b = facts[other], facts[at]
                copied = original.get(a.article, a.article) == original.get(b.article, b.article)
                if not copied and _one(a, b) and _like(a, b, of):
                    yield *pair, SCORE, f"a total that has grown, and a count before it ({of}, {name})"


def _may_be_grown(row: Row) -> bool:
    """Whether a figure has what stands before one that "rose to" it: asked of all, and cheap."""
    at = row.sentence.find(row.surface)
    return "to" in row.sentence[max(0, at - _LONGEST_TO) : max(0, at)].lower()


def _what(row: Row) -> str:
    if row.kind != "count" or row.role not in ("level", "total", "change"):
        return ""
    return running.counted(row.sentence, row.surface, f"{' '.join(row.measure)} {row.unit}")


def _one(old: Row, new: Row) -> bool:
    """Whether `new`, a grown total, may be of what `old` counted before."""
    if old.sentence == new.sentence or not ceiling(new) < old.low or new.value < LEAST * old.value:
        return False
    if _PAST.search(new.sentence) or _PAST.search(running.clause(old.sentence, old.surface)):
        return False
    if new.place[1] == 1 and old.bound in ("<", "<=", "~"):
        return False
    if old.entities and new.entities and not names.shared(old.entities, new.entities):
        return False
    if terms.apart(old.scope, new.scope):
        return False
    some = _OF_SOME.search(running.clause(old.sentence, old.surface))
    if some and terms.fold(some[1]) not in terms.words(new.sentence):
        return False
    return placed(old.sentence, new.sentence, new.surface)


def placed(before: str, sentence: str, surface: str) -> bool:
    """Whether a total that has grown names no place, and nobody, whom the sentence `before` does not name."""
    # "141 were confirmed in England, bringing the total to 952": the place stands before the comma
    start = sentence.partition(surface)[0]
    end = running.clause(sentence, surface).partition(surface)[2]
    around = until_cause(start + surface + end, surface)
    some = {terms.fold(word) for word in _OF_SOME.findall(around)}
    named = frozenset(re.findall(r"\b[A-Z][\w-]+", before))
    places = running.places_in(around)
    # of what was counted in Turkey and Syria, the toll in Turkey is a part
    if any(places & {*pair} and not {*pair} <= places for pair in _JOINED.findall(before)):
        return False
    return some <= set(terms.words(before)) and places <= named


def until_cause(text: str, surface: str) -> str:
    """A clause up to what tells how the figure came about: "rose to 31 as troops reached the north"."""
    start, found, end = text.partition(surface)
    return start + found + _CAUSE.split(end, maxsplit=1)[0]


class Limited(Protocol):
    """What of a total says how large it may be."""

    @property
    def value(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def bound(self) -> str: ...


def ceiling(total: Limited) -> float:
    """The largest that a total may be: "at least 88" dead are not 120, but "more than 1,000" may be 1,206."""
    if total.bound not in (">", ">=") or total.value < 1 or total.value % 1:
        return total.high
    step = 1
    while total.value % (10 * step) == 0:
        step *= 10
    return min(total.high, total.value + step)


def _like(old: Row, new: Row, of: str) -> bool:
    """Whether two sentences of two articles share more than a name and what is counted."""
    idle = {of, "people", "official", "toll", "confirm", "report", "person", "number", "minist", "tuesday"}
    return len((old.context & new.context) - idle) >= 2
