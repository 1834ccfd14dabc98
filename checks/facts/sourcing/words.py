"""A sentence as words, and what each word can do in an attribution."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import Literal

from checks.lexicon import lists

#: Say: whoever is the subject says what follows. Show: papers and counts do.
#: Hear: only the passive says something, and hides who does.
VerbKind = Literal["say", "think", "show", "hear"]

_WORD = re.compile(r"\w+(?:(?:[.'’&/-]+|,(?=\d\d\d))\w+)*|[^\w\s]")
PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i"])
QUOTES = frozenset("\"“”„‘’'«»")
MONEY = frozenset("$£€¥₹")


class Words:
    """The words of the sentence `text`: `raw` as printed, `low` in lower case, offsets into it.

    Where a word stands is asked of few sentences, so the offsets are found when first asked for.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.raw: list[str] = _WORD.findall(text)
        self.low = [word.lower() for word in self.raw]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        found, end = [], 0
        for word in self.raw:  # nothing but white space is between two
            start = self.text.index(word, end)
            found.append(start)
            end = start + len(word)
        return found

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return [start + len(word) for start, word in zip(self.starts, self.raw, strict=True)]

    def printed(self, start: int, end: int) -> str:
        """The words from `start` to before `end` as they stand in the text, with one space for any gap."""
        if start >= end:
            return ""
        at = 0
        for word in self.raw[:start]:  # nothing but white space is between two
            at = self.text.index(word, at) + len(word)
        begin = at
        for word in self.raw[start:end]:
            at = self.text.index(word, at) + len(word)
        return " ".join(self.text[begin:at].split())

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
    return Words(text)


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


@cache
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
