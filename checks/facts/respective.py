"""Lists that answer to one another: `Oil and gas output fell by 2% and 7%, respectively`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.facts import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from checks.facts.reading import Fact, Reading

WORD = "respectively"
_GAPS = frozenset({"and", ",", ", and", "and over", "and about", "and nearly", "and around", "and some"})


def answering(spans: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The list among `spans` (offsets into `text`) that "respectively" speaks of: the last before the
    word, else the first after it; [] where neither has two members."""
    at = text.find(WORD)
    if at < 0:
        return []
    before = last_list([s for s in spans if s[1] <= at], text)
    return before if len(before) > 1 else first_list([s for s in spans if s[0] > at], text)


def last_list(spans: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The last of the spans, as far back as only commas and `and` part them."""
    kept = list(spans[-1:])
    for span in reversed(spans[:-1]):
        if text[span[1] : kept[0][0]].strip() not in _GAPS:
            break
        kept.insert(0, span)
    return kept


def first_list(spans: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The first of the spans, as far on as only commas and `and` part them."""
    kept = list(spans[:1])
    for span in spans[1:]:
        if text[kept[-1][1] : span[0]].strip() not in _GAPS:
            break
        kept.append(span)
    return kept


def measures(reading: Reading, facts: Sequence[Fact]) -> None:
    """Give each of the figures that "respectively" speaks of the measure that answers to it.

    Only where the sentence joins as many common nouns or adjectives before the figures as there are
    figures; names are owners, not measures.
    """
    text, begin = reading.sentence.text, reading.sentence.start
    if reading.doc is None or WORD not in text:
        return
    listed = answering([(f.figure.start - begin, f.figure.end - begin) for f in facts], text)
    own = [f for f in facts if (f.figure.start - begin, f.figure.end - begin) in listed]
    if len(own) < 2:
        return
    members = _joined(reading.doc, len(own), listed[0][0])
    if not members:
        return
    for fact, measure in zip(own, _phrases(reading.doc, members), strict=True):
        counted = fact.figure.kind == "count" and fact.unit and fact.measure
        fact.measure = f"{measure} {fact.measure}" if counted else measure


def _joined(doc: Doc, size: int, end: int) -> list[Token]:
    """The last coordination of `size` common words that ends before the offset `end`."""
    for first in reversed(doc):
        if first.idx >= end or first.dep_ == "conj" or first.tag_ not in ("NN", "NNS", "JJ"):
            continue
        members, token = [first], first
        while (following := next((c for c in token.children if c.dep_ == "conj"), None)) is not None:
            members.append(following)
            token = following
        if len(members) == size and all(t.tag_ in ("NN", "NNS", "JJ") and t.idx < end for t in members):
            return members
    return []


def _phrases(doc: Doc, members: list[Token]) -> list[str]:
    first, last = members[0], members[-1]
    nowhere = doc[0:0]
    if first.dep_ in ("nmod", "compound", "amod") and first.head.i > last.i:
        return [f"{t.lower_} {first.head.lower_}" for t in members]  # oil and gas output
    if last.dep_ == "conj" and last.tag_ != "JJ" and _compounds(last) and not _compounds(first):
        head = last.lower_  # "oil and gas output", parsed as oil and [gas output]
        return [f"{t.lower_} {head}" for t in members[:-1]] + [phrases.in_words(last, nowhere)]
    tie, whole = first.head, first.head.head
    if first.dep_ == "pobj" and tie.lower_ in ("of", "on") and whole.tag_ in ("NN", "NNS", "VBG"):
        return [f"{whole.lower_} {tie.lower_} {t.lower_}" for t in members]  # imports of rice and wheat
    return [phrases.in_words(t, nowhere) for t in members]


def _compounds(token: Token) -> list[Token]:
    return [c for c in token.lefts if c.dep_ == "compound"]
