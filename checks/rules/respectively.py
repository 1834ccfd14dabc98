"""A "respectively" whose names and values are not equal in number.

What it flags
-------------
"Unemployment in Harwick, Soler and Dunmore stood at 3.8% and 6.4% respectively": three places, two
values.

Why it matters
--------------
A name or a value is missing, and from there on each value goes to the wrong name.

What it leaves alone
--------------------
Sentences with more than one list of names, or with another "and" or comma before the values. Values that are
not figures ("first and third respectively"), and lists that may be read in two ways ("Paris, France and
London"). Lists of common nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from checks.model import NOT_QUANTITIES
from checks.rows import Row, rows_of
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.enumeration import NAME, Names, names
from checks.rules.wording.place import Line, lines
from checks.rules.wording.say import listing

if TYPE_CHECKING:
    import pandas as pd

WORD = re.compile(r"\brespectively\b")
#: Names that are tried as the first of the list.
SEVERAL = 12
#: Between two values of a list.
JOINT = re.compile(r",? and (?:(?:by|to|at|about|around|some|nearly|over|just|almost) )?|, ")
#: Between the last value and the word, or the word and the first value.
UNIT = re.compile(r"(?: (?!and\b|or\b|in\b|on\b|for\b|against\b|from\b)[a-z-]+){0,3},? ")
FOLLOWING = re.compile(r",? (?:(?!and\b|or\b)[a-z-]+ ){0,2}")
#: The values begin after a verb or preposition, and not in the midst of a list of other things.
BEGUN = re.compile(r"(?:[^,;:&\s]|^) (?!and |or )[a-z]+ $")
#: What else may be told one by one.
OTHER = re.compile(r"[,;:&()\u2013\u2014\"\u201c]|\b(?:and|or|both|while|than|versus|against)\b")
#: A name after these at the beginning of a sentence may be where or when: "In Spain, France and Italy ..."
SETTING = re.compile(r"(?:In|At|On|For|From|To|By|After|Before|With|Across|Outside|Unlike|Like) $")


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Lists of values that do not answer to the one list of names before them."""
    for line in lines([row for row in rows_of(facts) if "respectively" in row.sentence]):
        words = list(WORD.finditer(line.text))
        if len(words) == 1:
            yield from _in_line(line, words[0])


def _in_line(line: Line, word: re.Match[str]) -> Iterator[Finding]:
    values = _values(line, word)
    if len(values) < 2 or any(value.vague or value.value_to >= value.value for value in values):
        return
    before = line.before(values[0])
    before = before[: word.start()].rstrip(" ,") + " " if word.start() < len(before) else before
    listed = _only_list(before)
    if listed is None or listed.least <= len(values) <= listed.most:
        return
    if any(row.kind == "count" and row.value == len(values) for row in line.facts):
        return  # "the three banks rose 2%, 3% and 4% respectively"
    printed = listing([value.surface for value in values])
    named = f"{listed.most} names ({listing(listed.names)})"
    yield Finding(
        fact=values[0].fact,
        message=f"{len(values)} values ({printed}) are given for {named}",
        expected=f"{listed.most} values",
        evidence=tuple(value.fact for value in values[1:]),
        confidence=0.85,
    )


def _values(line: Line, word: re.Match[str]) -> list[Row]:
    """The figures that the word speaks of: the list that ends right before it, or begins right after."""
    told = [row for row in line.facts if row.kind not in NOT_QUANTITIES]
    found: list[Row] = []
    for row in reversed([row for row in told if line.end(row) <= word.start()]):
        gap = line.text[line.end(row) : line.start(found[0]) if found else word.start()]
        if (JOINT if found else UNIT).fullmatch(gap) is None:
            break
        found.insert(0, row)
    if found:
        return found if BEGUN.search(line.before(found[0])[-40:]) else []
    for row in [row for row in told if line.start(row) >= word.end()]:
        gap = line.text[line.end(found[-1]) if found else word.end() : line.start(row)]
        if (JOINT if found else FOLLOWING).fullmatch(gap) is None:
            break
        found.append(row)
    return found


def _only_list(text: str) -> Names | None:
    """The one list of names in what is said before the values; None where something else is listed."""
    for name in islice(NAME.finditer(text), SEVERAL):
        if listed := names(text, name.start()):
            before = text[: listed.start]
            if OTHER.search(before) or OTHER.search(text, listed.end):
                return None
            # "In Spain, France and Italy drew": the first may be where the others are.
            setting = SETTING.fullmatch(before)
            return listed._replace(least=listed.least - 1) if setting else listed
    return None


RULE = Rule(
    id="respectively",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            "Unemployment in Harwick, Soler and Dunmore stood at 3.8% and 6.4% respectively in March.",
            ["3.8%"],
        ),
        Case(
            "Shares in the shoemakers Halden and Brisk fell 1.8 percent, 2.2 percent and 0.9 percent,"
            " respectively, on Friday.",
            ["1.8 percent"],
        ),
        Case(
            "The streamers Kino and Vuze lost 41,200, 18,650 and 9,480 subscribers respectively.",
            ["41,200"],
        ),
        Case("Sales at Tesco, Asda and Morrisons rose by 2.1% and by 0.4% respectively.", ["2.1%"]),
        Case("Kane and Salah scored, respectively, 23, 19 and 17 goals last season.", ["23"]),
        Case(
            "Profits at HSBC, Barclays and Lloyds fell to \u00a34.1bn and \u00a31.9bn respectively.",
            ["\u00a34.1bn"],
        ),
    ],
    passes=[
        Case(
            "Unemployment in Harwick, Soler and Dunmore stood at 3.8%, 5.2% and 6.4% respectively in March."
        ),
        Case("In Harwick, Soler and Dunmore scored 4 and 7 goals respectively."),
        Case("The three banks fell 2%, 3% and 4% respectively, traders in Leeds and York said."),
        Case("Paris, France and London recorded 12 and 14 cases respectively."),
        Case("Halden and its rivals Brisk and Dunmore fell 2%, 3% and 4% respectively."),
        Case("Smith, Jones and Marsh expect growth of 2% and 3% in 2024 and 2025, respectively."),
        Case("Sales at Marks and Spencer and Next rose 2% and 3% respectively."),
        Case("Halden and Brisk were flat, down 2% and up 3% respectively."),
        Case("Cars, vans and lorries in Leeds and York rose 3%, 2% and 1% respectively."),
        Case("The Dow and the S&P 500 rose 0.4% and 0.6% respectively, while gold fell 2%, 1% and 3%."),
    ],
)
