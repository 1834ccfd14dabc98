"""The ways in which print ties a change to its levels, as patterns over the words between figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from checks import lexicon
from checks.facts.relations.clause import any_of, filler
from checks.facts.relations.forms import WHICH

Direction = Literal["up", "down", ""]

_UP = r"(?P<word>up|down|off) (?:by )?"
#: The time of a level in brackets.
_PAST = (
    r"(?: (?:in|for|over))?(?: (?:a|the|one|its))? (?:#|(?:same|prior|previous|preceding|last|year|quarter"
    r"|month|week|season)\b)[^;:()]{0,30}?"
)
_RISE_OF = r"(?:an? )?(?:[\w'-]+ ){0,2}(?P<word><noun>) of "


class Pattern(NamedTuple):
    """The words before, between and after three quantities; None where anything may stand.

    `order` says which part each of the three plays: c(hange) in percent, d(ifference), n(ew level),
    o(ld level). The group `word` holds the word of change.
    """

    order: str
    before: re.Pattern[str] | None
    first: re.Pattern[str]
    second: re.Pattern[str]
    after: re.Pattern[str] | None = None

    def word(self, gaps: list[str]) -> str | None:
        """The word of change, if the four `gaps` around the quantities fit; else None."""
        found = [
            self.before.search(gaps[0][-80:]) if self.before else None,
            self.first.fullmatch(gaps[1]),
            self.second.fullmatch(gaps[2]),
            self.after.match(gaps[3]) if self.after else None,
        ]
        needed = (self.before, self.first, self.second, self.after)
        if any(wanted and match is None for wanted, match in zip(needed, found, strict=True)):
            return None
        return next((m["word"] for m in found if m and "word" in m.re.groupindex), None)


@cache
def directions() -> Mapping[str, Direction]:
    """The direction of each word of change."""
    words = lexicon.lists("change")
    found: dict[str, Direction] = {}
    for kind in ("words", "nouns", "verbs"):
        found |= dict.fromkeys(words[kind]["up"], "up") | dict.fromkeys(words[kind]["down"], "down")
    return found


@cache
def _terms() -> dict[str, str]:
    """The pieces that patterns are made of, as regular expressions."""
    words = lexicon.lists("change")
    both = {kind: (*words[kind]["up"], *words[kind]["down"]) for kind in ("verbs", "nouns", "words")}
    return {
        # Not the up of "make up a quarter".
        "verb": rf"(?<!make )(?<!makes )(?<!made )(?<!making )(?:{any_of((*both['verbs'], 'up', 'down'))})",
        "noun": any_of(both["nouns"]),
        "more": any_of((*both["nouns"], *both["words"])),
        "versus": any_of(lexicon.lists("relations")["changes"]["versus"]),
        "gap": r"[^;:()]{0,60}?",
        # A second thought: ", a", " (", " - ", ", representing ".
        "aside": r"[^;:()]{0,50}?(?:,|\(| [-\u2013\u2014]) ?"
        rf"(?:(?:or|representing|marking|making|that is|{WHICH}) )?",
    }


def _ends(pattern: str) -> re.Pattern[str]:
    """`pattern` (terms in braces) up to the next figure, with the small words that may precede it."""
    return re.compile(_filled(pattern) + filler() + "$")


def _filled(pattern: str) -> str:
    for name, term in _terms().items():
        pattern = pattern.replace(f"<{name}>", f"(?:{term})")
    return pattern


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, the plainest first."""
    # Of "edged down" the second word tells the direction.
    verb = _ends(r"\b(?:(?:<verb>) (?=up\b|down\b))?(?P<word><verb>)(?: (?!from |to |and )[\w'-]+,?){0,3} ")
    noun_of = _ends(r"\b(?P<word><noun>)(?: in [\w' -]{0,30})? of ")
    verb_from = _ends(r"\b(?P<word><verb>)(?: [\w'-]+,?){0,4} from ")
    noun = r" (?:[\w'-]+ ){0,2}(?P<word><noun>)\b"
    to, old = _ends(r"<gap>\b(?:to|at) "), _ends(r"<gap>\b(?:<versus>) ")
    # "to £294m (2023: £300m)"
    bracket = _ends(
        r"[^;:()]{0,30}? ?\((?:[a-z' ]{0,12})?(?:#|(?:last|prior|previous) year|year[ -](?:ago|earlier))"
        r"[a-z' ]{0,12}(?::| [-\u2013]|,)? ?"
    )
    said_again = r"(?:,? or (?:by )?|,? \(|, | [-\u2013\u2014] )"
    again = _ends(rf"(?: [\w'-]+){{0,2}}{said_again}")
    after_word = rf" (?:a share |a barrel |each )?(?P<word><more>){said_again}"
    reached = _ends(r"[,)]*<gap>\b(?:to|at) ")
    left = _ends(r"[,)]*<gap>\bfrom ")
    return (
        # rose 12% to $56m from $50m; a rise of 12% to ...
        *(Pattern("cno", before, to, after) for before in (verb, noun_of) for after in (old, bracket)),
        # rose 12% from $50m to $56m
        *(Pattern("con", before, _ends(r",?<gap>\bfrom "), to) for before in (verb, noun_of)),
        # a 12% rise to $56m from $50m
        Pattern("cno", None, _ends(rf"{noun}<gap>\bto "), old),
        Pattern("con", None, _ends(rf"{noun}<gap>\bfrom "), to),
        # rose from $50m to $56m, or 12%; rose from $50m by 12% to $56m
        Pattern("onc", verb_from, to, _ends(r"<gap>(?:,| \() ?or (?:by )?")),
        Pattern("ocn", verb_from, _ends(r"<gap>\bby "), to),
        # compares with $50m a year earlier, a rise of 12% to $56m
        Pattern("ocn", _ends(r"\b(?:<versus>|with) "), _ends(r"<aside>(?:an? )?(?P<word><noun>) of "), to),
        *_with_aside(to, old),
        # rose 640 points, or 0.8%, to 80,640; and the same the other way round
        *(Pattern(order, verb, again, reached) for order in ("dcn", "cdn")),
        *(Pattern(order, verb, again, left) for order in ("dco", "cdo")),
        # settled $2.40 lower, or 3%, at $77.60; settled $2.40, or 3%, lower at $77.60
        *(Pattern(order, None, _ends(after_word), reached) for order in ("dcn", "cdn")),
        *(
            Pattern(order, None, again, _ends(r"[,)]* (?P<word><more>)\b<gap>\b(?:to|at) "))
            for order in ("dcn", "cdn")
        ),
        # settled at $3.15, up 15 cents, or 5%
        *(Pattern("ndc", None, _ends(f"<aside>{word}"), again) for word in (_UP, _RISE_OF)),
        # rose 640 points to 80,640, a gain of 0.8%
        Pattern("dnc", verb, to, _ends(r"<aside>(?:(?:an? )?(?:[\w'-]+ ){0,2}<noun> of )?")),
    )  # fmt: skip


def _with_aside(to: re.Pattern[str], old: re.Pattern[str]) -> list[Pattern]:
    """The change as a second thought: `$56m, up 12% from $50m`, `from $50m to $56m, a 12% rise`."""
    following = re.compile(_filled(r" (?:[\w'-]+ ){0,2}(?P<word><more>)\b"))
    asides = ((f"<aside>{_UP}", None), (f"<aside>{_RISE_OF}", None), ("<aside>", following))
    # "$912m ($960m a year ago), a fall of 5%": the old level in brackets, and nothing but its time
    opened, past = _ends(r"(?: [\w'-]+){0,2}? \((?:<versus> )?"), rf"{_PAST}[^;:()]{{0,12}}\)"
    found = []
    for words, after in asides:
        aside = _ends(words)
        found.append(Pattern("noc", None, opened, _ends(past + words), after))
        found.append(Pattern("onc", _ends(r"\bfrom "), to, aside, after))
        found.append(Pattern("noc", None, old, aside, after))
        if after is None:
            found.append(Pattern("nco", None, aside, _ends(r"<gap>\b(?:<versus>|on|over) ")))
    than = _ends(r" (?:[\w'-]+ ){0,2}(?P<word><more>)\b[^;:()]{0,40}?\b(?:on|over|than|<versus>) ")
    above = _ends(r" (?P<word>above|below|behind|ahead(?= of)|short(?= of))(?: of)? ")
    is_ = _ends(r"[^;:()]{0,50}?\b(?:is|are|was|were) ")
    return [
        *found,
        *(Pattern("nco", None, gap, last) for gap in (_ends(r"<aside>"), is_) for last in (than, above)),
    ]
