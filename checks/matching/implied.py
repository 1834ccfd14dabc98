"""Facts that state what a relation leaves unsaid: the whole of a share, the level before a change.

"Telvar leased 240,000 scooters, 15% of the market" implies a market of 1.6 million, and another sentence,
or another article, may state it. Here they are found; whether they agree is a rule's business.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from checks import tables
from checks.matching import comparable, terms
from checks.matching.bases import bases
from checks.matching.comparison import periods_differ

if TYPE_CHECKING:
    import pandas as pd

#: (the fact whose relation lacks a part, the fact that states it)
Stated = tuple[str, str]
#: Statements that one unsaid part is compared with, the nearest of its article first.
ENOUGH = 24
#: So many on either side are read: the share and its part are not statements of their whole.
_SPARE = ENOUGH + 2
#: family, word, article ("": any), owner ("": any)
_Key = tuple[str, str, str, str]
#: Words that make a figure the whole of something.
_WHOLE = re.compile(
    r"\b(?:total\w*|in all|overall|altogether|all|entire|whole|combined|group|nationwide|worldwide|global\w*"
    r"|market)\b",
    re.IGNORECASE,
)
#: The whole of a share as it is called, and what says how many there are.
_OF = re.compile(r",? of (?P<named>[^,;:().]{3,60})")
_HAS = re.compile(
    r"\b(?:has|have|had|employs?|employed|counts?|counted|numbers?|numbered|there (?:are|were)|home to)"
    r" (?:about |around |some |roughly |nearly |almost |just over |more than )?\Z"
)
#: Words that the whole is called by, at least: the chamber's members, not its members.
_WORDS = 2
ROLES = frozenset({"level", "total", "rate", ""})


class Unsaid(NamedTuple):
    """A part that a relation lacks: what it would be called, whose and when.

    `words` are those that its statement may be measured in, `whole` those that name it. `part` is the fact
    that is told as a share of it,
    `named` the words of its sentence that the whole is called by: {chamber, member}.
    """

    fact: str
    article: str
    start: int
    family: str
    unit: str
    words: frozenset[str]
    whole: frozenset[str]
    scope: frozenset[tuple[int, str]]
    entities: frozenset[str]
    period: tuple[str, str]
    part: str
    part_words: frozenset[str]
    named: frozenset[str]


def implied(facts: pd.DataFrame, groups: Mapping[str, int] | None = None) -> list[Stated]:
    """For shares without a printed whole, and changes without an old level, the facts that may state it.

    `facts` has FACTS columns. At most `ENOUGH` statements are looked at for each share: those of its own
    article first, then those of others that share an owner with it. `groups` has the group of each article,
    where there are several; those of other groups are not asked.
    """
    rows: list[Any] = list(tables.rows(facts[facts["main"]]))
    if groups is None:
        return _implied(rows)
    members: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        members[groups[row.article]].append(row)
    return [tie for group in members.values() for tie in _implied(group)]


def _implied(rows: list[Any]) -> list[Stated]:
    old = [*bases(rows)]
    missing = list(unsaid(rows))
    if not missing:
        return old
    stated = _blocks(sorted(rows, key=_order), {u.family for u in missing})
    return [*old, *((u.fact, row.fact) for u in missing for row in _near(u, stated) if _states(u, row))]


def unsaid(rows: Iterable[Any]) -> Iterator[Unsaid]:
    """The wholes that the shares among `rows` (of a FACTS table) lack."""
    relations: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for row in rows:
        for tie in filter(None, row.relation.split(";")):
            name, _, part = tie.partition(":")
            relations[row.article, name][part] = row
    for parts in relations.values():
        if {"share", "part"} != parts.keys():
            continue
        share, part = parts["share"], parts["part"]
        # "online sales share of total sales": the whole is what it is a share of
        whole = share.measure.rpartition("share of ")[2]
        measure = terms.content(whole) | _deed(part)
        if not measure:
            continue
        entities = _entities(share) or _entities(part)
        yield Unsaid(
            share.fact,
            share.article,
            share.start,
            comparable.family(part.kind, part.unit),
            part.unit,
            measure,
            terms.content(whole),
            terms.scopes(whole),
            entities,
            (share.period_start or part.period_start, share.period_end or part.period_end),
            part.fact,
            terms.content(part.measure),
            _called(share),
        )


def _called(share: Any) -> frozenset[str]:
    """The words of "12% of the chamber's members", "30% of everyone in work in the district"."""
    of = _OF.match(share.sentence, share.sentence.find(share.surface) + len(share.surface))
    return terms.content(of["named"]) - terms.content("everyone everybody all") if of else frozenset()


def _has(missing: Unsaid, row: Any) -> bool:
    """Whether a sentence says how many there are of what the whole is called, and of no narrower thing."""
    noun = terms.content(row.unit)
    at = row.sentence.find(row.surface)
    if len(missing.named) < _WORDS or not missing.named <= terms.content(row.sentence) | noun:
        return False
    following = re.split(r"[,;:.]| and ", row.sentence[at + len(row.surface) :])[0]
    narrower = terms.content(following) - noun - missing.named - terms.content(" ".join(missing.entities))
    return not narrower and _HAS.search(row.sentence[max(0, at - 40) : at]) is not None


def _deed(part: Any) -> frozenset[str]:
    """What was done with the things counted: `leased` of "scooters leased". The whole is of the same."""
    _, noun, rest = f" {' '.join(terms.words(part.measure))} ".partition(f" {terms.fold(part.unit)} ")
    return terms.content(rest) if noun and part.kind == "count" else frozenset()


def _order(row: Any) -> tuple[str, int]:
    return row.article, row.start


def _blocks(rows: Iterable[Any], families: set[str]) -> dict[_Key, list[Any]]:
    """Facts, in the order of `rows`, by what a statement must share with the unsaid part.

    That is the family, a word (of its measure, or its counted noun), and the article or an owner or both.
    """
    blocks: dict[_Key, list[Any]] = defaultdict(list)
    for row in rows:
        if row.vague or row.role not in ROLES or row.value != row.value:
            continue
        family = comparable.family(row.kind, row.unit)
        if family in families:
            for word in terms.content(f"{row.measure} {row.unit if row.kind == 'count' else ''}"):
                blocks[family, word, row.article, ""].append(row)
                for owner in _entities(row):
                    blocks[family, word, row.article, owner].append(row)
                    blocks[family, word, "", owner].append(row)
    return blocks


def _near(missing: Unsaid, blocks: dict[_Key, list[Any]]) -> list[Any]:
    """The `ENOUGH` first: of the share's article, of its owner, by article, by distance in the text.

    Of each block no more is looked at than can be among them, so that large blocks cost no more.
    """
    words = missing.words | (terms.content(missing.unit) if missing.family == "count" else frozenset())
    found: dict[str, Any] = {}
    for word in words:
        for owner in ("", *missing.entities):
            own = blocks.get((missing.family, word, missing.article, owner), [])
            at = bisect_left(own, missing.start, key=lambda row: row.start)
            found.update((row.fact, row) for row in own[max(0, at - _SPARE) : at + _SPARE])
        for owner in missing.entities:
            others = blocks.get((missing.family, word, "", owner), [])
            found.update((row.fact, row) for row in _first(others, missing.article))
    for fact in (missing.fact, missing.part):
        found.pop(fact, None)
    return heapq.nsmallest(
        ENOUGH,
        found.values(),
        key=lambda row: (
            row.article != missing.article,
            not (_entities(row) & missing.entities),
            row.article,
            abs(row.start - missing.start),
            row.start,
        ),
    )


def _first(rows: Sequence[Any], article: str) -> Iterator[Any]:
    """The facts of other articles than `article`, up to the end of the one in which there are enough."""
    begin, end = (side(rows, article, key=lambda row: row.article) for side in (bisect_left, bisect_right))
    passed, last = 0, ""
    for at in chain(range(begin), range(end, len(rows))):
        row = rows[at]
        if passed >= ENOUGH and row.article != last:
            return
        passed, last = passed + 1, row.article
        yield row


def _states(missing: Unsaid, row: Any) -> bool:
    """Whether a fact states the unsaid part: the same measure of the same owner and time, as a whole."""
    entities = _entities(row)
    if entities and missing.entities and not entities & missing.entities:
        return False
    if row.article != missing.article and not entities & missing.entities:
        return False
    if periods_differ(missing.period, (row.period_start, row.period_end)):
        return False
    if terms.apart(missing.scope, terms.scopes(row.measure)):
        return False
    noun = terms.content(row.unit) if row.kind == "count" else frozenset()
    words = terms.content(row.measure) - noun
    about = missing.words - terms.content(" ".join(missing.entities))
    # Wheat exported is 30% of "its crop": of its wheat crop. Sales of a drug are no whole for its sales.
    if words & about - missing.part_words:
        about |= missing.part_words & words
    if words - about - terms.content(" ".join(entities)) - plain():
        return False  # "part-time staff" are not all staff
    if row.kind == "count":
        same_noun = row.unit == missing.unit or noun <= missing.words
        # "15% of the market" and "the market grew: 1.6 million scooters were leased"
        named = (missing.whole - noun) & terms.content(row.sentence)
        return bool(noun) and same_noun and (bool(named) or _whole(row) or _has(missing, row))
    return bool(words & about) and (about <= words or _whole(row))


def _whole(row: Any) -> bool:
    """Whether the words near a figure make it a whole."""
    at = row.sentence.find(row.surface)
    return _WHOLE.search(row.sentence[max(0, at - 60) : at + len(row.surface) + 40]) is not None


def plain() -> frozenset[str]:
    """Words of a measure that name no other thing."""
    return terms.content("total overall whole entire market worth value number amount")


def _entities(row: Any) -> frozenset[str]:
    return frozenset(row.entities.split(";")) if row.entities else frozenset()
