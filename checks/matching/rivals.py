"""Whether a value mentioned again is another one: a former, rejected or wished-for value of the same thing.

"The levy will rise to $40. The $25 levy was set in 2019": both are the levy, at two times. The words that
say so are the lists of [rival] in lexicon/scope.toml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checks import lexicon
from checks.matching import terms

#: Roles of what is planned.
_PLANNED = frozenset({"target", "hypothetical"})
_CLAUSE = re.compile(r"[;:—–]|, (?:but|while|though|although|whereas|and)\b|\b(?:but|whereas)\b")
#: A new level: "will rise to $40", "would cap fares at £3", "will be £13".
_LEVEL = re.compile(r"\b(?:to|at|be)(?: (?:about|around|some|nearly|almost|roughly|just|a|an))* $")
#: The old value of a change: "from 12 cents to 15 cents".
_FROM, _TO = (
    re.compile(r"\bfrom(?: (?:about|around|some|nearly|almost))? $"),
    re.compile(r"[^,;.]{0,30} to\b"),
)
#: The year of a thing right after its noun: "the $800 cap of 2020".
_YEAR = re.compile(r"(?: [\w’'-]+){0,2} (?:of|from) (?:1[89]|20)\d\d\b")


def rival(first: str, first_surface: str, first_role: str, then: str, surface: str, role: str) -> str:
    """What says that `surface` of the sentence `then` is not the value of `first`; "" if nothing does.

    A word that stands in both clauses tells them not apart: a rejected bid stays the rejected bid.
    """
    here, there = _words(first, first_surface), _words(then, surface)
    if told := there - here:
        return min(told)
    if told := (here - there) & _list("undone"):
        return min(told)
    after = then.partition(surface)[2]
    if (m := _YEAR.match(after)) and m.group().rsplit(" ", 1)[1] not in first:
        return m.group().strip()
    before, _, rest = first.partition(first_surface)
    if _FROM.search(before) and _TO.match(rest):
        return "from"  # the old value of a change
    if first_role in _PLANNED and role not in _PLANNED and (level := _new_level(first, first_surface)):
        return level
    return ""


@lru_cache(maxsize=terms.RECENT)
def _new_level(sentence: str, surface: str) -> str:
    """The words by which a value is what something is moved to: `rise ... to`; "" if it is not."""
    before, _, _ = _clause(sentence, surface)
    m = _LEVEL.search(before)
    if m is None:
        return ""
    word = m.group().split()[0]
    if word == "be":
        return word
    moves = [w for w in re.findall(r"[a-z]+", before[: m.start()].lower()) if w in _list("moved")]
    return f"{moves[-1]} {word}" if moves else ""


@lru_cache(maxsize=terms.RECENT)
def _words(sentence: str, surface: str) -> frozenset[str]:
    """The listed words around a figure: those that govern it, and those that tell the fate of its noun."""
    before, found, after = _clause(sentence, surface)
    if not found:
        return frozenset()
    near = " ".join(before.lower().split()[-6:])
    words = {m.group() for m in _pattern("object").finditer(near)}
    for name in ("undone", "dated"):
        words |= {m.group() for m in _pattern(name).finditer(after.lower())}
    for name in ("undone", "wish"):
        words |= {m.group() for m in _pattern(name).finditer(before.lower())}
    words |= {m.group() for m in _pattern("wish").finditer(after.lower())}
    return frozenset(words)


def _clause(sentence: str, surface: str) -> tuple[str, str, str]:
    """The clause of a figure: what stands before it, the figure, what stands after it."""
    before, found, after = sentence.partition(surface)
    return _CLAUSE.split(before)[-1], found, _CLAUSE.split(after, maxsplit=1)[0]


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(lexicon.lists("scope")["rival"][name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    longest_first = sorted(_list(name), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
