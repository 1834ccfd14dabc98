"""What happened, apart from how it is told: slots with their values, and sentences with slots."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from benchmarks.corpora import names
from benchmarks.corpora.amounts import Amount

Slots = dict[str, Amount | str]


@dataclass(frozen=True)
class Wrong:
    """A value for `slot` that makes its sentence false, the `kind` of slip and the rules (`a|b`) for it."""

    kind: str
    slot: str
    value: Amount | str
    checks: str


@dataclass(frozen=True)
class Statement:
    """One thing in several wordings, whose `{slots}` are those of the event."""

    wordings: tuple[str, ...]
    wrong: Wrong | None = None


def say(*wordings: str, wrong: Wrong | None = None) -> Statement:
    """A statement in these wordings."""
    return Statement(wordings, wrong)


@dataclass(frozen=True)
class Event:
    """An event of `date`.

    `keys` are the slots of figures that stand for themselves, which a retelling may get wrong; `later` gives
    the slots as they are so many days on, where the event goes on.
    """

    genre: str
    date: dt.date
    slots: Slots
    titles: tuple[str, ...]
    lead: Statement
    body: tuple[Statement, ...]
    keys: tuple[str, ...]
    later: Callable[[int], Slots] | None = field(default=None, compare=False)


class World:
    """What is the case. Two stories on one firm and year take their numbers from here, so that they agree."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def dice(self, *key: object) -> random.Random:
        """Dice that fall the same for the same thing in this world."""
        return random.Random(f"{self.seed}:{':'.join(map(str, key))}")

    def level(self, what: str, who: int, year: int, low: float, high: float) -> float:
        """A yearly level between `low` and `high` at first, that moves by up to a quarter a year."""
        own = self.dice(what, who)
        start: float = low * (high / low) ** own.random()
        for since in range(2019, year + 1):
            start *= 1 + self.dice(what, who, since).uniform(0.03, 0.22) * own.choice((1, 1, -1))
        return start

    def person(self, what: str, who: int) -> str:
        """Who speaks for it."""
        return names.person(names.rank(self.dice("speaker", what, who), names.PEOPLE))

    def day(self, *key: object, year: int) -> dt.date:
        """The day in `year` on which it happened."""
        return dt.date(year, 1, 1) + dt.timedelta(self.dice("day", *key, year).randrange(365))


def long_day(day: dt.date, weekday: int | None = None) -> str:
    """`Tuesday, 14 March 2023`; `weekday` (0 Monday) puts another name of the day there."""
    name = _WEEKDAYS[day.weekday() if weekday is None else weekday]
    return f"{name}, {day.day} {day:%B} {day.year}"


def weekday(day: dt.date) -> str:
    """`Tuesday`."""
    return _WEEKDAYS[day.weekday()]


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def direction(new: Amount, old: Amount) -> Mapping[str, str]:
    """Words for the way from `old` to `new`."""
    if new.number >= old.number:
        return {"rose": "rose", "up": "up", "rise": "a rise"}
    return {"rose": "fell", "up": "down", "rise": "a fall"}
