"""Capitalised words, and the runs of them that make one name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checks.facts.places import find
from checks.lexicon import lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: a capitalised word; stops before a possessive. What may stand before it is asked after its first letter,
#: since a pattern that begins with a set of characters is looked for much faster.
_WORD = re.compile(
    r"[A-ZÀ-ÖØ-Þae](?<![\w.&/@#-].)(?:(?<=[A-Z])\.(?:[A-Z]\.)+(?:[A-Z]\b)?|(?<=e)urozone\b"
    r"|(?:(?<=[ae])l-[A-ZÀ-ÖØ-Þ]|(?<=[A-ZÀ-ÖØ-Þ]))\w*(?:(?:[&-]|['\u2019](?!s\b))\w+)*)"
)
_COMPOUND = re.compile(r"-[a-z]+$")
#: what precedes a name without being part of it
ARTICLES = frozenset({"a", "an", "the"})


class Part(NamedTuple):
    """A capitalised word at `start:end`."""

    text: str
    start: int
    end: int


@cache
def words(key: str) -> frozenset[str]:
    """One of the word lists of names.toml."""
    return frozenset(lists("names")[key].split())


def capitalised(text: str) -> list[Part]:
    """The capitalised words of `text`, in order."""
    return [Part(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def spans(parts: Iterable[Part], sentence: str) -> Iterator[list[Part]]:
    """Runs of capitalised words that make one name, `of` and the like included."""
    span: list[Part] = []
    for part in parts:
        if span and not _joins(span[-1], sentence[span[-1].end : part.start]):
            yield span
            span = []
        span.append(part)
    if span:
        yield span


def _joins(before: Part, gap: str) -> bool:
    if gap in (" ", " & ", ". ") and (gap != ". " or before.text in words("titles")):
        return True
    link = gap.strip()
    if link in ("of", "of the", "for", "for the"):
        return before.text in words("heads")
    return link in words("joiners")


@cache
def _parting() -> frozenset[str]:
    return words("breaks") | words("titles")


def pieces(span: list[Part]) -> Iterator[list[Part]]:
    """The names in a run: parted at months and weekdays, and at titles, which drop out."""
    breaks, titles, portfolios = words("breaks"), words("titles"), words("portfolios")
    if _parting().isdisjoint([part.text for part in span]):
        yield span
        return
    piece: list[Part] = []
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
        elif len(piece) == 1 and following in titles and find(piece[0].text) is not None:
            yield piece  # Iranian | Foreign Minister
            piece = [part]
        else:
            piece.append(part)
    if piece:
        yield piece


def without_adjective(span: list[Part]) -> list[Part]:
    """The span less a compound in front of the name: London-based Exel."""
    return span[1:] if len(span) > 1 and _COMPOUND.search(span[0].text) else span


def is_acronym(word: str) -> bool:
    """Whether all letters are capitals, and there are at least two."""
    return len(word) > 1 and word.isupper()
