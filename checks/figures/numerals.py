"""Numbers as printed, before anybody asks what they count: digits and number words.

A numeral is digits with separators, decimals and a scale (`4,900,000`, `4.9 billion`, `1.5m`), or
number words of any length (`two hundred and fifty thousand`, `half a million`). Scanning is one
pass of one pattern, linear in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checks.figures import words
from checks.figures.scales import SCALES, scale_at

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


class Numeral(NamedTuple):
    """A number as printed; the true value is within `half` of `value`, by the digits alone.

    `scale` is the factor of its scale word or suffix (1e6 for `1.5m` and `half a million`), else 1.
    `grouped` is False where the digits carry no separator, no decimals and no scale (`2024`), so
    that the number could be a name or a year. `malformed` marks separators that no style uses
    (`6,5000,000`): the value is then nan.
    """

    start: int
    end: int
    value: float
    half: float
    words: bool = False
    scale: float = 1.0
    grouped: bool = False
    malformed: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale is printed."""
        return self.scale != 1.0


@cache
def _pattern() -> re.Pattern[str]:
    digits = (
        rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:\.\d+)?"
        r"|\d{1,3}(?: \d{3}){2,}(?!\d)(?:\.\d+)?"
        r"|\d+(?:,\d+)*(?:\.\d+)?"
        r"|\.\d+"
    )
    return re.compile(rf"(?P<digits>(?:{digits}))|[{''.join(_VULGAR)}]|{words.pattern()}")


def scan(text: str) -> list[Numeral]:
    """All numerals of `text`, in order, none overlapping. Linear in the length of `text`."""
    out: list[Numeral] = []
    for m in _pattern().finditer(text):
        start, end = m.span()
        if out and start < out[-1].end:
            continue
        if m.lastgroup == "digits":
            out.extend(_from_digits(text, a, b) for a, b in _unlisted(text, start, end))
        elif text[start] in _VULGAR:
            out.append(Numeral(start, end, _VULGAR[text[start]], 0.05, grouped=True))
        else:
            out.extend(_from_words(text, m))
    return out


def _from_digits(text: str, start: int, end: int) -> Numeral:
    raw = text[start:end]
    whole, _, decimals = raw.partition(".")
    malformed = "," in whole and not _is_grouped(whole.split(","))
    plain = "".join(c for c in whole if c.isdigit())
    value = float(f"{plain or '0'}.{decimals or '0'}")
    half = half_unit(value, len(decimals))
    grouped = len(plain) != len(whole) or bool(decimals)
    end, value, half = _mixed_fraction(text, end, value, half)
    end, scale = scale_at(text, end) or (end, 1.0)
    if malformed:
        return Numeral(start, end, float("nan"), float("nan"), scale=scale, grouped=True, malformed=True)
    return Numeral(
        start, end, _clean(value * scale), half * scale, scale=scale, grouped=grouped or scale != 1.0
    )


def _unlisted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The numbers in digits with commas: one, as a rule, but `5,10,15` is a list without spaces."""
    raw = text[start:end]
    if "," not in raw or _is_grouped(groups := raw.partition(".")[0].split(",")):
        return [(start, end)]
    # `6,5000,000` is one number gone wrong: some later group has three digits and none fewer than two
    if len(groups[0]) <= 3 and any(len(g) == 3 for g in groups[1:]) and all(len(g) >= 2 for g in groups[1:]):
        return [(start, end)]
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
    return float(f"{value:.12g}") if value < 1e12 else float(f"{value:.15g}")


#: Round numbers are taken as printed to their last non-zero digit, but never looser than this.
ROUND = 0.025


def half_unit(value: float, decimals: int = 0) -> float:
    """Half a unit of the last printed digit: 0.05 for 4.9, 0.5 for 84, 5,000 for 580,000.

    Trailing zeros of a whole number count as rounding, up to `ROUND` of the value; below 100 they
    are digits like any other.
    """
    if decimals or value < 100 or value >= 1e15:
        return 0.5 * 10.0**-decimals
    whole, step = int(value), 1
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    return max(0.5, min(0.5 * step, ROUND * value))


_FRACTION = re.compile(r"(?:[ \u2009-]|(?= ?[½¼¾⅓⅔⅛⅜⅝⅞])) ?(?:([1-9])/([2-9]|1[0-9])(?![\d/])|([½¼¾⅓⅔⅛⅜⅝⅞]))")


def _mixed_fraction(text: str, end: int, value: float, half: float) -> tuple[int, float, float]:
    """`1 1/2`, `3½` and `3 and a half`: the end, the value and its half unit with the fraction added."""
    if end < len(text) and text[end] in " -½¼¾⅓⅔⅛⅜⅝⅞\u2009":
        if m := _FRACTION.match(text, end):
            part = _VULGAR[m.group(3)] if m.group(3) else int(m.group(1)) / int(m.group(2))
            if part < 1:
                return m.end(), value + part, 0.5 * part
        if text.startswith(" and a half", end) and not text[end + 11 : end + 12].isalpha():
            return end + 11, value + 0.5, 0.25
    return end, value, half


def _from_words(text: str, m: re.Match[str]) -> list[Numeral]:
    out = []
    for start, end, value in words.parse(text, m.start(), m.end()):
        printed = text[start:end].lower()
        inner = (SCALES[w] for w in reversed(printed.replace("-", " ").split()) if w in SCALES)
        end, factor = scale_at(text, end, letters=False) or (end, 1.0)
        scale = next(inner, 1.0) * factor
        if printed.startswith(("a ", "an ", "half ", "half-")):  # "a million" is a manner of speaking
            half = 0.1 * value
        else:
            half = half_unit(value, 0 if value == int(value) else 1)
        out.append(Numeral(start, end, value * factor, half * factor, words=True, scale=scale, grouped=True))
    return out
