"""Who announces or is heard in an article, for asking whether one like a name is among them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checks.facts.places import find as place
from checks.facts.sourcing.announcer import announcer
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.cue_verbs import leading
from checks.facts.sourcing.words import group, split

if TYPE_CHECKING:
    from checks.facts.reading import Reading

#: Whom an article is about, and a paper that it reads out, is named in so many sentences at its head.
HEAD = 6
_WORD = re.compile(r"[^\W_]+")
_OFFICE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Parties:
    """The parties of one article. Which a sentence has is found only where it may have one like the name."""

    def __init__(self, readings: list[Reading], cues_of: Callable[[int], list[Cue]]) -> None:
        self.readings = readings
        self.cues_of = cues_of
        self._lowered = [reading.sentence.text.lower() for reading in readings]
        self._of: list[list[str] | None] = [None] * len(readings)
        self._found: dict[str, str] = {}

    def like(self, owner: str) -> str:
        """The party that the owner is: of the same name, or of a longer or shorter one; as printed first."""
        if owner not in self._found:
            key = folded(owner)
            self._found[owner] = self._like(key) if key else ""
        return self._found[owner]

    @cached_property
    def topic(self) -> str:
        """Whom the article is about: the party that most of its figures belong to, places aside."""
        firsts = Counter(fact.entities[0] for r in self.readings for fact in r.facts if fact.entities)
        owners = {n: k for n, k in firsts.items() if place(n) is None and recurs(n, self.readings)}
        for reading in self.readings[:HEAD]:
            words = split(reading.sentence.text)
            name = leading(words, len(words)).name if len(words) else ""
            if name and place(name) is None and recurs(name, self.readings):
                owners[name] = owners.get(name, 0) + 1
        return max(owners, key=owners.__getitem__, default="")

    def _like(self, key: str) -> str:
        first = key.partition(" ")[0]
        told = (i for i, text in enumerate(self._lowered) if first in text)
        same = (name for i in told for name in self._names(i) if folded(name) == key)
        if name := next(same, ""):
            return name
        topic = folded(self.topic)
        if topic == key and self._officer:
            return self.topic
        like = (name for i in self._may_tell(key) for name in self._names(i) if _alike(key, folded(name)))
        return next(like, "") or (self.topic if _alike(key, topic) and self._officer else "")

    def _may_tell(self, key: str) -> list[int]:
        """The sentences with a word of the name, or one that begins it, where it may be written apart."""
        joined = key.replace(" ", "")
        clues = {*key.split(), *(joined[:n] for n in range(1, len(joined) + 1))} - _dropped()
        return sorted({i for clue in clues for i in self._sentences.get(clue, ())})

    @cached_property
    def _sentences(self) -> dict[str, list[int]]:
        """Word -> the sentences that have it."""
        found: dict[str, list[int]] = defaultdict(list)
        for i, text in enumerate(self._lowered):
            for word in folded_words(text):
                found[word].append(i)
        return found

    def _names(self, i: int) -> list[str]:
        """Who is heard or announces in sentence `i`."""
        names = self._of[i]
        if names is None:
            names = self._of[i] = [cue.who.name for cue in self._named(i)]
            if (doer := announcer(self.readings[i].sentence.text)) and recurs(doer, self.readings):
                names.append(doer)
        return names

    def _named(self, i: int) -> list[Cue]:
        return [cue for cue in self.cues_of(i) if not (cue.who.vague or cue.who.pronoun)]

    @cached_property
    def _officer(self) -> bool:
        """Whether anybody is heard who speaks for a body: then whom the article is about is a party."""
        for i, reading in enumerate(self.readings):
            text = reading.sentence.text
            if _offices().search(self._lowered[i]) and any(
                _is_office(cue.who.name) or _is_office(_beside(text, cue.who.name)) for cue in self._named(i)
            ):
                return True
        return False


def recurs(name: str, readings: list[Reading]) -> bool:
    """False for a lone capital word that may be one only because the sentence begins with it."""
    return " " in name or readings[0].article.text.count(name) > 1


def _alike(key: str, other: str) -> bool:
    """Whether two folded names are one, or one of them is a part of the other."""
    if not other:
        return False
    parts, others = set(key.split()), set(other.split())
    return parts <= others or others <= parts or key.replace(" ", "") == other.replace(" ", "")


def _is_office(text: str) -> bool:
    """True for words that name the office of somebody who speaks for a body."""
    return not group("behind", "offices").isdisjoint(_OFFICE.findall(text.lower()))


def _beside(text: str, name: str) -> str:
    """The words on either side of a name, where an office is told."""
    at = text.find(name)
    return "" if at < 0 else f"{text[max(0, at - 40) : at]} {text[at + len(name) : at + len(name) + 48]}"


@cache
def _offices() -> re.Pattern[str]:
    """A word that may name an office, or a part of it."""
    return re.compile("|".join(sorted(group("behind", "offices"))))


@cache
def _dropped() -> frozenset[str]:
    """What does not tell parties apart: articles, legal forms, papers ("Home Office figures")."""
    return group("behind", "dropped") | group("sources", "documents")


def folded(name: str) -> str:
    """A name in lower case without the words that do not tell parties apart."""
    return " ".join(word for word in folded_words(name) if word not in _dropped())


def folded_words(text: str) -> list[str]:
    """The words of `text` in lower case, without the possessive."""
    return _WORD.findall(text.replace("’s", "").replace("'s", "").lower())
