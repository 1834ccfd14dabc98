"""Names in a sentence, each folded to the one form that its article or the world uses for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from checks.facts.places import PlaceKind, find, prefix
from checks.lexicon import lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: a capitalised word; stops before a possessive and before the digits of a model name
_WORD = re.compile(
    r"(?<![\w.&/@#-])(?:(?:[A-Z]\.){2,}(?:[A-Z]\b)?|eurozone\b|(?:al-|el-)?[A-ZÀ-ÖØ-Þ]\w*(?:(?:[&-]|['’](?!s\b))\w+)*)"
)
_FULL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'-]+(?:(?: of the | for the | of | for | and | de | al-| )[A-ZÀ-ÖØ-Þ][\w-]+)+")
_DEFINED = re.compile(r"\((?:the )?([A-Z][A-Za-z&]{1,9})\)")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_ARTICLES = frozenset({"a", "an", "the"})
_COMPOUND = re.compile(r"-[a-z]+$")
_MODEL = re.compile(r"[A-Za-z]{1,4}-?\d")


#: characters into a sentence in which a colon may still end a label
LABEL = 60


class _Part(NamedTuple):
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start:end` of a sentence; `name` is what it folds to."""

    start: int
    end: int
    name: str
    kind: PlaceKind | Literal["person", "name"]
    possessive: bool = False


@cache
def words(key: str) -> frozenset[str]:
    """One of the word lists of names.toml."""
    return frozenset(lists("names")[key].split())


class Names:
    """The names of one article.

    `Full Name (ABBR)` and the initials of a longer name give the meaning of `ABBR`; one word alone
    folds to the only longer name that ends with it, as a surname does. The first word of a longer name
    does not fold: `Barclays` is not `Barclays Capital`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ordinary: dict[str, bool] = {}
        self._persons: dict[str, bool] = {}
        self._long: dict[str, str] | None = None

    def mentions(self, sentence: str) -> list[Mention]:
        """The names in `sentence`, in order of position."""
        parts = [_Part(m.group(), m.start(), m.end()) for m in _WORD.finditer(sentence)]
        headline = _is_title_case(sentence, len(parts))
        spans = ([part] for part in parts) if headline else _spans(parts, sentence)
        found: list[Mention] = []
        for span in spans:
            for piece in _pieces(span):
                found.extend(self._named(piece, sentence, headline))
        return found

    def _named(self, span: list[_Part], sentence: str, headline: bool) -> Iterator[Mention]:
        span = self._without_opener(span, sentence)
        if len(span) > 1 and _COMPOUND.search(span[0].text):  # London-based Exel
            span = span[1:]
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

    def _without_opener(self, span: list[_Part], sentence: str) -> list[_Part]:
        """The span less the ordinary words that are capitalised only because they begin a sentence."""
        openers = words("openers")
        begins = _begins(sentence, span[0].start)
        while span and not _is_acronym(span[0].text) and span[0].text.lower() in (openers if begins else _ARTICLES):
            span = span[1:]
        if not span or not begins:
            return span
        whole = sentence[span[0].start : span[-1].end]
        if find(whole) is not None or _is_acronym(span[0].text) or not self._is_ordinary(span[0].text):
            return span
        if len(span) == 1:
            return []
        return span[1:] if find(whole.partition(" ")[2]) is not None else span  # Supplying Iran

    def _is_ordinary(self, word: str) -> bool:
        """Whether the article writes the word in lower case too."""
        if word not in self._ordinary:
            low = word.lower()
            self._ordinary[word] = low.endswith(("ing", "ly")) or f" {low} " in self._text or f" {low}," in self._text
        return self._ordinary[word]

    def _is_person(self, name: str) -> bool:
        """Whether the article puts a title or a trade before the name, or `who` after it."""
        if name not in self._persons:
            self._persons[name] = f"{name}, who " in self._text or any(
                word in words("before_person")
                for form in {name, name.rpartition(" ")[2]}
                for word in self._words_before(form)
            )
        return self._persons[name]

    def _words_before(self, form: str) -> Iterator[str]:
        """The word in front of each of the first places where the article has `form`."""
        at = self._text.find(form)
        for _ in range(20):
            if at < 0:
                return
            before = self._text[max(0, at - 14) : at].split(" ")
            yield before[-2].rstrip(".") if len(before) > 1 and not before[-1] else ""
            at = self._text.find(form, at + 1)

    def _may_be_name(self, text: str, sentence: str, start: int, end: int) -> bool:
        """Not so: letters alone, words that make no name, models (`S-400`), the label before a colon."""
        if len(text) < 2 or text in words("not_names") or _MODEL.match(text):
            return False
        return start > LABEL or sentence[end : end + 1] != ":"

    def fold(self, name: str) -> str:
        """The fullest form of `name` that the article gives."""
        if self._long is None:
            self._long = self._long_forms()
        return self._long.get(name, name)

    def _long_forms(self) -> dict[str, str]:
        """Abbreviation or last words -> the one longer name; what two names share is left out."""
        short: dict[str, str | None] = {}
        for name in _full_names(self._text):
            for form in _short_forms(name):
                if not self._is_ordinary(form):
                    short[form] = name if short.get(form, name) == name else None
        for match in _DEFINED.finditer(self._text):
            before = self._text[max(0, match.start() - 120) : match.start()]
            if name := _defined_by(match.group(1), before):
                short[match.group(1)] = name
        return {form: name for form, name in short.items() if name is not None}


def _full_names(text: str) -> Iterator[str]:
    """Names of more than one word in running text: headings and labels before a colon are passed over."""
    runs: set[str] = set()
    seen: set[str] = set()
    for match in _FULL.finditer(text):
        end = match.end()
        if match.group() in runs or text[end : end + 1] in (":", "\n", ""):
            continue
        runs.add(match.group())
        parts = [_Part(m.group(), m.start(), m.end()) for m in _WORD.finditer(match.group())]
        for span in _spans(parts, match.group()):
            for piece in _pieces(span):
                while piece and piece[0].text.lower() in words("openers"):
                    piece = piece[1:]
                while len(piece) > 1 and piece[-1].text in words("suffixes"):
                    piece = piece[:-1]
                name = match.group()[piece[0].start : piece[-1].end] if len(piece) > 1 else ""
                if name and name not in seen and find(name) is None:
                    yield name
                seen.add(name)


def _short_forms(name: str) -> Iterator[str]:
    """What an article may call `name` later: its last word or two, its initials."""
    parts = name.split()
    if len(parts) < 5:
        for word in {parts[-1], parts[-1].removeprefix("al-")}:
            known = find(word) is not None or word in words("heads") or word in words("not_names")
            if not known and not _is_acronym(word) and len(word) > 2:
                yield word
    if len(parts) in (3, 4) and parts[-2][0].isupper():
        yield " ".join(parts[-2:])
    initials = "".join(word[0] for word in parts if word[0].isupper())
    if len(initials) > 2:
        yield initials


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _defined_by(abbreviation: str, before: str) -> str:
    """The name before `(ABBR)` that it abbreviates by its initials or in part (`Nymex`); empty if none."""
    tail = before.split()[-10:]
    letters = abbreviation.replace("&", "").upper()
    for first in range(len(tail) - 2, -1, -1):
        name = tail[first:]
        initials = "".join(word[0] for word in name if word[0].isupper())
        if not initials or name[0][0] != initials[0] or initials[0] != letters[0]:
            continue
        if initials == letters or (len(initials) > 2 and _is_spread_over(letters, " ".join(name).upper())):
            return " ".join(name)
    return ""


def _is_spread_over(letters: str, name: str) -> bool:
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True


def _spans(parts: Iterable[_Part], sentence: str) -> Iterator[list[_Part]]:
    """Runs of capitalised words that make one name, `of` and the like included."""
    span: list[_Part] = []
    for part in parts:
        if span and not _joins(span[-1], sentence[span[-1].end : part.start], len(span)):
            yield span
            span = []
        span.append(part)
    if span:
        yield span


def _joins(before: _Part, gap: str, size: int) -> bool:
    if gap in (" ", " & ", ". ") and (gap != ". " or before.text in words("titles")):
        return True
    link = gap.strip()
    if link in ("of", "of the", "for", "for the"):
        return before.text in words("heads")
    return size >= 1 and link in ("de", "del", "della", "di", "da", "du", "van", "von", "der", "bin", "ibn", "al-")


def _pieces(span: list[_Part]) -> Iterator[list[_Part]]:
    """The names in a run: parted at months and weekdays, and at titles, which drop out."""
    breaks, titles, portfolios = words("breaks"), words("titles"), words("portfolios")
    piece: list[_Part] = []
    for index, part in enumerate(span):
        following = span[index + 1].text if index + 1 < len(span) else ""
        of = index + 1 < len(span) and span[index + 1].start > part.end + 2  # the Prince of Wales
        is_title = part.text in titles and following not in words("after_title") and not of
        named_so = index > 0 and (piece or span[index - 1].text in titles) and part.text in ("May", "March")
        if (part.text in breaks and not named_so) or is_title:
            while is_title and piece and piece[-1].text in portfolios:
                piece.pop()
            if piece:
                yield piece
            piece = []
        elif len(piece) and find(piece[0].text) is not None and len(piece) == 1 and following in titles:
            yield piece  # Iranian | Foreign Minister
            piece = [part]
        else:
            piece.append(part)
    if piece:
        yield piece


def _halves(part: _Part) -> Iterator[Mention]:
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
    return not before or before[-1] in "\"'“‘:;(•*-–—"


def _is_title_case(sentence: str, capitals: int) -> bool:
    """Whether capitals say nothing here: a headline, or a line all in capitals."""
    return capitals > 4 and capitals * 10 > 6 * sum(len(word) > 3 for word in sentence.split()) + 10 or (
        capitals > 2 and sentence.isupper()
    )


def _is_money(sentence: str, end: int) -> bool:
    following = sentence[end : end + 12].split()
    return bool(following) and (following[0].strip(".,;)") in words("currencies") or sentence[end : end + 1] == "$")


def _is_city(sentence: str, start: int, end: int) -> bool:
    """A capital is the city, not the government, after a preposition of place and before city nouns."""
    before = sentence[max(0, start - 12) : start].lower().split()
    if before and before[-1] in words("place_prepositions"):
        return True
    after = sentence[end : end + 24].lower().lstrip("'’s-").split()
    return bool(after) and after[0].strip(".,;") in words("city_nouns")
