"""The climb from a figure to the root of its sentence, past the names that govern it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.facts.names import Mention
from checks.facts.spans import words
from checks.facts.tree import SUBJECTS, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.facts.entities import SentenceNames
    from checks.facts.reading import Fact

#: links between a name and the noun or verb it governs
_LINKS = frozenset(
    {"poss", "compound", "amod", "nmod", "pobj", "prep", "agent", "appos", "conj", "dobj", "dative", "nsubj",
     "nsubjpass", "npadvmod", "attr", "oprd", "pcomp", "acl", "relcl"}
)  # fmt: skip
#: what stands with a verb, other than its subject, that can own its figure
_ARGUMENTS = frozenset({"dobj", "dative", "agent", "prep", "attr", "oprd"})
#: prepositions that name another party, not the scene: these add to an owner
_PARTIES = frozenset({"to", "by", "from", "with", "between", "against"})
#: links to somebody else's figure: "more than Shell's $18 billion"
_COMPARING = frozenset({"than", "versus", "against", "unlike"})
#: verbs whose subject owns what their clause says: "Gazprom saw its sales fall 5%"
_SEEING = frozenset({"see", "sees", "saw", "seen", "seeing", "had", "has", "have", "having"})
#: what follows is about somebody else
_TURN = re.compile(r";|, (?:with|while|whereas|but) ")


class Search:
    """Climbs from a figure to the root and gathers the names that govern it, the nearest first."""

    def __init__(
        self, sentence: SentenceNames, tree: Tree, fact: Fact, chain: list[int], owned: bool
    ) -> None:
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
            if self.taken and mention in self.taken:
                continue
            if mention.start > self.start and _TURN.search(sentence.text, self.start, mention.start):
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
        if len(path) > 6:
            return False
        tree, clauses = self.tree, self.tree.clauses
        for n, token in enumerate(path):
            dep = tree.deps[token]
            if dep not in _LINKS or (token in self.anchors and dep not in SUBJECTS):
                return False
            if clauses[token] and not self._describes(token, path, n):
                return False
            if dep == "conj" and tree.tags[token] == "IN":
                return False
            if dep == "prep" and tree.word(token) in words("other_prepositions"):
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
                    if mention.end <= tree.starts[token] and agrees(kind, mention):
                        return mention
        if self._last_before(token) is not None:
            return None
        main = sentence.article.main(sentence.index - 1)
        return main if main is not None and agrees(kind, main) else None

    def _last_before(self, token: int) -> Mention | None:
        before = [m for m in self.sentence.mentions if m.end <= self.tree.starts[token]]
        return before[-1] if before else None

    def run(self) -> list[Mention]:
        tree, chain = self.tree, self.chain
        steps = [k for k, token in enumerate(chain) if tree.clauses[token]]
        if not steps:
            return []  # the chain was cut short: a table or a list, not a sentence
        found = self._in_phrase(0, steps[0])
        inner = chain[: steps[0]]
        if not found and any(tree.deps[t] == "conj" and tree.tags[t] == "IN" for t in inner):
            return found  # "rose to 40 in Rome and in Milan to 5": the parse has lost whose
        if (found or self.owned) and any(tree.word(t) in _COMPARING or tree.deps[t] == "conj" for t in inner):
            return found
        for n, k in enumerate(steps):
            clause = chain[k]
            found += self._subject(k, (bool(found) or self.owned) and not self._had(k, found))
            if n == 0:
                found += self._arguments(k, bool(found) or self.owned)
            inherits = tree.inherits(clause)
            inherits = inherits or self._of_topic(clause)
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

    def _had(self, k: int, found: list[Mention]) -> bool:
        """Whether the subject has what is counted: "Iran's army is large, with 200,000 IRGC troops"."""
        return (
            k > 1
            and not self.owned
            and self.tree.word(self.chain[k - 1]) == "with"
            and not any(m.possessive for m in found)
        )

    def _of_topic(self, clause: int) -> bool:
        """Whether the clause takes a share of what the one above is about: ", with China absorbing 90%"."""
        fact, deps = self.fact, self.tree.deps
        return fact.role == "share" and fact.figure.kind == "percent" and deps[clause] == "pcomp"

    def _in_phrase(self, low: int, high: int) -> list[Mention]:
        """Names that join between the figure and its clause, the nearest owner closing the search."""
        found: list[Mention] = []
        for level, _, mention in self.candidates:
            if low <= level < max(high, low + 1):
                between = self.chain[low:level]
                crossed = any(self.tree.deps[t] == "conj" for t in between)
                scene = any(self.tree.word(t) in words("scene_prepositions") for t in between)
                if not scene and not (crossed and (found or self.owned)):
                    found.append(mention)
        return found

    def _subject(self, k: int, owned: bool) -> list[Mention]:
        """Names in the subject of the clause at level `k`; one with a figure of its own is no co-owner."""
        subject = self.tree.subjects.get(self.chain[k])
        if subject is None or (subject in self.level) or (owned and any(subject in o for o in self.others)):
            return []
        within = [
            (path, m) for level, path, m in self.candidates if level == k and path and path[-1] == subject
        ]
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


def agrees(kind: str, mention: Mention) -> bool:
    """Whether a name can be meant by a pronoun or description of this kind."""
    if kind == "person":
        return mention.kind in ("person", "name")
    if kind == "country":
        return mention.kind not in ("person", "name", "city")
    return kind == "group" or mention.kind != "person"
