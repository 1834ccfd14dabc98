"""What each figure measures, in words: `bilateral trade`, `defense budget`, `people killed`.

The words next to a figure decide where they can ("a budget of $84 billion", "10% of its arsenal");
else the parse does, by climbing from the figure to the noun it counts or whose value it states; an
apposition ("…, a 20% increase") or an elided noun ("Iran's $10 billion") speaks of the figure before it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.facts import counts, phrases, roles
from checks.facts.language import child, is_noun, is_verb
from checks.facts.reading import Fact, Reading
from checks.lexicon.nouns import singular
from checks.model import NOT_QUANTITIES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ADDING = frozenset({"add", "adds", "added", "adding"})
_TIES = frozenset({"of", "at"})
_PROPER = ("NNP", "NNPS", "PRP", "WP", "WDT", "DT", "EX")


def fill(reading: Reading) -> None:
    """Fill measure, unit, role, direction, token and head of every quantity of one sentence."""
    before: list[Fact] = []
    for fact in reading.facts:
        fact.unit = fact.figure.unit
        if fact.figure.kind in NOT_QUANTITIES:
            continue
        span = _span(reading, fact)
        if span is None:
            _by_next_words(reading, fact)
        else:
            fact.token = span.root.i
            _meaning(fact, span, before)
            if fact.figure.kind == "count" and not fact.unit and not fact.measure:
                _by_next_words(reading, fact)
            if fact.figure.kind == "count" and (rate := counts.per(reading, fact)):
                fact.unit = f"{fact.unit} {rate}"
            roles.assign(fact, span, reading.sentence.text)
        before.append(fact)
    _shared_nouns(reading)
    counts.lend_units(reading.facts, reading.article.text)


def _span(reading: Reading, fact: Fact) -> Span | None:
    if reading.doc is None:
        return None
    offset = reading.sentence.start
    return reading.doc.char_span(
        fact.figure.start - offset, fact.figure.end - offset, alignment_mode="expand"
    )


def _meaning(fact: Fact, span: Span, before: list[Fact]) -> None:
    kind = fact.figure.kind
    if kind not in ("count", "age", "duration", "score") and _by_neighbours(fact, span, before):
        return
    if kind in ("duration", "measurement") and (noun := _followed_by_of(span)) is not None:
        _state(fact, noun, span)
        return
    if kind == "count" and (state := _befallen(span)):
        fact.unit, fact.measure = "people", f"people {state}"
        return
    noun = phrases.counted(span)
    if noun is not None:
        _state(fact, noun, span)
        if kind in ("count", "ratio"):
            fact.unit = counts.unit(counts.measured_by(span, noun))
        if kind == "count":
            fact.measure = _with_verb(noun, fact.measure)
        return
    if kind == "count" and (whole_set := counts.part_of(span)) is not None:
        fact.unit = counts.unit(whole_set)
    thing = phrases.valued(span)
    whole = _whole(span) if kind in ("percent", "ratio") else None
    if thing is not None and thing.tag_ not in _PROPER:
        _state(fact, thing, span)
    elif whole is None and not _inherit(fact, before):
        _by_verb(fact, span, thing)
    if whole is not None:
        fact.role = "share"
        of = phrases.in_words(whole, span)
        fact.measure = (
            f"{fact.measure} share of {of}" if fact.measure and fact.measure != of else f"share of {of}"
        )


def _state(fact: Fact, noun: Token, span: Span) -> None:
    fact.head = noun.i
    fact.measure = phrases.in_words(noun, span)


def _by_neighbours(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """The measure where the words beside the figure tell it; False where they do not."""
    doc = span.doc
    # "a 20% increase", "a 10% Brent price surge": the noun of change within three words
    for token in doc[span.end : span.end + 4]:
        direction = phrases.change_noun(token) if token.i < len(doc) else None
        if direction and (token.i == span.end or is_noun(token)):
            fact.role, fact.direction = "change", direction
            inner = [t for t in doc[span.end : token.i] if is_noun(t)]
            thing = inner[-1] if inner else phrases.changed_thing(token, span)
            if not inner and _is_apposition(span) and before and before[-1].measure:
                fact.measure = before[-1].measure
                return True
            if thing is not None and thing.tag_ not in _PROPER:
                _state(fact, thing, span)
                return True
            return _inherit(fact, before) or thing is not None
        if not (is_noun(token) or token.tag_ in ("JJ", "HYPH")):
            break
    if (
        span.start
        and doc[span.start - 1].lower_ in _ADDING
        and span.end < len(doc)
        and doc[span.end].lower_ == "to"
    ):
        target = child(doc[span.end], "pobj")  # "could add $10 billion to Russia's oil revenues"
        if target is not None and target.tag_ not in _PROPER:
            fact.role, fact.direction = "change", "up"
            _state(fact, target, span)
            return True
    bounding = phrases.words("bounding")
    i = span.start - 1
    while i >= 0 and doc[i].lower_ in bounding and doc[i].lower_ not in _TIES:
        i -= 1
    if (
        i >= 1
        and doc[i].lower_ in _TIES
        and is_noun(doc[i - 1])
        and singular(doc[i - 1].lower_) not in phrases.words("empty_nouns")
    ):
        noun = doc[i - 1]  # "a defense budget of $84 billion", "trade at $4.9 billion"
        direction = phrases.change_noun(noun)
        if direction:
            fact.role, fact.direction = "change", direction
            thing = phrases.changed_thing(noun, span)
            if thing is None or thing.tag_ in _PROPER:
                return _inherit(fact, before)
            noun = thing
        if noun.tag_ not in _PROPER:
            _state(fact, noun, span)
            return True
    if (
        fact.figure.kind == "measurement"
        and span.end < len(doc) - 1
        and doc[span.end].lower_ == "in"
        and doc[span.end + 1].tag_ == "NNS"
    ):
        _state(fact, doc[span.end + 1], span)  # "1.5 million barrels per day in exports"
        return True
    opened = span.start and doc[span.start - 1].text == "("
    if opened and before and before[-1].role == "share" and fact.figure.kind != "percent":
        part = before[-1].measure.partition(" share of ")[0]
        if part and not part.startswith("share of"):
            fact.measure = part  # "oil exports …, 3.6% of supply (1.5 million barrels per day)"
            return True
    owned = span.start and doc[span.start - 1].tag_ == "POS" and phrases.counted(span) is None
    return bool(owned) and _inherit(fact, before)  # "Iran's $10 billion"


def _is_apposition(span: Span) -> bool:
    return (
        span.start >= 2
        and span.doc[span.start - 1].lower_ in ("a", "an")
        and span.doc[span.start - 2].text in (",", "—", "–", "or", "(")
    )


def _inherit(fact: Fact, before: list[Fact]) -> bool:
    """Take the measure of the last figure that has one: of the same kind, else of any."""
    alike = [f for f in before if f.figure.kind == fact.figure.kind and f.measure]
    source = alike or [f for f in before if f.measure and f.figure.kind not in ("age", "duration", "score")]
    if not source:
        return False
    fact.measure = source[-1].measure
    return True


def _by_verb(fact: Fact, span: Span, thing: Token | None) -> None:
    """`Kyiv received $75 billion`: what was done, where the doer is a name; else the name alone."""
    verb = span.root.head
    if verb.lower_ == "for" and verb.head.lower_ in phrases.words("buying"):
        fact.measure = "purchase"  # "bought Voltan for $3 million"
        return
    if (
        is_verb(verb)
        and verb.lower_ not in phrases.words("idle_verbs")
        and verb.lower_ not in phrases.change()["verbs"]
    ):
        fact.measure = verb.lower_
        target = phrases.complement(verb, "for") or phrases.complement(span.root, "for")
        if target is not None and verb.lower_ in phrases.words("paying"):
            fact.measure = "purchase"  # "paid $3 million for Voltan"
        target = target or phrases.complement(verb, "on", "in", "to")
        if target is not None and target.tag_ not in _PROPER:
            fact.measure = f"{phrases.in_words(target, span)} {fact.measure}"
    elif thing is not None and thing.tag_ in ("NNP", "NNPS"):
        _state(fact, thing, span)


def _whole(span: Span) -> Token | None:
    """The noun in `10% of Russia's drone arsenal`."""
    if span.end >= len(span.doc) or span.doc[span.end].lower_ != "of":
        return None
    obj = child(span.doc[span.end], "pobj")
    return obj if obj is not None and is_noun(obj) else None


def _followed_by_of(span: Span) -> Token | None:
    """`30 days of detailed talks`, `14 million tonnes of wheat`."""
    obj = _whole(span)
    return obj if obj is not None and not phrases.is_amount(obj) else None


def _befallen(span: Span) -> str:
    """`injured` in `the 46 injured` and `injured 46`, where no noun says that they are people; else ""."""
    doc, end, states = span.doc, span.end, phrases.words("states")
    if end < len(doc) and doc[end].lower_ in states:
        return "" if end + 1 < len(doc) and is_noun(doc[end + 1]) else doc[end].lower_
    verb = span.root.head
    if span.root.dep_ not in ("dobj", "npadvmod") or verb.i >= span.start or not is_verb(verb):
        return ""
    state = phrases.befell().get(verb.lower_, verb.lower_)
    return state if state in states else ""


def _with_verb(noun: Token, phrase: str) -> str:
    """`people killed`: a count of people or things is told apart by what befell them."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "nsubj") and is_verb(noun.head) else None
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and is_verb(noun.head.head):
        verb = noun.head.head  # "supplied Russia with 5,000 drones"
    if verb is None:
        verb = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if verb is None:
        return phrase
    state = child(verb, "acomp", "oprd")  # "were left homeless"
    word = state.lower_ if state is not None else verb.lower_
    done = state is not None or verb.tag_ in ("VBN", "VBD")  # what befell them, not what they do
    idle = word in phrases.words("idle_verbs") or not word.isalpha()
    return f"{phrase} {word}" if done and not idle else phrase


def _shared_nouns(reading: Reading) -> None:
    """`16,000 and 3,600 Western sanctions`: the first count has the noun of the second."""
    counts = [f for f in reading.facts if f.figure.kind == "count"]
    for first, second in pairwise(counts):
        gap = reading.article.text[first.figure.end : second.figure.start]
        if (
            gap.strip() in ("and", "or", ",", "to", "", ", and")
            and second.unit
            and (not first.unit or first.head is None)
        ):
            first.unit, first.measure, first.head = second.unit, second.measure, second.head


_NEXT_NOUN = re.compile(r"[ \u00a0-]((?:[a-z][\w-]* ){0,2}?)([A-Za-z][a-z-]+s|people|men|women|children)\b")


def _by_next_words(reading: Reading, fact: Fact) -> None:
    """The unit and measure of a count by the words after it alone: the first plural within three words."""
    end = fact.figure.end
    m = _NEXT_NOUN.match(reading.article.text, end, min(end + 60, reading.sentence.end))
    if m and fact.figure.kind == "count" and not fact.unit:
        fact.unit = "people" if m.group(2) == "people" else singular(m.group(2))
        fact.measure = f"{m.group(1)}{m.group(2).lower()}".strip()
