"""Stories: an event in one article, in the words of several papers, copied, or followed for days."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from benchmarks.corpora import names
from benchmarks.corpora.amounts import Amount, count, drifted, slipped
from benchmarks.corpora.event import Event, Slots, World
from benchmarks.corpora.genres import GENRES, RUNNING, Genre
from benchmarks.corpora.telling import Telling, copied, tell, with_values
from checks.model import Article

_GENRES, _WEIGHTS = list(GENRES), list(GENRES.values())


class Planted(NamedTuple):
    """A conflict that was put in: the false figure, the rules (`a|b`) that may flag it, the article it is at
    odds with (empty: its own)."""

    article: str
    surface: str
    checks: str
    kind: str
    other: str = ""


Written = tuple[Article, tuple[Planted, ...]]


def story(seed: int, number: int, share: float) -> list[Written]:
    """The articles of story `number`, the first told first; a conflict is planted in a `share` of stories."""
    r, world = random.Random(f"{seed}:{number}"), World(seed)
    kind, wrong = r.choices((_alone, _retold, _copied, _followed), (60, 25, 10, 5))[0], r.random() < share
    genre: Genre = r.choice(RUNNING) if kind is _followed else r.choices(_GENRES, _WEIGHTS)[0]
    return kind(genre(world, r), r, f"s{number}", wrong)


def _alone(event: Event, r: random.Random, id: str, plant: bool) -> list[Written]:
    slip = r.choice([s.wrong for s in (event.lead, *event.body) if s.wrong]) if plant else None
    telling = tell(event, r, (slip.slot,) if slip else ())
    slots = event.slots if slip is None else event.slots | {slip.slot: slip.value}
    article = _article(event, telling, slots, f"{id}a", r)
    planted = () if slip is None else (_planted(article, telling, slip.value, slip.checks, slip.kind),)
    return [(article, planted)]


def _retold(event: Event, r: random.Random, id: str, plant: bool) -> list[Written]:
    key = r.choice(event.keys)
    told = [tell(event, r, (key,), rough=i > 0 and r.random() < 0.4) for i in range(r.choice((2, 2, 3)))]
    return _several(event, told, r, id, key if plant else "", drifted if r.random() < 0.6 else None)


def _copied(event: Event, r: random.Random, id: str, plant: bool) -> list[Written]:
    key = r.choice(event.keys)
    first = tell(event, r, (key,))
    told = [first, *(copied(first, event, r) for _ in range(r.choice((1, 1, 2))))]
    return _several(event, told, r, id, key if plant else "", drifted if r.random() < 0.8 else None)


def _several(
    event: Event, told: list[Telling], r: random.Random, id: str, key: str,
    drift: Callable[[Amount, random.Random], Amount] | None,
) -> list[Written]:  # fmt: skip
    """The articles of one day; in the last the figure `key`, if any, is another, or on another scale."""
    articles = [_article(event, t, event.slots, f"{id}{'abc'[i]}", r) for i, t in enumerate(told)]
    written: list[Written] = [(article, ()) for article in articles]
    value = event.slots.get(key)
    if not isinstance(value, Amount):
        return written
    slip = drift is None and bool(value.sign)
    wrong = slipped(value) if slip else drifted(value, r)
    copy = told[-1].paragraphs[0] == told[0].paragraphs[0]
    article = _article(event, told[-1], with_values(event.slots, {key: wrong}), articles[-1].id, r)
    article = replace(article, publisher=articles[-1].publisher)
    kind = "scale slip" if slip else "drift in a copy" if copy else "drift"
    checks = "conflicting-value|scale-slip|copy-drift|implied-conflict"
    written[-1] = article, (_planted(article, told[-1], wrong, checks, kind, articles[0].id),)
    return written


def _followed(event: Event, r: random.Random, id: str, plant: bool) -> list[Written]:
    """The event on the day and once or twice later; of a planted one the last total is too low."""
    if event.later is None:
        return _alone(event, r, id, plant)
    days = sorted(r.sample(range(1, 8), r.choice((1, 1, 2))))
    written: list[Written] = []
    slots, name = event.slots, "dead" if "dead" in event.slots else "cases"
    for i, after in enumerate([0, *days]):
        then = slots | event.later(after) if after else slots
        telling = replace(tell(event, r), style=tell(event, r).style)
        on = replace(event, date=event.date + dt.timedelta(after))
        before = slots[name]
        if plant and after == days[-1] and isinstance(before, Amount):
            then = then | {name: count(before.number * r.uniform(0.55, 0.85))}
        article = _article(on, telling, then, f"{id}{'abc'[i]}", r)
        low = then[name] if plant and after == days[-1] else None
        checks = "tally-decrease|conflicting-value"
        fallen = () if low is None else (_planted(article, telling, low, checks, "fallen toll", f"{id}a"),)
        written.append((article, fallen))
    return written


def _article(event: Event, telling: Telling, slots: Slots, id: str, r: random.Random) -> Article:
    title, text = telling.text(slots)
    return Article(id, text, title, event.date, names.paper(names.rank(r, names.PAPERS)))


def _planted(
    article: Article, telling: Telling, value: Amount | str, checks: str, kind: str, other: str = ""
) -> Planted:
    surface = value.printed(telling.style) if isinstance(value, Amount) else value
    return Planted(article.id, surface, checks, kind, other)
