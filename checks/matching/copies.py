"""Which articles repeat another: near copies, and rewrites that keep its figures and names in order.

Two kinds of shingle find the candidates, by MinHash and locality-sensitive hashing (Broder 1997;
Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3), so that the work grows like
the articles: three words in a row, which a near copy keeps, and three numbers or names in a row,
which a rewrite keeps too, though it puts other words for most of the rest. A candidate is then
compared in full, since reports of one event share names as well, but not their order.
"""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from checks.articles import proper
from checks.matching.lapse import STORY
from checks.matching.minhash import Index
from checks.model import Article

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

#: Share of the shingles of both texts that a near copy has in common (Jaccard). A short article that
#: loses a sentence and a number keeps about 0.6; two reports of one event seldom share 0.25.
SAME_WORDS = 0.45
#: Share of the longer sequence of numbers and names that a rewrite keeps in order; two reports of one
#: event seldom share 0.5. Short sequences agree by chance.
SAME_SEQUENCE = 0.6
LEAST_SEQUENCE = 25
#: Share of the fewer numbers that must recur: form letters (results, weather) have all but those in common.
SAME_NUMBERS = 0.5
_LEAST_SHINGLES = 8
#: So few articles are compared with one another; that is exact, and as quick.
FEW = 50
_WORD = re.compile(r"\d[\d.,]*\d|\w+")


class _Print(NamedTuple):
    """What an article is compared by; words, numbers and names stand as 32-bit hashes."""

    shingles: np.ndarray[Any, np.dtype[np.uint32]]  # distinct, sorted
    sequence: list[int]  # numbers and names as printed, in order
    numbers: Counter[int]
    date: dt.date | None


def copies(articles: Sequence[Article], facts: pd.DataFrame | None = None) -> pd.DataFrame:
    """A row for each article that repeats another: `article`, `original`, `similarity` (0..1).

    `original` is the first of those alike by date, then id (undated ones come last) and has no row
    itself. Furniture and repeated paragraphs are not compared. Where `facts` is given, articles
    that have none are left out: a copy of them confirms nothing.
    """
    import pandas as pd

    if facts is not None:
        stating = set(facts["article"].tolist())
        articles = [article for article in articles if article.id in stating]
    rows = list(_copies(articles)) if len(articles) > 1 else []
    types = {"article": "str", "original": "str", "similarity": "float64"}
    return pd.DataFrame(rows, columns=list(types)).astype(types)


def _copies(articles: Sequence[Article]) -> Iterator[tuple[str, str, float]]:
    """Each copy with its original, by date. Only originals are kept to compare with."""
    index = Index() if len(articles) > FEW else None
    originals: dict[str, _Print] = {}
    for article in sorted(articles, key=_first_first):
        look = _look(article)
        if len(look.shingles) < _LEAST_SHINGLES:
            continue
        candidates = index.place(article.id, _met_by(look)) if index else originals
        scores = {other: _similarity(look, originals[other]) for other in candidates}
        best = max(scores, key=scores.__getitem__, default="")
        if scores.get(best):
            yield article.id, best, round(scores[best], 3)
            continue
        originals[article.id] = look
        if index:
            index.keep()


def _first_first(article: Article) -> tuple[bool, dt.date, str]:
    return article.date is None, article.date or dt.date.min, article.id


def _look(article: Article) -> _Print:
    told = [_WORD.findall(sentence) for sentence in proper(article)]
    words = array("I", map(_hash, chain.from_iterable(told)))
    for found in told:
        if found and not found[0][0].isdigit():
            del found[0]  # the first word of a sentence is in capitals anyway
    # most words are in lower case, which comparing tells sooner than asking each
    marked = [word for found in told for word in found if not "a" <= word < "{"]
    sequence = [_hash(word) for word in marked if word[0].isdigit() or word[0].isupper()]
    numbers = Counter(_hash(word) for word in marked if word[0].isdigit())
    return _Print(_shingled(words), sequence, numbers, article.date)


def _met_by(look: _Print) -> list[np.ndarray[Any, np.dtype[np.uint32]]]:
    """The kinds of shingles by which copies of an article are found."""
    long = len(look.sequence) >= LEAST_SEQUENCE
    return [look.shingles, _shingled(array("I", look.sequence))] if long else [look.shingles]


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return crc32(word.lower().encode())


def _shingled(hashes: array[int]) -> np.ndarray[Any, np.dtype[np.uint32]]:
    """The distinct hashes of every three in a row, sorted."""
    import numpy as np

    a = np.array(hashes, dtype=np.uint64)
    if len(a) < 3:
        return a[:0].astype(np.uint32)
    # odd multipliers (of Knuth's and Steele's generators) keep "a b c" and "c b a" apart; overflow wraps
    first, second, third = (np.uint64(n) for n in (2654435761, 0x9E3779B97F4A7C15, 40503))
    mixed = a[:-2] * first + a[1:-1] * second + a[2:] * third
    found = np.sort((mixed ^ (mixed >> np.uint64(32))).astype(np.uint32))
    new = np.ones(len(found), dtype=bool)
    np.not_equal(found[1:], found[:-1], out=new[1:])  # what np.unique does, in a fifth of its time
    return found[new]


def _similarity(one: _Print, other: _Print) -> float:
    """How far two articles are one, 0 where they are not copies."""
    shared = (one.numbers & other.numbers).total()
    fewer = min(one.numbers.total(), other.numbers.total())
    if shared < SAME_NUMBERS * fewer and shared < fewer - 1:
        return 0.0
    if shared <= SAME_NUMBERS * fewer and _later(one, other):
        return 0.0
    common = _common(one.shingles, other.shingles)
    words = common / (len(one.shingles) + len(other.shingles) - common)
    if words >= SAME_WORDS:
        return float(words)
    shorter, longer = sorted((len(one.sequence), len(other.sequence)))
    if shorter < LEAST_SEQUENCE or shorter < SAME_SEQUENCE * longer:
        return 0.0
    from rapidfuzz.distance import LCSseq

    kept = LCSseq.normalized_similarity(one.sequence, other.sequence)
    return float(kept) if kept >= SAME_SEQUENCE else 0.0


def _later(one: _Print, other: _Print) -> bool:
    """Whether texts are too far apart in time to be one: this month's figure in the words of the last."""
    if one.date is None or other.date is None:
        return False
    return abs((one.date - other.date).days) > STORY


def _common(one: np.ndarray[Any, Any], other: np.ndarray[Any, Any]) -> int:
    import numpy as np

    return len(np.intersect1d(one, other, assume_unique=True))
