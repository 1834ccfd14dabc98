"""A change tied to the level it led to and the level it came from: `up 12% to $56m from $50m`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import LEVELS, Clause, any_of, filler, same_measure

Direction = Literal["up", "down", ""]


class Pattern(NamedTuple):
    """The words around three quantities; each is None where anything may stand.

    `order` says which part each of the three plays: c(hange), n(ew), o(ld).
    """

    order: str
    before: re.Pattern[str] | None
    first: re.Pattern[str]
    second: re.Pattern[str]
    after: re.Pattern[str] | None


PARTS = {"c": "change", "n": "new", "o": "old"}
_APART = re.compile(r"\b(?:and|but|while|whereas|which|who|although|though|because)\b|\bafter (?:a|an|the)\b")
#: "5% a year" is a step of several.
_EACH = re.compile(r" ?(?:an?|per|each|every) (?:annum|year|quarter|month|week|day)\b")
_STEP = re.compile(
    r"\b(?:(?:on|from|over|in) the|(?:on|from) a|from last|(?:month|year|quarter|week|day)-on-)"
    r" ?(?:previous |prior |preceding |same |last )?(day|week|month|quarter|year)\b"
)
_AGO = re.compile(
    r"\b(?:an?|the|one|last|previous|prior|same|preceding) (day|week|month|quarter|year)\b"
    r"|\b(year)-(?:earlier|ago)\b"
)


@cache
def directions() -> Mapping[str, Direction]:
    """The direction of each word of change."""
    words = lexicon.lists("change")
    found: dict[str, Direction] = {}
    for kind in ("words", "nouns", "verbs"):
        found |= dict.fromkeys(words[kind]["up"], "up") | dict.fromkeys(words[kind]["down"], "down")
    return found


@cache
def _patterns() -> tuple[Pattern, ...]:
    words, ties = lexicon.lists("change"), lexicon.lists("relations")["changes"]
    nouns = any_of((*words["nouns"]["up"], *words["nouns"]["down"]))
    verbs = any_of((*words["verbs"]["up"], *words["verbs"]["down"], "up", "down"))
    more = any_of((*words["words"]["up"], *words["words"]["down"]))
    versus, fill = any_of(ties["versus"]), filler()
    gap = r"[^;:()]{0,60}?"
    aside = r"[^;:()]{0,50}?(?:,|\(| [-\u2013\u2014]) ?(?:(?:or|representing|marking|that is) )?"

    def ends(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"{pattern}{fill}$")

    verb = ends(rf"\b(?P<word>{verbs})(?: (?!from |to |and )[\w'-]+,?){{0,3}} ")
    noun_of = ends(rf"\b(?P<word>{nouns})(?: in [\w' -]{{0,30}})? of ")
    noun = rf" (?:[\w'-]+ ){{0,2}}(?P<word>{nouns})\b"
    to, old, start = ends(rf"{gap}\bto "), ends(rf"{gap}\b(?:{versus}) "), ends(r"\bfrom ")
    noun_next = re.compile(rf" (?:[\w'-]+ ){{0,2}}(?P<word>{nouns}|{more})\b")
    verb_from = ends(rf"\b(?P<word>{verbs})(?: [\w'-]+,?){{0,4}} from ")
    asides = (
        (ends(rf"{aside}(?P<word>up|down) (?:by )?"), None),
        (ends(rf"{aside}(?:an? )?(?:[\w'-]+ ){{0,2}}(?P<word>{nouns}) of "), None),
        (ends(aside), noun_next),
    )
    found = [Pattern("cno", before, to, old, None) for before in (verb, noun_of)]
    found += [Pattern("con", before, ends(rf",?{gap}\bfrom "), to, None) for before in (verb, noun_of)]
    found += [
        Pattern("cno", None, ends(rf"{noun}{gap}\bto "), old, None),
        Pattern("con", None, ends(rf"{noun}{gap}\bfrom "), to, None),
        Pattern("onc", verb_from, to, ends(r"[^;:()]{0,40}?(?:,| \() ?or "), None),
        Pattern("ocn", verb_from, ends(rf"{gap}\bby "), to, None),
    ]
    for words_before, after in asides:
        found += [
            Pattern("onc", start, to, words_before, after),
            Pattern("noc", None, old, words_before, after),
        ]
        second = ends(rf"{gap}\b(?:{versus}|on|over) ")
        if after is None:
            found.append(Pattern("nco", None, words_before, second, None))
    than = rf" (?:[\w'-]+ ){{0,2}}(?P<word>{nouns}|{more})\b[^;:()]{{0,40}}?\b(?:on|over|than|{versus}) "
    found.append(Pattern("nco", None, ends(aside), ends(than), None))
    return tuple(found)


class Change(NamedTuple):
    """Three facts that belong together, and whether the change is a rise or a fall."""

    change: Fact
    new: Fact
    old: Fact
    direction: Direction


def changes(clause: Clause) -> Iterator[Change]:
    """The changes of a sentence that are printed with both levels; a fact changes once."""
    seen: set[int] = set()
    for i in range(len(clause.facts) - 2):
        facts, gaps = clause.facts[i : i + 3], clause.gaps[i : i + 4]
        if any(_APART.search(gap) for gap in gaps[1:3]):
            continue
        for pattern in _patterns():
            parts = dict(zip(pattern.order, facts, strict=True))
            if id(parts["c"]) in seen or not _measurable(parts, gaps[pattern.order.index("c")]):
                continue
            word = _word(pattern, gaps)
            if word is not None and not _other_base(pattern.order, gaps, directions()[word]):
                seen.add(id(parts["c"]))
                yield Change(parts["c"], parts["n"], parts["o"], directions()[word])
                break


def _measurable(parts: dict[str, Fact], before_change: str) -> bool:
    """Whether the kinds fit: a change in percent, points or a fraction, or in the unit of the levels."""
    change, new, old = parts["c"], parts["n"], parts["o"]
    if new.figure.kind not in LEVELS or not same_measure(new, old):
        return False
    if change.figure.kind == "percent" and (change.unit or change.figure.unit) != "percent":
        return False  # "5% a year" is a step of several
    if change.figure.kind == "ratio":
        return 0 < change.figure.value < 1
    if change.figure.kind == "points":
        return new.figure.kind in ("percent", "points", "count")
    return change.figure.kind == "percent" or (
        same_measure(change, new) and "from" not in before_change[-12:]
    )


def _word(pattern: Pattern, gaps: list[str]) -> str | None:
    """The word of change, if the words around the three quantities fit the pattern."""
    found = [
        pattern.before.search(gaps[0][-80:]) if pattern.before else None,
        pattern.first.fullmatch(gaps[1]),
        pattern.second.fullmatch(gaps[2]),
        pattern.after.match(gaps[3]) if pattern.after else None,
    ]
    needed = (pattern.before, pattern.first, pattern.second, pattern.after)
    if any(wanted is not None and match is None for wanted, match in zip(needed, found, strict=True)):
        return None
    return next((m["word"] for m in found if m and "word" in m.re.groupindex), None)


def _other_base(order: str, gaps: list[str], direction: Direction) -> bool:
    """Whether the change is reckoned from another level than the old one printed here."""
    ties = _vetoes()
    at, old = order.index("c"), order.index("o")
    around = f"{gaps[at][-50:]}#{gaps[at + 1][:50]}"
    comparison = f"{gaps[old][-40:]}#{re.split('[,;.]', gaps[old + 1])[0][:40]}"
    if _EACH.match(gaps[at + 1]) or ties["other_base"].search(around) or ties["other_old"].search(comparison):
        return True
    contrary = re.search(r"\b(up|down) from\b", gaps[old])
    if contrary and (order == "cno" or (contrary[1] == "up") != (direction == "up")):
        return True
    step, ago = _STEP.search(gaps[at + 1]), _AGO.search(gaps[old + 1][:40])
    return bool(step and ago and step[1] not in ago.groups())


@cache
def _vetoes() -> dict[str, re.Pattern[str]]:
    ties = lexicon.lists("relations")["changes"]
    return {name: re.compile(rf"\b(?:{any_of(ties[name])})\b") for name in ("other_base", "other_old")}
