"""One attribution of a sentence: who vouches, and for which stretch of it."""

from __future__ import annotations

from dataclasses import dataclass

from checks.facts.sourcing.names import Who


@dataclass(slots=True)
class Cue:
    """`who` vouches for the sentence from `low` to `high` (offsets into it).

    `at` to `resume` is the attribution itself, which it does not vouch for.
    """

    who: Who
    at: int
    low: int
    high: int
    resume: int = 0

    def covers(self, start: int, end: int) -> bool:
        """True when the stretch from `start` to `end` lies in the scope."""
        return self.low <= start and end <= self.high and not self.at <= start < self.resume
