"""A figure that cannot be true whatever the facts are.

What it flags
-------------
A date that the calendar does not have (30 February), a time of day that no clock shows (8:70 p.m.). A
number whose thousands are grouped wrongly (6,5000,000). A range whose first value is the larger ("between
€85 million and €65 million", "a wait of eight to six weeks"). More than 100% of a body of people or votes, a
turnout or stake above 100%. More hours a day, days a week or months a year than there are.

Why it matters
--------------
It is a slip of the keyboard, and nobody can tell from the page what was meant.

What it leaves alone
--------------------
Growth above 100%, and shares of what can be exceeded: 120% of output, of a target, of last year's
sales. "Fell from 40 to 30" and scores, which are no ranges. Ranges below zero and spans counted
back from now ("between 15 and 10 years ago").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checks import lexicon
from checks.model import NOT_QUANTITIES
from checks.rows import Row, rows_of
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.place import Line, lines
from checks.rules.wording.say import plural

if TYPE_CHECKING:
    import pandas as pd

#: A number with thousands marks: at least one group, of any size.
GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d+)+(?![\d,])")
#: Western groups of three, Indian groups of two before a last group of three.
WELL_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)*,\d{3}")
#: What begins a range that runs from low to high.
RANGE = re.compile(r"\b(?:between|ranging from|range from|ranges from|ranged from|range of)\b[^,;]*$")
#: What begins two values that are set against each other instead.
NOT_BETWEEN = re.compile(
    r"\b(?:gap|gulf|differ\w*|choice|choose|chose|spread|swing|margin|split|divi\w+|contrast|comparison|ratio"
    r"|alternat\w*|switch\w*|decid\w+|tie|match|game|link|distance|relation\w*)\b[^.;]*$",
    re.IGNORECASE,
)
#: After a span that counts back from now, the larger value comes first.
COUNTED_BACK = re.compile(
    r"\s*(?:\w+\s+)?(?:ago|before|earlier|prior|away|to go|left|until|old)\b", re.IGNORECASE
)
#: How many of a unit there are in another, at most.
CAPACITY = {
    ("hour", "day"): 24, ("hour", "week"): 168, ("day", "week"): 7, ("day", "month"): 31,
    ("day", "year"): 366, ("week", "year"): 53, ("month", "year"): 12, ("minute", "hour"): 60,
}  # fmt: skip
#: A time of day as printed, and what makes it one.
CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:\s?(?:[ap]\.?m\b\.?|GMT|BST|E[DS]?T))?", re.IGNORECASE)
HALF = re.compile(r"\s?(?:[ap]\.?m\b|GMT\b|BST\b|E[DS]T\b)", re.IGNORECASE)
AT = re.compile(r"\b(?:at|until|till|from|by|before|after|to|between|and)\s+$")
#: Times that are run or played, not shown by a clock.
TIMED = re.compile(
    r"\b(?:minutes?|seconds?|laps?|records?|finish\w*|marathon|races?|half|split|won|clocked|score\w*|goals?|video|mark"
    r"|verses?|ratio)\b",
    re.IGNORECASE,
)
#: What stands before a range of two bare numbers, and what makes them a change.
SPANNED = re.compile(
    r"\b(?:wait\w*|takes?|took|lasts?|lasting|lasted|for|in|within|of|about|another|next|every|some|is|are|be|needs?"
    r"|with)\s+$",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\b(?:from|cut|fall\w*|fell|reduc\w*|short\w*|drop\w*|down|lower\w*|trim\w*|slash\w*|declin\w*|shr[aiu]nk\w*"
    r"|narrow\w*|odds|won|win|beat|lost|lead|led|ratio|margin|vote\w*|score)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
#: A number that another follows as the end of a range.
TO_NEXT = re.compile(r"\w (?:to|-|\u2013) ?\w")
_BARE = re.compile(r"[\w.,]+", re.ASCII)
#: Kinds that may be printed like a time of day, and those whose second value ends no range.
_CLOCKED = ("time", "ratio", "measurement", "count", "identifier")
_ENDLESS = (*NOT_QUANTITIES, "score", "ratio")
EVERY = re.compile(r"\s+(?:a|an|per|each|every)\s+(hour|day|week|month|year)\b", re.IGNORECASE)


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Figures that break the calendar, the digits or the meaning of a range or share."""
    told = rows_of(facts)
    for row in told:
        if row.kind != "date" and _wrongly_grouped(row.surface):
            yield Finding(fact=row.fact, message=f"the thousands in {row.surface} are grouped wrongly")
    for row in told:
        if row.kind == "date" and row.unit == "invalid":
            yield Finding(fact=row.fact, message=f"the calendar has no {row.surface}")
    suspects = [row for row in told if _suspected(row)]
    # A sentence's place is found from all its figures.
    read = {row.sentence for row in suspects}
    wanted = {row.fact for row in suspects}
    for line in lines([row for row in told if row.sentence in read]):
        for row in line.facts:
            if row.fact in wanted:
                yield from _in_sentence(line, row)


def _suspected(row: Row) -> bool:
    """Whether a figure is worth a look at its sentence, which costs."""
    if row.kind not in _ENDLESS and row.value > row.value_to:
        return True
    if row.kind == "percent":
        return bool(row.low > 100)
    clock = CLOCK.fullmatch(row.surface) if row.kind in _CLOCKED else None
    if clock is not None and (int(clock[1]) > 24 or int(clock[2]) > 59):
        return True
    if row.kind in ("duration", "measurement", "count") and row.low > 7 and EVERY.search(row.sentence):
        return True
    bare = row.kind in ("duration", "measurement") and _BARE.fullmatch(row.surface)
    return bool(bare) and TO_NEXT.search(row.sentence) is not None


def _wrongly_grouped(surface: str) -> bool:
    number = GROUPED.search(surface)
    if number is None or WELL_GROUPED.fullmatch(number[0]):
        return False
    _, *groups = number[0].split(",")
    if len(groups) == 1:
        # "1,5" is a Continental decimal, "May 5,2019" lacks a space; four or more digits are neither.
        return len(groups[0]) > 3 and groups[0][:2] not in {"19", "20"}
    if not surface[0].isdigit():
        return True  # a currency's sign before it makes it one number
    # "3,5,7" and "12,14,16" are lists without spaces.
    return any(len(group) >= 3 for group in groups)


def _in_sentence(line: Line, row: Row) -> Iterator[Finding]:
    if row.kind in _CLOCKED and CLOCK.fullmatch(row.surface):
        if _time_of_day(line, row):
            yield Finding(fact=row.fact, message=f"no clock shows {row.surface}", confidence=0.85)
    elif (following := _falling(line, row)) is not None:
        turned = f"{following.surface.split()[0]} to {row.surface} {plural(row.unit)}"
        yield Finding(
            fact=following.fact,
            message=(
                f"the range “{row.surface} to {following.surface}” runs from the larger value to the smaller"
            ),
            expected=turned,
            evidence=(row.fact,),
            confidence=0.8,
        )
    elif row.value > row.value_to:
        if _between(line, row):
            yield Finding(
                fact=row.fact,
                message=f"the range “{row.surface}” runs from the larger value to the smaller",
                confidence=0.85,
            )
    elif row.kind == "percent":
        if whole := _bounded(line, row):
            message = f"{row.surface} is more than the whole: {whole} cannot exceed 100%"
            yield Finding(fact=row.fact, message=message)
    elif (every := EVERY.search(row.surface + line.after(row)[:12])) and re.match(r"\d", row.surface):
        most = CAPACITY.get((row.unit.partition(" per ")[0], every[1].lower()), row.low)
        if row.low > most:
            unit = plural(row.unit.partition(" per ")[0])
            yield Finding(fact=row.fact, message=f"a {every[1].lower()} has no more than {most} {unit}")


def _time_of_day(line: Line, row: Row) -> bool:
    """Whether the words make a figure such as 25:10 or 8:70 a time of day."""
    if HALF.search(row.surface) or HALF.match(line.after(row)):
        return True
    others = any(other.kind == "time" for other in line.facts if other is not row)
    return ":" in row.surface and others and bool(AT.search(line.before(row))) and not TIMED.search(line.text)


def _falling(line: Line, row: Row) -> Row | None:
    """The second of two numbers printed as a range, "eight to six weeks", if it is the smaller."""
    at = line.facts.index(row) + 1
    following = line.facts[at] if at < len(line.facts) else None
    if following is None or following.kind != row.kind or following.unit != row.unit:
        return None
    if re.search(r"\s", row.surface) or line.between(row, following) not in (" to ", "-", "\u2013"):
        return None
    lead = line.before(row)
    fits = row.value > following.value >= 0 and SPANNED.search(lead) and not CHANGED.search(lead)
    return following if fits and COUNTED_BACK.match(line.after(following)) is None else None


def _between(line: Line, row: Row) -> bool:
    """Whether the figure is printed as a range from low to high, rather than as two values compared."""
    text = line.before(row) + row.surface
    start = RANGE.search(text)
    return (
        start is not None
        and start.end() - start.start() <= len(row.surface) + 30
        and row.value_to >= 0
        and NOT_BETWEEN.search(text[: start.start()][-60:]) is None
        and COUNTED_BACK.match(line.after(row)) is None
    )


class _Shares(NamedTuple):
    """The patterns of bounded_shares.toml, for the words around a percentage."""

    whole: re.Pattern[str]
    compared: re.Pattern[str]
    rate: re.Pattern[str]
    share: re.Pattern[str]


@cache
def _shares() -> _Shares:
    any_of = {name: "|".join(entries) for name, entries in lexicon.lists("bounded_shares").items()}
    level = rf"\b(?:{any_of['levels']})\s+(?:[a-z]+\s+){{0,2}}$"
    return _Shares(
        whole=re.compile(
            rf"\s+of\s+((?:[\w-]+\s+){{0,3}}?(?:{any_of['bodies']}))\b"
            rf"(?!['\u2019-]|\s+(?:{any_of['not_bodies']})\b)"
        ),
        compared=re.compile(rf"(?:{any_of['comparing']})\W*$", re.IGNORECASE),
        share=re.compile(
            rf"\b[Tt]he (share|proportion|percentage) (?:who|of (?:[\w-]+ ){{0,3}}?"
            rf"(?:people|{any_of['bodies']}))\b[^.;:]{{0,60}}?{level}",
        ),
        rate=re.compile(rf"\b({any_of['rates']})\b[^.;:]{{0,30}}?{level}", re.IGNORECASE),
    )


def _bounded(line: Line, row: Row) -> str:
    """What the percentage is a share of, if that cannot be exceeded; else empty."""
    shares = _shares()
    before, after = line.before(row)[-60:], line.after(row)[:60]
    whole = shares.whole.match(after)
    if whole and not shares.compared.search(before):
        return whole[1]
    rate = shares.rate.search(before) or shares.share.search(line.before(row)[-140:])
    return rate[1].lower() if rate else ""


RULE = Rule(
    id="impossible-value",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case("Turnout reached 178.4 per cent by the time polls closed.", figures=["178.4 per cent"]),
        Case("He won 112 percent of the votes cast, the tally showed.", figures=["112 percent"]),
        Case("The offer closes on February 30, 2027, the bank said.", figures=["February 30, 2027"]),
        Case("The lease began on 31 June 2019.", figures=["31 June 2019"]),
        Case("The state mailed 6,5000,000 ballots.", figures=["6,5000,000"]),
        Case(
            "The recall will cost the firm between €85 million and €65 million, it said.",
            figures=["€85 million and €65 million"],
        ),
        Case("Nurses there work 30 hours a day, the union said.", figures=["30 hours a day"]),
        Case("The last train will leave Oban at 26:15 instead of 22:15.", figures=["26:15"]),
        Case("Doors open at 6:30 p.m. and the show starts at 7:75 p.m. on both nights.", figures=["7:75"]),
        Case(
            "Patients now face a wait of nine to five weeks for a scan, the trust said.",
            figures=["five weeks"],
        ),
        Case("The ticket costs $1,25,0 for members.", figures=["$1,25,0"]),
        Case(
            "The share of voters who trust the courts stood at 134% in the poll.",
            figures=["134%"],
        ),
    ],
    passes=[
        Case("Exports grew 178.4 per cent in a year, the ministry said."),
        Case("Public debt stood at 120 per cent of gross domestic product."),
        Case("The plant ran at 104% of capacity in May."),
        Case("The offer closes on February 29, 2028, the bank said."),
        Case("The state mailed 6,500,000 ballots and a budget of Rs 65,00,000 was set aside."),
        Case("The recall will cost the firm between €65 million and €85 million, it said."),
        Case("Profit fell from $40 million to $30 million."),
        Case("The last train will leave Oban at 23:15 instead of 22:15."),
        Case("She finished the 10km race in 29:75, and her rival, who led at 14:50, in 31:10."),
        Case("The scan wait was cut from nine to five weeks, the trust said."),
        Case("Patients now face a wait of five to nine weeks for a scan, the trust said."),
        Case("The share of exports in output rose to 134% in Hong Kong."),
        Case("Arsenal won 3-1, and the bill passed by 52-48."),
        Case("The glacier retreated between 15 and 10 thousand years ago."),
        Case("Patients were seen 24 hours a day, seven days a week."),
        Case("The gap between 45% and 30% has narrowed, the pollster said."),
        Case("Users rose to 150% of the number of subscribers a year earlier."),
    ],
)
