"""Numbers as printed, before anybody asks what they count: digits and number words.

A numeral is digits with separators, decimals and a scale (`4,900,000`, `4.9 billion`, `1.5m`, `.5`, `3½`,
`3/4`),
or number words of any length (`two hundred and fifty thousand`, `half a million`). Scanning is one pass over
the
digits and one over the words, linear in the text.
"""

from __future__ import annotations

import math
import re
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from checks.figures import words
from checks.figures.scales import scale_at
from checks.figures.vocabulary import Word

_SPACES = "\u00a0\u2009\u202f"
_VULGAR = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
_SIGNS = "".join(_VULGAR)
_START = attrgetter("start")
_MONEY_SIGNS = ("$", "£", "€")
#: longer digits are a name, a key or noise, and float() of a million of them would be slow
_LONGEST = 40
#: powers of ten that a number may have: float() ends at 308, intervals need some room
_POWERS = 100
#: the bottoms of fractions in digits: `9/11` and `24/7` are none
_BOTTOMS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})


class Numeral(NamedTuple):
    """A number as printed; the true value is within `half` of `value`, by the digits alone.

    `scale` is the factor of its scale word or suffix (1e6 for `1.5m` and `half a million`), else 1.
    `grouped` is False where the digits carry no separator, no decimals and no scale (`2024`), so
    that the number could be a name or a year. `malformed` marks separators that no style uses
    (`6,5000,000`): the value is then nan. `fraction` marks `two-thirds`, `half`, `3/4`: parts of one.
    """

    start: int
    end: int
    value: float
    half: float
    words: bool = False
    scale: float = 1.0
    grouped: bool = False
    malformed: bool = False
    fraction: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale is printed."""
        return self.scale != 1.0


@cache
def _pattern(european: bool) -> re.Pattern[str]:
    # All branches begin with the same set of characters, which lets the search skip to them at C speed.
    comma, point = (r"\.", ",") if european else (",", r"\.")
    decimals = rf"(?:{point}[0-9]+)?"
    return re.compile(
        rf"[0-9{_SIGNS}](?:(?<=[0-9])(?:[0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}})+(?![0-9]){decimals}"
        rf"|[0-9]{{0,2}}(?: [0-9]{{3}}){{2,}}(?![0-9]){decimals}"
        r"|[0-9]{0,2}(?: 000)+(?![0-9])"
        rf"|[0-9]*(?:{comma}[0-9]+)*{decimals}(?:[eE][+-]?[0-9]{{1,2}}(?!\w)"
        rf"|\^[+-]{{0,2}}[0-9]{{1,2}}(?!\w))?))?"
    )


_EUROPEAN = re.compile(
    r"[0-9](?:\.[0-9]{3}(?:,[0-9]|\.[0-9]{3}(?![0-9.]))|,[0-9]{1,2}(?= ?(?:€|[Mm]illi[oa]))(?![0-9]))"
)
_BRITISH = re.compile(r"[0-9],[0-9]{3}(?:[,.][0-9]|(?![\w,.]))")


def is_european(text: str) -> bool:
    """Whether the article prints `1.234,5` for 1234.5: it shows so at least once, and never the other way."""
    return _EUROPEAN.search(text) is not None and _BRITISH.search(text) is None


def scan(text: str, low: str, found: list[Word]) -> list[Numeral]:
    """All numerals of `text`, in order, none overlapping; `found` are the words of its lower case `low`."""
    out: list[Numeral] = []
    numerals = _in_digits(text)
    if spelled := words.scan(low, found):
        numerals = sorted([*numerals, *map(_from_words, spelled)], key=_START)
    for numeral in numerals:
        if not out or numeral.start >= out[-1].end:
            out.append(numeral)
    return out


def _in_digits(text: str) -> list[Numeral]:
    european = is_european(text)
    out: list[Numeral] = []
    for m in _pattern(european).finditer(text):
        start, end = m.span()
        if out and start < out[-1].end:
            continue
        if text[start] in _VULGAR:
            out.append(Numeral(start, end, _VULGAR[text[start]], 0.02, grouped=True, fraction=True))
        elif european:
            out.append(_from_digits(text, start, end, m.group().replace(".", "").replace(",", ".")))
        elif "," in m.group():
            out.extend(_from_digits(text, a, b, text[a:b]) for a, b in _unlisted(text, start, end))
        else:
            out.append(_from_digits(text, start, end, m.group()))
    return out


def _from_digits(text: str, start: int, end: int, raw: str) -> Numeral:
    """The number at [start:end], where `raw` is its digits with "." before the decimals."""
    if raw.isdigit() and len(raw) <= _LONGEST:
        plain, decimals, grouped = raw, "", False
    else:
        whole, _, decimals = raw.partition(".")
        if ("," in whole and not _is_grouped(whole.split(","))) or len(raw) > _LONGEST:
            end, scale = scale_at(text, end) or (end, 1.0)
            return Numeral(start, end, math.nan, math.nan, scale=scale, grouped=True, malformed=True)
        if "e" in raw or "E" in raw or "^" in raw:
            return _power(text, start, end, raw)
        plain = whole if whole.isdigit() else "".join(c for c in whole if c.isdigit())
        grouped = len(plain) != len(whole) or bool(decimals)
    value = float(f"{plain}.{decimals}") if decimals else float(plain)
    half = half_unit(value, len(decimals))
    if text[start - 1 : start] == "." and not grouped and not text[max(0, start - 2) : start - 1].isalnum():
        start, value, half, grouped = start - 1, float(f".{plain}"), 0.5 * 10.0 ** -len(plain), True
    following = text[end : end + 1]
    if following == "/" and not grouped and (fraction := _simple_fraction(text, end, value)):
        return Numeral(start, fraction[0], fraction[1], 0.02, grouped=True, fraction=True)
    if following in _BEFORE_FRACTION and (following in _VULGAR or text[end + 1 : end + 2] in _IN_FRACTION):
        end, value, half = _mixed_fraction(text, end, value, half)
        grouped = grouped or not text[end - 1].isdigit()
    end, scale = scale_at(text, end) or (end, 1.0)
    return Numeral(
        start, end, _clean(value * scale), half * scale, scale=scale, grouped=grouped or scale != 1.0
    )


def _power(text: str, start: int, end: int, raw: str) -> Numeral:
    """`1.3e6`, `10^6`."""
    base, caret, exponent = raw.replace(",", "").partition("^")
    value, power = float(base), int(exponent.replace("--", "-") or 1)
    if caret and value:
        if abs(power * math.log10(value)) > _POWERS:
            return Numeral(start, end, float("nan"), float("nan"), grouped=True, malformed=True)
        value **= power
    return Numeral(start, end, value, 0.5e-3 * value, grouped=True)


def _unlisted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The numbers in digits with commas: one, as a rule, but `5,10,15` is a list without spaces."""
    raw = text[start:end]
    if _is_grouped(groups := raw.partition(".")[0].split(",")):
        return [(start, end)]
    # `6,5000,000` is one number gone wrong: some later group has three digits and none fewer than two
    if len(groups[0]) <= 3 and any(len(g) == 3 for g in groups[1:]) and all(len(g) >= 2 for g in groups[1:]):
        return [(start, end)]
    if text[start - 1 : start] in _MONEY_SIGNS:
        return [(start, end)]  # `$110,00` is no list
    spans, at = [], start
    for part in raw.split(","):
        spans.append((at, at + len(part)))
        at += len(part) + 1
    return spans


def _is_grouped(groups: list[str]) -> bool:
    """Whether commas stand where thousands (`1,234,567`) or lakhs and crores (`12,34,567`) have them."""
    western = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    return western or (
        len(groups[0]) <= 2 and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1])
    )


def _clean(value: float) -> float:
    """`4.9 * 1e9` as 4900000000.0 and not a binary neighbour of it."""
    if value < 1e15 and value == int(value):
        return value
    return float(f"{value:.12g}") if value < 1e12 else float(f"{value:.15g}")


#: Round numbers are taken as printed to their last non-zero digit, but never looser than this.
ROUND = 0.025


def half_unit(value: float, decimals: int = 0) -> float:
    """Half a unit of the last printed digit: 0.05 for 4.9, 0.5 for 84, 5,000 for 580,000.

    Trailing zeros of a whole number count as rounding, up to `ROUND` of the value; below 100 they
    are digits like any other.
    """
    if decimals:
        return 0.5 * 10.0**-decimals
    if value < 100 or value >= 1e15:
        return 0.5
    whole, step = int(value), 1
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    return max(0.5, min(0.5 * step, ROUND * value))


_FRACTION = re.compile(
    rf"(?:[ \u2009-]|(?= ?[{_SIGNS}])) ?(?:(?P<top>[1-9])/(?P<bottom>[2-9]|1[0-9])(?![\w/])"
    rf"|(?P<sign>[{_SIGNS}]))"
    r"|[ -]and[ -](?:a[ -](?P<half>half)|a[ -](?P<quarter>quarter)|(?P<three>three[ -]quarters))(?![\w-])"
)
#: what follows the whole number of a mixed one, and the character after that
_BEFORE_FRACTION = frozenset(f" -\u2009\u00a0{_SIGNS}")
_IN_FRACTION = frozenset(f"123456789a \u2009-{_SIGNS}")
_SIMPLE = re.compile(r"/([0-9]{1,2})(?![\w/]|[.,][0-9])")


def _mixed_fraction(text: str, end: int, value: float, half: float) -> tuple[int, float, float]:
    """`1 1/2`, `3½`, `3 and a half`: the end, the value and its half unit with the fraction added."""
    m = _FRACTION.match(text, end)
    if m is None:
        return end, value, half
    if m["top"]:
        part = int(m["top"]) / int(m["bottom"])
    elif m["sign"]:
        part = _VULGAR[m["sign"]]
    else:
        part = 0.5 if m["half"] else 0.25 if m["quarter"] else 0.75
    return (m.end(), value + part, 0.2 * part) if part < 1 else (end, value, half)


def _simple_fraction(text: str, end: int, top: float) -> tuple[int, float] | None:
    m = _SIMPLE.match(text, end)
    if m is None:
        return None
    bottom = int(m[1])
    return (m.end(), top / bottom) if bottom in _BOTTOMS and 0 < top < bottom else None


def _from_words(number: words.Spelled) -> Numeral:
    start, end, value, scale, loose, part, mixed = number
    if part:
        half = 0.2 * part if mixed else 0.02 if part >= 0.25 else 0.1 * part
    elif loose:  # "a million" is a manner of speaking
        half = 0.1 * value
    else:
        printed = value / scale
        half = (
            half_unit(printed, 0 if printed == int(printed) else len(f"{printed:.6g}".partition(".")[2]))
            * scale
        )
    value = _clean(value)
    return Numeral(
        start,
        end,
        value,
        half,
        words=True,
        scale=scale,
        grouped=True,
        fraction=bool(part) and not mixed and value < 1,
    )
