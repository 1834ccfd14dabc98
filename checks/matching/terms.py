"""The words of measures and sentences in the form in which they are compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import blake2b

from checks import lexicon
from checks.lexicon.nouns import singular

_WORD = re.compile(r"[A-Za-z](?:[A-Za-z'’-]*[A-Za-z])?")


#: phrases and sentences whose words are kept: a table's come in order, so the recent ones are asked for
RECENT = 8192


@cache
def _empty() -> frozenset[str]:
    return frozenset(lexicon.lists("scope")["empty"])


@cache
def _synonyms() -> dict[str, str]:
    return {word: group[0] for group in lexicon.lists("scope")["same"] for word in group}


@cache
def _exclusive() -> dict[str, frozenset[int]]:
    """word -> the numbers of the `apart` lists it stands in; illnesses are one more."""
    out: dict[str, set[int]] = {}
    lists = lexicon.lists("scope")
    for i, group in enumerate([*lists["apart"], lists["illnesses"]]):
        for word in group:
            out.setdefault(fold(word), set()).add(i)
    return {w: frozenset(s) for w, s in out.items()}


@cache
def frequencies() -> dict[str, str]:
    """Folded word -> how often it says that something is counted: `yearly` -> `annual`."""
    often = lexicon.lists("scope")["often"]
    return {fold(word): name for name, row in often.items() for word in row["words"]}


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word in lower case and singular, a synonym replaced by the word that stands for its group."""
    lower = word.lower().removesuffix("'s").removesuffix("’s")
    synonyms = _synonyms()
    if lower in synonyms:
        return synonyms[lower]
    base = singular(lower)
    if base in synonyms:
        return synonyms[base]
    for ending in ("ing", "ed"):
        if base.endswith(ending) and len(base) > len(ending) + 3:
            return base[: -len(ending)].rstrip("e")
    return base.rstrip("e") if len(base) > 4 else base


@lru_cache(maxsize=RECENT)
def words(text: str) -> tuple[str, ...]:
    """All words of a text, folded, in order."""
    return tuple(fold(w) for w in _WORD.findall(text))


@lru_cache(maxsize=RECENT)
def content(text: str) -> frozenset[str]:
    """The folded content words of a phrase or sentence: no numbers, no function words."""
    empty = _empty()
    return frozenset(fold(w) for w in _WORD.findall(text) if len(w) > 1 and w.lower() not in empty)


@lru_cache(maxsize=65536)
def _term(word: str) -> str:
    """A content word folded; nothing for a letter or a function word."""
    return fold(word) if len(word) > 1 and word.lower() not in _empty() else ""


def vocabulary(text: str) -> frozenset[str]:
    """The folded content words of a whole article."""
    return frozenset(map(_term, set(_WORD.findall(text)))) - {""}


@lru_cache(maxsize=65536)
def hashed(word: str) -> int:
    """64 bits that stand for a word, or for any text, the same in every process."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@lru_cache(maxsize=RECENT)
def scopes(text: str) -> frozenset[tuple[int, str]]:
    """The exclusive words of a phrase: (list, word); two phrases with different words of one list differ."""
    exclusive = _exclusive()
    folded = (fold(w) for w in _WORD.findall(text))
    return frozenset((i, w) for w in folded for i in exclusive.get(w, ()))


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon.lists("scope")[name])


def telling(measure: frozenset[str]) -> bool:
    """Whether folded words say more than that people or things of some kind are counted."""
    return not measure <= _folded("generic")


def spans(text: str) -> frozenset[str]:
    """The spans of time that a sentence names: `week`, `year`."""
    return frozenset(fold(w) for w in _WORD.findall(text)) & _folded("spans")


def fleeting(measure: frozenset[str]) -> bool:
    """Whether folded words name what changes from day to day, such as a share price."""
    return bool(measure & _folded("fleeting"))


def ills_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the folded words of two sentences each name an illness, and none in common."""
    here, there = (held & _folded("illnesses") for held in (one, other))
    return bool(here and there) and not here & there


def apart(a: frozenset[tuple[int, str]], b: frozenset[tuple[int, str]]) -> str:
    """The words by which two scopes exclude one another ("killed/injured"), or ""."""
    if not a or not b:
        return ""
    for i in {i for i, _ in a} & {i for i, _ in b}:
        here, there = {w for j, w in a if j == i}, {w for j, w in b if j == i}
        if not here & there:
            return f"{min(here)}/{min(there)}"
    return ""
