"""Attributions without a verb: "according to X", "per X", "a Gallup poll", "(Source: X)", a dateline."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from checks.facts.sourcing import names
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.names import NOBODY, Who
from checks.facts.sourcing.words import Words, grammar, group

_ACCORDING = re.compile(
    r"\b(?:according to|as per|in the words of|(citing|quoting)|(based on))\b", re.IGNORECASE
)
#: "per" before a name; "per Iranian barrel" is kept out by what stands before: a comma, a bracket,
#: or nothing ("…, per RAND."), or by the name being the last thing said.
_PER = re.compile(
    r"(?:[,(—–]\s?|^)[Pp]er (?=(?:the |an? )?[A-Z])|\bper (?=(?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,5}[.)]*$)"
)
#: one of these is in all that `_ACCORDING` and `_PER` find
_OPENINGS = ("according to", "per ", "words of", "citing", "quoting", "based on")
#: "by the union's count"
_RECKONED = re.compile(
    r"\bby ((?:the |its |his |her |their )?[^\s,.;:“”\"]+(?: [^\s,.;:“”\"]+){0,5}?(?:['’]s|s['’])) (?:own )?"
    r"(?:count|estimates?|reckoning|calculations?|account|tally|figures|projections?)\b",
    re.IGNORECASE,
)
#: one of these is in all that `_RECKONED` and `_nobodys` find
_RECKONINGS = (
    "calculation", "count", "emerged", "estimate", "figures", "has it that", "projection",
    "reckoning", "tally", "transpired",
)  # fmt: skip
_SOURCE = re.compile(r"\bsources?:\s*([^()\n]{2,80})", re.IGNORECASE)
#: "LONDON (Reuters) -", "(CNN) —", and in India "NEW DELHI, March 3 (PTI)" without a dash.
_DATELINE = re.compile(r"(?:[A-Z][\w .,/'’-]{1,40}|)\((\w[\w /&.-]{1,30})\)(\s*[-–—:])?")
_IN_BRACKETS = re.compile(r"\(([A-Z][^(),\n]{1,40})(?:,? \d{4})?\)")
_STUDY = re.compile(r"\(([A-Z][\w’'-]+(?: (?:and|&) [A-Z][\w’'-]+| et al\.?)?),? \d{4}\w?\)")


def find(text: str, words: Words) -> list[Cue]:
    """The attributions of `text` that a fixed phrase or a bracket makes."""
    cues = []
    lowered = text.lower()
    if any(phrase in lowered for phrase in _OPENINGS):
        for m in (*_ACCORDING.finditer(text), *_PER.finditer(text)):
            who, end = names.after(words, bisect_left(words.starts, m.end()))
            if who is NOBODY or (m.lastindex and not _says_something(who.name, name=m.lastindex == 1)):
                continue
            cues.append(Cue(who, m.start(), 0, len(text), resume=words.ends[end - 1]))
    if any(word in lowered for word in _RECKONINGS):
        cues.extend(_reckoned(text))
    if "ource" in lowered:
        cues.extend(
            Cue(Who(m.group(1).strip(" .")), m.start(), 0, len(text), resume=m.end())
            for m in _SOURCE.finditer(text)
        )
    if "(" in text:
        cues.extend(_bracketed(text))
    return cues


def _reckoned(text: str) -> list[Cue]:
    """ "By the union's count" has a source; "by some accounts", "it emerged that" have none to ask."""
    cues = [
        Cue(Who(name), m.start(), 0, len(text), resume=m.end())
        for m in _RECKONED.finditer(text)
        if (name := names.clean(m.group(1)))
    ]
    for m in _nobodys().finditer(text):
        low = m.end() if m.group().lower().startswith("it ") else 0
        cues.append(Cue(Who(m.group(), vague=True), m.start(), low, len(text), resume=m.end()))
    return cues


@cache
def _nobodys() -> re.Pattern[str]:
    """The phrases that put a statement down to nobody."""
    phrases = "|".join(map(re.escape, sorted(group("phrases", "nobody"))))
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


def _bracketed(text: str) -> list[Cue]:
    agencies = group("sources", "agencies")
    cues = []
    if (m := _DATELINE.match(text)) and m.group(1).strip() in agencies and (m.group(2) or text[:3].isupper()):
        cues.append(Cue(Who(m.group(1).strip()), 0, m.end(), len(text)))
        return cues
    for m in (*_IN_BRACKETS.finditer(text), *_STUDY.finditer(text)):
        name = m.group(1).strip()
        if m.re is _STUDY or name.removeprefix("The ") in agencies:
            cues.append(Cue(Who(name), m.start(), 0, m.start()))
    return cues


def _says_something(cited: str, name: bool) -> bool:
    """True when what is cited is a paper, or where a `name` will do a name, and not fears or pressure."""
    parts = cited.split()
    lows = cited.lower().split()
    if not group("sources", "documents").isdisjoint(lows):
        return True
    return name and (any(p[0].isupper() for p in parts) or lows[-1] in group("sources", "bodies"))


def add_counts(text: str, words: Words, cues: list[Cue]) -> None:
    """Add the counts whose maker stands beside them: "a Gallup poll", "figures from the ONS"."""
    counts = group("sources", "counts")
    if counts.isdisjoint(words.low):
        return
    for i, low in enumerate(words.low):
        named_so = words.capital(i) and i + 1 < len(words) and words.capital(i + 1)  # National Audit Office
        if low in counts and not named_so and not any(cue.at <= words.starts[i] < cue.resume for cue in cues):
            who = _made_by(words, i)
            if who is not NOBODY and not who.pronoun and not who.vague:
                cues.append(Cue(who, words.starts[i], 0, len(text)))


def _made_by(words: Words, i: int) -> Who:
    """Who made the count that word `i` names."""
    if (
        words.at(i + 1) in {"by", "from"}
        and i + 2 < len(words)
        and (words.capital(i + 2) or words.low[i + 2] == "the")
    ):
        return names.after(words, i + 2)[0]
    start, others = i, grammar("no_makers")
    while start and i - start < 6 and words.capital(start - 1) and words.low[start - 1] not in others:
        start -= 1
    return names.judge(words, start, i + 1) if start < i else NOBODY
