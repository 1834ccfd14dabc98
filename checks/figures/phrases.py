"""Phrases of a word list found at a place in a text, the longest first, in about a microsecond.

A list is indexed by its phrases' first word, so that a look-up costs one match and one dictionary access
however long the list is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

#: letters in one run; a sign such as ° is a first word of its own. No first word is as long as the limit, and
#: "½a½a½a…" is one run, met again at each of its figures.
WORD = re.compile(r"[^\W\d_]{1,40}+")
#: spaces of all widths and line breaks count as a space, and in a phrase of words hyphens too
_GAPS = str.maketrans({**dict.fromkeys("\u00a0\u2009\u202f\n", " "), **dict.fromkeys("\u2010\u2011", "-")})


class Phrases(Generic[T]):
    """A word list of (phrase, exact, entry); an `exact` phrase is met in its own case and hyphens only.

    The others are given in lower case with spaces for hyphens, and met in any case, also hyphenated.
    """

    def __init__(self, rows: Iterable[tuple[str, bool, T]]) -> None:
        by_word: dict[str, list[tuple[str, bool, T]]] = {}
        for phrase, exact, entry in rows:
            m = WORD.match(phrase)
            cut = m.end() if m else 1
            by_word.setdefault(phrase[:cut], []).append((phrase[cut:], exact, entry))
        self._by_word = {w: sorted(c, key=lambda c: -len(c[0])) for w, c in by_word.items()}

    def first_words(self) -> frozenset[str]:
        """The words and signs that phrases begin with, words in their own case or in lower case."""
        return frozenset(self._by_word)

    def at(self, text: str, pos: int) -> list[tuple[int, T]]:
        """(end, entry) of every phrase that begins at `pos`, the longest first; it ends where a word ends."""
        m = WORD.match(text, pos)
        word = m.group() if m else text[pos : pos + 1]
        same = self._by_word.get(word)
        lower = word.lower()
        other = None if lower == word else self._by_word.get(lower)
        if same is None and other is None:
            return []
        end = pos + len(word)
        found = _tails(text, end, same, True) if same else []
        if other:
            found += _tails(text, end, other, False)
            found.sort(key=lambda f: -f[0])
        return found


def _tails(
    text: str, end: int, candidates: list[tuple[str, bool, T]], same_case: bool
) -> list[tuple[int, T]]:
    """Which candidates (tail, exact, entry) go on at `end`, after their first word."""
    rest = plain = ""
    longest = len(candidates[0][0])
    if longest:
        rest = text[end : end + longest]
        rest = rest.replace("\n", " ") if rest.isascii() else rest.translate(_GAPS)
        plain = rest.replace("-", " ").lower()
    found = []
    for tail, exact, entry in candidates:
        if tail and not (rest if exact else plain).startswith(tail):
            continue
        if (same_case or not exact) and ends_word(text, end + len(tail)):
            found.append((end + len(tail), entry))
    return found


def ends_word(text: str, end: int) -> bool:
    """Whether no letter, digit or underscore follows."""
    following = text[end : end + 1]
    return not following.isalnum() and following != "_"
