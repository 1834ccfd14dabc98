"""What kind of figure a numeral is, and its unit: money, percent, age, measurement, duration, count…"""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.figures import currencies, units
from checks.figures.ages import is_age
from checks.figures.numerals import Numeral
from checks.model import Kind

_PERCENT = re.compile(
    r"[ \u00a0\n-]?(?:(?P<sign>%|‰)"
    r"|(?P<word>per[ \n]?cents?|percent(?:age)?s?|pct|pc|per mille|basis|bps?)\b)"
    r"(?P<points>[ -](?:age[ -])?points?\b)?",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?:[ -](?P<unit>year|month|week|day)s?(?:[ -]olds?\b| of age\b)|[ -]?(?:yo|y/o)\b)"
    r"(?!,? (?:utilities|bill))",
    re.IGNORECASE,
)
_METRES = re.compile(
    r" (?:tall|high|long|wide|deep|away|above|below|from|race|sprint|freestyle|backstroke|butterfly"
    r"|breaststroke|hurdles|relay|final|finals|gold|silver|bronze|medley|steeplechase|event|record|dash"
    r"|champions?|runners?|course|victory|title|world record|of water|apart|x|tower|statue|fence|wall"
    r"|yacht|pool|semi-finals?|heats?)\b|[ -]?[x×]"
    r"|-(?:long|high|tall|wide|deep)"
)
_COUNTED = re.compile(
    r" (?:[a-z][\w-]+ ){0,2}?"
    r"(?:[a-z][\w-]*s|people|men|women|children|of|more|in|a|to|by|for|on|and|last|this)\b"
)
_BRACKETED_NUMBER = re.compile(r"[$£€]?[0-9][0-9,.]{0,20}\)(?!\w)")
_COLUMN = re.compile(r"  +\(?[-$£€0-9]")
#: a country's letters before a dollar sign, parted by a space: `US $5`
_COUNTRY = re.compile(r"(?<![\w.])(US|U\.S\.|AU|NZ|HK|CA|C|A|S) $")
#: distances that are raced: `the 100m`
_DISTANCES = frozenset({60.0, 100.0, 110.0, 200.0, 400.0, 800.0, 1500.0, 3000.0, 5000.0, 10000.0})
#: what a hundredth of a currency is called, where it is not the cent
_SUBUNITS = {
    "GBP": "penny", "INR": "paisa", "MYR": "sen", "IDR": "sen", "JPY": "sen", "RUB": "kopeck",
    "CHF": "rappen",
}  # fmt: skip
#: what the character after a numeral can be where a unit begins
_UNIT_SIGNS = frozenset("%‰ -\u00a0\u2009\u202f\n\u2011°ºª/'\"′″’”€£$¥₹¢℃℉")  # noqa: RUF001
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
    prefix = currencies.prefix(text, n.start) if n.start and text[n.start - 1] not in "-–(" else None
    if prefix is not None:
        return _per(text, _with_sign(text, n, *prefix))
    start, value = _signed(text, n.start, n.value)
    bare = Measured(start, n.end, "count", "", value, n.half, n)
    after = text[n.end : n.end + 1]
    if (after and after in _UNIT_SIGNS) or after.isalpha() or (n.scaled and text[n.end - 1] in "mM"):
        found = _percent(text, bare) or _money(text, bare) or _age(text, bare) or _unit(text, bare)
        if found is not None:
            return found
        if text.startswith((" per 1", " per m", " per h"), n.end) and (rate := units.rate(text, n.end)):
            return bare._replace(end=rate[0], unit=rate[1])  # 40 per 100,000 people
    return bare._replace(kind="age", unit="year") if is_age(text, n) else bare


def _with_sign(text: str, n: Numeral, start: int, code: str) -> Measured:
    """The sum of money whose sign begins at `start`."""
    printed = _printed(text, start, n.start)
    if printed == "$" and (country := _COUNTRY.search(text, max(0, start - 5), start)):
        wider = currencies.prefix(f"{country[1]}$1", len(country[1]) + 1)
        if wider is not None:
            start, code, printed = country.start(), wider[1], ""
    start, value = _signed(text, start, n.value)
    return Measured(start, n.end, "money", code, value, n.half, n, printed)


def _printed(text: str, start: int, end: int) -> str:
    return text[start:end].strip(" -\u00a0\u2009\u202f").lower()


def _signed(text: str, start: int, value: float) -> tuple[int, float]:
    """The start and value with the minus before them, as a sign or a word."""
    if not start or value != value:
        return start, value
    before = text[start - 1]
    if before == "(":
        return (start - 1, -value) if _in_table(text, start) else (start, value)
    if before in "-−" and (start == 1 or text[start - 2] in " (\n\u00a0["):
        return start - 1, -value
    if before == " ":
        # a dash and a space at the beginning of a line are a list's
        if start > 2 and text[start - 2] in "-−" and text[start - 3] in "([":
            return start - 2, -value
        for word in ("minus ", "negative "):
            at = start - len(word)
            if text.startswith("or ", at - 3):
                continue  # plus or minus
            if at >= 0 and text[at:start].lower() == word and not text[at - 1 : at].isalpha():
                return (
                    (at, -value)
                    if word == "minus " or text[at - 3 : at] == "is " or at == 0
                    else (start, value)
                )
    return start, value


def _in_table(text: str, start: int) -> bool:
    """Whether a number in brackets stands in a table, where accountants mean a loss by them: `(4.2)`."""
    closed = _BRACKETED_NUMBER.match(text, start)
    if closed is None:
        return False
    line = text[max(0, start - 120) : closed.end() + 120]
    at = min(start, 120)
    line = line[line.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    return "\t" in line or " | " in line or len(_COLUMN.findall(line)) > 1


def _per(text: str, m: Measured) -> Measured:
    """`m` with the rate that follows it in its unit: `USD per barrel`."""
    rate = units.rate(text, m.end)
    return m if rate is None else m._replace(end=rate[0], unit=f"{m.unit} {rate[1]}")


def _percent(text: str, m: Measured) -> Measured | None:
    found = _PERCENT.match(text, m.end)
    if found is None:
        return None
    word = (found["word"] or found["sign"]).lower()
    if word in ("basis", "bp", "bps"):
        if word == "basis" and not found["points"]:
            return None
        return m._replace(end=found.end(), kind="points", unit="basis point")
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
    at = m.end + (text[m.end : m.end + 1] in _GAPS)
    found = units.match(text, at)
    if found is None:
        return None
    end, unit = units.compound(text, at, found)
    time = unit.dimension == "time"
    if time and text.startswith(("-old", " old"), end):
        return None
    value, half = m.value * unit.factor, m.half * unit.factor
    return m._replace(
        end=end, kind="duration" if time else "measurement", unit=unit.name, value=value, half=half
    )


def in_metres(text: str, n: Numeral) -> bool:
    """Whether the glued `m` after digits is metres (`the 100m final`), not millions (`2.5m people`)."""
    if text[n.end - 1] == "M":
        return False
    if _METRES.match(text, n.end):
        return True
    return not (_COUNTED.match(text, n.end) or units.match(text, n.end + 1)) and n.value / 1e6 in _DISTANCES
