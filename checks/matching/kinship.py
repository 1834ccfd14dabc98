"""Articles of which one says little that the other does not, as a summary and its document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from checks.matching import names, terms
from checks.matching.left_out import LeftOut
from checks.model import Article

#: share of the shorter one's words that the longer one has
KIN = 0.4
#: the same from which the shorter one says next to nothing of its own
SAID = 0.75
#: words of its own up to which it says little, whatever its length: summaries and drafts have 12 at the most,
#: a second report of an event has 20 and more
OWN = 16
#: articles that share a word beyond which the word says nothing of kinship
COMMON = 12
#: rare words that two articles must share to be compared at all, and how many each article is known by
RARE, KNOWN_BY = 6, 60


class Kin(NamedTuple):
    """Two articles; `share` of the words of `shorter` stand in `longer` (0..1).

    `met`: one names, anywhere, somebody whom the other names, or is a summary of it by its words alone.
    """

    shorter: str
    longer: str
    share: float
    met: bool = False


def kin(articles: Sequence[Article], left: LeftOut | None = None, common: Container[int] = ()) -> list[Kin]:
    """The kin among `articles`, in order of their ids.

    Only articles that share words which few others hold are compared, so that the work grows like
    the articles and not like their square. `left` counts what was not compared;
    `common` are the words (`terms.hashed`) that many articles beside these hold.
    """
    if len(articles) < 2:
        return []
    words = {article.id: terms.vocabulary(article.text) for article in articles}
    seen = Counter(word for held in words.values() for word in held)
    if common:
        seen.update({word: 2 * COMMON for word in seen if terms.hashed(word) in common})
    if left is not None:
        left.add(LeftOut(crowded=_crowded(words, seen)))
    texts = {article.id: article.text for article in articles}
    return [
        k._replace(met=names.meet(texts[k.shorter], texts[k.longer]) or _summary(k, words, texts[k.shorter]))
        for k in sorted(_kin(words, seen))
    ]


def _summary(kin: Kin, words: Mapping[str, frozenset[str]], text: str) -> bool:
    """Whether an article says next to nothing of its own, and far from all that the other does.

    Two reports in one form, on two quakes or two firms, are of one length, and each names its own.
    """
    return (
        names.fewest(text) and kin.share >= SAID and 3 * len(words[kin.shorter]) <= 2 * len(words[kin.longer])
    )


def _crowded(words: Mapping[str, frozenset[str]], seen: Mapping[str, int]) -> int:
    """How many articles have too few words to be met by, though as many again in somewhat larger company."""
    found = 0
    for held in words.values():
        times = [n for word in held if 1 < (n := seen[word]) <= 2 * COMMON]
        few = sum(n <= COMMON for n in times)
        found += few < RARE <= len(times) - few
    return found


def _kin(words: Mapping[str, frozenset[str]], seen: Mapping[str, int]) -> Iterator[Kin]:
    telling = [word for word, times in seen.items() if 1 < times <= COMMON]
    rank = {word: at for at, word in enumerate(sorted(telling, key=lambda w: (seen[w], w)))}
    holders: dict[str, list[str]] = defaultdict(list)
    for name, held in words.items():
        for word in sorted(held & rank.keys(), key=rank.__getitem__)[:KNOWN_BY]:
            holders[word].append(name)
    met = Counter(pair for names in holders.values() for pair in combinations(names, 2))
    for pair, shared in met.items():
        if shared < RARE:
            continue
        shorter, longer = sorted(pair, key=lambda name: (len(words[name]), name))
        both = len(words[shorter] & words[longer])
        share, own = both / len(words[shorter]), len(words[shorter]) - both
        if share >= KIN and (own <= OWN or share >= SAID):
            yield Kin(shorter, longer, share)
