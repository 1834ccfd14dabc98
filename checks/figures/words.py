"""Number words: `seven`, `twenty-one`, `two hundred and fifty thousand`, `half a million`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_BIG = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7}
#: every scale word, for those who build on it
SCALE_VALUES = {"hundred": 1e2, "dozen": 12.0, **_BIG}
_TOKEN = re.compile(r"[A-Za-z]+")


def _either_case(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:]}"


def pattern() -> str:
    """A pattern, to be joined into a scanner, for a run of number words (which `parse` takes apart)."""
    plain = "|".join(map(_either_case, sorted([*_UNITS, *_TENS], key=len, reverse=True)))
    big = "hundred|thousand|million|billion|trillion|lakh|crore|dozen"
    half = rf"[Hh]alf[ -](?:an? )?(?:{big})"
    article = rf"[Aa]n? (?:{big}|score(?= (?:of|or)\b))"
    more = rf"(?:(?:[ \u00a0-]|, | and |-and-)(?:(?:{plain})|(?:{big})))*"
    tail = r"(?: and a half(?: (?:million|billion|trillion|thousand|hundred|dozen))?)?"
    return rf"(?<![\w’'])(?:{half}|(?:{article}|(?:{plain})){more}{tail})(?![\w]|[’']t\b)"


def parse(text: str, start: int, end: int) -> Iterator[tuple[int, int, float]]:
    """The numbers in a run that `pattern` matched: (start, end, value) each.

    Words that do not combine begin a number of their own: `one two` is 1 and 2; `five, six` too.
    """
    at, stop, total, group, began = -1, -1, 0.0, 0.0, False
    last = 0.0  # the rank of the last word in its group, so that "twenty one" joins and "one twenty" does not
    for m in _TOKEN.finditer(text, start, end):
        word = m.group().lower()
        comma = stop >= 0 and "," in text[stop : m.start()]
        if word in ("and",):
            continue
        if word in ("a", "an"):
            if not began and not text.startswith((" half", "-half"), m.end()):
                at, stop, group, began, last = m.start(), m.end(), 1.0, True, 0.5
            continue
        if word == "half":
            if began:
                unit = 1.0 if group or not total else _lowest(total)
                total, group = (total, group + 0.5) if unit == 1.0 else (total + 0.5 * unit, group)
            else:
                at, group, began, last = m.start(), 0.5, True, 0.5
            stop = m.end()
            continue
        value, rank = _rank(word)
        joins = (
            began and not (comma and rank < 100) and _joins(rank, last, value, group, text[stop : m.start()])
        )
        if began and not joins:
            yield at, stop, total + group
            began = False
        if not began:
            at, total, group, began = m.start(), 0.0, 0.0, True
        if rank >= 1000:
            total, group, last = total + (group or 1.0) * value, 0.0, rank
        elif rank >= 12 and word in ("hundred", "dozen", "score"):
            group, last = (group or 1.0) * value, 100.0 if word == "hundred" else 11.0
        else:
            group, last = group + value, rank
        stop = m.end()
    if began:
        yield at, stop, total + group


def _rank(word: str) -> tuple[float, float]:
    """A word's value and its rank: 1 for units, 10 for tens, then the scale itself."""
    if word in _UNITS:
        return float(_UNITS[word]), 1.0
    if word in _TENS:
        return float(_TENS[word]), 10.0
    if word in ("dozen", "score"):
        return (12.0 if word == "dozen" else 20.0), 12.0
    return (100.0, 100.0) if word == "hundred" else (_BIG[word], _BIG[word])


def _joins(rank: float, last: float, value: float, group: float, gap: str) -> bool:
    """Whether a word of `rank` goes on with the number whose last word had rank `last`."""
    if rank in (12.0, 100.0):
        return 0 < group < 100 and last <= 10.0
    if rank >= 1000:
        return group > 0 or last < rank
    if rank == 1.0:
        if "and" in gap:
            return last >= 100.0  # "five and six" are two numbers
        return last >= 100.0 or (last == 10.0 and 0 < value < 10)
    return last >= 100.0  # tens after hundreds or thousands


def _lowest(total: float) -> float:
    """The scale a trailing "and a half" belongs to: `a million and a half` is 1.5 million."""
    return next((s for s in (1e12, 1e9, 1e6, 1e3) if total % s == 0), 1.0)
