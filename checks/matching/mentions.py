"""Whether a figure is mentioned as one already known: `the $870 million contract`, `a crowd of 25,318`.

Only the words that stand in the figure's own noun phrase count: in "the film took $11 million" the
article belongs to the film.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from checks.matching import terms

_HEDGE = r"(?: (?:about|around|some|nearly|almost|roughly))?"
_OWNER = r"(?P<the>\b(?:the|this|these|those))|\b(?:its|his|her|their)|[\w.]+[’']s|s[’']"
#: The determiner beside the figure: `the 64 injured`, `the bank's $2.7bn loan`.
_BESIDE = re.compile(rf"(?:{_OWNER}){_HEDGE} $", re.IGNORECASE)
#: A noun with its determiner, tied to the figure: `its herring catch of 21.6m`, `the contract worth $5m`.
_TIED = re.compile(rf"(?:{_OWNER})(?: [\w’'.-]+){{1,2}}? (?:of|worth){_HEDGE} $", re.IGNORECASE)
#: Days and years own nothing: "yesterday's 14,200 tickets" are those of one day.
_TIME = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|day|week|weekend|month|quarter|season|year|decade|century)[’']s\b",
    re.IGNORECASE,
)
#: Words that make the figure another one than the one before.
_ANOTHER = re.compile(
    r"\b(?:another|second|third|previous|earlier|new|next|last|separate|additional|extra|former|remaining|other"
    r"|rest|first|original|initial|old|further|final|same|average|record|highest|lowest|top|best|worst)\b",
    re.IGNORECASE,
)
#: What follows says which ones are meant, so they need not be those of before: `the 40 members who voted`.
_RESTRICTED = re.compile(r"(?: [\w-]+){0,3} (?:more|less|fewer|higher|lower|who|whose|that)\b")


@lru_cache(maxsize=16384)
def refers_back(sentence: str, surface: str, kind: str = "money") -> Literal["the", "own", ""]:
    """How `surface`, a figure of `kind`, stands in `sentence` as something the reader has met before.

    "the" by an article or demonstrative, "own" by somebody's possession, "" not at all. A length or a
    time before its noun is part of a name (`the 60m race`, `the 30-day truce`) and does not refer.
    """
    at = sentence.find(surface)
    if at < 0:
        return ""
    before = sentence[max(0, at - 60) : at]
    m = _TIED.search(before) or (_BESIDE.search(before) if kind in ("money", "count") else None)
    if m is None or _TIME.search(m.group()) or _ANOTHER.search(m.group()):
        return ""
    if _RESTRICTED.match(sentence, at + len(surface)):
        return ""
    return "the" if m.group("the") else "own"


#: Determiners by which a figure, hyphened or not, is mentioned again: `the 268-mile trail`, `all 36 pupils`.
_AGAIN = re.compile(
    rf"(?:\b(?:the|this|these|those|that|all|its|his|her|their|our)|[\w.]+[’']s|s[’']){_HEDGE} $",
    re.IGNORECASE,
)
#: A noun tied to the figure that follows: `fine of`, `jewels, valued at`.
_NOUN_OF = re.compile(rf"\b([a-z][\w’'-]*),?(?: (?:worth|valued at|priced at)| of){_HEDGE} $", re.IGNORECASE)
#: The same noun with its determiner: `the fine of`, `that average price of`.
_THE_NOUN_OF = re.compile(
    rf"\b(?:the|this|these|those|that|its|his|her|their)(?: [\w’'.-]+){{1,3}}?,?"
    rf"(?: (?:worth|valued at|priced at)| of){_HEDGE} $",
    re.IGNORECASE,
)


def tied(before: str) -> str:
    """The noun that the figure after `before` gives the size of: `fine` before "a fine of"; else ""."""
    m = _NOUN_OF.search(before)
    return m.group(1) if m else ""


@lru_cache(maxsize=16384)
def again(sentence: str, surface: str) -> frozenset[str] | None:
    """Whether a figure of any kind may be mentioned as known, more readily than `refers_back` says it is.

    None where not; else the folded words that would make it another one, were they not said before too
    (`that average price of $9` after "on average they cost $9").
    """
    at = sentence.find(surface)
    if at < 0:
        return None
    before = sentence[max(0, at - 60) : at]
    m = _AGAIN.search(before) or _THE_NOUN_OF.search(before)
    if m is None or _TIME.search(m.group()) or _RESTRICTED.match(sentence, at + len(surface)):
        return None
    return frozenset(terms.fold(word) for word in _ANOTHER.findall(m.group()))
