"""Attributions with a verb: "X said that …", "…, said X", "a poll found", "is believed to"."""

from __future__ import annotations

import re

from checks.facts.sourcing import names
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.names import NOBODY, Who
from checks.facts.sourcing.words import PRONOUNS, QUOTES, VerbKind, Words, grammar, group, verbs

_PARTED = QUOTES | {",", "—", "–", "-"}
_CLAUSE = frozenset(["that", ",", ":", "“", '"'])
_CLAUSE_START = re.compile(r",(?!\d)|[;:—“]|\b(?:and|but|while|that)\b")
_PAUSE = re.compile(r"[,;“\"—]|''")


def add(text: str, words: Words, cues: list[Cue]) -> None:
    """Append to `cues` what each reporting verb of the sentence attributes."""
    known = verbs()
    for i, low in enumerate(words.low):
        kind = known.get(low)
        if kind is not None and (cue := _cue(text, words, i, kind, cues)) is not None:
            cues.append(cue)


def _cue(text: str, words: Words, i: int, kind: VerbKind, sofar: list[Cue]) -> Cue | None:
    low, prior, following = words.low[i], words.at(i - 1), words.at(i + 1)
    participle = low.endswith("ing") and prior not in grammar("be")
    if (prior in grammar("be") or prior == "reportedly") and not low.endswith("ing"):
        return _passive(text, words, i)
    if following == "by" and low in group("verbs", "made"):
        return _by(text, words, i, i + 2)
    if _is_noun(words, i) or not _speaks(words, i, kind):
        return None
    if participle:
        if kind == "show" and group("sources", "documents").isdisjoint(words.low[:i]):
            return None
        who = sofar[-1].who if sofar else leading(words, i)
        subject, start = names.before(words, i)
        if not group("sources", "documents").isdisjoint(words.low[start:i]):
            who = subject  # "…, with some estimates putting it at 200,000"
        return None if who is NOBODY else Cue(who, words.starts[i], words.ends[i], len(text))
    if kind == "say" and prior in _PARTED and (inverted := _inverted(text, words, i)) is not None:
        return inverted
    who, start = names.before(words, i)
    if who is NOBODY and prior in {"and", "but"} and (kind != "show" or following == "that"):
        who, start = (sofar[-1].who if sofar else leading(words, i)), i
    if who is NOBODY or (kind == "show" and not _may_show(words, start, i)):
        return None
    if start and words.raw[start - 1] in _PARTED and _is_aside(words, i):
        return Cue(who, words.starts[start], 0, len(text), resume=_resume(text, words.ends[i]))
    opening = words.ends[i]
    if low in grammar("addressed"):
        clause = (words.ends[k] for k in range(i + 1, min(i + 9, len(words))) if words.low[k] in _CLAUSE)
        opening = next(clause, opening)
    return Cue(who, words.starts[start], opening, len(text), resume=words.ends[i])


def _speaks(words: Words, i: int, kind: VerbKind) -> bool:
    """False where the form at `i` does something else than attribute."""
    low, prior, following = words.low[i], words.at(i - 1), words.at(i + 1)
    if kind == "hear" or prior in grammar("determiners") or prior == "to":
        return False
    if low == "called":
        return following == "for"
    if low in grammar("need_that"):
        return following in _CLAUSE
    if low in grammar("sums"):
        return not (
            following in grammar("amount")
            or (following and not following[0].isalpha() and following not in _CLAUSE | {"."})
        )
    if low == "claimed" and (following[:1].isdigit() or "lives" in words.low[i + 1 : i + 4]):
        return False
    return not (kind == "think" and (prior in grammar("modal") or prior.endswith(("'d", "’d", "'ll", "’ll"))))


def _is_noun(words: Words, i: int) -> bool:
    """True where a form such as "estimates" or "reports" is a noun."""
    if words.low[i] not in grammar("also_nouns"):
        return False
    prior, following = words.at(i - 1), words.at(i + 1)
    if words.low[i] == "estimate" and prior == ",":  # "the courts, which heard him, estimate"
        return False
    if not prior or prior in grammar("determiners") | grammar("beside_nouns") or prior.endswith(("’s", "'s")):
        return True
    if words.low[i] in {"claim", "estimate"} and not (prior.endswith("s") or prior in PRONOUNS):
        return True
    if following in grammar("determiners") or following in PRONOUNS or following == "that":
        return False
    if following[:1].isdigit() or following in {"$", "£", "€"}:
        return False
    if following in {".", ","} and _ends_aside(words, i):
        return False
    if following in verbs() or following in grammar("beside_nouns") or following in grammar("be"):
        return True
    people = group("sources", "unnamed") | group("sources", "officials") | group("sources", "documents")
    return not (words.capital(i - 1) or prior in PRONOUNS or prior in people)


def _ends_aside(words: Words, i: int) -> bool:
    """True for "…, the IMF estimates.": a name between a comma and the form at `i`."""
    start = i
    while start and words.capital(start - 1):
        start -= 1
    if start and words.low[start - 1] == "the":
        start -= 1
    return 0 < start < i and words.raw[start - 1] == ","


def _by(text: str, words: Words, i: int, name: int) -> Cue | None:
    """ "compiled by X": `name` is the index after "by"."""
    who, end = names.after(words, name)
    return None if who is NOBODY else Cue(who, words.starts[i], 0, len(text), resume=words.ends[end - 1])


def _passive(text: str, words: Words, i: int) -> Cue | None:
    """ "was reported by X" has a source; "is believed to", "was put at" hide theirs."""
    low, following = words.low[i], words.at(i + 1)
    if low in group("verbs", "made"):
        for j in range(i + 1, min(len(words), i + 6)):
            if words.low[j] == "by":
                return _by(text, words, i, j + 1)
            if words.low[j] in {"to", "that", "at", ","}:
                break
    if low in group("verbs", "hearsay") and following in {"to", "that", "at", "as"}:
        who = Who(text[words.starts[i - 1] : words.ends[i]], vague=True)
        subject = max((m.end() for m in _CLAUSE_START.finditer(text, 0, words.starts[i - 1])), default=0)
        return Cue(who, words.starts[i - 1], subject, len(text), resume=words.ends[i])
    return None


def leading(words: Words, limit: int) -> Who:
    """The name that the sentence begins with, as the subject of a verb at `limit` or before."""
    if words.low[0] in grammar("determiners") - {"the"} or words.low[0] in grammar("beside_nouns"):
        return NOBODY
    end = 0
    while end < min(limit, 8) and (
        words.capital(end)
        or words.low[end] in {"the", "of", "for"}
        or (words.raw[end] == "." and not words.stop(end))
    ):
        end += 1
    if end and words.raw[end - 1].endswith(("’s", "'s")):
        end = next((k + 1 for k in range(end, min(limit, end + 5)) if words.capital(k)), end)
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


def _is_aside(words: Words, i: int) -> bool:
    """True when what follows the verb at `i` tells when or where it was said, and not what."""
    j = i + 1
    if words.at(j) in {",", ":"} and words.at(j + 1) in QUOTES:
        return False
    if words.low[i] in grammar("addressed"):
        while j < min(len(words), i + 8) and words.low[j] not in grammar("tail"):
            j += 1
    if j >= len(words) or words.low[j] in QUOTES:
        return True
    if words.low[j] not in grammar("tail"):
        return False
    for k in range(j, min(len(words), j + 12)):
        if words.low[k] == "that":
            return False
        if words.low[k] in {",", "."}:
            break
    return True


def _may_show(words: Words, start: int, i: int) -> bool:
    """True when the subject from `start` on is a paper or count, or a body and a clause follows."""
    if not group("sources", "documents").isdisjoint(words.low[start:i]):
        return True
    if words.low[i] in {"put", "puts"}:
        return "at" in words.low[i + 2 : i + 10]
    if words.low[i] in grammar("weak"):
        return False
    return "that" in words.low[i + 1 : i + 3] or (words.low[i] in {"found", "finds"} and words.capital(i - 1))
