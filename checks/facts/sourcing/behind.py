"""Who plainly stands behind a figure that nobody is named for.

An article on one company's results or one ministry's plan names it once and then reads out what it
gave: "Harrow lifted its profit to £42m, the company said. Revenue climbed 6%." Nobody asks who says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from checks.facts.places import find as place
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.parties import HEAD, Parties, folded, folded_words, recurs
from checks.facts.sourcing.words import group

if TYPE_CHECKING:
    from checks.facts.reading import Fact, Reading

#: What may be read out of a paper.
READ_OUT = frozenset({"percent", "points", "ratio", "count"})
#: Of what people were asked only shares are read out, and a share of the asked does not rise or fall.
_ASKED = frozenset({"poll", "polls", "survey", "surveys"})
_THE_BODY = re.compile(r"\b(?:the|its|their) ([a-z]+)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:it|its|they|their|he|his|she|her)\b", re.IGNORECASE)


class Behind:
    """The parties of one article that announce or are heard in it, for asking whose a figure is."""

    def __init__(self, readings: list[Reading], cues_of: Callable[[int], list[Cue]]) -> None:
        self.readings = readings
        self.cues_of = cues_of
        self.parties = Parties(readings, cues_of)

    @cached_property
    def release(self) -> tuple[str, int, bool]:
        """What `_release` finds."""
        return _release(self.readings, self.cues_of)

    def of(self, i: int, fact: Fact) -> str:
        """Who stands behind `fact` of sentence `i`: its owner, if it is heard in the article; else empty."""
        for owner in fact.entities:
            if place(owner) is None and recurs(owner, self.readings) and (name := self.parties.like(owner)):
                return name
        text = self.readings[i].sentence.text
        head = text[: fact.figure.start - self.readings[i].sentence.start]
        if not fact.entities and (topic := self.parties.topic):
            bodies, accounts = group("behind", "bodies"), group("behind", "accounts")
            own = (
                not bodies.isdisjoint(m.group(1).lower() for m in _THE_BODY.finditer(text))
                or not accounts.isdisjoint(folded_words(f"{fact.measure} {head}"))
                or _PRONOUN.match(text)
            )
            if own and (name := self.parties.like(topic)):
                return name
        return self._read_out(i, fact) if fact.figure.kind in READ_OUT else ""

    def _read_out(self, i: int, fact: Fact) -> str:
        """The maker of the paper at the head of the article, if that may hold a figure like this."""
        name, until, asked = self.release
        return "" if i >= until or (asked and (fact.direction or fact.role == "change")) else name


def _release(readings: list[Reading], cues_of: Callable[[int], list[Cue]]) -> tuple[str, int, bool]:
    """The maker of the report or count at the head of the article, the sentence where another is heard,
    and whether people were asked for it."""
    for i, reading in enumerate(readings[:HEAD]):
        for cue in cues_of(i):
            said = set(folded_words(reading.sentence.text))
            papers = said & (group("sources", "counts") | group("behind", "papers"))
            if not papers or "annual" in said or cue.who.vague or cue.who.pronoun:
                continue
            asked = not _ASKED.isdisjoint(papers)
            for j in range(i + 1, len(readings)):
                others = [c.who for c in cues_of(j) if not c.who.pronoun]
                if any(who.vague or folded(who.name) != folded(cue.who.name) for who in others):
                    return cue.who.name, j, asked
            return cue.who.name, len(readings), asked
    return "", 0, False
