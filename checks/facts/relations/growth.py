"""A change tied to the one level that is printed with it: `rose 12% to $56m`, `$56m, up 12%`.

The other level follows, and may stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.changes import Change, measurable, other_base
from checks.facts.relations.clause import Clause, any_of
from checks.facts.relations.forms import APART, ends
from checks.facts.relations.wording import directions

#: A level after these is not the new one.
_WHOLE = re.compile(r"\b(?:of|from|than|among|against|versus|compare[sd]? (?:with|to)) (?:[\w']+ ){0,2}$")
#: Kinds of figures that tell a change, beside a level.
_CHANGES = frozenset({"percent", "points"})


def growth(clause: Clause, tied: Collection[int] = ()) -> Iterator[Change]:
    """The changes of a sentence printed with their new level alone; `tied` are ids of facts to leave out."""
    taken = set(tied)
    for i in range(len(clause.facts) - 1):
        facts, gaps = clause.facts[i : i + 2], clause.gaps[i : i + 3]
        if _CHANGES.isdisjoint(fact.figure.kind for fact in facts):
            continue
        if {id(fact) for fact in facts} & taken or APART.search(gaps[1]):
            continue
        for order, before, between, after in _forms():
            parts = dict(zip(order, facts, strict=True))
            if parts["c"].figure.kind not in _CHANGES:
                continue
            found = [
                before.search(gaps[0][-60:]) if before else None,
                between.fullmatch(gaps[1]),
                after.match(gaps[2]) if after else None,
            ]
            wanted = (before, between, after)
            if any(pattern and not match for pattern, match in zip(wanted, found, strict=True)):
                continue
            word = next((m["word"] for m in found if m and "word" in m.re.groupindex), "")
            if not _plain(parts, gaps) or other_base(order, gaps, directions()[word]):
                continue
            taken |= {id(fact) for fact in facts}
            yield Change({"change": parts["c"], "new": parts["n"]}, directions()[word])
            break


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str], re.Pattern[str] | None], ...]:
    words = lexicon.lists("change")
    both = {kind: (*words[kind]["up"], *words[kind]["down"]) for kind in ("verbs", "nouns", "words")}
    verb, noun = any_of((*both["verbs"], "up", "down")), any_of(both["nouns"])
    steps = f"(?:{any_of(both['verbs'])})"
    verb = rf"(?<!make )(?<!makes )(?<!made )(?<!making )(?:{verb})"
    more = any_of((*both["nouns"], *both["words"]))
    to = ends(r"[^;:()]{0,40}?\bto ")
    aside = r"[^;:()]{0,40}?(?:,|\(| [-\u2013\u2014]) ?(?:or )?"
    # More than what is told elsewhere: "12% more than a year earlier", "a 12% rise on last year".
    than = r"(?: (?:than|on|from) (?:a year|last year|the year|the previous|in the same)|[,.;)]|$)"
    return (
        # rose 12% to $56m; a 12% rise to $56m
        ("cn", ends(rf"\b(?:{steps} (?=up\b|down\b))?(?P<word>{verb})(?: by)? "), to, None),
        ("cn", None, ends(rf" (?:[\w'-]+ ){{0,2}}(?P<word>{noun})\b[^;:()]{{0,40}}?\bto "), None),
        # $56m, up 12%; $56m, a rise of 12%; $56m, 12% more than a year earlier
        ("nc", None, ends(rf"{aside}(?P<word>up|down) (?:by )?"), None),
        ("nc", None, ends(rf"{aside}(?:an? )?(?:[\w'-]+ ){{0,2}}(?P<word>{noun}) of "), None),
        ("nc", None, ends(aside), re.compile(rf" (?:[\w'-]+ ){{0,2}}?(?P<word>{more})\b{than}")),
    )


def _plain(parts: dict[str, Fact], gaps: list[str]) -> bool:
    """Whether the change is in percent or points and the level its own (not "240 of its 600, up 5%")."""
    level = gaps[list(parts).index("n")]
    change, new = parts["c"].figure.kind, parts["n"]
    # "Up 4% to 7%" is a range, and "fell 2.8%, following a fall of 0.6%" has two changes.
    fits = change == "points" or (change == "percent" and new.figure.kind != "percent")
    return fits and new.role != "change" and measurable(parts) and not _WHOLE.search(level)
