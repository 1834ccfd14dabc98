"""Attributions by a noun: "by the count of X", "X raised its forecast to", "; the figure is from X"."""

from __future__ import annotations

import re
from bisect import bisect_left

from checks.facts.sourcing import names
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.cue_verbs import leading
from checks.facts.sourcing.names import NOBODY, Who
from checks.facts.sourcing.people import is_vague
from checks.facts.sourcing.words import Words

_COUNTS = (
    r"(?:counts?|estimates?|reckoning|calculations?|account|tally|figures?|projections?|forecasts?|data)"
)
#: "by the count of the ministry", "on estimates from the bank"
_COUNT_OF = re.compile(rf"\b(?:by|on|in) (?:the |an? )?(?:\w+ )?{_COUNTS} (?:of|from|by) ", re.IGNORECASE)
#: "in his view", "on the institute's reckoning", "in Harker's estimation"
_VIEW = re.compile(
    r"\b(?:in|on|to) (his|her|their|[^\s,.;:“”\"]{1,40}(?: [^\s,.;:“”\"]{1,40}){0,5}?(?:['’]s|s['’])) "
    r"(?:own )?"
    r"(?:view|opinion|estimation|judgment|judgement|eyes|mind|reckoning|figures|numbers|calculations?)\b",
    re.IGNORECASE,
)
#: "…; the figure is from the bank", "… - a number that comes from the bank"
_ITS_MAKER = re.compile(
    r"[;—–(-] ?(?:the|this|that|these|those|an?) "
    r"(?:figure|number|estimate|count|tally|total|calculation|data)s? "
    r"(?:that |which )?(?:(?:is|are|was|were|comes?|came|taken|given|provided|supplied) )*(?:from|by) ",
    re.IGNORECASE,
)
#: "cut its forecast for growth to 2%", "raised their estimate of losses"
_REVISED = re.compile(
    r"\b(?:cuts?|raise[ds]?|lower(?:ed|s)|lift(?:ed|s)|trim(?:med|s)|upgrade[ds]|downgrade[ds]|keeps?|kept|revise[ds]|"
    r"reduce[ds]|increase[ds]|hike[ds]|slash(?:ed|es)|nudge[ds]|boost(?:ed|s)|maintain(?:ed|s)|reiterate[ds]|"
    r"h[eo]lds?|narrow(?:ed|s)|unchanged) (?:up |down )?(?:its|his|her|their) (?:[\w-]+ ){0,4}?"
    r"(?:forecast|estimate|projection|outlook|guidance|prediction|expectation)s?\b",
    re.IGNORECASE,
)
_OWNERS = frozenset({"its", "his", "her", "their"})
#: "the ministry's own figure is 3.8m"
_OWN = re.compile(
    rf"(?<!\S)([^\s,.;:“”\"]{{1,40}}(?: [^\s,.;:“”\"]{{1,40}}){{0,6}}?(?:['’]s|s['’])) "
    rf"(?:\w+ ){{0,2}}?{_COUNTS} (?:is|are|was|were|stands?|stood)\b"
)
#: "the 4.7% analysts had expected", "a fall of 3% forecast by economists": what was awaited, not what came
_AWAITED = re.compile(
    r"(?<=[\d%a-z] )((?:(?!per ?cent\b|cent\b|\w{1,9}illion\b|tonnes\b|points\b)[A-Za-z-]{1,30} )?"
    r"(?:analysts|economists|forecasters|investors|experts|markets|traders)"
    r"(?: (?:polled|surveyed) by [A-Z]\w+)?) (?:had |have )?"
    r"(?:expected|forecast|predicted|estimated|anticipated)\b"
    r"(?=[.,;]|$| for | in )"
)
_AWAITED_BY = re.compile(r"\b(?:expected|forecast|predicted|anticipated|estimated|projected) by ")
#: "…, pointing to a 3% jump in orders"
_POINTING = re.compile(r",? pointing (?:to|out) ")
#: one of these words is in all that is found here
_HINTS = frozenset({
    "account", "anticipated", "calculation", "calculations", "count", "counts", "data", "estimate",
    "estimated", "estimates", "estimation", "expectation", "expectations", "expected", "eyes", "figure",
    "figures", "forecast", "forecasts", "guidance", "judgement", "judgment", "mind", "number", "numbers",
    "opinion", "outlook", "outlooks", "pointing", "predicted", "prediction", "predictions", "projected",
    "projection", "projections", "reckoning", "tally", "total", "totals", "view",
})  # fmt: skip
_AMOUNT = re.compile(r"\d[\d.,]*(?:%|\b)[^,;]{0,40}$")


def find(text: str, words: Words) -> list[Cue]:
    """The attributions of `text` to whoever made, holds or awaited a count."""
    if _HINTS.isdisjoint(words.low):
        return []
    cues = []
    for m in (*_COUNT_OF.finditer(text), *_ITS_MAKER.finditer(text)):
        who, end = names.after(words, bisect_left(words.starts, m.end()))
        if who is not NOBODY and not who.pronoun:
            cues.append(Cue(who, m.start(), 0, len(text), resume=words.ends[end - 1]))
    for m in _VIEW.finditer(text):
        low = m.group(1).lower()
        pronoun = {"his": "he", "her": "she", "their": "they"}.get(low)
        name = pronoun or names.clean(m.group(1))
        if name:
            cues.append(Cue(Who(name, pronoun=bool(pronoun)), m.start(), 0, len(text), resume=m.end()))
    for m in _REVISED.finditer(text) if not _OWNERS.isdisjoint(words.low) else ():
        who, _ = names.before(words, bisect_left(words.starts, m.start()))
        if who is not NOBODY:
            cues.append(Cue(who, m.start(), m.end(), len(text), resume=m.end()))
    if "’" in text or "'" in text:
        cues.extend(
            Cue(Who(name), m.start(), m.end(), len(text), resume=m.end())
            for m in _OWN.finditer(text)
            if (name := names.clean(m.group(1))) and name.lower() not in {"today", "yesterday", "it"}
        )
    for m in _POINTING.finditer(text) if "pointing" in text else ():
        who = leading(words, bisect_left(words.starts, m.start() + 1))
        if who is not NOBODY:
            cues.append(Cue(who, m.start(), m.end(), len(text), resume=m.end()))
    cues.extend(_awaited(text, words))
    return cues


def _awaited(text: str, words: Words) -> list[Cue]:
    """What somebody had expected is told right before: its stretch begins with its own noun phrase."""
    cues = []
    for m in _AWAITED.finditer(text):
        if low := _amount(text, m.start()):
            name = m.group(1)
            cues.append(Cue(Who(name, vague=is_vague(name)), m.start(), low, m.start()))
    for m in _AWAITED_BY.finditer(text) if " by " in text else ():
        who, _ = names.after(words, bisect_left(words.starts, m.end()))
        if who is not NOBODY and (low := _amount(text, m.start())):
            cues.append(Cue(who, m.start(), low, m.start()))
    return cues


def _amount(text: str, end: int) -> int:
    """Where the amount begins that stands right before `end`, or 0."""
    found = _AMOUNT.search(text, max(0, end - 60), end)
    return found.start() if found else 0
