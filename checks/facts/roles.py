"""Role and direction: a level, a change, a share, a rate, a total; stated, planned or only supposed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checks import lexicon
from checks.facts.language import is_noun, is_verb
from checks.facts.phrases import change
from checks.facts.reading import Fact
from checks.facts.tree import labels_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CHANGEABLE = ("percent", "points", "money", "count", "measurement", "ratio")
_COLLECTING = frozenset({"raise", "raises", "raised", "raising"})
_LEVEL_PREPOSITIONS = frozenset({"to", "from", "at", "of", "in", "with", "between", "around", "about"})
_TOTAL_BEFORE = re.compile(
    r"\b(?:a|in|the|grand|combined|overall) total(?: of)? $|\btotall?(?:ing|ed) $", re.IGNORECASE
)
_TOTAL_AFTER = re.compile(r"(?: [\w-]+){0,2} (?:in (?:all|total)|altogether)\b")
_PER_TIME = re.compile(r" per (?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)\b")


def assign(fact: Fact, span: Span, text: str) -> None:
    """Set role and direction of a fact whose role is not yet known from its noun.

    `text` is that of the span's sentence, which spaCy would put together anew for every fact.
    """
    kind = fact.figure.kind
    if fact.role == "level" and kind in _CHANGEABLE:
        _change(fact, span)
    if fact.role == "level" and " per " in fact.unit and _PER_TIME.search(f"{fact.unit} "):
        fact.role = "rate"
    if fact.role != "level":
        return
    before = text[max(0, span.start_char - 24) : span.start_char]
    if ("total" in before.lower() and _TOTAL_BEFORE.search(before)) or _TOTAL_AFTER.match(
        text, span.end_char
    ):
        fact.role = "total"
    else:
        _stance(fact, span)


def _change(fact: Fact, span: Span) -> None:
    doc, kind = span.doc, fact.figure.kind
    words = change()["words"]
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    if before in ("up", "down", "off") and not _makes_up(doc, span.start - 1):
        fact.role, fact.direction = "change", words[before]
        return
    if after in words and after not in ("ahead", "off", "above", "below") and _compares(doc, span.end):
        fact.role, fact.direction = "change", words[after]
        return
    verb = _verb(span.root)
    moved = change()["verbs"].get(verb.lower_) if verb is not None else None
    if moved is None or verb is None or before in _LEVEL_PREPOSITIONS:
        return
    direct = span.root.head == verb and span.root.dep_ in ("npadvmod", "dobj", "advmod", "dep")
    if verb.lower_ in _COLLECTING and span.root.dep_ == "dobj":
        return  # "the charity raised $18 million" and had nothing before
    if before == "by" or direct or (kind in ("percent", "points") and verb.i < span.start):
        fact.role, fact.direction = "change", moved


def _makes_up(doc: Doc, at: int) -> bool:
    """Whether the `up` at `at` is that of "women make up 40%"."""
    return at > 0 and doc[at - 1].lower_ in ("make", "makes", "made", "making")


def _verb(token: Token) -> Token | None:
    for _ in range(3):
        if is_verb(token):
            return token
        if token.head == token:
            return None
        token = token.head
    return token if is_verb(token) else None


def _compares(doc: Doc, at: int) -> bool:
    """Whether the comparative at `at` compares (`9% more than now`), not counts (`two more people`)."""
    words = [t.lower_ for t in doc[at + 1 : at + 6]]
    return (
        "than" in words or not words or words[0] in (",", ".", "on", "at", "in", ";", ")", "compared", "to")
    )


@cache
def _stances() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Verbs of planning, nouns of planning, words of supposing."""
    data = lexicon.lists("change")["stance"]
    return frozenset(data["target"]), frozenset(data["target_nouns"]), frozenset(data["hypothetical"])


def _stance(fact: Fact, span: Span) -> None:
    """Whether the figure is planned or only supposed: by the auxiliaries and verbs above it."""
    planning, plans, hypothetical = _stances()
    token, labels = span.root, labels_of(span.doc.vocab.strings)
    for _ in range(4):
        words = {c.lower_ for c in token.children if labels[c.dep] in ("aux", "mark", "advmod")}
        words.add(token.lower_)
        if words & hypothetical:
            fact.role = "hypothetical"
            return
        if words & (plans if is_noun(token) else planning):  # "a highway project" stands
            fact.role = "target"
            return
        if token.head == token:
            return
        token = token.head
