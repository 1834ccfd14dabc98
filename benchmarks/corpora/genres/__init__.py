"""What the news is about: each genre makes an event of the world out of a number and a year."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.corpora.event import Event, World
from benchmarks.corpora.genres.business import company, energy, trade
from benchmarks.corpora.genres.mishaps import crime, disaster, outbreak
from benchmarks.corpora.genres.public import council, crowd
from benchmarks.corpora.genres.surveys import poll, science

Genre = Callable[[World, random.Random], Event]

#: genre -> how often, among a hundred stories
GENRES: dict[Genre, int] = {
    company: 20, council: 12, disaster: 10, crime: 10, outbreak: 9, crowd: 10, science: 7, poll: 8,
    energy: 7, trade: 7,
}  # fmt: skip
#: those that go on for days
RUNNING: tuple[Genre, ...] = (disaster, outbreak)
