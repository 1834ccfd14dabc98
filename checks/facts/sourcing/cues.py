"""All attributions of a sentence."""

from __future__ import annotations

from checks.facts.sourcing import cue_counts, cue_phrases, cue_verbs
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.words import split


def find(text: str) -> list[Cue]:
    """The attributions of the sentence `text`, in order of position."""
    words = split(text)
    cues = cue_phrases.find(text, words)
    cue_verbs.add(text, words, cues)
    cues.extend(cue_counts.find(text, words))
    cue_phrases.add_counts(text, words, cues)
    cues.sort(key=lambda cue: cue.at)
    return cues
