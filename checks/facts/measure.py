"""What each figure measures, in words: `bilateral trade`, `defense budget`, `people killed`.

The words next to a figure decide where they can ("a budget of $84 billion", "10% of its arsenal");
else the parse does, by climbing from the figure to the noun it counts or whose value it states; an
apposition ("…, a 20% increase") or an elided noun ("Iran's $10 billion") speaks of the figure before it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.facts import carried, counts, deeds, neighbours, phrases, respective, roles
from checks.facts.language import child, is_noun, is_verb
from checks.facts.reading import Fact, Reading
from checks.lexicon.nouns import singular
from checks.model import NOT_QUANTITIES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def fill(readings: list[Reading]) -> None:
    """Fill measure, unit, role, direction, token and head of every quantity of one article's sentences."""
    for reading in readings:
        if reading.facts:
            _fill(reading)
    carried.carry(readings)


def _fill(reading: Reading) -> None:
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
            if fact.figure.kind == "count":
                _count(reading, fact)
            roles.assign(fact, span, reading.sentence.text)
        before.append(fact)
    _shared_nouns(reading)
    counts.lend_units(reading.facts, reading.article.text)
    respective.measures(reading, before)


def _count(reading: Reading, fact: Fact) -> None:
    """What only counts have: a unit from the words after it or from its measure, and a rate in the unit."""
    if not fact.unit and not fact.measure:
        _by_next_words(reading, fact)
    fact.unit = fact.unit or counts.implied(fact.measure)
    if rate := counts.per(reading, fact):
        fact.unit = f"{fact.unit} {rate}"


def _span(reading: Reading, fact: Fact) -> Span | None:
    if reading.doc is None:
        return None
    offset = reading.sentence.start
    return reading.doc.char_span(
        fact.figure.start - offset, fact.figure.end - offset, alignment_mode="expand"
    )


def _meaning(fact: Fact, span: Span, before: list[Fact]) -> None:
    kind = fact.figure.kind
    if kind not in ("count", "age", "duration", "score") and neighbours.tell(fact, span, before):
        return
    if kind == "money" and (name := deeds.dealing(span)) and phrases.counted(span) is None:
        of = _followed_by_of(span)
        if of is not None and of.tag_ not in phrases.PROPER:
            phrases.state(fact, of, span)
        fact.measure = f"{fact.measure} {name}" if fact.measure else deeds.dealt_in(span, name)
        return
    if kind in ("duration", "measurement") and (noun := _followed_by_of(span) or _inside(span)) is not None:
        phrases.state(fact, noun, span if noun.i >= span.end else span[:1])
        if kind == "measurement" and (name := deeds.dealing(span, known=True)):
            fact.measure = f"{fact.measure} {name}"
        return
    if kind == "count" and (state := _state_of_people(span)):
        fact.unit, fact.measure = "people", f"people {state}"
        return
    if _counted(fact, span):
        return
    if kind == "percent" and _whole(span) is None and (done := deeds.by_part(span)):
        fact.role, fact.measure = "share", done
        return
    thing = phrases.valued(span)
    if thing is not None and any(f.token == thing.i for f in before):
        thing = phrases.complement(thing, "of")  # "enriched 400 kg of uranium to 60%"
    whole = _whole(span) if kind in ("percent", "ratio") else None
    if whole is not None:
        _share(fact, span, thing, whole)
    elif thing is not None and thing.tag_ not in phrases.PROPER:
        phrases.state(fact, thing, span)
        fact.measure = phrases.measured_along(span, fact.measure)
    elif not carried.inherit(fact, before):
        _by_verb(fact, span, thing)
    elif kind == "count":
        fact.measure = deeds.with_other_verb(span.root, fact.measure)


def _state_of_people(span: Span) -> str:
    """`injured` in `the 46 injured`, `Injured: 46`; else ""."""
    label = neighbours.label(span)
    if label is not None and label.lower_ in phrases.words("states"):
        return label.lower_
    return deeds.befallen(span)


def _counted(fact: Fact, span: Span) -> bool:
    """The noun that the figure counts or modifies; False where there is none."""
    kind = fact.figure.kind
    if kind == "count" and (whole_set := counts.part_of(span)) is not None:
        fact.unit = counts.unit(whole_set)
        phrases.state(fact, whole_set, span)
        fact.measure = deeds.with_verb(span.root, fact.measure)
        return True
    noun = _whole(span) if kind == "count" and fact.figure.vague else None
    governed = noun is not None  # "thousands of people fled": the verb is that of the number
    noun = noun or phrases.counted(span)
    if noun is None:
        return False
    if kind == "count" and singular(noun.lower_) in phrases.words("bare_units"):
        thing = phrases.value_of(noun)
        if thing is not None and thing.tag_ not in phrases.PROPER:
            phrases.state(fact, thing, span)  # "sales of cars reached 1.4 million units"
            fact.unit = counts.unit(noun)
            return True
    phrases.state(fact, noun, span)
    if kind in ("count", "ratio"):
        unit = counts.measured_by(span, noun)
        fact.unit = counts.unit(unit)
        if kind == "ratio" and unit.tag_ in ("NNS", "NNPS"):
            fact.role, fact.measure = "share", f"share of {fact.measure}"  # "one in five Australians"
        elif kind == "count" and unit == noun:
            fact.measure = deeds.with_verb(span.root if governed else noun, fact.measure)
    return True


def _share(fact: Fact, span: Span, thing: Token | None, whole: Token) -> None:
    """`share of infections prevented`, `women share of the army`."""
    fact.role = "share"
    of = phrases.in_words(whole, span)
    fact.measure = f"share of {of}"
    if done := deeds.to_part(span):
        fact.measure += f" {done}"
    elif thing is not None and not _is_no_part(thing) and not _opens_clause(span, whole):
        part = phrases.in_words(thing, span)
        fact.head = thing.i
        if part != of:
            fact.measure = f"{part} share of {of}"


def _is_no_part(thing: Token) -> bool:
    """Whether a noun is none that a share could be of: a name, or a verb taken for a noun (`account for`)."""
    return thing.tag_ in phrases.PROPER or thing.lower_ in phrases.words("sharing")


def _opens_clause(span: Span, whole: Token) -> bool:
    """Whether brackets hold more than the share: `(50% of its oil crosses the strait)`."""
    after = span.doc[whole.i + 1] if whole.i + 1 < len(span.doc) else None
    return neighbours.bracketed(span) and after is not None and after.text not in (")", ",", ";")


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
        fact.measure = deeds.with_particle(verb)
        target = phrases.complement(verb, "for") or phrases.complement(span.root, "for")
        if target is not None and verb.lower_ in phrases.words("paying"):
            fact.measure = "purchase"  # "paid $3 million for Voltan"
        target = target or phrases.complement(verb, "on", "in", "to")
        if target is not None and target.tag_ not in phrases.PROPER:
            fact.measure = f"{phrases.in_words(target, span)} {fact.measure}"
    elif thing is not None and thing.tag_ in ("NNP", "NNPS"):
        phrases.state(fact, thing, span)


def _whole(span: Span) -> Token | None:
    """The noun in `10% of Russia's drone arsenal`."""
    if span.end >= len(span.doc) or span.doc[span.end].lower_ != "of":
        return None
    obj = child(span.doc[span.end], "pobj")
    return obj if obj is not None and is_noun(obj) else None


def _inside(span: Span) -> Token | None:
    """`milk` in the figure `60,000 litres of milk a day`."""
    of = next((t for t in span if t.lower_ == "of"), None)
    obj = child(of, "pobj") if of is not None else None
    return obj if obj is not None and obj.tag_ in ("NN", "NNS") else None


def _followed_by_of(span: Span) -> Token | None:
    """`30 days of detailed talks`, `14 million tonnes of wheat`."""
    obj = _whole(span)
    return obj if obj is not None and not phrases.is_amount(obj) else None


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
