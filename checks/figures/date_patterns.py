"""The patterns of dates, compiled when first asked for.

Every pattern is matched at a spot that SCAN found, holds no nested repetition, and looks only a few
dozen characters ahead, so that finding dates takes time in proportion to the text.
"""

from __future__ import annotations

import re
from functools import cache

from checks.figures.days import MONTH_NAMES, WEEKDAY_NAMES

#: A gap inside a date; a line may be wrapped there (see `dates.wrapped`).
GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
DASH = r"[^\S\n]?[-‐‑–—−][^\S\n]?"  # noqa: RUF001
_SHORT_MONTHS = "|".join([*(name[:3] for name in MONTH_NAMES if len(name) > 3), "Sept"])
_LONG_MONTHS = "|".join(MONTH_NAMES)
MONTH = (
    rf"(?:{_LONG_MONTHS}|{_LONG_MONTHS.upper()}"
    rf"|(?:{_SHORT_MONTHS}|{_SHORT_MONTHS.upper()})\.?)(?!\w|-[a-z])"
)
_LONG_WEEKDAYS = "|".join(WEEKDAY_NAMES)
_SHORT_WEEKDAYS = "|".join([*(name[:3] for name in WEEKDAY_NAMES), "Tues", "Thur", "Thurs"])
WEEKDAY = rf"(?:{_LONG_WEEKDAYS}|{_LONG_WEEKDAYS.upper()}|(?:{_SHORT_WEEKDAYS})(?!\w))"
#: What may not follow a bare number in a date: more digits, a decimal, a percent sign, a scale, a clock.
END = (
    r"(?![\w%‰°€£$]|[.,:/]\d|[^\S\n]?(?:%|percent|per[^\S\n]cent|pct|million|billion|trillion|thousand|hundred"
    r"|[mbt]n\b))"
)
YEAR = rf"(?:1[5-9]|20)\d\d{END}"
ORDINAL = r"(?:st|nd|rd|th)"
DAY = rf"(?:\d{{1,2}}(?:{ORDINAL})?)"
TO = rf"(?:{DASH}|/|{GAP}(?:to|and|until|till|through|or|&){GAP}(?:the{GAP})?)"
#: Spelled centuries and decades.
CENTURIES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first", "twenty-second",
)  # fmt: skip
DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")

#: One of these is in every date told in words alone.
_COUNTED = ("quarter", "Quarter", "half", "Half", "entur", *DECADES, *(word.capitalize() for word in DECADES))


def ordinal(printed: str, of: str = "") -> int:
    """3 for `third` or `3rd`; `final` is the last quarter (4) or half (2) that `of` names."""
    if printed[0].isdigit():
        return int(printed.rstrip("stndrh"))
    if printed.lower() == "final":
        return 2 if of == "half" else 4
    return CENTURIES.index(printed.lower()) + 1


def scan(text: str) -> re.Pattern[str]:
    """Where a date may begin: a number with its separators, a month, an ordinal, `Q3`, `FY`, `'90s`.

    Ordinals and the like are sought only where `text` has a word that they could count.
    """
    return _scan(any(word in text for word in _COUNTED))


@cache
def _scan(words: bool) -> re.Pattern[str]:
    # Each branch begins with one character, so that the search skips all other characters at C speed.
    digits = "|".join(rf"{d}[\d.,]*" for d in range(10))
    months = "|".join(name[:3] for name in MONTH_NAMES)
    spelled = sorted([*CENTURIES, *DECADES, "final", "nineteen"], key=len, reverse=True) if words else []
    spelled += [word.capitalize() for word in spelled]
    return re.compile(
        "|".join([digits, months, months.upper(), *spelled, r"Q[1-4]|H[12]|FY|'\d\ds?|’\d\ds?"])
    )


@cache
def day_month() -> re.Pattern[str]:
    """`13 June`, `13-24 June 2025`, `13, 14 and 15 June`, `13-Jun-2025`, `13th of June`, `13 June '25`."""
    # in lower case, "may" and "march" are verbs
    unmistaken = "|".join(name.lower() for name in MONTH_NAMES if name not in ("March", "May"))
    return re.compile(
        rf"(?P<list>(?:{DAY},{GAP}){{0,4}})(?P<d1>\d{{1,2}}){ORDINAL}?(?:{TO}(?P<d2>\d{{1,2}}){ORDINAL}?)?"
        rf"(?:{GAP}(?:of{GAP})?|-)?(?P<m>{MONTH}|(?:{unmistaken})\b)"
        rf"(?:(?:,?{GAP}|-)(?P<y>{YEAR})|{GAP}['’](?P<yy>\d\d)(?!\w))?"
    )


@cache
def month_day() -> re.Pattern[str]:
    """`June 13`, `June 13-24, 2025`, `Oct. 3rd`, `June 13 and 14`."""
    follows = (
        r"(?=[,.;:)\]’'\"”]|[^\S\n]*(?:$|\n|[–—])"
        r"|[^\S\n](?:in|at|for|when|after|as|by|to|with|was|were|is|are|but|of|on)\b)"
    )
    return re.compile(
        rf"(?P<m>{MONTH}){GAP}(?:the{GAP})?(?P<d1>\d{{1,2}}){ORDINAL}?(?![\w%]|[.,:]\d)"
        rf"(?:(?:{DASH}|{GAP}(?:to|through|until){GAP})(?P<d2>\d{{1,2}}){ORDINAL}?{END}"
        rf"|{GAP}(?:and|or|&){GAP}(?P<d3>\d{{1,2}}){ORDINAL}?{END}(?:{follows}|(?=,?{GAP}{YEAR})))?"
        rf"(?:(?:[^\S\n]?,)?{GAP}(?:(?P<y>{YEAR})|['’](?P<yy>\d\d)(?!\w)))?"
    )


@cache
def month_year() -> re.Pattern[str]:
    """`June 2025`, `June, 2025`, `May-July 2025`, `June ’25`, `June quarter of 2025`, `June 2025 quarter`."""
    return re.compile(
        rf"(?P<m>{MONTH})(?:(?:{TO})(?P<m2>{MONTH}))?(?P<q>{GAP}quarter)?"
        rf"(?:(?:[^\S\n]?,)?{GAP}(?:of{GAP}|in{GAP})?|-|/)(?:(?P<y>{YEAR})|['’](?P<yy>\d\d)(?!\w))"
        rf"(?P<q2>{GAP}quarter(?!\w))?"
    )


@cache
def iso() -> re.Pattern[str]:
    """`2025-06-13`, `2025/06/13`, `2025.06.13`."""
    return re.compile(
        r"(?P<y>(?:1[5-9]|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:(?=T\d\d:)|(?![\w/-]|\.\d))"
    )


@cache
def numeric() -> re.Pattern[str]:
    """`13/06/2025`, `6/13/25`, `13.06.2025`, `13-06-2025`; dots and dashes need a year of four digits."""
    return re.compile(
        r"(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d|(?<=/)\d\d)(?![\w/]|-(?!\d\d?/)|\.\d)"
    )


@cache
def year() -> re.Pattern[str]:
    """`2024`, `2023-24`, `2023–2024`, `2023/24`, `1940s`, `1940s-50s`, `2024 Q3`."""
    return re.compile(
        r"(?P<y>(?:1\d|2[01])\d\d)"
        r"(?:(?P<s>['’]?s)(?!\w)(?:(?:\s(?:and|to|or)\s(?:the\s)?|[-–—])['’]?(?P<d>\d0)s(?!\w))?"
        r"|(?:[-‐‑–—/]|[^\S\n][–—-][^\S\n])(?P<y2>(?:1\d|20)\d\d|\d\d?)(?![\w%/-]|[.,]\d)"  # noqa: RUF001
        r"|[^\S\n]?Q(?P<q>[1-4])(?!\w))?"
    )


@cache
def quarter() -> re.Pattern[str]:
    """`Q3`, `3Q`, `H1`, `third quarter`, `4th quarter`, `first-half`."""
    return re.compile(
        r"(?:(?P<t1>[QH])(?P<n1>[1-4])|(?P<n2>[1-4])(?P<t2>[QH]))(?:(?![\w%])|(?=(?:FY)?\d\d(?:\d\d)?(?!\w)))"
        rf"|(?P<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[1-4]{ORDINAL})(?:-|{GAP})"
        rf"(?:(?:fiscal|financial|calendar)(?:-|{GAP}))?(?P<size>quarter|half)(?!\w)"
    )


@cache
def of_year() -> re.Pattern[str]:
    """The year of a quarter: ` of 2024`, ` 2024`, ` of fiscal 2023`, `24`, ` of last year`."""
    return re.compile(
        rf"(?:,?{GAP}|-|/)?(?:of{GAP}|in{GAP})?(?:the{GAP})?(?:(?:fiscal|financial)(?:{GAP}year)?{GAP}|FY{GAP}?)?"
        rf"(?:(?P<span>(?:19|20)\d\d[-–/](?:20)?\d\d(?![\w%/-]|[.,]\d))|(?P<y>{YEAR})|(?P<yy>(?<=[QHY'’/])\d\d)(?![\w%]|[.,:]\d))"
        rf"|{GAP}(?:of|in){GAP}(?P<rel>(?:the|this|last|next|the{GAP}(?:last|next|previous|same|current))"
        rf"{GAP}(?:(?:fiscal|financial|calendar){GAP})?year)(?!\w)"
    )


@cache
def century() -> re.Pattern[str]:
    """`19th century`, `19th-century`, `17th and 18th centuries`, `nineteenth century`."""
    number = rf"(?:\d{{1,2}}{ORDINAL}|(?i:{'|'.join(sorted(CENTURIES, key=len, reverse=True))}))"
    return re.compile(
        rf"(?P<a>{number})(?:{TO}(?P<b>{number}))?(?:-|{GAP})[Cc]entur(?:y|ies)(?!\w)(?P<bc>{GAP}(?:BCE?(?!\w)|B\.C\.(?:E\.)?))?"
        rf"|(?P<nineteen>[Nn]ineteen{GAP})?(?P<decade>(?i:{'|'.join(DECADES)}))(?!\w)"
    )


@cache
def before() -> re.Pattern[str]:
    """What belongs to a date and stands before it: its weekday, `early`, `mid-`, `late`, a season."""
    return re.compile(
        rf"(?<!\w)(?:(?P<weekday>{WEEKDAY})\.?(?:,?{GAP}|,?{GAP}the{GAP}|{GAP}\()"
        rf"|(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:{GAP}|-)"
        rf"|(?P<season>(?i:spring|summer|autumn|fall|winter)){GAP}(?:of{GAP})?"
        rf"|(?P<fiscal>(?i:fiscal|financial)(?:{GAP}year)?|FY|F\.Y\.){GAP}?)$"
    )
