"""Exchange rates that a text gives: `at $1.27 to the pound`, `($1 = 7.14 yuan)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checks import lexicon
from checks.model import Interval
from checks.rows import Row, rows_of
from checks.rules.arithmetic.intervals import scale
from checks.rules.arithmetic.ties import true_values
from checks.rules.wording.place import Line, lines

if TYPE_CHECKING:
    import pandas as pd

#: Most sentences have nothing that may be a rate.
_HINT = re.compile(r"=|\b(?:to|for|against|per|is worth|was worth|equals?) ")
_EQUALS = re.compile(r" ?(?:=|is worth|equals|is equal to|was worth) ?")
_AT = re.compile(
    r"(?:\bat|\brates? (?:of|is|was)|\busing)(?: (?:about|around|roughly|some|approximately))? ?$",
    re.IGNORECASE,
)
_TO_THE = re.compile(r" ?(?:to|for|against|per) (?:the|a|an|one|each|every) ([A-Za-z]+(?: [a-z]+)?)")


class Quoted(NamedTuple):
    """A rate that an article gives: one unit of `base` is `values` of `quoted`."""

    article: str
    base: str
    quoted: str
    values: Interval
    words: str
    facts: tuple[str, ...]
    sentence: str


def quoted_rates(facts: pd.DataFrame, pairs: Mapping[str, set[frozenset[str]]]) -> Iterator[Quoted]:
    """The rates that articles give between the currencies of their `pairs`: article -> its pairs of codes.

    A word such as "dollar" or "pound" is the currency of that name that stands in a pair with the other one.
    """
    near = [row for row in rows_of(facts) if row.article in pairs]
    likely = {text for text in {row.sentence for row in near if row.kind == "money"} if _HINT.search(text)}
    for line in lines([row for row in near if row.sentence in likely]):
        wanted = pairs[line.facts[0].article]
        yield from _equations(line, wanted)
        yield from _to_the(line, wanted)


def _equations(line: Line, wanted: set[frozenset[str]]) -> Iterator[Quoted]:
    for one, other in pairwise(line.facts):
        if not (_money(one) and _money(other) and _EQUALS.fullmatch(line.between(one, other))):
            continue
        if one.value not in (1, 10, 100, 1000) or frozenset((one.unit, other.unit)) not in wanted:
            continue
        words = f"{one.surface} = {other.surface}"
        values = scale(true_values(other), 1 / one.value)
        yield Quoted(one.article, one.unit, other.unit, values, words, (one.fact, other.fact), one.sentence)


def _to_the(line: Line, wanted: set[frozenset[str]]) -> Iterator[Quoted]:
    for row in line.facts:
        name = _TO_THE.match(line.after(row)) if _money(row) and _AT.search(line.before(row)) else None
        if name is None:
            continue
        bases = (called(name[1]) or called(name[1].split()[0])) & {
            code for pair in wanted if row.unit in pair for code in pair - {row.unit}
        }
        if len(bases) == 1:
            words = f"{row.surface}{name[0]}" if name[0].startswith(" ") else f"{row.surface} {name[0]}"
            yield Quoted(
                row.article, min(bases), row.unit, true_values(row), words, (row.fact,), row.sentence
            )


def _money(row: Row) -> bool:
    return row.kind == "money" and " " not in row.unit and row.value_to != row.value_to and row.value > 0


def called(name: str) -> frozenset[str]:
    """The currencies of a name of one word or two: of `Swiss francs` one, of `dollar` many."""
    return _codes().get(name.lower(), frozenset())


@cache
def _codes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon.table("currencies"):
        if row["kind"] == "word" and not row["factor"]:
            phrase = row["phrase"].lower()
            for name in {phrase, phrase.rpartition(" ")[2]}:
                found.setdefault(name, set()).add(row["code"])
    return {name: frozenset(codes) for name, codes in found.items()}
