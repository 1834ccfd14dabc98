"""What the evidence says of the figures of a draft: the words that bear one out, or those nearest to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from checks.flags.identity import Place
from checks.reports.page.text import sentence

if TYPE_CHECKING:
    from checks.matching import Evidence

#: How evidence bears a figure out, or does not (see `matching.Evidence`), in words.
HOW: Mapping[str, str] = {
    "same": "Borne out by",
    "rounding": "Borne out, rounded, by",
    "conversion": "Borne out, converted, by",
    "sum": "Borne out as the sum of",
    "difference": "Borne out as the difference of",
    "share": "Borne out as a share of",
    "change": "Borne out as the change between",
    "contradicted": "The evidence says otherwise",
    "nothing": "Borne out by nothing; nearest to it is",
}
BORNE = frozenset(HOW) - {"contradicted", "nothing"}


class Borne:
    """Quotes the facts of the evidence in `rests`; `quotes` has those asked for: place, figure, sentence."""

    def __init__(self, rests: Evidence | None) -> None:
        self.quotes: list[list[str]] = []
        self._numbers: dict[str, int] = {}
        self._facts: dict[str, tuple[Place, str]] = {}
        self._at: dict[Place, str] = {}
        self._support: dict[str, tuple[str, str, str]] = {}
        if rests is None:
            return
        columns = ("fact", "article", "line", "surface", "sentence")
        for fact, *place, said in zip(*(rests.facts[c].tolist() for c in columns), strict=True):
            self._facts[fact] = Place(*place), said
            self._at.setdefault(Place(*place), fact)
        by = zip(*(rests.support[c].tolist() for c in ("how", "said", "by")), strict=True)
        self._support = dict(zip(rests.support["fact"].tolist(), by, strict=True))

    def of(self, fact: str) -> dict[str, Any] | None:
        """What the evidence says of a figure of the draft: `how`, the sum `said`, `by` which quotes."""
        how, said, by = self._support.get(fact, ("", "", ""))
        given = [name for name in by.split(";") if name in self._facts]
        if how not in HOW or not given:
            return None
        return {
            "how": HOW[how],
            "borne": how in BORNE,
            "said": said,
            "by": [self._number(name) for name in given],
        }

    def at(self, place: Place) -> int:
        """The number of the quote at `place`; -1 where the evidence has no figure there."""
        return self._number(self._at[place]) if place in self._at else -1

    def _number(self, fact: str) -> int:
        if fact not in self._numbers:
            place, said = self._facts[fact]
            self._numbers[fact] = len(self.quotes)
            name = f"{place.article}:{place.line}"
            self.quotes.append([name, place.surface, sentence(said, place.surface)])
        return self._numbers[fact]
