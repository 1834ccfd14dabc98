"""Whose figure it is: the names that own or bear each figure, folded to one form.

A name counts when it governs the figure in its own clause: it possesses it (`Iran's oil exports`), is in its
noun phrase (`20 deaths in Israel`, `trade between Iran and Israel`), or is subject, object or agent of its verb.
Where the clause has none, the subject of the clause above counts, then, in a sentence that begins with a pronoun
or a description (`The company`), whoever the sentence before was about. Whoever only vouches for a figure
(`RAND said`) does not own it. Better no name than a wrong one.

A capital stands for its government, hence its country (`Tehran rejected`, `aid to Kyiv`), except after a
preposition of place (`in London`) and before city words (`London's population`), where it stays a city.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checks.facts.governors import SUBJECTS, Tree
from checks.facts.names import Mention, Names, words
from checks.lexicon import lists
from checks.model import NOT_QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.facts.reading import Fact, Reading

#: names kept for one figure
MOST = 4
#: links between a name and the noun or verb it governs
_LINKS = frozenset({"poss", "compound", "amod", "nmod", "pobj", "prep", "agent", "appos", "conj", "dobj", "dative",
                    "nsubj", "nsubjpass", "npadvmod", "attr", "oprd", "pcomp", "acl", "relcl"})  # fmt: skip
#: what stands with a verb, other than its subject, that can own its figure
_ARGUMENTS = frozenset({"dobj", "dative", "agent", "prep", "attr", "oprd"})
#: prepositions that name another party, not the scene: these add to an owner
_PARTIES = frozenset({"to", "by", "from", "with", "between", "against"})
_OWNERS = {"its": "thing", "their": "group", "his": "person", "her": "person"}
_PRONOUNS = {"it": "thing", "they": "group", "he": "person", "she": "person"} | _OWNERS
#: links to somebody else's figure: "more than Shell's $18 billion"
_COMPARING = frozenset({"than", "versus", "against", "unlike"})
#: verbs whose subject owns what their clause says: "Gazprom saw its sales fall 5%"
_SEEING = frozenset({"see", "sees", "saw", "seen", "seeing", "had", "has", "have", "having"})
#: what follows is about somebody else
_TURN = re.compile(r";|, (?:with|while|whereas|but) ")
_OPENING = re.compile(
    r"(?:(?:But|And|Yet|So|However|Meanwhile|In addition|Overall|Instead|Still|Also),? )?"
    r"(?:(It|They|He|She|Its|Their|His|Her)\b|(?:[Tt]he|This|These) ([a-z]+)\b)"
)
_SOURCE_BEFORE = re.compile(r"\b(?:per|according to|citing|(?:said|says|reported|reports) by)(?: the)? $", re.I)
#: between an owner and its figure: a few plain words
_NEAR = re.compile(r"['’]s? (?:[\w$€£%-]+ ){0,4}(?:(?:of|at|by|to|worth) )?(?:[a-z]+ ){0,2}$")


def assign(readings: list[Reading]) -> None:
    """Fills `entities` of the facts of one article, whose sentences come in order; dates get none."""
    if readings and any(True for reading in readings for _ in _quantities(reading)):
        _Article(readings).assign()


def _quantities(reading: Reading) -> Iterator[Fact]:
    return (fact for fact in reading.facts if fact.figure.kind not in NOT_QUANTITIES)


@cache
def _saying() -> frozenset[str]:
    return frozenset(lists("reporting")["verbs"]["say"].split())


@cache
def _descriptions() -> dict[str, str]:
    """Noun -> the kind of name that `the NOUN` stands for."""
    return {noun: kind for kind, nouns in lists("names")["descriptions"].items() for noun in nouns.split()}


class _Article:
    """The sentences of one article; each is looked into once, and only if a figure needs it."""

    def __init__(self, readings: list[Reading]) -> None:
        self.readings = readings
        self.names = Names(readings[0].article.text)
        self._sentences: dict[int, _Sentence] = {}
        self._mains: dict[int, Mention | None] = {}

    def assign(self) -> None:
        for index, reading in enumerate(self.readings):
            for fact in _quantities(reading):
                fact.entities = self.sentence(index).owners(fact)

    def sentence(self, index: int) -> _Sentence:
        if index not in self._sentences:
            self._sentences[index] = _Sentence(self, index)
        return self._sentences[index]

    def main(self, index: int, steps: int = 3) -> Mention | None:
        """Whom the sentence is about; a sentence that begins with a pronoun passes the question on."""
        if index < 0 or steps == 0:
            return None
        if index not in self._mains:
            sentence = self.sentence(index)
            topic = sentence.topic()
            if topic is None and sentence.wanted() is not None:
                topic = self.main(index - 1, steps - 1)
            self._mains[index] = topic
        return self._mains[index]


class _Sentence:
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
            and not _SOURCE_BEFORE.search(self.text, 0, m.start)
            and not self._is_common_noun(m)
        ]
        self.paths: list[list[int]] = []
        self.facts: list[tuple[Fact, list[int]]] = []
        if self.tree is not None:
            tree = self.tree
            self.paths = [tree.chain(tree.top(m.start, m.end)) for m in self.mentions]
            self.facts = [
                (f, tree.chain(tree.top(f.figure.start - begin, f.figure.end - begin)))
                for f in _quantities(reading)
            ]

    def _is_common_noun(self, mention: Mention) -> bool:
        """A lone capitalised word at the beginning that the parse takes for no name."""
        if mention.start > 3 or mention.kind not in ("name", "person") or self.tree is None or " " in mention.name:
            return False
        return self.tree.tags[self.tree.top(mention.start, mention.end)] not in ("NNP", "NNPS")

    # --- whose figure -------------------------------------------------------------------------

    def owners(self, fact: Fact) -> tuple[str, ...]:
        found: list[Mention] = []
        if (share := self._respective(fact)) is not None:
            return (share,)
        near = self.near(fact)
        if near is not None:
            found.append(near)
        if self.tree is not None:
            chain = next(chain for other, chain in self.facts if other is fact)
            found += _Search(self, self.tree, fact, chain, near is not None).run()
        if not found and not self.mentions and self.wanted() is not None:
            main = self.article.main(self.index - 1)
            if main is not None and self._fits(main):
                found.append(main)
        return tuple(dict.fromkeys(m.name for m in found))[:MOST]

    def near(self, fact: Fact) -> Mention | None:
        """The possessor printed just before the figure: sure even where the parse goes astray."""
        start = fact.figure.start - self.reading.sentence.start
        for mention in reversed(self.mentions):
            if mention.end <= start:
                between = self.text[mention.end : start]
                crossed = any(mention.end <= f.figure.start - self.reading.sentence.start < start
                              for f in _quantities(self.reading) if f is not fact)  # fmt: skip
                fits = mention.possessive and len(between) < 60 and _NEAR.match(between) and not crossed
                return mention if fits and not self._has_verb(mention.end, start) else None
        return None

    def _respective(self, fact: Fact) -> str | None:
        """`Russia and Iran face 16,000 and 3,600 sanctions, respectively`: to each its own."""
        at = self.text.find("respectively")
        if at < 0:
            return None
        begin = self.reading.sentence.start
        facts = [f for f in _quantities(self.reading) if f.figure.start - begin < at]
        figures = _last_list([(f.figure.start - begin, f.figure.end - begin) for f in facts], self.text)
        names = _last_list([(m.start, m.end) for m in self.mentions if not figures or m.end <= figures[0][0]], self.text)
        place = (fact.figure.start - begin, fact.figure.end - begin)
        if len(figures) < 2 or len(figures) != len(names) or place not in figures:
            return None
        name = names[figures.index(place)]
        return next(m.name for m in self.mentions if (m.start, m.end) == name)

    def _has_verb(self, start: int, end: int) -> bool:
        tree = self.tree
        return tree is not None and any(
            start <= tree.starts[i] < end and tree.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(len(tree.tags))
        )

    # --- whom the sentence is about -----------------------------------------------------------

    def wanted(self) -> str | None:
        """What kind of name the opening pronoun or description stands for; None if there is none."""
        match = _OPENING.match(self.text)
        if match is None:
            return None
        if match.group(1):
            return _PRONOUNS[match.group(1).lower()]
        return _descriptions().get(match.group(2))

    def _fits(self, mention: Mention) -> bool:
        return _agrees(self.wanted() or "any", mention)

    @cached_property
    def stand_ins(self) -> list[tuple[int, str]]:
        """Tokens that stand for a name (pronouns, `the company`), each with the kind of name."""
        found: list[tuple[int, str]] = []
        tree = self.tree
        for token, dep in enumerate(tree.deps if tree is not None else ()):
            if tree is None or not (dep == "poss" or dep in SUBJECTS):
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
            known = " " in first.name or first.kind != "name" or self.reading.article.text.count(first.name) > 1
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


class _Search:
    """Climbs from a figure to the root and gathers the names that govern it, the nearest first."""

    def __init__(self, sentence: _Sentence, tree: Tree, fact: Fact, chain: list[int], owned: bool) -> None:
        self.sentence = sentence
        self.tree = tree
        self.fact = fact
        self.chain = chain
        self.level = {token: k for k, token in enumerate(chain)}
        self.owned = owned
        self.others = [other for f, other in sentence.facts if f is not fact]
        self.anchors = {other[0] for other in self.others if other[0] not in self.level}
        self.taken = {m for f, _ in sentence.facts if owned and f is not fact and (m := sentence.near(f))}
        self.start = fact.figure.start - sentence.reading.sentence.start
        self.candidates = sorted(self._candidates(), key=lambda c: (c[0], len(c[1])))

    def _candidates(self) -> Iterator[tuple[int, list[int], Mention]]:
        """Each name as (level in the chain at which it joins, its path up to there, itself)."""
        tree, sentence = self.tree, self.sentence
        for mention, path in zip(sentence.mentions, sentence.paths, strict=True):
            if mention in self.taken or _TURN.search(sentence.text, self.start, mention.start):
                continue
            if (joined := self._join(path)) is not None:
                yield *joined, mention
        for token, kind in sentence.stand_ins:
            joined = self._join(tree.chain(token))
            if joined is not None and (referent := self._referent(token, kind)) is not None:
                yield *joined, referent

    def _join(self, path: list[int]) -> tuple[int, list[int]] | None:
        for n, token in enumerate(path):
            if token in self.level:
                return (self.level[token], path[:n]) if self._governs(path[:n]) else None
        return None

    def _governs(self, path: list[int]) -> bool:
        """Whether a name reaches the figure's chain without passing another clause or figure."""
        tree = self.tree
        if len(path) > 6:
            return False
        for n, token in enumerate(path):
            if tree.deps[token] not in _LINKS or (token in self.anchors and tree.deps[token] not in SUBJECTS):
                return False
            if tree.clauses[token] and not self._describes(token, path, n):
                return False
            if tree.deps[token] == "conj" and tree.tags[token] == "IN":
                return False
            if tree.deps[token] == "prep" and tree.word(token) in words("other_prepositions"):
                return False
        return True

    def _describes(self, clause: int, path: list[int], n: int) -> bool:
        """Whether a clause within a noun phrase may hold the owner: `drones supplied by Iran`."""
        deps = self.tree.deps
        if deps[clause] not in ("acl", "relcl") or any(clause in other for other in self.others):
            return False
        return n == len(path) - 1 or deps[path[-1]] in ("prep", "agent")

    def _referent(self, token: int, kind: str) -> Mention | None:
        """Whom a pronoun means: the subject of its clause or of one above, else the last sentence's topic."""
        tree, sentence = self.tree, self.sentence
        above = tree.chain(token)
        own = next((t for t in above if tree.clauses[t]), token)
        for clause in above[1:]:
            subject = tree.subjects.get(clause)
            if subject is None or subject in above:
                continue
            for mention, path in zip(sentence.mentions, sentence.paths, strict=True):
                if subject in path and clause in path and path.index(subject) < 3:
                    if path.index(subject) > 0 and clause != own:
                        mention = self._last_before(token) or mention
                    if mention.end <= tree.starts[token] and _agrees(kind, mention):
                        return mention
        if self._last_before(token) is not None:
            return None
        main = sentence.article.main(sentence.index - 1)
        return main if main is not None and _agrees(kind, main) else None

    def _last_before(self, token: int) -> Mention | None:
        before = [m for m in self.sentence.mentions if m.end <= self.tree.starts[token]]
        return before[-1] if before else None

    def run(self) -> list[Mention]:
        tree, chain = self.tree, self.chain
        steps = [k for k, token in enumerate(chain) if tree.clauses[token]]
        found = self._in_phrase(0, steps[0])
        inner = chain[: steps[0]]
        if not found and any(tree.deps[t] == "conj" and tree.tags[t] == "IN" for t in inner):
            return found  # "rose to 40 in Rome and in Milan to 5": the parse has lost whose
        if (found or self.owned) and any(tree.word(t) in _COMPARING or tree.deps[t] == "conj" for t in inner):
            return found
        for n, k in enumerate(steps):
            clause = chain[k]
            found += self._subject(k, bool(found) or self.owned)
            if n == 0:
                found += self._arguments(k, bool(found) or self.owned)
            inherits = tree.inherits(clause)
            if n + 1 == len(steps) or not (inherits or not (found or self.owned)):
                break
            above = steps[n + 1]
            if tree.deps[clause] in ("acl", "relcl"):
                more = self._in_phrase(k + 1, above)
                found += more
                if more:
                    break
            if tree.deps[clause] in ("ccomp", "parataxis") and tree.word(chain[above]) not in _SEEING:
                break
        return found

    def _in_phrase(self, low: int, high: int) -> list[Mention]:
        """Names that join between the figure and its clause, the nearest owner closing the search."""
        found: list[Mention] = []
        for level, _, mention in self.candidates:
            if low <= level < max(high, low + 1):
                crossed = any(self.tree.deps[t] == "conj" for t in self.chain[low:level])
                if not (crossed and (found or self.owned)):
                    found.append(mention)
        return found

    def _subject(self, k: int, owned: bool) -> list[Mention]:
        """Names in the subject of the clause at level `k`; a subject with a figure of its own is no co-owner."""
        subject = self.tree.subjects.get(self.chain[k])
        if subject is None or (subject in self.level) or (owned and any(subject in o for o in self.others)):
            return []
        within = [(path, m) for level, path, m in self.candidates if level == k and path and path[-1] == subject]
        plain = [m for path, m in within if not any(self.tree.clauses[t] for t in path)]
        return plain or [m for _, m in within]

    def _arguments(self, k: int, owned: bool) -> list[Mention]:
        """Names in the objects and complements of the clause, none beyond another figure."""
        found = []
        for level, path, mention in self.candidates:
            if level != k or not path or self.tree.deps[path[-1]] not in _ARGUMENTS:
                continue
            side = path[-1]
            if owned and self.tree.deps[side] == "dobj" and len(path) > 1:
                continue
            if owned and self.tree.deps[side] == "prep" and self.tree.word(side) not in _PARTIES:
                continue
            if not self._parted(mention):
                found.append(mention)
        return found

    def _parted(self, mention: Mention) -> bool:
        """Whether another figure stands between the name and this one."""
        begin = self.sentence.reading.sentence.start
        low, high = sorted((mention.start, self.start))
        return any(low < f.figure.start - begin < high for f, _ in self.sentence.facts if f is not self.fact)


def _last_list(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The last of the spans, as far back as only commas and `and` part them."""
    kept = spans[-1:]
    for span in reversed(spans[:-1]):
        if text[span[1] : kept[0][0]].strip() not in ("and", ",", ", and", "and over", "and about", "and nearly"):
            break
        kept.insert(0, span)
    return kept


def _agrees(kind: str, mention: Mention) -> bool:
    """Whether a name can be meant by a pronoun or description of this kind."""
    if kind == "person":
        return mention.kind in ("person", "name")
    if kind == "country":
        return mention.kind not in ("person", "name", "city")
    return kind == "group" or mention.kind != "person"
