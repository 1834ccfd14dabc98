"""Numbers in names: the MAX 9, Tier 1, a 3D model.

A name is known by the word beside its number. Where the evidence has the name with other numbers only, the
draft names another thing; a name that the evidence does not have is no concern of ours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checks.rows import Row, rows_of

if TYPE_CHECKING:
    import pandas as pd

_BEFORE = re.compile(r"\b([A-Z][\w’'-]*)[ -]$")
_NUMBER = re.compile(r"[0-9]{1,4}")
_AFTER = re.compile(r"([A-Za-z]{1,3})\b")


class Renamed(NamedTuple):
    """A fact of the draft and the fact of the evidence that has its name with another number."""

    fact: str
    given: str


def renamed(facts: pd.DataFrame | Sequence[Row], given: pd.DataFrame | Sequence[Row]) -> list[Renamed]:
    """The names in `facts` whose numbers differ from those in `given` (FACTS columns, or rows of them)."""
    known: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for name, fact, surface in _names(given):
        known[name].setdefault(surface, fact)
    return [
        Renamed(fact, next(iter(numbers.values())))
        for name, fact, surface in _names(facts)
        if (numbers := known.get(name)) and surface not in numbers
    ]


def _names(facts: pd.DataFrame | Sequence[Row]) -> Iterator[tuple[tuple[str, str], str, str]]:
    """The numbers in names: the side and the word that the number stands with, the fact and the number."""
    for row in rows_of(facts):
        fact, surface, sentence = row.fact, row.surface, row.sentence
        if not row.main or row.kind != "identifier" or not _NUMBER.fullmatch(surface):
            continue
        for found in re.finditer(rf"(?<![\w.,]){surface}(?![\d.,]\d)", sentence):
            if after := _AFTER.match(sentence, found.end()):
                yield ("after", after[1]), fact, surface
            elif before := _BEFORE.search(sentence, max(0, found.start() - 30), found.start()):
                yield ("before", before[1]), fact, surface
