"""Scale words and suffixes after digits: million, bn, m, k, lakh, crore, dozen."""

from __future__ import annotations

import re
from functools import cache

from checks import lexicon
from checks.figures.vocabulary import SCALES


@cache
def _suffixes() -> dict[str, float]:
    return {row["scale"]: float(row["factor"]) for row in lexicon.table("scales")}


_SCALE = re.compile(
    r"[ \u00a0\u2009\u202f-]{0,2}(?:(?P<words>(?:hundred |lakh )?(?:[Hh]undred|[Tt]housand|(?:[mMbB]|[tT]r"
    r"|[Qq]uadr)illion"
    r"|[Ll]akh|[Cc]rore|[Dd]ozen|HUNDRED|THOUSAND|(?:[MB]|TR)ILLION)[sS]?)"
    r"|(?P<letters>[A-Za-z]{1,3}))(?![A-Za-z0-9])"
)
#: what a scale can begin with, so that most of what follows digits is refused at a glance
_FIRST = frozenset("htmbqlcdkHTMBQLCDK")
_GAPS = frozenset(" \u00a0\u2009\u202f-")


def scale_at(text: str, pos: int) -> tuple[int, float] | None:
    """The scale that begins at `pos` (just after the digits): its end and factor, or None.

    A suffix of one letter stands right after the digits. "m" counts as million even where it could be
    metres: see `metres.in_metres`.
    """
    first = text[pos : pos + 1]
    if first in _GAPS and first:
        first = text[pos + 1 : pos + 2]
    if first not in _FIRST and first not in _GAPS:
        return None
    m = _SCALE.match(text, pos)
    if m is None:
        return None
    if m["words"]:
        factor = 1.0
        for word in m["words"].lower().split():
            factor *= SCALES[word.removesuffix("s")]
        further = _SCALE.match(text, m.end()) if factor < 1e6 and not m["words"].endswith("s") else None
        if further and further["words"] and " " not in further["words"]:
            return further.end(), factor * SCALES[further["words"].lower().removesuffix("s")]
        return m.end(), factor
    suffix = m["letters"]
    factor = _suffixes().get(suffix, 0.0)
    if not factor or text[pos] == "-" or (len(suffix) == 1 and m.start("letters") != pos):
        return None
    return m.end(), factor
