"""An event as a paper tells it: which statements, in which words, between paragraphs without figures."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import compress

from benchmarks.corpora import filler
from benchmarks.corpora.amounts import Amount, Style
from benchmarks.corpora.event import Event, Slots, Statement

_PERCENT = ("%", "%", " percent", " per cent")
#: words after which an article takes no further paragraph
ENOUGH = (150, 420)


@dataclass(frozen=True)
class Telling:
    """Headline and paragraphs with slots still open, and how the paper prints amounts."""

    title: str
    paragraphs: tuple[str, ...]
    plain: tuple[int, ...]
    style: Style

    def text(self, slots: Mapping[str, Amount | str]) -> tuple[str, str]:
        """Headline, and the article with it at its head."""
        printed = {n: v.printed(self.style) if isinstance(v, Amount) else v for n, v in slots.items()}
        title = _begun(self.title.format_map(printed))
        return title, "\n\n".join([title, *(_begun(p.format_map(printed)) for p in self.paragraphs)])


def tell(event: Event, r: random.Random, needed: Iterable[str] = (), rough: bool = False) -> Telling:
    """The event told anew; statements with the slots `needed` are among those told."""
    style = Style(r.choice(_PERCENT), r.random() < 0.3, rough)
    told = [event.lead, *compress(event.body, _chosen(event, r, needed))]
    parts = [r.choice(statement.wordings) for statement in told]
    words, most = sum(len(p.split()) for p in parts), r.randint(*ENOUGH)
    place = str(event.slots.get("town") or event.slots["land"])
    plain: list[str] = []
    while words < most:
        plain.append(filler.paragraph(r, place, str(event.slots["who"])))
        words += len(plain[-1].split())
    laid: list[str] = []
    at: list[int] = []
    for i, part in enumerate(parts):  # figures above, talk below, as news is written
        laid.append(part)
        if plain and (r.random() < 0.5 or i == len(parts) - 1):
            take = len(plain) if i == len(parts) - 1 else 1
            at += range(len(laid), len(laid) + take)
            laid += plain[:take]
            del plain[:take]
    return Telling(r.choice(event.titles), tuple(laid), tuple(at), style)


def copied(telling: Telling, event: Event, r: random.Random) -> Telling:
    """The telling as another paper prints it: one paragraph without figures is another."""
    if not telling.plain:
        return telling
    lines, i = list(telling.paragraphs), r.choice(telling.plain)
    place = str(event.slots.get("town") or event.slots["land"])
    lines[i] = filler.paragraph(r, place, str(event.slots["who"]))
    return replace(telling, paragraphs=tuple(lines))


def with_values(slots: Slots, changed: Mapping[str, Amount | str]) -> Slots:
    """`slots` with some changed, and those that repeat them."""
    others = {n: changed[m] for m in changed for n in _repeats(slots, m)}
    return slots | others | dict(changed)


def _repeats(slots: Slots, name: str) -> list[str]:
    return [n for n, v in slots.items() if n != name and v is slots.get(name) and isinstance(v, Amount)]


def _chosen(event: Event, r: random.Random, needed: Iterable[str]) -> list[bool]:
    """Which statements of the body are told: what repeats a figure comes only with what it repeats."""
    wanted = set(needed)
    told = [r.random() < 0.7 or _has(s, wanted) for s in event.body]
    if any(_has(s, {"again"}) for s in compress(event.body, told)):
        first = set(_repeats(event.slots, "again"))
        told = [keep or _has(s, first) for keep, s in zip(told, event.body, strict=True)]
    return told


def _has(statement: Statement, slots: set[str]) -> bool:
    return any(f"{{{name}}}" in statement.wordings[0] for name in slots)


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
