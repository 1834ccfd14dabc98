"""Noun phrases from the parse: what a noun is, in words, and the noun that a figure gives the value of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from checks import lexicon
from checks.facts.language import child, is_noun, is_verb, subject
from checks.lexicon.nouns import singular

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

INSIDE = ("nummod", "quantmod", "compound", "nmod", "amod", "poss", "predet")
_COMPLEMENT = ("dobj", "attr", "npadvmod", "advmod", "oprd", "acomp", "dep", "ccomp", "xcomp", "dative")
_MODIFIER = ("compound", "amod", "nmod")
_NUMERIC = ("CD", "$", "DT", "PRP$", "POS", "JJR", "SYM", ",")


@cache
def words(name: str) -> frozenset[str]:
    """The list `name` of the lexicon of measures."""
    return frozenset(lexicon.lists("measure")[name])


@cache
def befell() -> dict[str, str]:
    """Participle -> what befell its object: `injuring` -> `injured`."""
    return dict(lexicon.lists("measure")["befell"])


@cache
def change() -> dict[str, dict[str, Literal["up", "down"]]]:
    """verbs, nouns, words -> the word and the direction it says."""
    data = lexicon.lists("change")
    directions: tuple[Literal["up", "down"], ...] = ("up", "down")
    return {kind: {w: d for d in directions for w in data[kind][d]} for kind in ("verbs", "nouns", "words")}


def change_noun(token: Token) -> Literal["up", "down"] | None:
    """The direction of a noun of change (`increase`, `cuts`), however it is tagged; else None."""
    nouns = change()["nouns"]
    return nouns.get(token.lower_) or nouns.get(singular(token.lower_))


def in_words(noun: Token, span: Span) -> str:
    """The noun with the modifiers that say what it is, in lower case, without figure, articles and owners.

    Nouns keep their number: `deaths`, `defense budget`. A noun that is empty alone takes its complement:
    `share of global supply`.
    """
    modifiers = [t for c in _modifiers(noun, span) for t in (*_modifiers(c, span), c)]
    texts = [w.text if w.text.isupper() else w.lower_ for w in modifiers if w.text[0].isalpha()]
    texts.append(noun.text if noun.tag_ in ("NNPS", "NNP") else noun.lower_)
    if singular(noun.lower_) in words("empty_nouns"):
        obj = complement(noun)
        if obj is not None and not span.start <= obj.i < span.end:
            inner = in_words(obj, span)
            return inner if noun.lower_ in ("%", "percent") else f"{' '.join(texts)} of {inner}"
    return " ".join(dict.fromkeys(texts))


def _modifiers(noun: Token, span: Span) -> list[Token]:
    """The words before `noun` that say what it is: no names, no figures (`a four-year loan` is a loan)."""
    return [
        c
        for c in noun.lefts
        if c.dep_ in _MODIFIER
        and c.tag_ not in (*_NUMERIC, "NNP")
        and not span.start <= c.i < span.end
        and child(c, "nummod") is None
    ]


def complement(noun: Token, *preps: str) -> Token | None:
    """The noun after `of` or `in` that completes `noun`."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in (preps or ("of", "in")):
            obj = child(prep, "pobj")
            if obj is not None and is_noun(obj) and not is_amount(obj):
                return obj
    return None


def is_amount(token: Token) -> bool:
    """Whether a token is itself a figure or its unit sign."""
    return (
        token.tag_ in ("CD", "$")
        or token.lower_ in ("%", "percent")
        or any(c.tag_ == "$" for c in token.children)
    )


def counted(span: Span) -> Token | None:
    """The noun that the figure modifies: `5,000 drones`, `a 20% increase`, `$4.9 billion trade volume`."""
    token = span.root
    for _ in range(3):
        if token.dep_ in INSIDE and token.head.i >= span.end and is_noun(token.head):
            head = token.head
            while head.dep_ in _MODIFIER and is_noun(head.head) and head.head.i > head.i:
                head = head.head
            return head
        if token.dep_ != "conj" or token.head == token:
            break
        token = token.head
    return _framed(span)


def _framed(span: Span) -> Token | None:
    """The noun in `the £270m takeover`, by its place: parsers take `£270m` for a noun of its own."""
    doc, end = span.doc, span.end
    held = span.start and doc[span.start - 1].tag_ in ("DT", "POS", "PRP$")
    if not held or doc[span.start].tag_ != "$":
        return None
    while end < len(doc) and is_noun(doc[end]):
        end += 1
    noun = doc[end - 1]
    return noun if end > span.end and noun.tag_ in ("NN", "NNS") else None


def valued(span: Span) -> Token | None:
    """The noun whose value the figure states: through `of`, by apposition, or through its verb."""
    token = span.root
    for _ in range(5):
        dep, head = token.dep_, token.head
        outside = not span.start <= head.i < span.end
        if head == token:
            return subject(token) if is_verb(token) else None
        if dep in ("pobj", "pcomp"):
            upper = head.head
            if is_noun(upper) and not span.start <= upper.i < span.end and not is_amount(upper):
                return changed_thing(upper, span) if change_noun(upper) else upper
            if is_verb(upper):
                return _of_verb(upper, token)
            if upper == head:
                return None
            token = upper
        elif dep in _COMPLEMENT and is_verb(head):
            return _of_verb(head, token)
        elif dep in ("nsubj", "nsubjpass"):
            attr = child(head, "attr", "dobj")
            return attr if attr is not None and is_noun(attr) else None
        elif dep in (*_COMPLEMENT, *INSIDE, "appos") and is_noun(head) and outside and not is_amount(head):
            return head
        else:
            token = head
    return None


def _of_verb(verb: Token, below: Token) -> Token | None:
    """What a verb gives the value of: an object before it (`pushing prices to $80`), else its subject."""
    obj = child(verb, "dobj")
    if obj is not None and obj.i < below.i and is_noun(obj) and not is_amount(obj):
        return obj
    found = subject(verb)
    if found is None or found.i == below.i or is_amount(found):
        return None
    return found


def changed_thing(noun: Token, span: Span) -> Token | None:
    """What `a 20% increase` is one of: its complement, its first noun, or what its verb is said of."""
    obj = complement(noun, "in", "of", "for")
    if obj is not None:
        return obj
    inner = [
        c
        for c in noun.children
        if c.dep_ in ("compound", "nmod")
        and is_noun(c)
        and not span.start <= c.i < span.end
        and not is_amount(c)
    ]
    if inner:
        return inner[-1]
    token = noun
    for _ in range(4):
        head = token.head
        if head == token:
            return None
        if is_verb(head):
            return _of_verb(head, token)
        if token.dep_ == "appos" and is_noun(head) and not is_amount(head):
            return head
        token = head
    return None
