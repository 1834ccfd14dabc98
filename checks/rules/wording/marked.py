"""A sentence with a mark for each of its dates, durations, ages, ordinals and times.

Forms of words can then be told in one pattern: "D … and … D, N later" instead of the ten ways in which print
writes a date. A mark is `⟪D3⟫`: the letter of the kind and the position of the fact in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from checks.rows import Row
from checks.rules.wording.place import Line

#: Kinds of facts that are marked, and their letters; a date that spans two is an S.
LETTERS = {"date": "D", "duration": "N", "age": "A", "ordinal": "O", "time": "T"}
#: The joint of a printed span: "2004 to 2011", "13-24 June".
_TO = re.compile(r"\d\s*(?:to|until|till|through|[-\u2013\u2014])\s*\w|[a-z]\s*[-\u2013\u2014]\s*[A-Z]")
#: Between two sentences that follow one another.
NEXT = " \u00b6 "
#: Sentences further apart than this, in characters, do not follow one another.
_APART = 6


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, or two that follow one another, with marks; `rows` are the facts that the marks name."""

    text: str
    rows: tuple[Row, ...]

    def row(self, found: re.Match[str], name: str) -> Row | None:
        """The fact that a group of a match names, if the pattern has it and it matched."""
        at = found.groupdict().get(name)
        return None if at is None else self.rows[int(at)]


def mark(letters: str, name: str) -> str:
    """The pattern of a mark of one of the kinds `letters`, as the group `name`.

    >>> bool(re.search(mark("D", "first"), "in ⟪D0⟫"))
    True
    """
    return rf"\u27ea[{letters}](?P<{name}>\d+)\u27eb"


def marked(line: Line, first: int = 0) -> Marked:
    """The sentence with marks that count from `first`."""
    text, at, parts = line.text, 0, []
    for n, row in enumerate(line.facts):
        letter = LETTERS.get(row.kind)
        start, end = line.start(row), line.end(row)
        if letter is None or start < at:
            continue
        if letter == "D" and _TO.search(row.surface):
            letter = "S"
        parts += [text[at:start], f"\u27ea{letter}{first + n}\u27eb"]
        at = end
    return Marked("".join([*parts, text[at:]]), tuple(line.facts))


def windows(lines: Iterable[Line]) -> Iterator[Marked]:
    """Every two sentences of one article that follow one another."""
    for one, other in pairwise(lines):
        if one.facts[0].article == other.facts[0].article and _follow(one, other):
            text = marked(one).text + NEXT + marked(other, len(one.facts)).text
            yield Marked(text, (*one.facts, *other.facts))


def _follow(one: Line, other: Line) -> bool:
    ends = one.facts[-1].end + len(one.after(one.facts[-1]))
    begins = other.facts[0].start - len(other.before(other.facts[0]))
    return bool(0 <= begins - ends <= _APART)
