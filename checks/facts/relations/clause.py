"""A sentence seen as its quantities and the words before, between and after them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact, Reading

#: Kinds that state how much, and so may be tied to one another. All others are words to this stage.
CORE = frozenset({"percent", "points", "money", "count", "measurement", "ratio"})
#: Kinds that can be added up and shared out.
ADDITIVE = frozenset({"money", "count", "measurement"})
#: Kinds of levels that a change leads from and to: a rate too can rise.
LEVELS = ADDITIVE | {"percent"}

#: A bracket opened just after the figure before, with at most another conversion in it.
_BRACKET = re.compile(r"\s*\((?:(?:about|or|around|roughly)\s+)?(?:#(?:;|,|/|\s+or)\s*)?")
#: "$1.32 billion, or $2.20 a share"
_PER_SHARE = re.compile(r",? or |\s*\((?:or )?")
_SPACE = re.compile(r"\s+")
#: A bracket that holds nothing but such figures, or a year.
_ASIDE = re.compile(r" ?\((?:(?:about|or|around|roughly) )?#(?:(?:[;,/]| or) ?#){0,4}\)")


@dataclass(frozen=True, slots=True)
class Clause:
    """The quantities of a sentence in order and the words around them, in lower case.

    `gaps[i]` stands before `facts[i]`, and `gaps[-1]` after the last; white space is folded. Dates,
    times, durations and names are words like others, printed as # so that no pattern takes their
    digits or their "to" for something else.
    """

    facts: list[Fact]
    gaps: list[str]


def clause(reading: Reading, kinds: frozenset[str] = CORE) -> Clause:
    """The sentence of `reading` as a clause of its figures of the given `kinds`, which nobody changes."""
    if (known := reading.clauses.get(kinds)) is None:
        known = reading.clauses[kinds] = _clause(reading, kinds)
    return known


def _clause(reading: Reading, kinds: frozenset[str]) -> Clause:
    text, offset = reading.sentence.text, reading.sentence.start
    facts: list[Fact] = []
    gaps, at, words = [], 0, ""
    for fact in reading.facts:
        start, end = fact.figure.start - offset, fact.figure.end - offset
        words += text[at:start]
        at = end
        if fact.figure.kind in kinds and not fact.figure.vague and not _converted(facts, words, fact):
            facts.append(fact)
            gaps.append(_folded(words))
            words = ""
        else:
            words += "#"
    return Clause(facts, [*gaps, _folded(words + text[at:])])


def _converted(facts: list[Fact], words: str, fact: Fact) -> bool:
    """Whether the figure is the one before in another currency or unit: `$1.13bn (£600m)`, or per share."""
    if not facts:
        return False
    before = facts[-1].figure
    if " per share" in fact.figure.unit and before.kind == "money" and " per " not in before.unit:
        return _PER_SHARE.fullmatch(words) is not None
    if before.unit.partition(" per ")[0] == fact.figure.unit.partition(" per ")[0]:
        return False  # "10 litres a second (36,000 litres an hour)" is a rate and its total
    return _BRACKET.fullmatch(words) is not None and before.kind == fact.figure.kind in (
        "money",
        "measurement",
    )


def spaced(words: str) -> str:
    """`words` with single blanks for white space; most have no other, and are printable then."""
    return words if words.isprintable() and "  " not in words else _SPACE.sub(" ", words)


def _folded(words: str) -> str:
    text = spaced(words).lower().replace("\u2019", "'")
    return _ASIDE.sub("", text) if "#" in text else text


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def filler() -> str:
    """A pattern for the words that may stand between a tying word and its figure."""
    lists = lexicon.lists("relations")["fillers"]
    # "a year ago's 2,300", "2023's 2,300", "the prior quarter's $56m"
    times = rf"(?:(?:{any_of(lists['which_time'])}) ){{0,2}}(?:#|{any_of(lists['times'])})"
    owner = rf"{times}(?:[ -](?:ago|before|earlier))?'s"
    return rf"(?:(?:{any_of(lists['before_figure'])}|{owner}) ){{0,4}}"


def minor(part: str, whole: str) -> float:
    """What one unit `part` is of a money unit `whole`: 0.01 for a cent of "USD per barrel"; 0 for none."""
    currency = whole.partition(" per ")[0]
    if part == "penny":
        return 0.01 if currency == "GBP" else 0.0
    return 0.01 if part == "cent" and len(currency) == 3 and currency != "GBP" else 0.0


def same_measure(a: Fact, b: Fact) -> bool:
    """Whether two quantities are of one dimension, so that they can be subtracted or divided."""
    if a.figure.kind != b.figure.kind:
        return False
    first, second = a.unit or a.figure.unit, b.unit or b.figure.unit
    if first == second:
        return True
    if a.figure.kind == "count":
        # The noun is often left out the second time: "2,310 patients, from 2,841".
        return not (first and second)
    # So is the time: "£1,050 a month, from £950".
    (stem, _, per), (other, _, other_per) = first.partition(" per "), second.partition(" per ")
    return stem == other and not (per and other_per)
