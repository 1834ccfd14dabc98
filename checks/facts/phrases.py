"""Noun phrases from the parse: what a noun is, in words, and the noun that a figure gives the value of."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from checks import lexicon
from checks.facts import spans
from checks.facts.language import child, is_noun, is_verb
from checks.facts.language import subject as grammatical_subject
from checks.facts.places import find
from checks.lexicon.nouns import singular

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from checks.facts.reading import Fact

#: tags of what names or points, and says nothing of what is measured
PROPER = ("NNP", "NNPS", "PRP", "WP", "WDT", "DT", "EX")
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


def state(fact: Fact, noun: Token, span: Span) -> None:
    """Let `noun`, with its modifiers, be what the figure measures."""
    fact.head = noun.i
    fact.measure = in_words(noun, span)


def in_words(noun: Token, span: Span) -> str:
    """The noun with the modifiers that say what it is, in lower case, without figure, articles and owners.

    Nouns keep their number: `deaths`, `defense budget`. A noun that is empty alone takes its complement:
    `share of global supply`, `exports of copper`; profit keeps its `before tax`.
    """
    modifiers = [t for c in _modifiers(noun, span) for t in (*_modifiers(c, span), c)]
    texts = [w.text if w.text.isupper() else w.lower_ for w in modifiers if w.text[0].isalpha()]
    texts.append(noun.text if noun.tag_ in ("NNPS", "NNP") else noun.lower_)
    phrase = " ".join(dict.fromkeys(texts))
    base = singular(noun.lower_)
    if base in words("empty_nouns"):
        if state := _state_in(noun):
            return f"people {state}"  # "the number of injured"
        obj = complement(noun)
        if obj is not None and not span.start <= obj.i < span.end:
            inner = in_words(obj, span)
            return inner if noun.lower_ in ("%", "percent") else f"{' '.join(texts)} of {inner}"
    elif base in words("completed"):
        for prep in ("of", "on", "from"):
            obj = complement(noun, prep)
            if obj is not None and _says_what(obj, span):
                return f"{phrase} {prep} {in_words(obj, span)}"
    following = span.doc[noun.i + 1 : noun.i + 3]
    if len(following) == 2 and following[0].lower_ in ("before", "after") and following[1].lower_ == "tax":
        return f"{phrase} {following[0].lower_} tax"
    return phrase


def _state_in(noun: Token) -> str:
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    inner = child(of, "pobj") if of is not None else None
    return inner.lower_ if inner is not None and inner.lower_ in words("states") else ""


def _says_what(obj: Token, span: Span) -> bool:
    """Whether a complement is a kind of thing: no name, no figure, no time."""
    if obj.tag_ in PROPER or span.start <= obj.i < span.end:
        return False
    return child(obj, "nummod") is None and not is_time(obj)


def _modifiers(noun: Token, span: Span) -> list[Token]:
    """The words before `noun` that say what it is: no figures (`a four-year loan` is a loan), no owners
    (`the British economy` is an economy). Of names, only those of kinds of things stay: `Brent price`.
    """
    return [
        c
        for c in noun.lefts
        if c.dep_ in _MODIFIER
        and c.tag_ not in _NUMERIC
        and (c.tag_ != "NNP" or c.text in spans.words("not_names"))
        and c.text not in spans.words("titles")
        and not (c.text[:1].isupper() and find(c.text) is not None)
        and not span.start <= c.i < span.end
        and child(c, "nummod") is None
        and not any(span.start <= inner.i < span.end for inner in c.children)
    ]


def is_time(noun: Token) -> bool:
    """Whether a noun names a span of time: `in the quarter`."""
    return singular(noun.lower_) in _times()


@cache
def _times() -> frozenset[str]:
    return frozenset(lexicon.lists("scope")["spans"])


def complement(noun: Token, *preps: str) -> Token | None:
    """The noun after `of` or `in` (or other `preps`) that completes `noun`."""
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


def subject(verb: Token) -> Token | None:
    """What `verb` is said of; not the label before a colon, which the parse takes for a subject too."""
    found = grammatical_subject(verb) or _after_year(verb)
    if found is not None and found.i + 1 < len(found.doc) and found.doc[found.i + 1].text == ":":
        return next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.i > found.i), found)
    return found if found is None else _after_said(found, verb)


def _after_said(found: Token, verb: Token) -> Token:
    """`revenue` in `Harcourt said revenue in 2024 climbed 12%`, where parsers let Harcourt climb."""
    words = found.doc[found.i + 1 : verb.i]
    if found.tag_ in PROPER and len(words) > 1 and words[0].lower_ in ("said", "says"):
        for word, following in pairwise(words[1:]):
            if word.tag_ in ("NN", "NNS") and not is_noun(following):
                return word
            if not (is_noun(word) or word.tag_ in ("JJ", "DT", "PRP$") or word.lower_ == "that"):
                break
    return found


def _after_year(verb: Token) -> Token | None:
    """The subject of `In 2023 revenue at Harcourt was $6m`, which parsers take for `2023 revenue`."""
    for prep in verb.lefts:
        noun = child(prep, "pobj") if prep.lower_ == "in" else None
        if noun is not None and is_noun(noun) and noun.i == prep.i + 2:
            year = noun.doc[prep.i + 1].text
            if len(year) == 4 and year.isdigit():
                return noun
    return None


def value_of(noun: Token) -> Token | None:
    """What has the value that `noun` ends: sales in `sales reached 1.4 million units`."""
    verb = noun.head
    return _of_verb(verb, noun) if noun.dep_ in _COMPLEMENT and is_verb(verb) else None


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


def measured_along(span: Span, phrase: str) -> str:
    """`pipeline length` in `the pipeline is 1,200 km long`: `phrase` with the dimension that is given."""
    end = span.end
    if end < len(span.doc) and span.doc[end].text == "(":
        end = next((t.i + 1 for t in span.doc[end : end + 8] if t.text == ")"), end)
    word = span.doc[end].lower_ if end < len(span.doc) else ""
    dimension = lexicon.lists("measure")["dimensions"].get(word)
    return f"{phrase} {dimension}" if dimension else phrase
