"""A parsed sentence as plain lists, with the questions that finding a figure's owner puts to it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
#: a verb under these labels takes the subject of the clause above when it has none of its own
_DEPENDENT = frozenset({"xcomp", "advcl", "conj", "pcomp", "acl", "relcl", "ccomp", "prep"})
#: words under these labels only modify or help, or are nouns that were taken for verbs
_NO_CLAUSE = frozenset(
    {"amod", "aux", "auxpass", "compound", "prep", "nmod", "case", "nsubj", "nsubjpass", "dobj", "pobj",
     "attr", "appos", "poss", "nummod", "quantmod"}
)  # fmt: skip


class _Labels(dict[int, str]):
    """Names of labels and tags, kept when first asked for: spaCy makes a string anew each time."""

    def __init__(self, strings: StringStore) -> None:
        self.strings = strings

    def __missing__(self, key: int) -> str:
        label = self[key] = self.strings[key]
        return label


@lru_cache(maxsize=4)
def labels_of(strings: StringStore) -> dict[int, str]:
    """Number of a label or tag -> its name, for any that the model has."""
    return _Labels(strings)


class Tree:
    """Heads, labels and tags of the tokens of `doc`, by index.

    Plain lists, because a figure's owner takes hundreds of look-ups and spaCy makes an object for each.
    """

    def __init__(self, doc: Doc) -> None:
        labels = labels_of(doc.vocab.strings)
        offsets, deps, tags, starts = doc.to_array(["HEAD", "DEP", "TAG", "IDX"]).T.tolist()
        self.doc = doc
        # HEAD is the distance to the head, a signed number in an unsigned cell
        self.heads = [i + (far - (1 << 64) if far >> 63 else far) for i, far in enumerate(offsets)]
        self.deps = [labels[key] for key in deps]
        self.tags = [labels[key] for key in tags]
        self.starts: list[int] = starts

    def word(self, token: int) -> str:
        """The token in lower case."""
        return self.doc[token].lower_

    @cached_property
    def subjects(self) -> dict[int, int]:
        """Clause -> its subject: the last where the parse gives it two ("Oil market: Iran's exports are")."""
        found = {}
        for i, dep in enumerate(self.deps):
            # "profit after tax fell": the parse takes tax for the subject
            if dep in SUBJECTS and not (self.heads[i] in found and self.word(i - 1) in ("before", "after")):
                found[self.heads[i]] = i
        return found

    @cached_property
    def clauses(self) -> list[bool]:
        """Whether each token heads a clause."""
        return [
            dep == "ROOT" or (tag[0] == "V" and dep not in _NO_CLAUSE)
            for dep, tag in zip(self.deps, self.tags, strict=True)
        ]

    def top(self, start: int, end: int) -> int:
        """The token that heads the text at `start:end` (offsets into the sentence)."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = token = max(bisect_right(self.starts, end - 1) - 1, first)
        while first <= self.heads[token] <= last and self.heads[token] != token:
            token = self.heads[token]
        return token

    def chain(self, token: int) -> list[int]:
        """`token`, its head, the head of that and so on up to the root."""
        chain = [token]
        while self.heads[token] != token and len(chain) < 60:
            token = self.heads[token]
            chain.append(token)
        return chain

    def inherits(self, clause: int) -> bool:
        """Whether the subject of `clause` is that of the clause above, or the noun it modifies."""
        subject = self.subjects.get(clause)
        if subject is None:
            return self.deps[clause] in _DEPENDENT
        return self.deps[clause] == "relcl" and self.tags[subject] in ("WDT", "WP", "IN")
