"""What each figure measures, read off the parse; with it role, direction and the unit of a count.

The measure is a lemmatised noun phrase: `bilateral trade`, `defense budget`, `people killed`. It is
found by climbing from the figure to the noun it counts, or to the subject or object of the verb
it completes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from checks import lexicon
from checks.facts.language import child, is_noun, is_verb, subject
from checks.facts.reading import Fact, Reading
from checks.lexicon.nouns import singular

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_INSIDE = ("nummod", "quantmod", "compound", "nmod", "amod", "poss", "predet")
_COMPLEMENT = ("dobj", "attr", "npadvmod", "advmod", "oprd", "acomp", "dep", "ccomp", "xcomp", "dative")
_MODIFIER = ("compound", "amod", "nmod")
_IDLE = frozenset("be is are was were been being have has had having do does did say says said get got go went make made".split())
_EMPTY = frozenset("share percent percentage part portion proportion number total figure amount level rate average sum value one ones cent".split())


@cache
def _change() -> dict[str, dict[str, Literal["up", "down"]]]:
    data = lexicon.lists("change")
    return {kind: {w: d for d in ("up", "down") for w in data[kind][d]} for kind in ("verbs", "nouns", "words")}  # type: ignore[misc]


def fill(reading: Reading) -> None:
    """Fill measure, unit, role, direction, token and head of every quantity of one sentence."""
    for fact in reading.facts:
        figure = fact.figure
        fact.unit = figure.unit
        if figure.kind in ("date", "time", "ordinal", "identifier"):
            continue
        span = _span(reading, figure.start, figure.end)
        if span is None:
            _without_parse(reading, fact)
            continue
        root = span.root
        fact.token = root.i
        _meaning(reading, fact, span, root)
        if figure.kind == "count" and not fact.unit and not fact.measure:
            _without_parse(reading, fact)
    _shared_nouns(reading)


def _span(reading: Reading, start: int, end: int) -> Span | None:
    if reading.doc is None:
        return None
    offset = reading.sentence.start
    return reading.doc.char_span(start - offset, end - offset, alignment_mode="expand")


def _meaning(reading: Reading, fact: Fact, span: Span, root: Token) -> None:
    kind = fact.figure.kind
    noun = _counted(span, root)
    if noun is not None:
        fact.head = noun.i
        changed = _change()["nouns"].get(singular(noun.text.lower()))
        if kind in ("percent", "points", "ratio", "money", "measurement") and changed:
            fact.role, fact.direction = "change", changed
            fact.measure = _phrase(_changed_thing(noun), span)
        else:
            fact.measure = _phrase(noun, span)
            if kind in ("count", "ratio"):
                fact.unit = _unit_of(noun)
            if kind == "count":
                fact.measure = _with_verb(noun, fact.measure)
    else:
        thing = _governor(root, span)
        if thing is not None:
            fact.head = thing.i
            fact.measure = _phrase(thing, span)
        of = _of_object(reading, fact, span)
        if kind in ("percent", "ratio") and of is not None:
            fact.role = "share"
            whole = _phrase(of, span)
            fact.measure = f"{fact.measure} share of {whole}" if fact.measure and fact.measure != whole else f"share of {whole}"
    _role(reading, fact, span, root)


def _counted(span: Span, root: Token) -> Token | None:
    """The noun that the figure modifies: `5,000 drones`, `a 20% increase`, `$4.9 billion trade volume`."""
    token = root
    for _ in range(3):
        if token.dep_ in _INSIDE and token.head.i >= span.end and is_noun(token.head):
            head = token.head
            while head.dep_ in ("compound", "nmod", "amod") and is_noun(head.head) and head.head.i > head.i:
                head = head.head
            return head
        if token.dep_ == "conj" and token.head is not token:
            token = token.head
            continue
        break
    if span.end < len(span.doc) and is_noun(root) and root.i == span.end - 1:
        return None
    return None


def _governor(root: Token, span: Span) -> Token | None:
    """The noun whose value the figure states: through of, through a verb to its subject or object, apposition."""
    token = root
    for _ in range(5):
        dep, head = token.dep_, token.head
        if head is token:
            return subject(token) if is_verb(token) else None
        if dep in ("conj", "appos") and span.start <= head.i < span.end:
            return None
        if dep == "conj":
            token = head
            continue
        if dep in ("pobj", "pcomp"):
            upper = head.head
            if upper is head:
                return None
            if is_noun(upper) and not span.start <= upper.i < span.end:
                return _changed_thing(upper) if singular(upper.text.lower()) in _change()["nouns"] else upper
            if is_verb(upper):
                return _valued(upper, token)
            token = upper
            continue
        if dep in _COMPLEMENT:
            if is_verb(head) or head.tag_ in ("AUX",):
                return _valued(head, token)
            if is_noun(head):
                return head
            token = head
            continue
        if dep == "appos" and is_noun(head):
            return head
        if dep in ("nsubj", "nsubjpass"):
            if is_verb(head):
                attr = child(head, "attr", "dobj")
                return attr if attr is not None and is_noun(attr) else None
            return None
        if dep in _INSIDE and is_noun(head) and not span.start <= head.i < span.end:
            return head
        token = head
    return None


def _valued(verb: Token, below: Token) -> Token | None:
    """What a verb gives the value of: its object where that is another noun (`pushing prices to $80`), else its subject."""
    obj = child(verb, "dobj")
    if obj is not None and obj.i != below.i and is_noun(obj) and obj.i < below.i:
        return obj
    found = subject(verb)
    return found if found is not None and (is_noun(found) or found.tag_ in ("PRP", "DT")) and found.i != below.i else obj if obj is not below else None


def _changed_thing(noun: Token) -> Token:
    """What `a 20% increase` is an increase of: its `in` or `of` object, its first noun, or what it stands beside."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "of", "for", "to"):
            obj = child(prep, "pobj")
            if obj is not None and is_noun(obj):
                return obj
    inner = next((c for c in noun.children if c.dep_ in ("compound", "nmod") and is_noun(c)), None)
    if inner is not None:
        return inner
    token = noun
    for _ in range(4):
        head = token.head
        if head is token:
            break
        if token.dep_ == "appos" and is_noun(head):
            through = _governor(head, head.doc[head.i : head.i + 1]) if _is_amount(head) else head
            return through or head
        if is_verb(head):
            found = _valued(head, token)
            return found if found is not None else noun
        token = head
    return noun


def _is_amount(token: Token) -> bool:
    return any(c.tag_ in ("CD", "$") for c in token.children) or token.tag_ in ("CD", "$") or token.lower_ in ("%", "percent")


def _of_object(reading: Reading, fact: Fact, span: Span) -> Token | None:
    """The noun in `10% of Russia's drone arsenal`."""
    if span.end >= len(span.doc) or span.doc[span.end].lower_ != "of":
        return None
    prep = span.doc[span.end]
    obj = child(prep, "pobj")
    return obj if obj is not None and is_noun(obj) else None


def _phrase(noun: Token, span: Span) -> str:
    """The noun with the modifiers that say what it is, lemmatised; numbers, articles and owners left out."""
    words = []
    for c in noun.lefts:
        if c.dep_ in _MODIFIER and not span.start <= c.i < span.end and c.tag_ not in ("CD", "$", "DT", "PRP$", "POS", "NNP", "JJR"):
            words += [t for t in c.lefts if t.dep_ in _MODIFIER and t.tag_ not in ("CD", "$", "NNP", "SYM")]
            words.append(c)
    # "percent", "rate of X": an empty head says nothing without its complement
    tail: list[Token] = []
    if singular(noun.lower_) in _EMPTY:
        prep = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "in")), None)
        obj = child(prep, "pobj") if prep is not None else None
        if obj is not None and is_noun(obj):
            tail = [t for t in obj.lefts if t.dep_ in _MODIFIER and t.tag_ not in ("CD", "NNP")] + [obj]
    texts = [w.lower_ for w in words if w.text.isalpha() or "-" in w.text or "." in w.text]
    head = noun.text if noun.tag_ in ("NNPS",) or noun.text[:1].isupper() and noun.i else noun.lower_
    out = [*texts, singular(head)]
    if tail:
        out += ["of", *[t.lower_ for t in tail[:-1]], singular(tail[-1].lower_)]
    return " ".join(dict.fromkeys(out))


def _unit_of(noun: Token) -> str:
    return singular(noun.text if noun.tag_ in ("NNPS", "NNP") else noun.lower_)


def _with_verb(noun: Token, phrase: str) -> str:
    """`people killed`: a count of people or things is told apart by what befell them."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "nsubj") and is_verb(noun.head) else None
    if verb is None:
        verb = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if verb is not None and child(verb, "acomp", "oprd") is not None:
        complement = child(verb, "acomp", "oprd")
        return f"{phrase} {complement.lower_}" if complement is not None else phrase
    if verb is None or verb.lower_ in _IDLE or not verb.text.isalpha():
        return phrase
    return f"{phrase} {verb.lower_}"


def _role(reading: Reading, fact: Fact, span: Span, root: Token) -> None:
    figure, doc = fact.figure, span.doc
    if fact.role == "level" and figure.kind in ("percent", "points", "money", "count", "measurement", "ratio"):
        before = doc[span.start - 1].lower_ if span.start else ""
        after = doc[span.end].lower_ if span.end < len(doc) else ""
        verb = next((a for a in (root.head, root.head.head) if is_verb(a)), None)
        moved = _change()["verbs"].get(verb.lower_) if verb is not None else None
        words = _change()["words"]
        if before in ("up", "down", "off"):
            fact.role, fact.direction = "change", words[before]
        elif after in words and after not in ("above", "below", "off", "ahead") and figure.kind in ("percent", "points", "money", "count", "ratio"):
            if _compares(doc, span.end):
                fact.role, fact.direction = "change", words[after]
        elif moved and before not in ("to", "from", "at", "of", "in", "with"):
            if figure.kind in ("percent", "points") or before == "by" or (verb is not None and root.head is verb and root.dep_ in ("npadvmod", "dobj", "advmod")):
                fact.role, fact.direction = "change", moved
    if fact.role == "level" and " per " in f" {fact.unit} ":
        fact.role = "rate"
    if fact.role == "level":
        fact.role = _stance(doc, span)


def _compares(doc: object, at: int) -> bool:
    """Whether the comparative at `at` compares (`9% more than now`) rather than counts (`two more people`)."""
    words = [t.lower_ for t in doc[at + 1 : at + 6]]  # type: ignore[index]
    return "than" in words or not words or words[0] in (",", ".", "on", "at", "in", ";", ")")


@cache
def _stances() -> tuple[frozenset[str], frozenset[str]]:
    data = lexicon.lists("change")["stance"]
    return frozenset(data["target"]), frozenset(data["hypothetical"])


_TOTAL = re.compile(r"\b(?:a|in|the|grand|combined|overall) total(?: of)? $|\btotall?ing $|\btotal(?:ed|led) $", re.IGNORECASE)


def _stance(doc: object, span: Span) -> Literal["level", "target", "hypothetical", "total"]:
    """Whether the figure is stated as fact, planned, only supposed, or a sum."""
    text = span.doc.text
    if _TOTAL.search(text[max(0, span.start_char - 24) : span.start_char]):
        return "total"
    if re.match(r" (?:in (?:all|total)|altogether)\b", text[span.end_char : span.end_char + 14]):
        return "total"
    target, hypothetical = _stances()
    token = span.root
    for _ in range(4):
        words = {c.lower_ for c in token.children if c.dep_ in ("aux", "mark", "advmod")} | {token.lower_}
        if words & hypothetical:
            return "hypothetical"
        if words & target:
            return "target"
        if token.head is token:
            break
        token = token.head
    return "level"


def _shared_nouns(reading: Reading) -> None:
    """`16,000 and 3,600 Western sanctions`: the first count has the noun of the second."""
    counts = [f for f in reading.facts if f.figure.kind == "count"]
    for first, second in zip(counts, counts[1:], strict=False):
        gap = reading.article.text[first.figure.end : second.figure.start]
        if gap.strip() in ("and", "or", ",", "to", "", ", and") and second.unit and (not first.unit or first.head is None):
            first.unit, first.measure, first.head = second.unit, second.measure, second.head


_NEXT_NOUN = re.compile(r"[ \u00a0-]((?:[a-z][\w-]* ){0,2}?)([A-Za-z][a-z-]+(?:s|people|men|women|children))\b")


def _without_parse(reading: Reading, fact: Fact) -> None:
    """The unit and measure of a count by the words after it alone: the first plural within three words."""
    end = fact.figure.end
    m = _NEXT_NOUN.match(reading.article.text, end, min(end + 60, reading.sentence.end))
    if m and fact.figure.kind == "count" and not fact.unit:
        fact.unit = singular(m.group(2))
        fact.measure = f"{m.group(1)}{fact.unit}".strip()
