"""What kind of figure a numeral is, and its unit: money, percent, age, measurement, duration, count…"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checks.figures import currencies, units
from checks.figures.ages import is_age
from checks.figures.metres import in_metres
from checks.figures.numerals import Numeral
from checks.figures.phrases import WORD
from checks.figures.scales import scale_at
from checks.figures.signs import signed
from checks.model import Kind

_PERCENT = re.compile(
    r"[ \u00a0\n-]?(?:(?P<sign>%|‰)"
    r"|(?P<word>per[ \n]?cents?|percent(?:age)?s?|pct|pc|per mille|basis|bps?|pp|ppts?)\b)"
    r"(?P<points>[ -](?:age[ -])?points?\b)?",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?:[ -](?P<unit>year|month|week|day)s?(?:[ -]olds?\b| of age\b)|[ -]?(?:yo|y/o)\b|-somethings?\b)"
    r"(?!,? (?:utilities|bill))",
    re.IGNORECASE,
)
#: comparisons; "three times a week" and "he won three times" say how often
_MULTIPLE = re.compile(
    r"[ -]times(?= (?:as [a-z]|more|less|fewer|bett?er|worse|[a-z]{3,9}er\b|(?:the|its|their"
    r"|his|her|your|our) [a-z]"
    r"|what|that of|average|normal|(?:(?:forward|annual|estimated|expected|core|trailing|adjusted) )?"
    r"(?:earnings|sales|revenues?|profits?|ebitda|EBITDA|cash flow|book value)\b))(?! the (?:past|last"
    r"|next|same|first|second|police|previous)\b)"
)
#: before the m and the s of `1h 12m 30s`
_HOURS = re.compile(r"[0-9] ?h(?:rs?)? ?\Z")
_MINUTES = re.compile(r"[0-9] ?m(?:ins?)? ?\Z")
#: a country's letters before a dollar sign, parted by a space: `US $5`; the A of "A $5 fee" is an article
_COUNTRY = re.compile(r"(?<![\w.])(US|U\.S\.|AU|NZ|HK|CA|C|S) $")
#: what a hundredth of a currency is called, where it is not the cent
_SUBUNITS = {
    "GBP": "penny", "INR": "paisa", "MYR": "sen", "IDR": "sen", "JPY": "sen", "RUB": "kopeck",
    "CHF": "rappen",
}  # fmt: skip
#: what the character after a numeral can be where a unit begins
_UNIT_SIGNS = frozenset("%‰ -\u00a0\u2009\u202f\n\u2011°ºª/'\"′″’”€£$¥₹¢℃℉")  # noqa: RUF001
#: what percentages, ages, multiples and rates begin with, and the s of `1m 30s`
_LEADS = frozenset({
    "per", "percent", "percents", "percentage", "percentages", "pct", "pc", "basis", "bp", "bps", "pp", "ppt",
    "ppts", "year", "years", "month", "months", "week", "weeks", "day", "days", "yo", "y", "something",
    "somethings", "times", "x", "pound", "pounds", "s",
})  # fmt: skip
_GAPS = frozenset(" -\u00a0\u2009\u202f\n\u2011")


class Measured(NamedTuple):
    """A numeral with its sign, currency and unit: where it begins and ends, and what it is.

    `money` is the sign or word of money as printed, in lower case: `$` and `pesos` may be another
    country's in another article.
    """

    start: int
    end: int
    kind: Kind
    unit: str
    value: float
    half: float
    numeral: Numeral
    money: str = ""


def measure(text: str, n: Numeral) -> Measured:
    """The kind and unit of numeral `n`; `count` with an empty unit where none is printed."""
    before = text[n.start - 1 : n.start]
    if before == "(" and (loss := _loss(text, n)) is not None:
        return loss
    prefix = currencies.prefix(text, n.start) if before and before not in "-–(" else None
    if prefix is not None:
        return _per(text, _with_sign(text, n, *prefix))
    start, value = signed(text, n.start, n.value)
    bare = Measured(start, n.end, "count", "", value, n.half, n)
    measured = _measured(text, n, bare)
    if text.startswith(" below zero", measured.end) and measured.value > 0:
        return measured._replace(end=measured.end + len(" below zero"), value=-measured.value)
    return measured


def _measured(text: str, n: Numeral, bare: Measured) -> Measured:
    """`bare` with the unit that follows it."""
    if _may_have_unit(text, n):
        found = (
            _percent(text, bare)
            or _money(text, bare)
            or _age(text, bare)
            or _times(text, bare)
            or _unit(text, bare)
        )
        if found is not None:
            return found
        if text.startswith((" per 1", " per m", " per h"), n.end) and (rate := units.rate(text, n.end)):
            return bare._replace(end=rate[0], unit=rate[1])  # 40 per 100,000 people
    return bare._replace(kind="age", unit="year") if is_age(text, n) else bare


def _may_have_unit(text: str, n: Numeral) -> bool:
    """Whether what follows the numeral begins as a unit does, which most nouns that are counted do not."""
    end = n.end
    if n.scaled and text[end - 1] in "mM":
        return True  # it may be metres
    first = text[end : end + 1]
    if not first:
        return False
    if not first.isalpha():
        if first not in _UNIT_SIGNS:
            return False
        if first not in _GAPS:
            return True
        end += 1
        first = text[end : end + 1]
        if not first.isalpha():
            return not first.isdigit()  # two numbers
    word = WORD.match(text, end)
    return word is None or word[0] in _first_words() or word[0].lower() in _first_words()


@cache
def _first_words() -> frozenset[str]:
    return units.first_words() | currencies.first_words() | _LEADS


def _with_sign(text: str, n: Numeral, start: int, code: str) -> Measured:
    """The sum of money whose sign begins at `start`."""
    printed = _printed(text, start, n.start)
    if printed == "$" and (country := _COUNTRY.search(text, max(0, start - 5), start)):
        wider = currencies.prefix(f"{country[1]}$1", len(country[1]) + 1)
        if wider is not None:
            start, code, printed = country.start(), wider[1], ""
    start, value = signed(text, start, n.value)
    return Measured(start, n.end, "money", code, value, n.half, n, printed)


def _printed(text: str, start: int, end: int) -> str:
    return text[start:end].strip(" -\u00a0\u2009\u202f").lower()


def _loss(text: str, n: Numeral) -> Measured | None:
    """A loss as accountants print it, in brackets that part it from its sign or scale: `$(4.2) million`.

    A number before the bracket makes it a comparison: `sales of 540 (512) million`.
    """
    if text[n.end : n.end + 1] != ")" or n.words:
        return None
    at = n.start - 1
    sign = currencies.prefix(text, at) if at and not text[at - 1].isspace() else None
    end, scale = scale_at(text, n.end + 1) or (n.end + 1, 1.0)
    if scale < 1e3 or end == n.end + 1 or not text[end - 1].isalpha():
        end, scale = n.end + 1, 1.0
    if sign is None and (scale == 1.0 or not text[max(0, at - 2) : at].strip().isalpha()):
        return None
    whole = n._replace(
        end=end, value=n.value * scale, half=n.half * scale, scale=n.scale * scale, grouped=True
    )
    if sign is None:
        return Measured(at, end, "count", "", -whole.value, whole.half, whole)
    start, code = sign
    return Measured(start, end, "money", code, -whole.value, whole.half, whole, _printed(text, start, at))


def _per(text: str, m: Measured) -> Measured:
    """`m` with the rates that follow it in its unit: `USD per barrel`, `litre per person per day`."""
    for _ in range(2):
        rate = units.rate(text, m.end)
        if rate is None:
            break
        m = m._replace(end=rate[0], unit=f"{m.unit} {rate[1]}")
    return m


def _percent(text: str, m: Measured) -> Measured | None:
    found = _PERCENT.match(text, m.end)
    if found is None:
        return None
    word = (found["word"] or found["sign"]).lower()
    if word in ("basis", "bp", "bps"):
        if word == "basis" and not found["points"]:
            return None
        return m._replace(end=found.end(), kind="points", unit="basis point")
    if word in ("pp", "ppt", "ppts"):
        points = found["word"].islower() and text[m.end - 1].isdigit() and m.end == m.numeral.end
        return m._replace(end=found.end(), kind="points", unit="percentage point") if points else None
    if word == "pc" and (found["word"] != "pc" or text.startswith(" ", m.end)):
        return None  # "two PCs", "5 pc"
    if word in ("‰", "per mille"):
        return m._replace(end=found.end(), kind="percent", unit="per mille")
    if found["points"]:
        return m._replace(end=found.end(), kind="points", unit="percentage point")
    return _per(text, m._replace(end=found.end(), kind="percent", unit="percent"))


def _money(text: str, m: Measured) -> Measured | None:
    at = m.end + (text[m.end : m.end + 1] in _GAPS)
    suffix = currencies.suffix(text, at) if at < len(text) else None
    if suffix is None:
        if not text.startswith("pound", at):
            return None
        pound = currencies.ambiguous_pound(text, at)
        if pound is None:
            return None
        return _per(text, m._replace(end=pound[0], kind="money", unit=pound[1]))
    end, code, factor = suffix
    unit = code if factor == 1 else _SUBUNITS.get(code, "cent")
    return _per(text, m._replace(end=end, kind="money", unit=unit, money=_printed(text, at, end)))


def _age(text: str, m: Measured) -> Measured | None:
    found = _AGE.match(text, m.end)
    if found is None:
        return None
    return m._replace(end=found.end(), kind="age", unit=(found["unit"] or "year").lower())


def _times(text: str, m: Measured) -> Measured | None:
    """A multiple: `three times as many`, `1.5 times the average`, `2.5x`."""
    following = text[m.end : m.end + 2]
    if following[:1] in ("x", "×"):
        times = m.end + 1 if not following[1:].isalnum() and text[m.end - 1].isdigit() else 0
    else:
        found = _MULTIPLE.match(text, m.end) if following[1:] == "t" else None
        times = found.end() if found is not None else 0
    return m._replace(end=times, kind="ratio") if times and m.value > 0 else None


def _unit(text: str, m: Measured) -> Measured | None:
    if (
        m.numeral.scaled
        and text[m.end - 1] in "mM"
        and text[m.end - 2].isdigit()
        and in_metres(text, m.numeral)
    ):
        return _per(
            text, m._replace(kind="measurement", unit="metre", value=m.value / 1e6, half=m.half / 1e6)
        )
    if m.numeral.scaled and text[m.end - 1] == "m" and _HOURS.search(text, max(0, m.start - 6), m.start):
        n = m.numeral._replace(scale=1.0, value=m.value / 1e6, half=m.half / 1e6)
        return m._replace(kind="duration", unit="minute", value=n.value, half=n.half, numeral=n)
    at = m.end + (text[m.end : m.end + 1] in _GAPS)
    found = units.match(text, at)
    if found is None:
        if text.startswith("s", m.end) and _MINUTES.search(text, max(0, m.start - 6), m.start):
            return m._replace(end=m.end + 1, kind="duration", unit="second")
        return None
    end, unit = units.compound(text, at, found)
    time = unit.dimension == "time"
    if time and text.startswith(("-old", " old"), end):
        return None
    value, half = m.value * unit.factor, m.half * unit.factor
    m = m._replace(
        end=end, kind="duration" if time else "measurement", unit=unit.name, value=value, half=half
    )
    return _per(text, m) if text.startswith(" per ", end) and " per " in unit.name else m
