"""Who plainly stands behind a figure that nobody is named for.

An article on one company's results or one ministry's plan names it once and then reads out what it
gave: "Harrow lifted its profit to £42m, the company said. Revenue climbed 6%." Nobody asks who says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from checks.facts.places import find as place
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.cue_verbs import leading
from checks.facts.sourcing.words import Words, auxiliaries, grammar, group, split

if TYPE_CHECKING:
    from checks.facts.reading import Fact, Reading

#: A paper that an article reads out is named in so many sentences at its head.
HEAD = 6
#: What may be read out of a paper.
READ_OUT = frozenset({"percent", "points", "ratio", "count"})
#: Of what people were asked only shares are read out, and a share of the asked does not rise or fall.
_ASKED = frozenset({"poll", "polls", "survey", "surveys"})
#: A verb stands at most so many words behind the subject: "Harrow Foods, the maker of pies, reported".
REACH = 16
_WORD = re.compile(r"[^\W_]+")
_OFFICE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_THE_BODY = re.compile(r"\b(?:the|its|their) ([a-z]+)\b", re.IGNORECASE)
#: "VIENNA -", "JAKARTA, Oct 4 (AFP) -"
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+(?:, [\w .,]{2,24})?(?: ?\([\w .]{2,20}\))? ?[-–—:] ")
_PRONOUN = re.compile(r"\W*(?:it|its|they|their|he|his|she|her)\b", re.IGNORECASE)


class Behind:
    """The parties of one article that announce or are heard in it, for asking whose a figure is."""

    def __init__(self, readings: list[Reading], cues_of: Callable[[int], list[Cue]]) -> None:
        self.readings = readings
        self.cues_of = cues_of
        self.topic = _topic(readings)

    @cached_property
    def parties(self) -> dict[str, str]:
        """The folded name of each party, and how it is printed first; asks for all sentences."""
        names: list[str] = []
        officer = False
        for i, reading in enumerate(self.readings):
            text = reading.sentence.text
            for cue in self.cues_of(i):
                if cue.who.vague or cue.who.pronoun:
                    continue
                names.append(cue.who.name)
                officer = officer or _is_office(cue.who.name) or _is_office(_beside(text, cue.who.name))
            if (doer := _announcer(text)) and _recurs(doer, self.readings):
                names.append(doer)
        if officer and self.topic:
            names.append(self.topic)
        found: dict[str, str] = {}
        for name in names:
            if key := _folded(name):
                found.setdefault(key, name)
        return found

    @cached_property
    def release(self) -> tuple[str, int, bool]:
        """What `_release` finds."""
        return _release(self.readings, self.cues_of)

    def of(self, i: int, fact: Fact) -> str:
        """Who stands behind `fact` of sentence `i`: its owner, if it is heard in the article; else empty."""
        for owner in fact.entities:
            if place(owner) is None and _recurs(owner, self.readings) and (name := self._heard(owner)):
                return name
        text = self.readings[i].sentence.text
        head = text[: fact.figure.start - self.readings[i].sentence.start]
        if not fact.entities and self.topic:
            bodies = group("behind", "bodies")
            own = not bodies.isdisjoint(m.group(1).lower() for m in _THE_BODY.finditer(text))
            results = not group("behind", "accounts").isdisjoint(_words(f"{fact.measure} {head}"))
            if (own or results or _PRONOUN.match(text)) and (name := self._heard(self.topic)):
                return name
        return self._read_out(i, fact) if fact.figure.kind in READ_OUT else ""

    def _read_out(self, i: int, fact: Fact) -> str:
        """The maker of the paper at the head of the article, if that may hold a figure like this."""
        name, until, asked = self.release
        return "" if i >= until or (asked and (fact.direction or fact.role == "change")) else name

    def _heard(self, owner: str) -> str:
        """The party that the owner is: of the same name, or of a longer or shorter one."""
        key = _folded(owner)
        if not key:
            return ""
        if key in self.parties:
            return self.parties[key]
        joined, parts = key.replace(" ", ""), set(key.split())
        for other, name in self.parties.items():
            if joined == other.replace(" ", "") or parts <= set(other.split()) or set(other.split()) <= parts:
                return name
        return ""


def _topic(readings: list[Reading]) -> str:
    """Whom the article is about: the party that most of its figures belong to, places aside."""
    owners: Counter[str] = Counter()
    for reading in readings:
        for fact in reading.facts:
            owners.update(n for n in fact.entities[:1] if place(n) is None and _recurs(n, readings))
    for reading in readings[:HEAD]:
        words = split(reading.sentence.text)
        if len(words) and (name := leading(words, len(words)).name) and place(name) is None:
            owners[name] += _recurs(name, readings)
    owners = +owners
    return owners.most_common(1)[0][0] if owners else ""


def _release(readings: list[Reading], cues_of: Callable[[int], list[Cue]]) -> tuple[str, int, bool]:
    """The maker of the report or count at the head of the article, the sentence where another is heard,
    and whether people were asked for it."""
    for i, reading in enumerate(readings[:HEAD]):
        for cue in cues_of(i):
            said = _words(reading.sentence.text)
            papers = said & (group("sources", "counts") | group("behind", "papers"))
            if not papers or "annual" in said or cue.who.vague or cue.who.pronoun:
                continue
            asked = not _ASKED.isdisjoint(papers)
            for j in range(i + 1, len(readings)):
                others = [c.who for c in cues_of(j) if not c.who.pronoun]
                if any(who.vague or _folded(who.name) != _folded(cue.who.name) for who in others):
                    return cue.who.name, j, asked
            return cue.who.name, len(readings), asked
    return "", 0, False


def _recurs(name: str, readings: list[Reading]) -> bool:
    """False for a lone capital word that may be one only because the sentence begins with it."""
    return " " in name or readings[0].article.text.count(name) > 1


def _announcer(text: str) -> str | None:
    """The subject of the sentence where it decides, plans or publishes: "Harrow is to close"."""
    words = split(text[found.end() :] if (found := _DATELINE.match(text)) else text)
    if not len(words):
        return None
    who = leading(words, len(words))
    if not who.name or who.vague or who.pronoun:
        return None
    begin = next((i for i in range(len(words)) if words.raw[i] == who.name.split(" ")[-1]), -1) + 1
    return who.name if begin > 0 and _decides(words, begin) else None


def _decides(words: Words, begin: int) -> bool:
    """True where the first verb from `begin` on is one of deciding, planning or publishing."""
    deeds, aside = group("behind", "deeds"), words.at(begin) in {",", "("}
    for i in range(begin, min(len(words), begin + REACH)):
        low = words.low[i]
        if low in auxiliaries():
            return _planned(words, i, deeds)
        if low in deeds:
            return True
        if not aside and low not in grammar("adverbs") and not words.capital(i) and i > begin + 3:
            return False
    return False


def _planned(words: Words, i: int, deeds: frozenset[str]) -> bool:
    """ "will open", "is to close", "has launched", "is cutting", but not "was fined", "is big"."""
    low, following = words.low[i], words.at(i + 1)
    if following in grammar("adverbs"):
        following = words.at(i + 2)
    if low in {"will", "would"}:
        return following not in grammar("be")
    if low in grammar("be"):
        return following in {"to", "set", "planning", "due"} or following.endswith("ing")
    return following in deeds


def _is_office(text: str) -> bool:
    """True for words that name the office of somebody who speaks for a body."""
    return not group("behind", "offices").isdisjoint(_OFFICE.findall(text.lower()))


def _beside(text: str, name: str) -> str:
    """The words on either side of a name, where an office is told."""
    at = text.find(name)
    return "" if at < 0 else f"{text[max(0, at - 40) : at]} {text[at + len(name) : at + len(name) + 48]}"


def _folded(name: str) -> str:
    """A name without articles, legal forms and what speaks for it: "the Home Office figures"."""
    drop = group("behind", "dropped") | group("sources", "documents")
    return " ".join(word for word in _iter(name) if word not in drop)


def _iter(name: str) -> Iterator[str]:
    for word in _WORD.findall(name.replace("’s", "").replace("'s", "")):
        yield word.lower()


def _words(text: str) -> set[str]:
    return set(_iter(text))
