"""Numerals that are no quantity: models, sections, ordinals, street numbers, pronouns."""

from __future__ import annotations

import math
import re

from checks.figures import names, pronouns, ranges, telephones, vocabulary
from checks.figures.numbering import numbering
from checks.figures.numerals import Numeral
from checks.figures.quantity import Measured
from checks.model import Figure, Interval

_NAN = Interval(math.nan, math.nan)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)\b")
#: `21st 4lb` is a weight
_POUNDS = re.compile(r" [0-9]{1,2} ?lbs?\b")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_LAST_WORD = re.compile(r"[A-Za-z]+\Z")
#: what follows the number of an item, a note or a section
_MARKS = frozenset(".)](")
#: what parts a plain sum of money from the text after it
_AFTER_MONEY = frozenset(" .,;:)\n")
#: the points after a set of tennis: `7-6 (7/5)`
_TIE_BREAK = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?=\))")
_SET = re.compile(r"[67]-[67] ?\(\Z")
_PRICE = re.compile(r"/([1-9][0-9]?)(?![\w/])")
_STROKE = re.compile(r"/[0-9]{1,4}(?:/[0-9]{1,4})?(?![\w/])")


#: the rest of `10x12 foot`, which is no name as 4x4 is
_SIZE = re.compile(
    r"[x×](?![1-8]00m\b)[0-9.]{1,6}(?:[ -]?(?:m|cm|mm|km|ft|in|yd)\b|[ -](?:metre|meter|foot"
    r"|feet|inch|yard|mile|cent|mill))"
)


def identifier(text: str, start: int, end: int) -> Figure:
    """The figure of a name that holds digits."""
    return Figure(start, end, text[start:end], "identifier", math.nan, _NAN)


def not_a_quantity(text: str, m: Measured, after_name: bool = False) -> list[Figure] | None:
    """The figures to keep for a numeral that is none (perhaps no figure at all); None for a real number.

    `after_name` says that a name ends right before the numeral (`ISO 3888-2`).
    """
    n = m.numeral
    if n.words:
        # a one-year deal, a one-point cut
        united = m.kind != "count" and text[n.end : n.end + 1] == "-"
        return None if n.value == 1 and united else _in_words(text, n)
    start, end = n.start, n.end
    money = m.kind == "money" and m.start < start
    if (after_name or names.is_glued(text, start)) and not money:
        return [identifier(text, start, end)]
    following = text[end : end + 1]
    if money and following in _AFTER_MONEY and not (n.scaled or n.malformed or n.fraction):
        return None
    match = _ORDINAL.match(text, end) if following.isalpha() else None
    if match and match.group().lower() == _suffix(n.value) and not _POUNDS.match(text, match.end()):
        return [
            Figure(
                start, match.end(), text[start : match.end()], "ordinal", n.value, Interval(n.value, n.value)
            )
        ]
    if (
        text[start - 1 : start] == "("
        and (tie := _TIE_BREAK.match(text, start))
        and _SET.search(text, max(0, start - 6), start)
    ):
        one, other = float(tie[1]), float(tie[2])
        return [Figure(start, tie.end(), tie[0], "score", one, _NAN, value_to=other)]
    if text.startswith("-rated", end) and n.value <= 21:
        return [identifier(text, start, end)]  # a film's certificate
    if following == "/" and not n.grouped and (match := _STROKE.match(text, end)):
        if (price := _price(text, n)) is not None:
            return [price]
        return [identifier(text, start, match.end())]  # 9/11, 24/7
    if following in _MARKS and m.kind == "count" and not n.grouped:
        numbered = numbering(text, start, end)
        if numbered is not None:
            return [identifier(text, start, numbered)]
    if text.endswith(" per ", 0, start):
        return []  # it says of how many: 12 deaths per 1,000 births
    lettered = n.scaled and text[end - 1].isalpha() and text[end - 2].isdigit() and not n.words
    if lettered and (
        names.is_screen_or_house(text, start, end) or (not money and names.labelled(text, start))
    ):
        return [identifier(text, start, end)]
    if n.fraction or (n.malformed and n.end - n.start <= 30):
        return None
    if n.malformed:
        return [identifier(text, start, end)]
    if money or m.kind == "percent" or (n.grouped and n.value >= 10 and not _is_version(text, n)):
        return None
    if names.labelled(text, start):
        return [identifier(text, start, end)]
    if n.grouped:
        return None
    if (model := names.model(text, start, end)) is not None:  # "50 Cent" is no money
        return [identifier(text, start, model)]
    if m.kind == "count" and pronouns.is_place(text, start, end, n.value):
        return [identifier(text, start, end)]
    if m.kind == "count" and (
        names.is_of_an_era(text, start, end)
        or telephones.is_called(text, start, end)
        or names.is_block(text, start, end)
        or names.is_cited(text, start, end)
        or names.follows_name(text, start, end)
        or names.is_address(text, start, end)
    ):
        return [identifier(text, start, end)]
    if end - start > 15 or (text[start] == "0" and end - start > 1 and m.kind != "measurement"):
        return [identifier(text, start, end)]
    after = text[end : end + 2]
    if (
        m.kind == "count"
        and after
        and not _SIZE.match(text, end)
        and (after[0].isalpha() or after[0] == "_" or (after[0] == "-" and after[1:].isupper()))
    ):
        return [identifier(text, start, end)]  # 5G, 4x4, 40s, 747-X
    return None


def _price(text: str, n: Numeral) -> Figure | None:
    """`7/2` as the price of a horse: 3.5 to one."""
    m = _PRICE.match(text, n.end)
    if m is None or not (ranges.is_offered(text, m.end()) or ranges.is_priced(text, n.start)):
        return None
    value = n.value / int(m[1])
    return Figure(n.start, m.end(), text[n.start : m.end()], "ratio", value, Interval(value, value))


def _is_version(text: str, n: Numeral) -> bool:
    """Whether the digits could number a version or a section: `Ubuntu 22.04`, `Rule 10.5`; not `12,500`."""
    return not n.words and n.scale == 1.0 and text[n.start : n.end].replace(".", "", 1).isdigit()


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
