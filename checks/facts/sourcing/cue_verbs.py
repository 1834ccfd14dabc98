"""Attributions with a verb: "X said that …", "…, said X", "a poll found"."""

from __future__ import annotations

import re
from functools import cache

from checks.facts.sourcing import cue_passive, names
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.names import NOBODY, Who
from checks.facts.sourcing.verb_forms import CLAUSE, is_aside, is_noun, may_show, speaks
from checks.facts.sourcing.words import QUOTES, VerbKind, Words, grammar, group, jobs, verbs

_PARTED = QUOTES | {",", "—", "–", "-"}
_PAUSE = re.compile(r"[,;“\"—]|''")


def add(text: str, words: Words, cues: list[Cue]) -> None:
    """Append to `cues` what each reporting verb of the sentence attributes."""
    known = verbs()
    if known.keys().isdisjoint(words.low):
        return
    for i, low in enumerate(words.low):
        kind = known.get(low)
        if kind is not None and (cue := _cue(text, words, i, kind, cues)) is not None:
            cues.append(cue)


def _cue(text: str, words: Words, i: int, kind: VerbKind, sofar: list[Cue]) -> Cue | None:
    if (passive := cue_passive.find(text, words, i)) is not None:
        return passive
    if cue_passive.is_passive(words, i) or is_noun(words, i) or not speaks(words, i, kind):
        return None
    if words.low[i].endswith("ing") and words.at(i - 1) not in grammar("be"):
        return _participle(text, words, i, kind, sofar)
    afterwards = kind == "say" and words.raw[i - 1] in _PARTED and words.low[i] != "told"
    if afterwards and (inverted := _inverted(text, words, i)) is not None:
        return inverted
    return _active(text, words, i, kind, sofar)


def _participle(text: str, words: Words, i: int, kind: VerbKind, sofar: list[Cue]) -> Cue | None:
    """ "…, adding that": whoever spoke before in the sentence, or is its subject, goes on."""
    papers = group("sources", "documents")
    if kind == "show" and papers.isdisjoint(words.low[:i]):
        return None
    who = sofar[-1].who if sofar else leading(words, i)
    subject, start = names.before(words, i)
    if not papers.isdisjoint(words.low[start:i]):
        who = subject  # "…, with some estimates putting it at 200,000"
    return None if who is NOBODY else Cue(who, words.starts[i], words.ends[i], len(text))


def _active(text: str, words: Words, i: int, kind: VerbKind, sofar: list[Cue]) -> Cue | None:
    """ "X said that …", or "…, X said" after what is said."""
    if kind == "show" and not may_show(words, 0, i, aside=True):  # whatever stands before it
        return None
    who, start = names.before(words, i)
    if who is NOBODY and words.at(i - 1) in {"and", "but"} and (kind != "show" or words.at(i + 1) == "that"):
        who, start = (sofar[-1].who if sofar else leading(words, i)), i
    aside = start > 0 and words.raw[start - 1] in _PARTED and is_aside(words, i)
    if who is NOBODY or (kind == "show" and not may_show(words, start, i, aside)):
        return None
    if aside:
        return Cue(who, words.starts[start], 0, len(text), resume=_resume(text, words.ends[i]))
    opening = words.ends[i]
    if words.low[i] in grammar("addressed"):
        clause = (words.ends[k] for k in range(i + 1, min(i + 9, len(words))) if words.low[k] in CLAUSE)
        opening = next(clause, opening)
    return Cue(who, words.starts[start], opening, len(text), resume=words.ends[i])


@cache
def _no_subject() -> frozenset[str]:
    """What no sentence begins with that begins with a name."""
    return (grammar("determiners") | grammar("beside_nouns")) - {"the"}


def leading(words: Words, limit: int) -> Who:
    """The name that the sentence begins with, as the subject of a verb at `limit` or before."""
    if words.low[0] in _no_subject():
        return NOBODY
    end, bodies, trades = 0, group("sources", "bodies"), jobs()
    while end < min(limit, 8) and (
        words.capital(end)
        or (low := words.low[end]) in {"the", "of", "for"}
        or (end and low in bodies)
        or (low in trades and end + 1 < limit and words.capital(end + 1))
        or (low == "." and not words.stop(end))
    ):
        end += 1
    if end and words.raw[end - 1].endswith(("’s", "'s")):
        end = next(
            (k + 1 for k in range(end, min(limit, end + 5)) if words.capital(k) or words.low[k] in bodies),
            end,
        )
    return names.judge(words, 0, end) if end else NOBODY


def _inverted(text: str, words: Words, i: int) -> Cue | None:
    """ "…, said X": the subject follows, and nothing is said after it."""
    first = words.at(i + 1)
    if (
        not first
        or first in grammar("beside_nouns")
        or first in QUOTES
        or first == "that"
        or not first[0].isalpha()
    ):
        return None
    who, end = names.after(words, i + 1, limit=10)
    if who is NOBODY or any(c.isdigit() for c in who.name) or first in {"it", "they"}:
        return None
    quoted = words.raw[i - 1] in QUOTES
    if not quoted and words.at(end) not in {".", ",", "—", "–", ";", "in", "on", "at", "who", "during", ""}:
        return None
    if not quoted and (
        "," in words.raw[: i - 1] and words.at(end) == "." and not words.capital(i + 1) and end - i > 6
    ):
        return None
    return Cue(who, words.starts[i], 0, len(text), resume=_resume(text, words.ends[end - 1]))


def _resume(text: str, offset: int) -> int:
    """Where the saying goes on after an attribution in the midst of it."""
    found = _PAUSE.search(text, offset)
    return found.end() if found else len(text)
