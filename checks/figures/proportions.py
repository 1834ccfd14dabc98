"""Figures in words that are no plain numbers: multiples, vague counts, and what makes a fraction one.

`doubled`, `twice as many`, `tenfold`; `dozens of`, `hundreds of thousands`, `several hundred`, `a couple of`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.figures.numerals import Numeral
from checks.figures.vocabulary import HUNDRED, SCALES, Word

_MULTIPLES = {
    "doubl": 2.0,
    "tripl": 3.0,
    "trebl": 3.0,
    "quadrupl": 4.0,
    "quintupl": 5.0,
    "halv": 0.5,
    "twic": 2.0,
    "thri": 3.0,
}
#: how many a vague word stands for
_VAGUE = {"tens": (20.0, 100.0), "several": (2.0, 10.0), "few": (2.0, 5.0), "couple": (2.0, 3.0)}
_PLURAL = {"scores": (40.0, 200.0), "dozens": (24.0, 120.0)}
_CHAIN = re.compile(r" of (hundreds|thousands|millions|billions|trillions)\b")
_SOME = re.compile(r" (?:of )?(hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b")
_AS = re.compile(
    r" as (?:many|much|few|[a-z]{2,12} as|likely|long|high|large|big|fast|common|expensive|good|strong|hard"
    r"|far|often|old|heavy"
    r"|loud|great|quickly|deadly|rich)\b| (?:the|its|their|that|what|his|her|last) [a-z]"
)
_ONTO = re.compile(
    r" (?:the|its|their|that|what|his|her) (?!lead\b|advantage\b|efforts?\b|act\b|whammy\b|bill\b)[a-z]"
)
_NO_CHANGE = re.compile(
    r"[ -](?:up|down|as|over|back|the (?:lead|advantage)|(?:their|his|her|its) (?:lead|advantage|efforts?"
    r"|money))\b"
)
_OF_WHOLE = re.compile(
    r" (?:of|the|its|their|his|her|our|all|that|those|an?|as|more|less|fewer|higher|lower|larger|smaller|to"
    r"|from|in|on|by|since"
    r"|said|say|says|were|are|was|is|have|had|has|who|which)\b|[.,;:)?!”\"’]|$|\n"
)
_HALVED = re.compile(r" (?:of|the|its|their|his|her|our|all|that|those|an?|as|were|are|said|have|had|who)\b")
_LED = re.compile(
    r"(?:\b(?:than|nearly|almost|about|over|under|around|least|just|by|roughly|some|only|to|exactly"
    r"|approximately|minus|negative) $)",
    re.IGNORECASE,
)


#: `a quarter point`, `half-percentage-point`
_POINT = re.compile(r"[ -](?:of an? )?(?:percentage[ -])?points?\b|[ -](?:of an? )?per ?cent\b")
#: `a quarter mile`, `the last half hour`
_UNIT = re.compile(
    r"[ -](?:mile|hour|minute|inch|pound|ton|tonne|acre|ounce|gallon|pint|litre|liter|kilo|yard|metre"
    r"|meter|teaspoon|tablespoon"
    r"|cup)s?\b"
)


_HEADING = re.compile(r"[(\n|][^()\n]{0,24}\bin \Z")


class Proportion(NamedTuple):
    """A figure in words: `low` and `high` hold the values it can mean; `vague` if it names no number."""

    start: int
    end: int
    value: float
    low: float
    high: float
    vague: bool


def scan(text: str, low: str, found: list[Word]) -> list[Proportion]:
    """All multiples and vague counts among `found`, the words of the lower-case text `low`, in order."""
    out: list[Proportion] = []
    for i, word in enumerate(found):
        if word.denominator or (word.rank and not (word.plural and word.rank >= HUNDRED)):
            continue
        if out and word.start < out[-1].end:
            continue
        before = found[i - 1] if i and found[i - 1].end == word.start - 1 else None
        if word.plural and before is not None and before.rank:
            continue  # `three dozens` is a number
        one = _vague(low, word) if word.rank or word.text in _VAGUE else _multiple(text, low, word, before)
        if one is not None:
            out.append(one)
    return out


def _vague(low: str, word: Word) -> Proportion | None:
    """`tens of thousands`, `dozens`, `several hundred`, `a couple of`."""
    start, end = word.start, word.end
    if word.plural:
        if (
            low[start - 1 : start] == "-"
            or _after_number(low, start)
            or (word.text == "scores" and not low.startswith(" of ", end))
        ):
            return None
        if _HEADING.search(low, max(0, start - 32), start):
            return None  # a table's "(in millions)"
        least, most = _PLURAL.get(word.text, (2 * word.value, 10 * word.value))
    else:
        least, most = _VAGUE[word.text]
        if word.text != "tens":
            if word.text in ("few", "couple"):
                if low[max(0, start - 2) : start] != "a ":
                    return None
                start -= 2
            if (m := _SOME.match(low, end)) is not None:
                scale = SCALES[m[1]]
                return Proportion(start, m.end(), least * scale, least * scale, most * scale, True)
            if (
                word.text == "couple"
                and low.startswith(" of ", end)
                and not low.startswith((" of the ", " of us "), end)
            ):
                return Proportion(start, end + 3, least, least, most, True)
            return None
    m = _CHAIN.match(low, end)
    if m is None and word.text == "tens":
        return None
    while m is not None:
        factor = SCALES[m[1].removesuffix("s")]
        least, most, end = least * factor, most * factor, m.end()
        m = _CHAIN.match(low, end)
    return Proportion(start, end, least, least, most, True)


def _after_number(low: str, start: int) -> bool:
    """`5 millions`, `two hundreds`: the plural belongs to the number before it."""
    return low[max(0, start - 2) : start - 1].isdigit()


def _multiple(text: str, low: str, word: Word, before: Word | None) -> Proportion | None:
    start, end = word.start, word.end
    if word.text == "fold":
        return _fold(low, word, before)
    if word.value:  # tenfold
        return _times(start, end, word.value)
    if start and text[start - 1] == "-":
        return None
    value = next(v for stem, v in _MULTIPLES.items() if word.text.startswith(stem))
    if word.text in ("twice", "thrice"):
        return _times(start, end, value) if _AS.match(low, end) else None
    if word.text.endswith(("ed", "ing")):
        return None if _NO_CHANGE.match(low, end) or low[end : end + 1] == "-" else _times(start, end, value)
    return _times(start, end, value) if _ONTO.match(low, end) else None


def _fold(low: str, fold: Word, before: Word | None) -> Proportion | None:
    """`three-fold`, `10-fold`."""
    if low[fold.start - 1 : fold.start] not in ("-", " "):
        return None
    if before is not None and before.rank and before.value >= 2:
        return _times(before.start, fold.end, before.value)
    digits = re.search(r"(?<![\w.,])[0-9]{1,4}$", low[max(0, fold.start - 7) : fold.start - 1])
    if digits is None or int(digits[0]) < 2:
        return None
    return _times(fold.start - 1 - len(digits[0]), fold.end, float(digits[0]))


def _times(start: int, end: int, value: float) -> Proportion:
    return Proportion(start, end, value, 0.9 * value, 1.15 * value, False)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon.lists("labels")[key])


def unless_fraction(text: str, n: Numeral) -> Numeral | None:
    """What a fraction in words is that `is_fraction` refuses: the 3 of `the last three quarters`, or None."""
    top, _, bottom = text[n.start : n.end].partition(" ")
    if bottom.lower() != "quarters" or top.lower() != "three":
        return None
    return n._replace(end=n.start + len(top), value=3.0, half=0.5, fraction=False)


def is_fraction(text: str, n: Numeral) -> bool:
    """Whether a fraction in words is one: `three-quarters of`, not `the last three quarters`."""
    if not n.words:
        return True
    before = text[max(0, n.start - 24) : n.start].lower().split()
    if n.value < 1 and _UNIT.match(text, n.end):
        return True
    if before and before[-1] in _words("fraction_before"):
        return False
    following = text[n.end : n.end + 1]
    if _POINT.match(text, n.end):
        return True
    if following == "-" or following.isdigit():
        return False
    surface = text[n.start : n.end].lower()
    if surface == "half":
        return bool(
            _HALVED.match(text, n.end) or _LED.search(text[max(0, n.start - 14) : n.start])
        ) and not text.startswith((" past", " time"), n.end)
    if surface.startswith(("a ", "an ")) or surface in ("one fifth", "one third", "one quarter"):
        return _OF_WHOLE.match(text, n.end) is not None
    if surface.endswith("quarters") and "-" not in surface:
        led = not before or _LED.search(text[max(0, n.start - 14) : n.start])
        return surface == "three quarters" and (bool(led) or text.startswith((" of ", " the "), n.end))
    return True
