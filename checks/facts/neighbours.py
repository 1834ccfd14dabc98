"""What a figure measures where the words right beside it tell, whatever the parse made of the sentence.

Each step looks for one pattern and says whether it has settled the matter; the first that has ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.facts import phrases
from checks.facts.carried import inherit
from checks.facts.language import child, is_noun, is_verb
from checks.lexicon.nouns import singular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Span, Token

    from checks.facts.reading import Fact

_ADDING = frozenset({"add", "adds", "added", "adding"})
_TIES = frozenset({"of", "at", "worth"})
#: tokens of a label: "Defence budget: $84 billion"
_LONGEST_LABEL = 5


def tell(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """Fill the measure of `fact`, printed at `span`, from its neighbours; False where they do not tell.

    `before` holds the quantities of the sentence up to the figure. Role and direction are set where the
    neighbour is a noun of change.
    """
    return any(step(fact, span, before) for step in _STEPS)


def bracketed(span: Span) -> bool:
    """Whether the figure stands right after an opening bracket."""
    return span.start > 1 and span.doc[span.start - 1].text == "("


def _converted(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`1,200 km (746 miles)`: one quantity in two units."""
    if not before or not bracketed(span) or before[-1].figure.kind != fact.figure.kind:
        return False
    last, opening = before[-1], span.doc[span.start - 2]
    if opening.idx + len(opening) != last.figure.end - (fact.figure.start - span.start_char):
        return False
    if span.end >= len(span.doc) or span.doc[span.end].text != ")":
        return False
    fact.measure, fact.head, fact.role, fact.direction = last.measure, last.head, last.role, last.direction
    return True


def _change_follows(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`a 20% increase`, `a 10% Brent price surge`: a noun of change within three words."""
    doc = span.doc
    for token in doc[span.end : span.end + 4]:
        direction = phrases.change_noun(token)
        if direction and (token.i == span.end or is_noun(token)):
            fact.role, fact.direction = "change", direction
            inner = [t for t in doc[span.end : token.i] if is_noun(t)]
            if not inner and _is_apposition(span) and before and before[-1].measure:
                fact.measure = before[-1].measure
                return True
            thing = inner[-1] if inner else phrases.changed_thing(token, span)
            if thing is not None and thing.tag_ not in phrases.PROPER:
                phrases.state(fact, thing, span)
                return True
            return inherit(fact, before) or thing is not None
        if not (is_noun(token) or token.tag_ in ("JJ", "HYPH")):
            break
    return False


def _is_apposition(span: Span) -> bool:
    return (
        span.start >= 2
        and span.doc[span.start - 1].lower_ in ("a", "an")
        and span.doc[span.start - 2].text in (",", "—", "–", "or", "(")
    )


def _added(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`could add $10 billion to Russia's oil revenues`."""
    doc = span.doc
    if not span.start or doc[span.start - 1].lower_ not in _ADDING:
        return False
    if span.end >= len(doc) or doc[span.end].lower_ != "to":
        return False
    target = child(doc[span.end], "pobj")
    if target is None or target.tag_ in phrases.PROPER:
        return False
    fact.role, fact.direction = "change", "up"
    phrases.state(fact, target, span)
    return True


def _tied(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`a budget of $84 billion`, `trade at $4.9 billion`, `aid worth $3 million`, `an increase of 3%`."""
    doc, bounding = span.doc, phrases.words("bounding")
    i = span.start - 1
    while i >= 0 and doc[i].lower_ in bounding and doc[i].lower_ not in _TIES:
        i -= 1
    if i < 1 or doc[i].lower_ not in _TIES:
        return False
    at = i - 1 - (doc[i - 1].text == ",")  # "Net debt, at £3.1 billion, rose"
    noun = doc[max(at, 0)]
    opens = noun.i == 0 and doc[i].lower_ == "worth"  # "Aid worth $3 million": tagged as a verb
    if not (is_noun(noun) or opens) or singular(noun.lower_) in phrases.words("empty_nouns"):
        return False
    if doc[i - 1].text == "," and doc[i].lower_ != "at":
        return False
    direction = phrases.change_noun(noun)
    if direction:
        fact.role, fact.direction = "change", direction
        thing = phrases.changed_thing(noun, span)
        if thing is None or thing.tag_ in phrases.PROPER:
            return inherit(fact, before)
        noun = thing
    if noun.tag_ in phrases.PROPER:
        return False
    phrases.state(fact, noun, span)
    return True


def _labelled(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`Defence budget: $84 billion`, `Revenue: £3m; profit: £1m`."""
    noun = label(span)
    if noun is None or not is_noun(noun) or phrases.counted(span) is not None:
        return False
    phrases.state(fact, noun, span)
    return True


def label(span: Span) -> Token | None:
    """The head of the label before a colon that the figure follows at once: `Cost to taxpayers: $3`."""
    doc, end = span.doc, span.start - 1
    if end < 1 or doc[end].text != ":":
        return None
    start = end
    while (
        start
        and end - start <= _LONGEST_LABEL
        and doc[start - 1].text not in (";", ",", "(", "\n", "•", "-", "–")
    ):
        start -= 1
    words = doc[start:end]
    if not 0 < len(words) <= _LONGEST_LABEL or any(
        is_verb(t) and t.tag_ not in ("VBN", "VBD") for t in words
    ):
        return None
    link = next((t.i for t in words if t.tag_ in ("IN", "TO")), end)
    return doc[link - 1] if link > start else None


def _gapped(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`spending on health rose to £180 billion, education to £90 billion`: the verb is left out."""
    doc, i = span.doc, span.start - 1
    if i < 2 or doc[i].lower_ not in ("to", "by") or doc[i - 1].tag_ not in ("NN", "NNS") or not before:
        return False
    if before[-1].figure.kind != fact.figure.kind or doc[i - 2].lower_ not in (",", "and", ";", "while"):
        return False
    phrases.state(fact, doc[i - 1], span)
    return True


def _in_plural(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`1.5 million barrels per day in exports`."""
    doc = span.doc
    if fact.figure.kind != "measurement" or span.end >= len(doc) - 1 or doc[span.end].lower_ != "in":
        return False
    if doc[span.end + 1].tag_ != "NNS" or phrases.is_time(doc[span.end + 1]):
        return False
    phrases.state(fact, doc[span.end + 1], span)
    return True


def _glossed(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`oil exports …, 3.6% of supply (1.5 million barrels per day)`: the part that the share is of."""
    if not bracketed(span) or not before or before[-1].role != "share" or fact.figure.kind == "percent":
        return False
    part = before[-1].measure.partition(" share of ")[0]
    if not part or part.startswith("share of"):
        return False
    fact.measure = part
    return True


def _after_name(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`Kerala (94%), Goa (89%)`: the figures of names; what they measure is said elsewhere, if anywhere."""
    if not bracketed(span) or span.doc[span.start - 2].tag_ not in ("NNP", "NNPS"):
        return False
    if span.end >= len(span.doc) or span.doc[span.end].text != ")":
        return False
    return (
        inherit(fact, [f for f in before if f.figure.kind == fact.figure.kind])
        or fact.figure.kind == "percent"
    )


def _owned(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`Iran's $10 billion`, after Russia's budget."""
    if not span.start or span.doc[span.start - 1].tag_ != "POS" or phrases.counted(span) is not None:
        return False
    return inherit(fact, before)


def _taken(fact: Fact, span: Span, before: list[Fact]) -> bool:
    """`with China absorbing 90%`: a share of what the sentence gives the amount of."""
    verb, doc = span.root.head, span.doc
    if (
        fact.figure.kind != "percent"
        or verb.lower_ not in phrases.words("taking")
        or verb.i != span.start - 1
    ):
        return False
    if span.end < len(doc) and (doc[span.end].lower_ in ("of", "in", "from") or is_noun(doc[span.end])):
        return False
    amount = next((f for f in _amounts(before) if f.measure), None)
    if amount is None:
        return False
    fact.role, fact.measure = "share", f"share of {amount.measure}"
    return True


def _amounts(facts: list[Fact]) -> Iterator[Fact]:
    return (f for f in facts if f.figure.kind in ("money", "measurement", "count") and f.role != "change")


_STEPS: tuple[Callable[[Fact, Span, list[Fact]], bool], ...] = (
    _converted, _change_follows, _added, _labelled, _tied, _gapped, _in_plural, _glossed, _after_name,
    _taken, _owned,
)  # fmt: skip
