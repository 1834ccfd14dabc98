"""A sentence as words, and what each word can do in an attribution."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from checks.lexicon import lists

#: Say: whoever is the subject says what follows. Show: papers and counts do.
#: Hear: only the passive says something, and hides who does.
VerbKind = Literal["say", "think", "show", "hear"]

_WORD = re.compile(r"\w+(?:(?:[.'’&/-]+|,(?=\d\d\d))\w+)*|[^\w\s]")
PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i"])
QUOTES = frozenset("\"“”„‘’'«»")
MONEY = frozenset("$£€¥₹")


@dataclass(slots=True)
class Words:
    """The words of a sentence: `raw` as printed, `low` in lower case, offsets into the sentence."""

    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.raw)

    def at(self, i: int) -> str:
        """Word `i` in lower case, or nothing beyond either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def capital(self, i: int) -> bool:
        """True when word `i` is written like a name."""
        return self.raw[i][0].isupper()

    def stop(self, i: int) -> bool:
        """True when word `i` is a full stop, and not that of an abbreviation or an initial."""
        if self.raw[i] != ".":
            return False
        if i == 0 or i + 1 == len(self.raw):
            return True
        return not (
            self.low[i - 1] in grammar("abbreviations") or len(self.raw[i - 1].rsplit(".", 1)[-1]) == 1
        )


@lru_cache(maxsize=256)  # a sentence is asked for its cues, its subject and what its subject does
def split(text: str) -> Words:
    """`text` as words, which nobody changes; punctuation marks are words of one character."""
    raw, starts, ends = [], [], []
    for m in _WORD.finditer(text):
        start, end = m.span()
        raw.append(text[start:end])
        starts.append(start)
        ends.append(end)
    return Words(raw, [w.lower() for w in raw], starts, ends)


@cache
def verbs() -> dict[str, VerbKind]:
    """Form of a reporting verb -> its kind."""
    table = lists("reporting")["verbs"]
    kinds: tuple[VerbKind, ...] = ("show", "think", "say")
    passive = f"{table['hearsay']} {table['made']}"
    found: dict[str, VerbKind] = dict.fromkeys(passive.split(), "hear")
    return found | {form: kind for kind in kinds for form in table[kind].split()}


@cache
def group(section: str, name: str) -> frozenset[str]:
    """A list of reporting.toml as a set: of words, or of phrases where "|" parts them."""
    text: str = lists("reporting")[section][name]
    parts = text.split("|") if "|" in text else text.split()
    return frozenset(p.strip() for p in parts if p.strip())


def grammar(name: str) -> frozenset[str]:
    """A list of small words of reporting.toml."""
    return group("grammar", name)


@cache
def jobs() -> frozenset[str]:
    """What a person is, in lower case, between two capitals: "Shadow minister Angus Whitlock"."""
    return frozenset(w for w in lists("names")["before_person"].split() if w.islower()) | {"chief", "deputy"}


@cache
def auxiliaries() -> frozenset[str]:
    """The finite forms of "be", "have", "do" and the modal verbs."""
    return grammar("be") | grammar("finite")
