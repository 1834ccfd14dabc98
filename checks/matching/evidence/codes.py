"""Codes of letters and digits, which a text repeats as printed or not at all: BA123, SPRING15FIT, an F-16.

A code that the evidence does not print is told wrongly where the evidence has another that can stand for it:
one of the same letters or digits, or one that the same word leads in ("the code …"). A draft may well bring
in a code of another kind by itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checks.matching import terms
from checks.matching.evidence.designations import Renamed
from checks.rows import Row, rows_of

if TYPE_CHECKING:
    import pandas as pd

#: so many digits do not agree by chance
MANY = 3
#: of how many words of the evidence a code may be put together: "CVE-2021-44228", "BA 123"
PARTS = 4
_WORD = re.compile(r"[A-Za-z0-9]+")
_CODE = re.compile(r"(?=.*[A-Za-z])(?=.*[0-9]).+")
_DIGIT = re.compile(r"[0-9]")
_DIGITS = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[a-z]+")
#: what a variant adds to a code: `A320neo`
_VARIANT = re.compile(r"[a-z]+\Z")
_LED = re.compile(r"\b([A-Za-z]{2,})(?: (?:number|no\.?))?(?: ?[:–—] ?| ?[“\"'‘(]| )\Z")


class Code(NamedTuple):
    """A code as it is compared: `name` without capitals and hyphens, `led` the word before it, folded."""

    fact: str
    name: str
    led: frozenset[str]


def miscoded(facts: pd.DataFrame | Sequence[Row], given: pd.DataFrame | Sequence[Row]) -> list[Renamed]:
    """The codes in `facts` that `given` (FACTS columns, or rows) does not print, each with the likeliest."""
    draft = list(_codes(facts))
    if not draft:
        return []
    known = list(_codes(given))
    printed = _printed({code.name for code in draft}, {row.sentence for row in rows_of(given)})
    numbers = {row.surface for row in rows_of(given) if row.kind == "identifier"}
    out = []
    for code in draft:
        plain = "".join(_DIGITS.findall(code.name))
        if code.name in printed or (len(plain) >= MANY and plain in numbers):
            continue
        if any(_holds(other.name, code.name) or _holds(code.name, other.name) for other in known):
            continue
        likely = max(known, key=lambda other: _likeness(code, other), default=None)
        if likely is not None and _likeness(code, likely):
            out.append(Renamed(code.fact, likely.fact))
    return out


def _codes(table: pd.DataFrame | Sequence[Row]) -> Iterator[Code]:
    for row in rows_of(table):
        if not row.main or row.kind != "identifier" or not _CODE.fullmatch(row.surface):
            continue
        led = _LED.search(row.sentence.partition(row.surface)[0][-40:])
        name = "".join(_WORD.findall(row.surface)).lower()
        yield Code(row.fact, name, terms.content(led[1]) if led else frozenset())


def _printed(names: Collection[str], sentences: Iterable[str]) -> set[str]:
    """Which of `names` the sentences print, in one word or in some that follow one another, in any case."""
    found: set[str] = set()
    for sentence in sentences:
        words = [word.lower() for word in _WORD.findall(sentence)]
        for at in range(len(words)):
            run = ""
            for word in words[at : at + PARTS]:
                run += word
                found.update({run, _VARIANT.sub("", run)}.intersection(names))
    return found


def _holds(longer: str, shorter: str) -> bool:
    """Whether a code is part of a longer one, cut between letters and digits: `XM5` of `WH-1000XM5`."""
    at = longer.find(shorter)
    if at < 0 or len(shorter) < MANY:
        return False
    end = at + len(shorter)
    return not any(longer[i - 1 : i + 1].isdigit() for i in (at, end) if 0 < i < len(longer))


def _likeness(code: Code, other: Code) -> int:
    """How likely a code is another one told wrongly, by letters, digits and the word before; 0 for not."""
    letters, others = ("".join(_LETTERS.findall(c.name)) for c in (code, other))
    digits, numbers = ("".join(_DIGITS.findall(c.name)) for c in (code, other))
    form, form_there = (_DIGIT.sub("0", c.name) for c in (code, other))
    # one letter is of many things: the A320 and the A40, 4G and G7
    same = form == form_there or (letters == others and len(letters) > 1)
    reasons = (same, digits == numbers and len(digits) >= MANY, bool(code.led & other.led))
    return 2 * sum(reasons) + (form == form_there) if any(reasons) else 0
