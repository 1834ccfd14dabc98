"""A multiple or a fraction in words that the figures beside it do not make.

What it flags
-------------
"Doubled", "trebled", "halved", "tenfold", "three times the £9m" between two levels, and "a third of",
"two in five", "half" between a part and a whole: "profit doubled to €96 million from €71 million"
is 1.35 times; "4.6 million tonnes, a quarter of the 9.1 million" is 51%.

Why it matters
--------------
Readers keep the word and forget the numbers; and when a number is corrected late, the word stays.

What it leaves alone
--------------------
The looseness of such words: 1.75 to 2.5 times is "doubled", 30% to 37% "a third", and with "more than"
or "nearly" the limit moves to that side. A word without both figures. "Rose by a third", which is
for percent-change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import divide, overlap, percent_of, reciprocal, scale
from checks.rules.arithmetic.ties import ties, true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import digits, interval, percent, reckoned

if TYPE_CHECKING:
    import pandas as pd

#: How far print stretches a multiple: "doubled" for 1.75 to 2.5 times.
LEAST, MOST = 0.875, 1.25
#: "Nearly doubled" for 1.6 times; "more than doubled" for up to five times.
NEARLY, WELL_OVER = 0.8, 2.5
#: "A third" for 30% to 37%.
ROUGHLY = 0.1
#: "Nearly doubled" for 2.03 times: beyond its bound by a hair.
HAIR = 0.02


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Multiples and fractions in words at odds with their figures."""
    for parts in ties(facts, "ratio", "new", "old"):
        yield from _multiple(parts["ratio"][0], parts["new"][0], parts["old"][0], "more" in parts)
    for parts in ties(facts, "share", "part", "whole"):
        if parts["share"][0].kind == "ratio":
            yield from _share(parts["share"][0], parts["part"][0], parts["whole"][0])


def _multiple(word: Row, new: Row, old: Row, more: bool) -> Iterator[Finding]:
    if old.low <= 0 or new.low < 0 or word.value <= 0 or word.vague or new.vague or old.vague:
        return
    true = divide(true_values(new), true_values(old))
    if overlap(_stretched(word, more), true):
        return
    plain = new.value / old.value
    if plain < 1:
        told, right = f"{reckoned(100 * plain, scale(true, 100), 'percent')} of", percent(100 * plain)
    else:
        told, right = f"{digits(plain)} {interval(true)} times", f"{digits(plain)} times"
    yield Finding(
        fact=word.fact,
        message=f"{new.surface} is {told} {old.surface}, not {_worded(word)}",
        expected=right,
        evidence=(new.fact, old.fact),
    )


def _stretched(word: Row, more: bool) -> Interval:
    """What a multiple may mean. Below one, "more than halved" is less than a half."""
    # Of a word that approaches its value from below ("nearly") the interval ends there.
    value, over = word.value, word.bound in (">", ">=")
    under = word.bound in ("~", "<", "<=") and word.high <= word.value
    # "Three times more than" is three times as much to some and four times to others.
    size = Interval(1 / value, 1 / value) if value < 1 else Interval(value, value + 1 if more else value)
    if over:
        size = Interval(size.low * (1 - HAIR), size.high * WELL_OVER)
    elif under:
        size = Interval(size.low * NEARLY, size.high * (1 + HAIR))
    else:
        size = Interval(size.low * LEAST, size.high * MOST)
    return reciprocal(size) if value < 1 else size


def _worded(word: Row) -> str:
    bound = {">": "more than ", ">=": "at least ", "<": "less than ", "<=": "up to "}.get(word.bound, "")
    times = " times" if word.kind == "count" else ""
    return f"{bound}{word.surface.lower()}{times}"


def _share(share: Row, part: Row, whole: Row) -> Iterator[Finding]:
    if whole.low <= 0 or share.vague or part.vague or whole.vague:
        return
    loose = Interval(
        share.low if share.bound in (">", ">=") else min(share.low, share.value * (1 - ROUGHLY)),
        share.high if share.bound in ("<", "<=") else max(share.high, share.value * (1 + ROUGHLY)),
    )
    true = percent_of(true_values(part), true_values(whole))
    if overlap(scale(loose, 100), true):
        return
    plain = 100 * part.value / whole.value
    told = reckoned(plain, true, "percent")
    yield Finding(
        fact=share.fact,
        message=f"{part.surface} is {told} of {whole.surface}, not {_worded(share)}",
        expected=percent(plain),
        evidence=(part.fact, whole.fact),
    )


RULE = Rule(
    id="ratio-words",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            "Operating profit more than doubled to €96 million from €71 million, the brewer said.",
            ["doubled"],
        ),
        Case(
            "The mine shipped 4.6 million tonnes, a quarter of the 9.1 million recorded in 2012.",
            ["a quarter"],
        ),
        Case("Burglaries have halved, to 6,400 in the year to June from 8,300.", ["halved"]),
        Case("Output rose tenfold to 3,000 tonnes from 1,200 tonnes.", ["tenfold"]),
        Case("The club paid £30m, three times the £19m that it paid in 2019.", ["three"]),
        Case("Nearly one in five of the 500 patients, or 180, had to wait a month.", ["one in five"]),
        Case("Half of the 240 jobs, 80, will go.", ["Half"]),
        Case("Visitor numbers trebled, from 12,000 to 24,000.", ["trebled"]),
        Case(
            "Almost two-thirds of the shops in the arcade, some 58 of 140, stood empty.",
            ["two-thirds"],
        ),
        Case("Debt has more than halved, to $30 billion from $44 billion.", ["halved"]),
        Case("Orders nearly doubled to 5,400 from 2,100, the builder said.", ["doubled"]),
        Case("It gave out 4,800 parcels, twice as many as in May, when it distributed 3,100.", ["twice"]),
        Case("Crowds nearly doubled to an average of 7,800 this season from 6,000 last term.", ["doubled"]),
        Case("A third of the 1,200 employees, 600 people in all, will go.", ["A third"]),
    ],
    passes=[
        Case("Operating profit more than doubled to €96 million from €41 million, the brewer said."),
        Case("Operating profit doubled to €96 million from €41 million, the brewer said."),
        Case("The mine shipped 2.3 million tonnes, a quarter of the 9.1 million recorded in 2012."),
        Case("Burglaries have halved, to 4,200 in the year to June from 8,300."),
        Case("Thefts more than halved to 1,800 from 4,290, and arrivals fell by a third."),
        Case("Thefts nearly halved to 2,400 from 4,290."),
        Case("Prices have more than quadrupled from $30 to $140 a barrel."),
        Case("The club paid £30m, three times more than the £7.5m that it paid in 2019."),
        Case("Just over half of the 412 seats, 211, went to women."),
        Case("Two in three of the 900 staff, or 610, said yes."),
        Case("Almost two-thirds of the shops in the arcade, some 58 of 90, stood empty."),
        Case("Almost a third of the 900 staff, 270, said yes."),
        Case("It gave out 4,800 parcels, twice as many as in May, when it distributed 2,400."),
        Case("Half of its 300 shops, 40 in Kent among them, will close."),
        Case("The group doubled its dividend to 12p, and sales rose to £30m from £25m."),
    ],
)
