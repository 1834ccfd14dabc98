"""Figures in words that are no plain numbers: fractions, odds, multiples, vague counts.

`two-thirds`, `a quarter of`, `half the`; `one in five`, `9 out of 10`, `3-to-1`; `doubled`, `twice as`,
`tenfold`; `dozens of`, `hundreds of thousands`, `several hundred`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checks.figures import words

_DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
_NUM = rf"(?:\d{{1,4}}|(?:a|an|{_SMALL})(?![a-z]))"
_MULTIPLES = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5,
}  # fmt: skip
_VAGUE = {
    "tens": (20.0, 100.0), "dozens": (24.0, 120.0), "scores": (40.0, 200.0), "hundreds": (200.0, 1000.0),
    "thousands": (2e3, 1e4), "millions": (2e6, 1e7), "billions": (2e9, 1e10), "trillions": (2e12, 1e13),
    "several": (2.0, 10.0), "few": (2.0, 5.0), "couple": (2.0, 3.0),
}  # fmt: skip


class Proportion(NamedTuple):
    """A figure in words: `low` and `high` hold the values it can mean; `form` names its family."""

    start: int
    end: int
    value: float
    low: float
    high: float
    form: str  # fraction, odds, multiple, vague


@cache
def _pattern() -> re.Pattern[str]:
    fractions = "|".join(_DENOMINATORS)
    scale = "hundred|thousand|million|billion|trillion"
    after = r"(?= (?:of|the|its|their|his|her|our|all|that|those|an?|as|more|less|fewer|higher|lower|larger|smaller|to|from|in|on|by|since|said|were|are|was|is|have|had)\b|[.,;:)]|$)"
    return re.compile(
        rf"(?P<fraction>(?<![\w-])(?P<num>{_SMALL}|\d{{1,2}})[ -](?P<den>{fractions})s?(?![\w-])"
        rf"|(?<![\w-])[Aa] (?P<den1>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|half){after}"
        rf"|(?<![\w-])[Hh]alf(?= (?:of|the|its|their|his|her|our|all|that|those|an?|as)\b))"
        rf"|(?P<odds>(?<![\w,.-])(?P<a>{_NUM})(?:[ -]in[ -](?:every )?| out of (?:every )?)(?P<b>{_NUM})(?![\w%]|[,.]\d))"
        rf"|(?P<ratio>(?<![\w,.-])(?P<c>{_NUM})-to-(?P<d>{_NUM})(?![\w-]))"
        rf"|(?P<multiple>\b(?:[Dd]oubl|[Tt]ripl|[Tt]rebl|[Qq]uadrupl|[Qq]uintupl|[Hh]alv)(?:ed|ing)\b(?![ -](?:up|down|as)\b)"
        rf"|\b[Dd]ouble(?= (?:the|its|their|that|what|from)\b)|\b[Tt]riple(?= (?:the|its|their|that|what)\b)"
        rf"|\b[Tt]wice(?= (?:as|the|its|their|that|what)\b)"
        rf"|(?<![\w,.-])(?P<fold>\d{{1,4}}|{_SMALL})-?fold\b)"
        rf"|(?P<vague>\b(?:[Tt]ens|[Dd]ozens|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions|[Tt]rillions)(?: of (?:{scale})s)*\b"
        rf"|\b[Ss]cores(?= of [a-z])|\b(?:[Ss]everal|[Aa] few|[Aa] couple(?: of)?) (?:{scale}|dozen)s?\b)"
    )


def scan(text: str) -> list[Proportion]:
    """All figures of these families in `text`, in order."""
    out = []
    for m in _pattern().finditer(text):
        form = m.lastgroup if m.lastgroup in ("fraction", "odds", "ratio", "multiple", "vague") else _outer(m)
        found = _READERS[form](text, m)
        if found is not None:
            out.append(found)
    return out


def _outer(m: re.Match[str]) -> str:
    return next(g for g in ("fraction", "odds", "ratio", "multiple", "vague") if m.group(g) is not None)


def _small(word: str) -> float:
    word = word.lower()
    if word.isdigit():
        return float(word)
    if word in ("a", "an"):
        return 1.0
    return next((v for _, _, v in words.parse(word, 0, len(word))), 100.0)


def _fraction(text: str, m: re.Match[str]) -> Proportion | None:
    before = text[max(0, m.start() - 12) : m.start()].lower().split()
    if before and before[-1] in (
        "first",
        "second",
        "third",
        "fourth",
        "other",
        "latter",
        "back",
        "better",
        "top",
        "this",
        "last",
    ):
        return None
    top = _small(m.group("num")) if m.group("num") else 1.0
    bottom = _DENOMINATORS[m.group("den") or m.group("den1") or "half"]
    # "two third-party" and "three second-half goals" are no fractions: several parts take a plural
    if m.group("num") and top > 1 and not m.group().endswith(("s", "half")):
        return None
    if top > bottom:
        return None
    value = top / bottom
    room = 0.02 if bottom <= 4 else 0.1 / bottom
    return Proportion(m.start(), m.end(), value, value - room, value + room, "fraction")


def _odds(text: str, m: re.Match[str]) -> Proportion | None:
    a, b = _small(m.group("a")), _small(m.group("b"))
    if (
        not 0 < a < b
        or (m.group("b").isdigit() and b > 1900)
        or m.group("a") in ("a", "an")
        or m.group("b") in ("a", "an")
    ):
        return None
    # "five in ten" tells its share to the nearest one of ten
    room = 0.5 / b if a > 1 else min(0.5 / b, 0.15 * a / b)
    return Proportion(m.start(), m.end(), a / b, (a / b) - room, (a / b) + room, "odds")


def _ratio(text: str, m: re.Match[str]) -> Proportion | None:
    c, d = _small(m.group("c")), _small(m.group("d"))
    if not d or c > 20 and d > 20:
        return None
    return Proportion(m.start(), m.end(), c / d, c / d, c / d, "odds")


def _multiple(text: str, m: re.Match[str]) -> Proportion | None:
    if m.group("fold"):
        value = _small(m.group("fold"))
    else:
        word = m.group().lower()
        value = next((v for k, v in _MULTIPLES.items() if word.startswith(k)), 2.0)
    if value < 2 and value != 0.5:
        return None
    return Proportion(m.start(), m.end(), value, 0.9 * value, 1.15 * value, "multiple")


def _vague(text: str, m: re.Match[str]) -> Proportion | None:
    low, high, started = 1.0, 1.0, False
    for word in m.group().lower().replace(" of", "").split():
        a, b = _VAGUE.get(word, (0.0, 0.0))
        if word == "a":
            continue
        if not a and word.rstrip("s") in words.SCALE_VALUES:
            a = b = words.SCALE_VALUES[word.rstrip("s")]
        elif started:
            a = b = words.SCALE_VALUES.get(word.rstrip("s"), 1.0)
        low, high, started = low * a, high * b, True
    return Proportion(m.start(), m.end(), low, low, high, "vague")


_READERS = {"fraction": _fraction, "odds": _odds, "ratio": _ratio, "multiple": _multiple, "vague": _vague}
