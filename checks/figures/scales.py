"""Scale words and suffixes: million, bn, m, k, lakh, crore, dozen."""

from __future__ import annotations

import re
from functools import cache

from checks import lexicon

#: written-out scale -> factor; these also stand alone ("a million", "dozens")
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "quadrillion": 1e15, "lakh": 1e5, "crore": 1e7, "dozen": 12.0, "score": 20.0,
}  # fmt: skip


@cache
def _suffixes() -> dict[str, float]:
    return {row["scale"]: float(row["factor"]) for row in lexicon.table("scales")}


#: A scale after digits: a word after a space or hyphen, a suffix glued or after one space.
_SCALE = re.compile(
    r"[ \u00a0\u2009\u202f-]?(?:(?P<words>(?:hundred |lakh )?(?:hundred|thousand|(?:[mMbB]|[tT]r|quadr)illion|lakh|crore|dozen)s?)"
    r"|(?P<letters>[A-Za-z]{1,3}))(?![A-Za-z0-9])"
)


def scale_at(text: str, pos: int, *, letters: bool = True) -> tuple[int, float] | None:
    """The scale that begins at `pos` (just after the digits): its end and factor, or None.

    With `letters` False only words count (`five million`, never `five m`). The suffix `m` is left
    alone here where it could be metres: see `quantity.million_or_metres`.
    """
    if pos >= len(text) or not (text[pos].isalpha() or text[pos] in " \u00a0\u2009\u202f-"):
        return None
    m = _SCALE.match(text, pos)
    if m is None:
        return None
    if m.group("words"):
        factor = 1.0
        for word in m.group("words").lower().split():
            factor *= SCALES[word.removesuffix("s")]
        further = scale_at(text, m.end(), letters=False) if factor < 1e6 else None
        return (further[0], factor * further[1]) if further else (m.end(), factor)
    suffix = m.group("letters")
    glued = m.start("letters") == pos
    factor = _suffixes().get(suffix, 0.0)
    if not letters or not factor or (len(suffix) == 1 and not glued) or text[pos] == "-":
        return None
    return m.end(), factor
