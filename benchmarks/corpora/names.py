"""Invented names by number: firms, towns, people, lands, papers; the same number is always the same name.

Syllables make tens of thousands of each. `rank` draws numbers as a language does words: the first few turn up
in story after story, most only once.
"""

from __future__ import annotations

import math
import random
from functools import lru_cache

_START = (
    "Bal", "Bren", "Cor", "Dal", "Del", "Dor", "El", "Fal", "Fen", "Gar", "Gol", "Hal", "Har", "Hol",
    "Ives", "Jar", "Kal", "Kel", "Kir", "Lan", "Lor", "Mal", "Mar", "Mel", "Mor", "Nar", "Nor", "Or",
    "Pel", "Quar", "Ral", "Rav", "Sar", "Sel", "Stor", "Tal", "Tor", "Ul", "Var", "Wel",
)  # fmt: skip
_MIDDLE = (
    "a", "e", "i", "o", "ae", "an", "ar", "el", "en", "er", "il", "in", "ir", "ol", "on", "or", "ul",
    "un", "and", "eld", "end", "ild", "ond", "ast", "ist",
)  # fmt: skip
_TOWN = (
    "berg", "borg", "bury", "by", "castle", "dorf", "field", "ford", "grad", "ham", "haven", "holm",
    "hurst", "ington", "ley", "mouth", "nik", "ova", "stad", "stead", "thorpe", "ton", "vik", "wick",
)  # fmt: skip
_SURNAME = (
    "ak", "anu", "berg", "dottir", "elli", "enko", "escu", "ez", "hart", "idze", "iku", "ini", "lund",
    "man", "mann", "off", "ovic", "quist", "sen", "son",
)  # fmt: skip
_FIRM = (
    "ax", "co", "dyne", "ex", "fin", "ion", "is", "ix", "lec", "mar", "max", "nex", "on", "or", "os",
    "ra", "tec", "tra", "um", "via",
)  # fmt: skip
_LAND = (
    "aria", "avia", "eria", "istan", "land", "mark", "onia", "ora", "ovia", "usia",
)  # fmt: skip
_FIRST = (
    "Ada", "Alan", "Amina", "Anna", "Boris", "Carla", "Clara", "Daniel", "David", "Elena", "Emma", "Erik",
    "Fatima", "Felix", "Grace", "Hana", "Helen", "Ivan", "Jack", "James", "Jana", "Julia", "Karim",
    "Laura", "Leo", "Lucy", "Maria", "Mark", "Martin", "Mina", "Nadia", "Nina", "Omar", "Paul", "Peter",
    "Rosa", "Sara", "Simon", "Tomas", "Vera",
)  # fmt: skip
_TRADE = (
    "Foods", "Motors", "Energy", "Steel", "Rail", "Bank", "Pharma", "Retail", "Media", "Shipping",
    "Cement", "Telecom", "Textiles", "Insurance",
)  # fmt: skip
_PAPER = (
    "Post", "Herald", "Courier", "Gazette", "Tribune", "Observer", "Chronicle", "Mercury", "Echo", "Star",
)  # fmt: skip

#: how many names there are
TOWNS = len(_START) * len(_MIDDLE) * len(_TOWN)
FIRMS = len(_START) * len(_MIDDLE) * len(_FIRM)
PEOPLE = len(_START) * len(_MIDDLE) * len(_SURNAME)
LANDS = len(_START) * len(_LAND)
PAPERS = 240
#: numbers before frequency falls: no name is in more than about one story in a hundred
_FLAT = 20


def rank(r: random.Random, of: int) -> int:
    """A number below `of`, with a frequency of 1 / (number + _FLAT), as Zipf and Mandelbrot have it."""
    return min(of - 1, int(_FLAT * math.exp(r.random() * math.log1p(of / _FLAT)) - _FLAT))


def _joined(i: int, ends: tuple[str, ...]) -> str:
    # neighbours in rank would else share their beginnings
    i = i * 7919 % (len(_START) * len(_MIDDLE) * len(ends))
    i, a = divmod(i, len(_START))
    i, b = divmod(i, len(_MIDDLE))
    return _START[a] + _MIDDLE[b] + ends[i]


@lru_cache(maxsize=4096)
def town(i: int) -> str:
    """A town: `Brenoford`."""
    return _joined(i % TOWNS, _TOWN)


@lru_cache(maxsize=4096)
def firm(i: int) -> str:
    """A firm with its trade: `Kelandex Steel`."""
    return f"{_joined(i % FIRMS, _FIRM)} {_TRADE[i * 31 % len(_TRADE)]}"


@lru_cache(maxsize=4096)
def person(i: int) -> str:
    """A first and a last name."""
    return f"{_FIRST[i * 17 % len(_FIRST)]} {_joined(i % PEOPLE, _SURNAME)}"


@lru_cache(maxsize=4096)
def land(i: int) -> str:
    """A country: `Moronia`."""
    i = i * 79 % LANDS
    return _START[i % len(_START)] + _LAND[i // len(_START)]


@lru_cache(maxsize=PAPERS)
def paper(i: int) -> str:
    """A newspaper: `Halenholm Courier`."""
    return f"{town(i * 101)} {_PAPER[i % len(_PAPER)]}"
