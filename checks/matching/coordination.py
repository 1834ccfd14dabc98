"""Counts of a union: the figure of `412 drones and missiles` counts both, so it is no count of drones."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.lexicon.nouns import singular
from checks.matching import terms

#: Words of the noun phrase after a figure, as far as a coordination may reach.
_REACH = 12
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,]*|[,&/]|\S")
_AND = frozenset({"and", "or", "&", "/"})
#: Words before a noun of the list: `long-range drones`, `cruise missiles`.
_MODIFIERS = 2
#: Nouns that are their own plural.
_UNCHANGED = frozenset(
    {"sheep", "deer", "fish", "aircraft", "spacecraft", "cattle", "police", "staff", "crew"}
)
#: What follows a verb and no noun: "wrecked 40 houses and leaves a crater".
_OBJECT = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "these", "those", "no", "some"})


@lru_cache(maxsize=terms.RECENT)
def coordinated(sentence: str, surface: str) -> frozenset[str]:
    """The nouns, folded, that `surface` counts together; empty where it counts one thing only.

    >>> sorted(coordinated("It fired 90 rockets, mines and shells.", "90"))
    ['mine', 'rocket', 'shell']
    >>> coordinated("It hit 90 rockets and 20 shells.", "90")
    frozenset()
    """
    _, found, after = sentence.partition(surface)
    if not found:
        return frozenset()
    number = surface.partition(" ")[0]  # a surface may hold its noun: `90 rockets`
    tokens = _TOKEN.findall((surface + after)[len(number) :])[: _REACH + 1]
    nouns: list[str] = []
    at, last = 0, False
    if tokens[:1] == ["of"]:
        at = 1
    while at < len(tokens):
        step = _noun(tokens, at)
        if step is None:
            return frozenset()
        nouns.append(terms.fold(tokens[step]))
        at = step + 1
        if last:
            after_it = tokens[at].lower() if at < len(tokens) else ""
            verb = after_it in _OBJECT or after_it[:1].isdigit()
            return frozenset() if verb else frozenset(nouns)
        link = [t.lower() for t in tokens[at : at + 2]]
        if link[:1] == [","]:
            last = link[1:] != [] and link[1] in _AND
            at += 2 if last else 1
        elif link[:1] and link[0] in _AND:
            last = True
            at += 1
        else:
            return frozenset()
    return frozenset()


def _noun(tokens: list[str], at: int) -> int | None:
    """Where the plural noun stands that begins, with its modifiers, at `at`."""
    for i in range(at, min(at + _MODIFIERS + 1, len(tokens))):
        token = tokens[i]
        if not token[0].isalpha() or token.lower() in _AND or token.lower() in _OBJECT:
            return None
        if singular(token) != token or token in _UNCHANGED:
            return i
    return None


def differ(a: frozenset[str], b: frozenset[str], measures: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether, by what they count together, two counts are of two things: a union and one of its parts.

    `measures` has the words of either measure: "the 14 killed" may well be the 14 men and women.
    """
    if a == b:
        return False
    if a and b:
        return True
    union, part = (a, measures[1]) if a else (b, measures[0])
    return bool(union & part)
