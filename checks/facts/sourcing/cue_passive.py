"""Attributions with a passive: "was reported by X", "the court was told", "is believed to"."""

from __future__ import annotations

import re

from checks.facts.sourcing import names
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.names import NOBODY, Who
from checks.facts.sourcing.words import Words, grammar, group

#: Whoever does this to an amount stands behind it: "was valued at $3m by the bank".
_VALUED = frozenset(
    {"put", "valued", "estimated", "reckoned", "placed", "assessed", "calculated", "priced", "given"}
)
_CLAUSE_START = re.compile(r",(?!\d)|[;:—“]|\b(?:and|but|while|that)\b")


def find(text: str, words: Words, i: int) -> Cue | None:
    """What the participle at `i` attributes: after a form of "be", before "by", or after a court."""
    if is_passive(words, i):
        return _passive(text, words, i)
    if words.at(i + 1) == "by" and _made(words, i):
        return _by(text, words, i, i + 2)
    if words.low[i] == "heard" and words.at(i + 1) != "of":
        return _heard(text, words, i, i)
    return None


def is_passive(words: Words, i: int) -> bool:
    """True where the form at `i` can be no active verb."""
    prior = words.at(i - 1)
    return (prior in grammar("be") or prior == "reportedly") and not words.low[i].endswith("ing")


def _heard(text: str, words: Words, i: int, end: int) -> Cue | None:
    """ "The court heard", "MPs were told": whoever hears it stands right before index `end`."""
    if words.at(end - 1) not in group("sources", "hearings"):
        return None
    who, start = names.before(words, end)
    return None if who is NOBODY else Cue(who, words.starts[start], words.ends[i], len(text))


def _by(text: str, words: Words, i: int, name: int) -> Cue | None:
    """ "compiled by X": `name` is the index after "by"."""
    who, end = names.after(words, name)
    return None if who is NOBODY else Cue(who, words.starts[i], 0, len(text), resume=words.ends[end - 1])


def _made(words: Words, i: int) -> bool:
    """True where the participle at `i` tells who made a count, and not who made a thing."""
    low = words.low[i]
    if low not in group("verbs", "made"):
        return False
    near = words.low[max(0, i - 8) : i]
    return low not in group("verbs", "made_papers") or not group("sources", "documents").isdisjoint(near)


def _passive(text: str, words: Words, i: int) -> Cue | None:
    """ "was reported by X" has a source; "is believed to", "was put at" hide theirs."""
    low, following = words.low[i], words.at(i + 1)
    if low == "told":
        return _heard(text, words, i, i - 1)
    if _made(words, i):
        for j in range(i + 1, min(len(words), i + 6)):
            if words.low[j] == "by":
                return _by(text, words, i, j + 1)
            if words.low[j] in {"to", "that", "at", ","}:
                break
    if low in _VALUED and following == "at":  # "was put at 2,100 by the ministry"
        for j in range(i + 2, min(len(words), i + 14)):
            if words.low[j] == "by":
                return _by(text, words, j, j + 1)
            if words.low[j] in {",", ";", "and", "but"} or words.stop(j):
                break
    if low in group("verbs", "hearsay") and following in {"to", "that", "at", "as"}:
        who = Who(text[words.starts[i - 1] : words.ends[i]], vague=True)
        subject = max((m.end() for m in _CLAUSE_START.finditer(text, 0, words.starts[i - 1])), default=0)
        return Cue(who, words.starts[i - 1], subject, len(text), resume=words.ends[i])
    return None
