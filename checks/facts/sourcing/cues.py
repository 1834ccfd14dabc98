"""The attributions of a sentence: who vouches, and for which stretch of it."""

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


def find(text: str) -> list[Cue]:
    """The attributions of the sentence `text`, in order of position."""
    from checks.facts.sourcing import cue_phrases, cue_verbs
    from checks.facts.sourcing.words import split

    words = split(text)
    cues = cue_phrases.find(text, words)
    cue_verbs.add(text, words, cues)
    cue_phrases.add_counts(text, words, cues)
    cues.sort(key=lambda cue: cue.at)
    return cues
