"""Whose figure it is: the names that own or bear each figure, folded to one form.

A name counts when it governs the figure in its own clause: it possesses it (`Iran's oil exports`), is in
its noun phrase (`20 deaths in Israel`, `trade between Iran and Israel`), or is subject, object or agent of
its verb. Where the clause has none, the subject of the clause above counts, then, in a sentence that begins
with a pronoun or a description (`The company`), whoever the sentence before was about. Whoever only vouches
for a figure (`RAND said`) does not own it. Better no name than a wrong one.

A capital stands for its government, hence its country (`Tehran rejected`, `aid to Kyiv`), except after a
preposition of place (`in London`) and before city words (`London's population`), where it stays a city.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checks.facts import allotted
from checks.facts.names import Mention, Names
from checks.facts.owners import Search, agrees
from checks.facts.spans import is_acronym, words
from checks.facts.tree import SUBJECTS, Tree
from checks.lexicon import lists
from checks.model import NOT_QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.facts.reading import Fact, Reading

#: characters: what is longer is a table or a list that lost its line ends, not a sentence
LONGEST = 4000
#: names kept for one figure
MOST = 4
_OWNERS = {"its": "thing", "their": "group", "his": "person", "her": "person"}
_PRONOUNS = {"it": "thing", "they": "group", "he": "person", "she": "person"} | _OWNERS
_STANDING = SUBJECTS | {"poss"}
_OPENING = re.compile(
    r"(?:(?:But|And|Yet|So|However|Meanwhile|In addition|Overall|Instead|Still|Also),? )?"
    r"(?:(It|They|He|She|Its|Their|His|Her)\b|(?:[Tt]he|This|These) ([a-z]+)\b)"
)
_SOURCE_BEFORE = re.compile(
    r"\b(?:per|according to|citing|(?:said|says|reported|reports) by)(?: the)? $", re.I
)
_BEFORE_SOURCE = ("per", "to", "citing", "by", "the")
#: between an owner and its figure: a few plain words
_NEAR = re.compile(r"['\u2019]s? (?:[\w$€£%-]+ ){0,4}(?:(?:of|at|by|to|worth) )?(?:[a-z]+ ){0,2}$")


def assign(readings: list[Reading]) -> None:
    """Fills `entities` of the facts of one article, whose sentences come in order; dates get none."""
    if any(fact.figure.kind not in NOT_QUANTITIES for reading in readings for fact in reading.facts):
        _Article(readings).assign()


def _quantities(reading: Reading) -> Iterator[Fact]:
    return (fact for fact in reading.facts if fact.figure.kind not in NOT_QUANTITIES)


@cache
def _descriptions() -> dict[str, str]:
    """Noun -> the kind of name that `the NOUN` stands for."""
    return {noun: kind for kind, nouns in lists("names")["descriptions"].items() for noun in nouns.split()}


@cache
def _saying() -> frozenset[str]:
    return frozenset(lists("reporting")["verbs"]["say"].split())


class _Article:
    """The sentences of one article; each is looked into once, and only if a figure needs it."""

    def __init__(self, readings: list[Reading]) -> None:
        self.readings = readings
        self.names = Names(readings[0].article.text)
        self._sentences: dict[int, SentenceNames] = {}
        self._mains: dict[int, Mention | None] = {}

    def assign(self) -> None:
        for index, reading in enumerate(self.readings):
            if len(reading.sentence.text) > LONGEST:
                continue
            for fact in _quantities(reading):
                fact.entities = self.sentence(index).owners(fact)

    def sentence(self, index: int) -> SentenceNames:
        if index not in self._sentences:
            self._sentences[index] = SentenceNames(self, index)
        return self._sentences[index]

    def main(self, index: int, steps: int = 3) -> Mention | None:
        """Whom the sentence is about; a sentence that begins with a pronoun passes the question on."""
        if index < 0 or steps == 0 or len(self.readings[index].sentence.text) > LONGEST:
            return None
        if index not in self._mains:
            sentence = self.sentence(index)
            topic = sentence.topic()
            if topic is None and sentence.wanted() is not None:
                topic = self.main(index - 1, steps - 1)
            self._mains[index] = topic
        return self._mains[index]


class SentenceNames:
    """The names of one sentence, those of its figures' sources left out, and where the parse puts them."""

    def __init__(self, article: _Article, index: int) -> None:
        self.article = article
        self.index = index
        self.reading = reading = article.readings[index]
        self.text = reading.sentence.text
        begin = reading.sentence.start
        taken = [(f.figure.start - begin, f.figure.end - begin) for f in reading.facts]
        self.tree = Tree(reading.doc) if reading.doc is not None and len(reading.doc) else None
        self.mentions = [
            m
            for m in article.names.mentions(self.text)
            if not any(m.start < end and start < m.end for start, end in taken)
            and not self._is_source(m)
            and not self._is_common_noun(m)
        ]
        quantities = list(_quantities(reading))
        places = [self._place(f) for f in quantities]
        self.paths: list[list[int]] = []
        self.facts: list[tuple[Fact, list[int]]] = [(f, []) for f in quantities]
        if self.tree is not None:
            tree = self.tree
            self.paths = [tree.chain(tree.top(m.start, m.end)) for m in self.mentions]
            self.facts = [
                (f, tree.chain(tree.top(*place))) for f, place in zip(quantities, places, strict=True)
            ]
        kinds = {place: f.figure.kind for f, place in zip(quantities, places, strict=True)}
        # place of a figure -> the name right before it that has no other figure, and the one that answers to
        # it in a list; the name that it is told for, right after it
        self._beside = allotted.beside(self.text, kinds, self.mentions)
        self._alone = self._beside | allotted.answering(self.text, places, self.mentions)
        self._after = allotted.told_for(self.text, places, self.mentions)

    def _is_source(self, mention: Mention) -> bool:
        """Whether the words before it say that the name only vouches for something."""
        before = self.text[max(0, mention.start - 30) : mention.start]
        return before.rstrip().lower().endswith(_BEFORE_SOURCE) and _SOURCE_BEFORE.search(before) is not None

    def _is_common_noun(self, mention: Mention) -> bool:
        """A lone capitalised word at the beginning that the parse takes for no name."""
        if mention.start > 3 or mention.kind not in ("name", "person") or self.tree is None:
            return False
        if " " in mention.name or self._recurs(self.text[mention.start : mention.end]):
            return False
        return self.tree.tags[self.tree.top(mention.start, mention.end)] not in ("NNP", "NNPS")

    def _recurs(self, name: str) -> bool:
        return self.article.names.text.count(name) > 1

    def owners(self, fact: Fact) -> tuple[str, ...]:
        """The names whose figure `fact` is, the nearest first."""
        found: list[Mention] = []
        alone = self._alone.get(self._place(fact))
        if alone is not None:
            return (alone.name,)
        near = self.near(fact)
        if near is not None:
            found.append(near)
        if self.tree is not None:
            chain = next(chain for other, chain in self.facts if other is fact)
            found += Search(self, self.tree, fact, chain, near is not None).run()
        found = self._without_others(fact, found)
        if not found and not self.mentions and self.wanted() is not None:
            main = self.article.main(self.index - 1)
            if main is not None and agrees(self.wanted() or "any", main):
                found.append(main)
        return tuple(dict.fromkeys(m.name for m in found))[:MOST]

    def near(self, fact: Fact) -> Mention | None:
        """The possessor printed just before the figure: sure even where the parse goes astray."""
        start = fact.figure.start - self.reading.sentence.start
        for mention in reversed(self.mentions):
            if mention.end <= start:
                between = self.text[mention.end : start]
                crossed = any(mention.end <= f.figure.start - self.reading.sentence.start < start
                              for f, _ in self.facts if f is not fact)  # fmt: skip
                parted = crossed or not words("scene_prepositions").isdisjoint(between.split())
                if not mention.possessive or parted or len(between) >= 60 or not _NEAR.match(between):
                    return None
                return mention if not self._has_verb(mention.end, start) else None
        return None

    def _place(self, fact: Fact) -> allotted.Place:
        begin = self.reading.sentence.start
        return fact.figure.start - begin, fact.figure.end - begin

    def _without_others(self, fact: Fact, found: list[Mention]) -> list[Mention]:
        """`found` less the names that other figures of the sentence have to themselves."""
        kept = [m for m in found if m not in self._beside.values()] if self._beside else found
        own = self._after.get(self._place(fact))
        if own is None or len(self._after) < 2:
            return kept
        kept = [m for m in kept if m == own or m not in self._after.values()]
        return kept if own in kept else [own, *kept]

    def _has_verb(self, start: int, end: int) -> bool:
        tree = self.tree
        return tree is not None and any(
            start <= tree.starts[i] < end and tree.tags[i] in ("VBD", "VBZ", "VBP", "MD")
            for i in range(len(tree.tags))
        )

    def wanted(self) -> str | None:
        """What kind of name the opening pronoun or description stands for; None if there is none."""
        match = _OPENING.match(self.text)
        if match is None:
            return None
        if match.group(1):
            return _PRONOUNS[match.group(1).lower()]
        return _descriptions().get(match.group(2))

    @cached_property
    def stand_ins(self) -> list[tuple[int, str]]:
        """Tokens that stand for a name (pronouns, `the company`), each with the kind of name."""
        found: list[tuple[int, str]] = []
        tree = self.tree
        if tree is None:
            return found
        for token, dep in enumerate(tree.deps):
            if dep not in _STANDING:
                continue
            word = tree.word(token)
            if word in (_OWNERS if dep == "poss" else _PRONOUNS):
                found.append((token, _PRONOUNS[word]))
            elif token and tree.word(token - 1) in ("the", "this"):
                kind = _descriptions().get(word, "any")
                if kind != "any":
                    found.append((token, kind))
        return found

    def topic(self) -> Mention | None:
        """The subject of the main clause, or of what is said; without a parse, a name that begins it."""
        if not self.mentions:
            return None
        if self.tree is None:
            first = self.mentions[0]
            known = (
                " " in first.name
                or first.kind != "name"
                or is_acronym(first.name)
                or self._recurs(first.name)
            )
            return first if first.start < 8 and first.kind != "city" and known else None
        tree = self.tree
        clauses = [i for i, dep in enumerate(tree.deps) if dep == "ROOT"]
        clauses += [i for i, dep in enumerate(tree.deps) if dep == "ccomp" and tree.heads[i] in clauses]
        said = [i for i in clauses if tree.deps[i] == "ccomp" and tree.word(tree.heads[i]) in _saying()]
        for clause in said + clauses:
            subject = tree.subjects.get(clause)
            for mention, path in zip(self.mentions, self.paths, strict=True):
                if subject is not None and subject in path and len(path) - len(tree.chain(subject)) < 3:
                    return mention
        return None
