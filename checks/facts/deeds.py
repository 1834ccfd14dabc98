"""What was done to the people, things or amounts of a figure, where that tells what it measures.

A count is told apart by what befell those counted (`people killed`), an amount by what its doer did
with it (`stadium spending`), a share by what happened to that part (`share of infections prevented`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checks import lexicon
from checks.facts import phrases
from checks.facts.language import child, is_noun, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@cache
def _dealings() -> dict[str, str]:
    """Verb form -> what an amount is called that was handled so: `spent` -> `spending`."""
    return {form: name for name, forms in lexicon.lists("measure")["dealings"].items() for form in forms}


def befallen(span: Span) -> str:
    """`injured` in `the 46 injured` and `injured 46`, where no noun says that they are people; else ""."""
    doc, end, states = span.doc, span.end, phrases.words("states")
    if end < len(doc) and doc[end].lower_ in states:
        return "" if end + 1 < len(doc) and is_noun(doc[end + 1]) else doc[end].lower_
    verb = span.root.head
    if span.root.dep_ not in ("dobj", "npadvmod") or verb.i >= span.start or not is_verb(verb):
        return ""
    state = phrases.befell().get(verb.lower_, verb.lower_)
    return state if state in states else ""


def with_verb(noun: Token, phrase: str) -> str:
    """`people killed`: `phrase` with what befell the people or things that `noun` counts.

    "Its 300 buses were sold" speaks of a set that is known without the verb: that stays `buses`.
    """
    if child(noun, "poss") is not None and noun.dep_ == "nsubjpass":
        return phrase
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "nsubj") and is_verb(noun.head) else None
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and is_verb(noun.head.head):
        giver = noun.head.head
        verb = giver if child(giver, "dobj") is not None else None  # "supplied Russia with 5,000 drones"
    if verb is None:
        verb = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if verb is None:
        return phrase
    state = child(verb, "acomp", "oprd")  # "were left homeless"
    if state is not None and state.lower_ in phrases.words("states"):
        return f"{phrase} {state.lower_}"
    word = verb.lower_
    done = verb.tag_ in ("VBN", "VBD") or (verb.tag_ == "VBG" and noun.dep_ == "dobj")
    if not done or word in phrases.words("idle_verbs") or not word.isalpha():
        return phrase
    return f"{phrase} {_participle(word) if verb.tag_ == 'VBG' else word}"


def with_other_verb(noun: Token, phrase: str) -> str:
    """`people hurt`, where `phrase` is what the figure before counts: `people killed`."""
    told = with_verb(noun, phrase)
    base, _, last = phrase.rpartition(" ")
    deed = base and told != phrase and any(t.lower_ == last and is_verb(t) for t in noun.doc)
    return with_verb(noun, base) if deed else told


def _participle(word: str) -> str:
    """`destroyed` for `destroying`, of what the verb has as its object."""
    known = phrases.befell().get(word)
    if known or not word.endswith("ing"):
        return known or word
    stem = word[:-3]
    supplied = stem[-1:] == "y" and stem[-2:-1] not in ("a", "e", "o", "u")
    return f"{stem[:-1]}ied" if supplied else f"{stem}ed"


def dealing(span: Span, *, known: bool = False) -> str:
    """What the doer did with the amount: `spending` in `the state spent $640 million`; else "".

    Verbs of value (`reached`, `cost`) and of change do nothing with it. `known`: only verbs of the lexicon.
    """
    verb = span.root.head
    if span.root.dep_ != "dobj" or verb.i >= span.start or not is_verb(verb):
        return ""
    word = verb.lower_
    name = _dealings().get(word, "")
    if name or known or word in phrases.words("valuing") or word in phrases.words("idle_verbs"):
        return name
    if word in phrases.change()["verbs"] or (word in phrases.words("paying") and _buys(verb, span.root)):
        return ""
    return with_particle(verb)


def _buys(verb: Token, amount: Token) -> bool:
    return phrases.complement(verb, "for") is not None or phrases.complement(amount, "for") is not None


def with_particle(verb: Token) -> str:
    """`set aside`, `paid out`."""
    particle = child(verb, "prt")
    if particle is None:
        particle = next(
            (c for c in verb.rights if c.i == verb.i + 1 and c.lower_ in ("aside", "out", "up")), None
        )
    return f"{verb.lower_} {particle.lower_}" if particle is not None else verb.lower_


def dealt_in(span: Span, name: str) -> str:
    """`name` of the doing with what it was done for, or who did it: `stadium spending`, `state spending`."""
    verb = span.root.head
    target = phrases.complement(span.root, "on", "in", "for") or phrases.complement(verb, "on", "in", "for")
    if target is None or target.tag_ in phrases.PROPER or target.i < span.end or phrases.is_time(target):
        target = phrases.subject(verb)
    if target is None or target.tag_ not in ("NN", "NNS") or span.start <= target.i < span.end:
        return name
    return f"{phrases.in_words(target, span)} {name}"


def to_part(span: Span) -> str:
    """What befell or was done by the part that a share is: `prevented` in `prevented 95% of cases`; else "".

    Not after verbs of making up: "coal provides 61% of power" gives coal's share.
    """
    token, verb = span.root, span.root.head
    if not is_verb(verb) or verb.lower_ in phrases.words("idle_verbs"):
        return ""
    if token.dep_ == "nsubj":
        return " ".join([with_particle(verb), *_object(verb, span)])  # "62% of households own pets"
    object_of = token.dep_ == "dobj" and verb.i < span.start and verb.lower_ not in phrases.words("sharing")
    if object_of and verb.tag_ == "VBG":
        return _participle(verb.lower_)
    return with_particle(verb) if object_of or token.dep_ == "nsubjpass" else ""


def by_part(span: Span) -> str:
    """`backed plan` in `54% backed the plan`, where nothing says of whom; else ""."""
    verb = span.root.head
    if span.root.dep_ != "nsubj" or not is_verb(verb) or verb.i < span.end:
        return ""
    done = _object(verb, span)
    if not done or verb.lower_ in phrases.words("idle_verbs") or verb.lower_ in phrases.change()["verbs"]:
        return ""
    return " ".join([with_particle(verb), *done])


def _object(verb: Token, span: Span) -> list[str]:
    found = child(verb, "dobj")
    known = found is not None and found.tag_ in ("NN", "NNS")
    return [phrases.in_words(found, span)] if found is not None and known else []
