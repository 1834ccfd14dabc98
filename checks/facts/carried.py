"""Measures carried over: from an earlier figure of the sentence, or from the sentence before.

`It now stands at 120 million` and `The toll rose to 157` speak of what the last sentence measured. They
take its measure only where it has one that fits; else they stay as they are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checks.facts import counts, phrases
from checks.facts.language import child
from checks.lexicon.nouns import singular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from checks.facts.reading import Fact, Reading

_OF_ONE = ("age", "duration", "score")
_PRONOUNS = frozenset({"it", "that", "this"})
_WORD = re.compile(r"\w+")
#: characters of a sentence in which a back reference that is its subject begins
_OPENING = 80


def inherit(fact: Fact, before: list[Fact]) -> bool:
    """Take the measure of the last figure in `before` that has one: of the same kind, else of any."""
    alike = [f for f in before if f.figure.kind == fact.figure.kind and f.measure]
    source = alike or [f for f in before if f.measure and f.figure.kind not in _OF_ONE]
    if not source:
        return False
    fact.measure = source[-1].measure
    return True


def carry(readings: Iterable[Reading]) -> None:
    """Give the figures of back references in an article's sentences, in order, the measure referred to."""
    last: Reading | None = None
    for reading in readings:
        if last is not None and reading.facts and _may_refer(reading.sentence.text):
            _refer(reading, last)
        last = reading


def _may_refer(text: str) -> bool:
    """Whether the sentence holds what may refer back: asked first, because the parse is slow to search."""
    return not _referring().isdisjoint(_WORD.findall(text[:_OPENING].lower()))


@cache
def _referring() -> frozenset[str]:
    return _PRONOUNS | phrases.words("referring")


def _refer(reading: Reading, last: Reading) -> None:
    """Resolve the subject of the sentence, if it is a back reference, for the first figure it governs."""
    doc = reading.doc
    if doc is None:
        return
    subject = next((t for t in doc if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"), None)
    if subject is None:
        return
    described = singular(subject.lower_) in phrases.words("referring") and _is_bare(subject)
    if not described and subject.lower_ not in _PRONOUNS:
        return
    for fact in reading.facts:
        if fact.token is None or not _is_value_of(subject, doc[fact.token]):
            continue
        if described and fact.head == subject.i:
            source = _described(fact, last, singular(subject.lower_))
        elif not described and not fact.measure:
            source = _subject_of(last)
        else:
            continue
        if source is not None:
            fact.measure = source.measure
            if fact.figure.kind == "count":
                lent = source.unit if source.figure.kind == "count" else counts.implied(source.measure)
                fact.unit = fact.unit or lent


def _is_bare(noun: Token) -> bool:
    """`The figure`, `This number`: nothing but the article, so that only the context says which."""
    children = list(noun.children)
    return all(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in children) and bool(children)


def _is_value_of(subject: Token, figure: Token) -> bool:
    """Whether the figure stands in the clause of the subject, and gives its level."""
    token = figure
    for _ in range(4):
        if token == subject.head:
            return True
        if token.dep_ in ("relcl", "advcl", "ccomp", "acl") or token.head == token:
            return False
        token = token.head
    return False


def _described(fact: Fact, last: Reading, noun: str) -> Fact | None:
    """The one figure of the last sentence that `the figure` can mean; for a toll, that of the dead."""
    alike = [f for f in last.facts if f.measure and f.figure.kind == fact.figure.kind and f.role != "change"]
    if noun == "toll":
        alike = [f for f in alike if phrases.words("deadly") & set(f.measure.lower().split())]
    if fact.figure.kind == "money":
        alike = [f for f in alike if f.unit == fact.unit]
    return alike[-1] if len({f.measure for f in alike}) == 1 else None


def _subject_of(last: Reading) -> Fact | None:
    """The figure of the last sentence that its subject is the measure of: what `It` then speaks of."""
    if last.doc is None:
        return None
    root = next((t for t in last.doc if t.dep_ == "ROOT"), None)
    subject = child(root, "nsubj", "nsubjpass") if root is not None else None
    if subject is None or subject.tag_ in phrases.PROPER:
        return None
    return next((f for f in last.facts if f.head == subject.i and f.measure), None)
