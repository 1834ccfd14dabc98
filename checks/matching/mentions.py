"""Whether a figure is mentioned as one already known: `the $870 million contract`, `Saturday's crowd of 25,318`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

#: A definite determiner or an owner, then few words up to the figure: `the 64 injured`, `its harvest of 14.3m`.
_DEFINITE = re.compile(
    r"(?:\b(?P<the>the|this|that|these|those|such)|\b(?:its|his|her|their)|[\w.]+[’']s|s[’'])"
    r"(?: [\w’'.-]+){0,3}?(?: of| worth| at)?(?: about| around| some| nearly| almost| roughly)? $",
    re.IGNORECASE,
)
#: Words that make the figure another one than the one before.
_ANOTHER = re.compile(
    r"\b(?:another|second|third|previous|earlier|new|next|last|separate|additional|extra|former|remaining|other|rest"
    r"|first|original|initial|old|further|final|same|average|record|highest|lowest|top)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"(?: [\w-]+){0,2} (?:more|less|fewer|higher|lower)\b")


@lru_cache(maxsize=16384)
def refers_back(sentence: str, surface: str) -> Literal["the", "own", ""]:
    """How `surface` stands in `sentence` as something the reader has met before.

    "the" by an article or demonstrative, "own" by somebody's possession, "" not at all.
    """
    at = sentence.find(surface)
    if at < 0:
        return ""
    m = _DEFINITE.search(sentence[max(0, at - 60) : at])
    if m is None or _ANOTHER.search(m.group()) or _COMPARED.match(sentence, at + len(surface)):
        return ""
    return "the" if m.group("the") else "own"
