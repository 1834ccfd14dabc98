"""What matching did not compare, so that the work grows like the articles; it is told and never silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

#: words that a line names
_NAMED = 3


@dataclass
class LeftOut:
    """Counts of what was left out; those of several groups add up (see `add`).

    `split`: each word or run of digits that too many figures share, with their number; `figures` of those
    were compared with the nearest of a group only. `crowded` of `articles` share their rarest words with too
    many others to be asked which they retell. `severed` links between articles were not followed, since a
    group would have become too large; `everybodys`: what too many articles share to be linked by it, with
    how many.
    """

    split: Counter[str] = field(default_factory=Counter)
    figures: int = 0
    crowded: int = 0
    articles: int = 0
    severed: int = 0
    everybodys: Counter[str] = field(default_factory=Counter)

    def add(self, other: LeftOut) -> None:
        """Count what `other` left out as well."""
        self.split |= other.split
        self.everybodys |= other.everybodys
        self.figures += other.figures
        self.crowded += other.crowded
        self.articles += other.articles
        self.severed += other.severed

    def record(self) -> dict[str, Any]:
        """The counts as JSON can hold them; see `of`."""
        return {**vars(self), "split": dict(self.split), "everybodys": dict(self.everybodys)}

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> LeftOut:
        """The counts in a `record`."""
        words = {name: Counter(record[name]) for name in ("split", "everybodys")}
        return cls(**{**record, **words})

    def lines(self) -> Iterator[str]:
        """What was left out, in words; nothing where all was compared."""
        from checks.matching.blocks import HOT
        from checks.matching.groups import HOLDERS, MOST, OWNED
        from checks.matching.kinship import COMMON

        if self.crowded:
            yield (
                f"{self.crowded:,} of {self.articles:,} articles share their rarest words with more than"
                f" {COMMON} others; which of those they retell was not looked into"
            )
        if self.split:
            yield (
                f"{_many(len(self.split), 'word')} or digits ({_largest(self.split)}) stand in more than"
                f" {HOT} figures each; those were compared only where they share an owner or a rare word"
            )
        if self.figures:
            yield (
                f"{_many(self.figures, 'figure')} of those have an owner in common with more than {HOT}"
                f" others and were compared with the {HOT} nearest of them only"
            )
        if self.everybodys:
            yield (
                f"{_many(len(self.everybodys), 'measure')} with an owner ({_largest(self.everybodys)}) stand"
                f" in more than {HOLDERS[OWNED]} articles each; those were compared only where they share"
                " something rarer"
            )
        if self.severed:
            yield (
                f"{_many(self.severed, 'weak tie')} between articles were left aside, since at most {MOST}"
                " articles are compared with one another"
            )


def _largest(counts: Mapping[str, int]) -> str:
    known = [word for word in counts if not word.startswith("#")]
    largest = sorted(known, key=lambda word: (-counts[word], word))[:_NAMED]
    return ", ".join(largest) + (", …" if len(counts) > len(largest) else "")


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
