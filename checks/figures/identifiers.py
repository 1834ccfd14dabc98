"""Numerals that are no quantity: models, sections, ordinals, street numbers, pronouns."""

from __future__ import annotations

import math
import re

from checks.figures import names, pronouns, vocabulary
from checks.figures.numerals import Numeral
from checks.figures.quantity import Measured
from checks.model import Figure, Interval

_NAN = Interval(math.nan, math.nan)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)\b")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_LAST_WORD = re.compile(r"[A-Za-z]+\Z")
_STROKE = re.compile(r"/[0-9]{1,4}(?:/[0-9]{1,4})?(?![\w/])")


def identifier(text: str, start: int, end: int) -> Figure:
    """The figure of a name that holds digits."""
    return Figure(start, end, text[start:end], "identifier", math.nan, _NAN)


def not_a_quantity(text: str, m: Measured, after_name: bool = False) -> list[Figure] | None:
    """The figures to keep for a numeral that is none (perhaps no figure at all); None for a real number.

    `after_name` says that a name ends right before the numeral (`ISO 3888-2`).
    """
    n = m.numeral
    if n.words:
        return _in_words(text, n)
    start, end = n.start, n.end
    money = m.kind == "money" and m.start < start
    if (after_name or names.is_glued(text, start)) and not money:
        return [identifier(text, start, end)]
    if (match := _ORDINAL.match(text, end)) and match.group().lower() == _suffix(n.value):
        return [
            Figure(
                start, match.end(), text[start : match.end()], "ordinal", n.value, Interval(n.value, n.value)
            )
        ]
    if not n.grouped and text.startswith("/", end) and (match := _STROKE.match(text, end)):
        return [identifier(text, start, match.end())]  # 9/11, 24/7
    if text.endswith(" per ", 0, start):
        return []  # it says of how many: 12 deaths per 1,000 births
    if n.fraction or (n.malformed and n.end - n.start <= 30):
        return None
    if n.malformed:
        return [identifier(text, start, end)]
    if (n.grouped and n.value >= 10) or money or m.kind == "percent":
        return None
    if names.labelled(text, start):
        return [identifier(text, start, end)]
    if n.grouped:
        return None
    if m.kind == "count" and names.is_of_an_era(text, start, end):
        return [identifier(text, start, end)]
    if m.kind == "count" and (names.is_called(text, start, end) or names.is_block(text, start, end)):
        return [identifier(text, start, end)]
    if m.kind == "count" and (names.follows_name(text, start, end) or names.is_address(text, start, end)):
        return [identifier(text, start, end)]
    if end - start > 15 or (text[start] == "0" and end - start > 1 and m.kind != "measurement"):
        return [identifier(text, start, end)]
    after = text[end : end + 2]
    if (
        m.kind == "count"
        and after
        and (after[0].isalpha() or after[0] == "_" or (after[0] == "-" and after[1:].isupper()))
    ):
        return [identifier(text, start, end)]  # 5G, 4x4, 40s, 747-X
    return None


def _suffix(value: float) -> str:
    """What makes the number an ordinal: th in 9th and 11th; `9st` is a weight."""
    last = value % 100
    return "th" if last in (11, 12, 13) else _SUFFIXES.get(int(last % 10) if last == last else 0, "th")


def _after_number(text: str, start: int) -> bool:
    """Whether the word before the hyphen is a number too: `three-four`."""
    word = _LAST_WORD.search(text, max(0, start - 16), start - 1)
    return word is not None and bool(vocabulary.words(word[0].lower()))


def _in_words(text: str, n: Numeral) -> list[Figure] | None:
    start, end = n.start, n.end
    if start > 1 and text[start - 1] in "-_" and text[start - 2].isalpha() and not _after_number(text, start):
        return []  # a top-five club, all-four doors
    if pronouns.is_name(text, start, end):
        return [identifier(text, start, end)] if text[end : end + 1] != "-" else []
    if pronouns.counts_nothing(text, start, end, n.value):
        return []
    return [identifier(text, start, end)] if n.value < 1000 and names.labelled(text, start) else None
