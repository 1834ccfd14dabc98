"""Names that one figure of a sentence has to itself, by their place: lists, brackets, verbs left out.

Offsets are into the sentence's text; a figure's place is its start and end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.facts import respective
from checks.facts.phrases import change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checks.facts.names import Mention

Place = tuple[int, int]

_BOUND = "(?:about |some |nearly |over |around |just )?"
#: between a name and the figure that it has to itself: "Goa (89%)", "; Uganda, 60,000"
_OPENED = re.compile(rf" \({_BOUND}$")
_BESIDE = re.compile(rf",? {_BOUND}$")
#: before a name whose verb is left out
_GAP = re.compile(r"(?:[;,]|\b(?:and|while|but)) (?:in )?(?:the )?$")
#: between a figure and the place or party that it is told for: "14 in Haryana", "3% to Germany"
_FOR = re.compile(r"(?: [a-z-]+)? (?:in|at|for|from|to) (?:the )?$")
#: after an owner whose noun and any other words are left out: "Japan's shrank 0.7%"
_OWNER = re.compile(rf"['\u2019]s? ([a-z]+) (?:by |to |at )?{_BOUND}$")
#: kinds of figures that can stand for a clause whose verb is left out; a duration or an age is apposed
_GAPPED = ("money", "percent", "count", "measurement")


def beside(text: str, kinds: Mapping[Place, str], mentions: Sequence[Mention]) -> dict[Place, Mention]:
    """Place of a figure -> the name right before it that has it, and no other figure, to itself.

    `kinds` has the place and kind of every quantity of the sentence, in order.
    """
    found: dict[Place, Mention] = {}
    before = iter([*mentions])
    name, following = None, next(before, None)
    first = next(iter(kinds), (0, 0))
    for (start, end), kind in kinds.items():
        while following is not None and following.end <= start:
            name, following = following, next(before, None)
        if name is None:
            continue
        bracketed = _OPENED.fullmatch(text, name.end, start) and text[end : end + 1] == ")"
        if (
            bracketed
            or _owns_elided(text, name, start)
            or (kind in _GAPPED and first[1] < name.start and _is_gapped(text, name, start, end))
        ):
            found[start, end] = name
    return found


def _owns_elided(text: str, name: Mention, start: int) -> bool:
    """Whether the noun that the name owns is left out: "Chile's exports rose 5%, while Peru's fell 3%"."""
    verb = _OWNER.fullmatch(text, name.end, start)
    return verb is not None and (
        verb[1] in change()["verbs"] or verb[1] in ("was", "were", "is", "are", "stood")
    )


def _is_gapped(text: str, name: Mention, start: int, end: int) -> bool:
    """Whether name and figure are a clause without a verb: "India spent $72bn; Pakistan $10bn"."""
    return (
        text[end : end + 1] in ("", ".", ";", ",")
        and _BESIDE.fullmatch(text, name.end, start) is not None
        and _GAP.search(text, max(0, name.start - 12), name.start) is not None
    )


def answering(text: str, places: Sequence[Place], mentions: Sequence[Mention]) -> dict[Place, Mention]:
    """Place of a figure -> the name that answers to it: "Chile and Peru sold 6 and 9 ships, respectively"."""
    figures = respective.answering(places, text)
    if len(figures) < 2:
        return {}
    before = {(m.start, m.end): m for m in mentions if m.end <= figures[0][0]}
    names = respective.last_list(list(before), text)
    if len(figures) != len(names):
        return {}
    return {figure: before[name] for figure, name in zip(figures, names, strict=True)}


def told_for(text: str, places: Sequence[Place], mentions: Sequence[Mention]) -> dict[Place, Mention]:
    """Place of a figure -> the place or party right after it: `23 seats in Punjab, 14 in Haryana`."""
    found = {}
    for start, end in places:
        name = next((m for m in mentions if m.start >= end), None)
        if name is not None and _FOR.fullmatch(text, end, name.start):
            found[start, end] = name
    return found
