"""Which articles are matched with one another, where there are more of them than MOST.

Matching holds every article of a group against every other, and nothing across groups, so a corpus of any
size is matched in memory for one group at a time. Articles that share what few others have are linked:
rare words, the measure of a figure with its owner, a sentence printed alike. The strongest links are
followed first (Kruskal 1956), and none that would make a group larger than MOST; those are counted.

Links are found key by key and groups from the links alone, so the work may be split by key (see `links`),
and the groups are the same however it was split.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from checks.matching import comparable, running, terms
from checks.matching.left_out import LeftOut
from checks.model import Article

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Array = np.ndarray[Any, Any]

#: articles in one group; so many are all matched with one another, as one group
MOST = 500
#: kinds of key: a rare word, a measure with its owner, a sentence with a figure
WORD, OWNED, SENTENCE = range(3)
#: articles that share a key of each kind beyond which it is everybody's and links none
HOLDERS = (12, 50, 1 << 31)
#: by how many articles before it, that share a key of each kind, an article is linked
_REACH = (11, 2, 1)
#: what a key of each kind in common is worth, and how much makes a link
_WORTH, LINK = (1, 6, 18), 6
#: a shorter sentence is printed twice by chance
_LONG = 60
#: links that are followed from a list of their own: as Python's numbers they take ten times the room
_AT_ONCE = 1_000_000
#: keys of a part that are remembered by what they say, so that a crowded one can be named
_NAMED = 40


class Keys(NamedTuple):
    """What articles can be met by: a row for each article (its number) and key (a hash) of a kind.

    `said` has the words of the keys that most articles share.
    """

    article: Array  # int64
    key: Array  # uint64
    kind: Array  # uint8
    said: dict[int, str]


class Links(NamedTuple):
    """Numbers of two articles, the smaller first, and how much ties them; sorted by both numbers.

    `crowded` counts the articles that share each measure and owner that is everybody's, by key; `common` are
    the words (`terms.hashed`) that are, sorted.
    """

    one: Array  # int64
    other: Array  # int64
    strength: Array  # int64
    crowded: dict[int, int]
    common: Array  # uint64


def keys(articles: Sequence[Article], facts: pd.DataFrame, first: int = 0) -> Keys:
    """The keys of `articles`, which have the numbers from `first` on, by their text and their `facts`."""
    import numpy as np

    found: tuple[list[int], list[int], list[int]] = ([], [], [])
    number = {article.id: first + n for n, article in enumerate(articles)}
    for article in articles:
        _add(found, number[article.id], WORD, map(terms.hashed, terms.vocabulary(article.text)))
    month = {article.id: f"{article.date:%Y-%m}" if article.date else "" for article in articles}
    told: dict[str, tuple[set[str], set[str]]] = {}
    for name, words, sentence in _owned(facts):
        owned, sentences = told.setdefault(name, (set(), set()))
        # what everybody tells of in the long run may be rare in one month
        owned.update(words, (f"{said} in {month[name]}" for said in words if month[name]))
        if len(sentence) >= _LONG:
            sentences.add(sentence)
    often: Counter[str] = Counter()
    for name, (owned, sentences) in told.items():
        _add(found, number[name], OWNED, map(terms.hashed, owned))
        _add(found, number[name], SENTENCE, map(terms.hashed, sentences))
        often.update(owned)
    said = {terms.hashed(words): words for words, times in often.most_common(_NAMED) if times > 1}
    number_of, key, kind = found
    return Keys(
        np.array(number_of, dtype=np.int64),
        np.array(key, dtype=np.uint64),
        np.array(kind, dtype=np.uint8),
        said,
    )


def _add(found: tuple[list[int], list[int], list[int]], article: int, kind: int, made: Iterable[int]) -> None:
    before = len(found[1])
    found[1].extend(made)
    more = len(found[1]) - before
    found[0].extend([article] * more)
    found[2].extend([kind] * more)


def _owned(facts: pd.DataFrame) -> Iterable[tuple[str, set[str], str]]:
    """For each figure that may be compared its article, its measures with their owners, and its sentence."""
    wanted = facts[facts["main"] & facts["kind"].isin(comparable.KINDS) & ~facts["vague"]]
    cells = (wanted[c] for c in ("article", "kind", "unit", "measure", "entities", "sentence", "surface"))
    for article, kind, unit, measure, entities, sentence, surface in zip(*cells, strict=True):
        said = set()
        if entities:
            words = terms.content(f"{measure} {unit}" if kind == "count" else measure)
            said = {f"{w} of {o} ({kind})" for w in words for o in entities.split(";")}
        if kind == "count" and (of := running.counted(sentence, surface, f"{measure} {unit}")):
            said |= {f"{of} beside {name}" for name in running.named(sentence)}
        yield article, said, sentence


def links(met: Keys) -> Links:
    """The links that `met` makes; of any key it must hold all the articles, or none."""
    import numpy as np

    order = np.lexsort((met.article, met.key, met.kind))
    article, key, kind = met.article[order], met.key[order], met.kind[order]
    new = np.ones(len(key), dtype=bool)
    new[1:] = (key[1:] != key[:-1]) | (kind[1:] != kind[:-1])
    double = ~new
    double[1:] &= article[1:] == article[:-1]
    article, key, kind, new = article[~double], key[~double], kind[~double], new[~double]
    group = np.cumsum(new) - 1
    size = np.bincount(group) if len(group) else np.zeros(0, dtype=np.int64)
    holders = size[group]
    ends: list[tuple[Array, Array, Array]] = []
    for of, (most, reach, worth) in enumerate(zip(HOLDERS, _REACH, _WORTH, strict=True)):
        told = (kind == of) & (holders <= most)
        for step in range(1, reach + 1):
            at = np.flatnonzero(told[:-step] & (group[:-step] == group[step:]))
            ends.append((article[at], article[at + step], np.full(len(at), worth, dtype=np.int64)))
    crowd = new & (kind == OWNED) & (holders > HOLDERS[OWNED])
    crowded = dict(zip(key[crowd].tolist(), holders[crowd].tolist(), strict=True))
    common = key[new & (kind == WORD) & (holders > HOLDERS[WORD])]
    one, other, strength = (np.concatenate([end[side] for end in ends]) for side in range(3))
    return Links(*_summed(one, other, strength), crowded, common)


def _summed(one: Array, other: Array, strength: Array) -> tuple[Array, Array, Array]:
    """Each pair of articles once, in order, with all that ties it."""
    import numpy as np

    order = np.lexsort((other, one))
    one, other, strength = one[order], other[order], strength[order]
    if not len(one):
        return one, other, strength
    new = np.ones(len(one), dtype=bool)
    new[1:] = (one[1:] != one[:-1]) | (other[1:] != other[:-1])
    return one[new], other[new], np.add.reduceat(strength, np.flatnonzero(new))


def strong(parts: Iterable[Links]) -> Links:
    """The links of `parts`, each found by other keys, as one; without those that tie too little."""
    import numpy as np

    given = list(parts)
    one, other, strength = _summed(*(np.concatenate([part[i] for part in given]) for i in range(3)))
    enough = strength >= LINK
    crowded = {key: times for part in given for key, times in part.crowded.items()}
    common = np.sort(np.concatenate([part.common for part in given]))
    return Links(one[enough], other[enough], strength[enough], crowded, common)


def groups(articles: int, found: Links, most: int | None = None) -> tuple[Array, int]:
    """For each of `articles` numbers from 0 the smallest in its group, and how many links were cut.

    A group has at most `most` (MOST) articles.
    """
    import numpy as np

    most = most or MOST

    order = np.lexsort((found.other, found.one, -found.strength))
    parent, size = array("q", range(articles)), array("q", [1]) * articles
    for begin in range(0, len(order), _AT_ONCE):
        some = order[begin : begin + _AT_ONCE]
        for one, other in zip(found.one[some].tolist(), found.other[some].tolist(), strict=True):
            while parent[one] != one:
                parent[one] = one = parent[parent[one]]
            while parent[other] != other:
                parent[other] = other = parent[parent[other]]
            if one != other and size[one] + size[other] <= most:
                one, other = min(one, other), max(one, other)
                parent[other] = one
                size[one] += size[other]
    for number in range(articles):  # a parent is the smaller one, so it is final already
        parent[number] = parent[parent[number]]
    first = np.frombuffer(parent, dtype=np.int64)
    return first, int((first[found.one] != first[found.other]).sum())


class Grouping(NamedTuple):
    """Which articles are matched together: `first` has for each the number of the first one in its group.

    `severed` counts the links that were not followed, `crowded` the articles that share what is everybody's,
    by its words; `common` are the words that are, hashed.
    """

    first: Array  # int64
    severed: int
    crowded: dict[str, int]
    common: frozenset[int]

    def by_id(self, articles: Sequence[Article]) -> dict[str, int]:
        """The group of each of `articles`, which are those grouped."""
        return {article.id: group for article, group in zip(articles, self.first.tolist(), strict=True)}

    def left(self) -> LeftOut:
        """What was not followed."""
        return LeftOut(severed=self.severed, everybodys=Counter(self.crowded))


def grouping(articles: Sequence[Article], facts: pd.DataFrame) -> Grouping | None:
    """The groups of `articles`; None where all are matched with one another."""
    if len(articles) <= MOST:
        return None
    met = keys(articles, facts)
    found = strong([links(met)])
    first, severed = groups(len(articles), found)
    return Grouping(first, severed, named(found.crowded, met.said), frozenset(found.common.tolist()))


def named(crowded: Mapping[int, int], said: Mapping[int, str]) -> dict[str, int]:
    """`crowded` by the words of the keys; by the key with a # before it where those are not known."""
    return {said.get(key, f"#{key:x}"): times for key, times in crowded.items()}
