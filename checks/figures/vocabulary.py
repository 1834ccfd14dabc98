"""The words that figures in words are made of, and where a text has them.

One pass over the words of a text finds all of them: the grammars of numbers (words.py) and of other figures
in
words (proportions.py) then look at these few places alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

#: ranks of the words of a whole number: they say what may follow what
UNIT, TEEN, TEN, HUNDRED, DOZEN, SCALE = range(1, 7)

_UNITS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5,
    "crore": 1e7,
}  # fmt: skip
_DENOMINATORS: dict[str, float] = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15, "sixteenth": 16, "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9,
    "trillionth": 1e12,
}  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
#: what is neither: vague counts and multiples, read by proportions.py
_OTHERS = [
    "tens",
    "several",
    "few",
    "couple",
    "twice",
    "thrice",
    "double",
    "doubled",
    "doubling",
    "doubles",
    "triple",
    "tripled",
    "tripling",
    "triples",
    "treble",
    "trebled",
    "trebling",
    "quadruple",
    "quadrupled",
    "quadrupling",
    "quintupled",
    "halved",
    "halving",
    "fold",
]

#: the whole numbers above nothing that one word says
COUNTS = {word: number for word, number in {**_UNITS, **_TEENS, **_TENS}.items() if number}
#: scale word -> factor; these stand after digits too
SCALES: dict[str, float] = {"hundred": 100.0, "dozen": 12.0, "score": 20.0, **_SCALES}


class Meaning(NamedTuple):
    """What a word can be: part of a whole number (`rank`, `value`), a `denominator`, or neither."""

    value: float = 0.0
    rank: int = 0
    denominator: float = 0.0
    plural: bool = False


class Word(NamedTuple):
    """A word of the vocabulary at [start:end] of a text in lower case."""

    start: int
    end: int
    text: str
    value: float
    rank: int
    denominator: float
    plural: bool


@cache
def _meanings() -> dict[str, Meaning]:
    found = {word: Meaning() for word in _OTHERS}
    for words, rank in ((_UNITS, UNIT), (_TEENS, TEEN), (_TENS, TEN)):
        for word, number in words.items():
            found[word] = Meaning(float(number), rank)
            if number > 1:
                found[word + "fold"] = Meaning(float(number))
    for word, value in SCALES.items():
        rank = SCALE if word in _SCALES else HUNDRED if word == "hundred" else DOZEN
        found[word] = Meaning(value, rank)
        found[word + "s"] = Meaning(value, rank, plural=True)
    found["hundredfold"] = Meaning(100.0)
    for word, bottom in _DENOMINATORS.items():
        found[word] = Meaning(denominator=bottom)
        if word != "half":  # the two halves of a match are no fraction
            found[word + "s"] = Meaning(denominator=bottom, plural=True)
    for word in _ORDINALS[:2]:  # only after a hyphen: twenty-first
        found[word] = found[word + "s"] = Meaning()
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Any one word of the vocabulary, as a tree of letters: half the time of looking up each word."""
    return re.compile(rf"\b{_tree(sorted(_meanings()))}(?!\w|['’]t)")


def _tree(words: list[str]) -> str:
    """A pattern that matches any of `words`, which are sorted, the longest first."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    ends = by_first.pop("", None) is not None
    branches = "|".join(letter + _tree(rest) for letter, rest in by_first.items())
    return f"(?:{branches}){'?' if ends else ''}" if branches else ""


def lowered(text: str) -> str:
    """`text` in lower case, every character at its own offset."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(lower := c.lower()) != 1 else lower for c in text)


def words(low: str) -> list[Word]:
    """The words of the vocabulary in a text in lower case, in order; `twenty-first` is one word."""
    meanings = _meanings()
    found: list[Word] = []
    for m in _pattern().finditer(low):
        text = m.group()
        start, end = m.span()
        if start and low[start - 1] in "'’":
            continue
        meaning = meanings[text]
        stem = text.removesuffix("s")
        if stem in _ORDINALS:
            if found and found[-1].rank == TEN and low[found[-1].end : start] == "-":
                number = found[-1].value + _ORDINALS.index(stem) + 1
                found[-1] = Word(found[-1].start, end, "ordinal", 0.0, 0, number, stem != text)
                continue
            if stem in ("first", "second"):
                continue
        found.append(Word(start, end, text, *meaning))
    return found
