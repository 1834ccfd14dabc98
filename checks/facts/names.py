"""Names in a sentence, each folded to the one form that its article or the world uses for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from checks.facts.places import PlaceKind, find, prefix
from checks.facts.short_forms import LongForms
from checks.facts.spans import (
    ARTICLES,
    Part,
    capitalised,
    is_acronym,
    pieces,
    spans,
    without_adjective,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_POSSESSIVE = re.compile(r"['\u2019]s?(?!\w)")
_MODEL = re.compile(r"[A-Za-z]{1,4}-?\d")
#: characters of an article in which short forms are looked for: each look-up scans them
READ = 100_000
#: characters into a sentence in which a colon may still end a label
LABEL = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start:end` of a sentence; `name` is what it folds to."""

    start: int
    end: int
    name: str
    kind: PlaceKind | Literal["person", "name"]
    possessive: bool = False


class Names:
    """The names of one article.

    Abbreviations and surnames fold to the longer name that the article gives (see short_forms).
    """

    def __init__(self, text: str) -> None:
        self.text = text[:READ]
        self._ordinary: dict[str, bool] = {}
        self._persons: dict[str, bool] = {}
        self._long: LongForms | None = None

    def mentions(self, sentence: str) -> list[Mention]:
        """The names in `sentence`, in order of position."""
        parts = capitalised(sentence)
        headline = _is_title_case(sentence, len(parts))
        runs = ([part] for part in parts) if headline else spans(parts, sentence)
        found: list[Mention] = []
        for span in runs:
            for piece in pieces(span):
                found.extend(self._named(piece, sentence, headline))
        return found

    def _named(self, span: list[Part], sentence: str, headline: bool) -> Iterator[Mention]:
        span = self._without_opener(span, sentence)
        span = without_adjective(span)
        if not span:
            return
        start, end = span[0].start, span[-1].end
        text = sentence[start:end]
        mark = _POSSESSIVE.match(sentence, end)
        possessive = mark is not None and (mark.group() != "'" or text.endswith("s"))
        if (place := find(text)) is not None:
            if _is_money(sentence, end):
                return
            if place.kind == "capital" and _is_city(sentence, start, end):
                yield Mention(start, end, text, "city", possessive)
            else:
                yield Mention(start, end, place.name, place.kind, possessive)
        elif len(span) == 1 and "-" in text and (halves := list(_halves(span[0]))):
            yield from halves
        elif not headline and self._may_be_name(text, sentence, start, end):
            while len(span) > 1 and span[-1].text in words("suffixes"):
                span = span[:-1]
            name = sentence[start : span[-1].end]
            full = self.fold(name)
            yield Mention(start, end, full, "person" if self._is_person(full) else "name", possessive)

    def _without_opener(self, span: list[Part], sentence: str) -> list[Part]:
        """The span less the ordinary words that are capitalised only because they begin a sentence."""
        begins = _begins(sentence, span[0].start)
        dropped = words("openers") if begins else ARTICLES
        while span and not is_acronym(span[0].text) and span[0].text.lower() in dropped:
            span = span[1:]
        if not span or not begins:
            return span
        whole = sentence[span[0].start : span[-1].end]
        if find(whole) is not None or is_acronym(span[0].text) or not self._is_ordinary(span[0].text):
            return span
        if len(span) == 1:
            return []
        return span[1:] if find(whole.partition(" ")[2]) is not None else span  # Supplying Iran

    def _is_ordinary(self, word: str) -> bool:
        """Whether the article writes the word in lower case too."""
        if word not in self._ordinary:
            low = word.lower()
            self._ordinary[word] = low in self._printed or low.endswith(("ing", "ly"))
        return self._ordinary[word]

    @cached_property
    def _printed(self) -> set[str]:
        """What stands in the article between a space and a space, comma or full stop."""
        found = set(self.text.split(" ")[1:-1])
        for mark in ",.":
            for before in self.text.split(mark)[:-1]:
                _, space, word = before.rpartition(" ")
                if space:  # else the word has such a mark inside, and no name has
                    found.add(word)
        return found

    def _is_person(self, name: str) -> bool:
        """Whether the article puts a title or a trade before the name, or `who` after it."""
        if name not in self._persons:
            self._persons[name] = f"{name}, who " in self.text or any(
                self._is_introduced(form) for form in {name, name.rpartition(" ")[2]}
            )
        return self._persons[name]

    def _is_introduced(self, form: str) -> bool:
        """Whether a title or a trade stands before one of the first places where the article has `form`."""
        titles, at = words("before_person"), self.text.find(form)
        for _ in range(20):
            if at < 0:
                return False
            before = self.text[max(0, at - 14) : at]
            if before.endswith(" ") and before[:-1].rpartition(" ")[2].rstrip(".") in titles:
                return True
            at = self.text.find(form, at + 1)
        return False

    def _may_be_name(self, text: str, sentence: str, start: int, end: int) -> bool:
        """Not so: letters alone, words that make no name, models (`S-400`), the label before a colon."""
        if len(text) < 2 or text in words("not_names") or _MODEL.match(text):
            return False
        return start > LABEL or sentence[end : end + 1] != ":"

    def fold(self, name: str) -> str:
        """The fullest form of `name` that the article gives."""
        if self._long is None:
            self._long = LongForms(self.text, self._is_ordinary)
        return self._long.of(name)


def _halves(part: Part) -> Iterator[Mention]:
    """The places in `Israel-Iran`, `Russo-Iranian`, `China-brokered`."""
    start = part.start
    for half in part.text.split("-"):
        place = find(half) or prefix(half)
        if place is not None:
            yield Mention(start, start + len(half), place.name, "demonym")
        start += len(half) + 1


def _begins(sentence: str, start: int) -> bool:
    """Whether a word at `start` opens the sentence, a quotation or what follows a colon."""
    before = sentence[:start].rstrip()
    return not before or before[-1] in "\"'\u201c\u2018:;(\u2022*-\u2013\u2014"


def _is_title_case(sentence: str, capitals: int) -> bool:
    """Whether capitals say nothing here: a headline, or a line all in capitals."""
    if capitals < 5 or sentence.rstrip()[-1:] in ".!?\u201d":
        return capitals > 2 and sentence.isupper()
    return capitals * 10 > 6 * sum(len(word) > 3 for word in sentence.split()) + 10


def _is_money(sentence: str, end: int) -> bool:
    following = sentence[end : end + 12].split()
    return sentence[end : end + 1] == "$" or (
        bool(following) and following[0].strip(".,;)") in words("currencies")
    )


def _is_city(sentence: str, start: int, end: int) -> bool:
    """A capital is the city, not the government, after a preposition of place and before city nouns."""
    before = sentence[max(0, start - 12) : start].lower().split()
    if before and before[-1] in words("place_prepositions"):
        return True
    after = sentence[end : end + 24].lower().lstrip("'\u2019s-").split()
    return bool(after) and after[0].strip(".,;") in words("city_nouns")
