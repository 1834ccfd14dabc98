"""A number of people, places or organisations that is not the number of names after it.

What it flags
-------------
A closed list of names right after the number that announces it: "three countries: Murcia and Cadiz",
"four towns, Ashby, Corran and Milne, were flooded", "charged three men, Ryan Teale, 27, and Idris
Cole, 41, with".

Why it matters
--------------
A name has been lost in the cutting, or the number is that of an earlier version. Where people are
named, it may be a matter of law.

What it leaves alone
--------------------
Lists that say they are open ("including", "among them", "and others") or go on ("and a third man").
Counts of which the list names a part ("two of the three men", "at least three"). Lists with
descriptions between the names. Names that may be one or two: "Trinidad and Tobago", "Marks and
Spencer", "Paris, France".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from checks import lexicon
from checks.rows import Row, rows_of
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.enumeration import Names, names
from checks.rules.wording.place import Line, lines
from checks.rules.wording.say import listing, plural

if TYPE_CHECKING:
    import pandas as pd

#: Longer lists are seldom printed in full.
MOST = 12
WORDS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
#: The counted noun with the words that describe it, and what opens the list.
OPENED = re.compile(
    r"((?: [\w'\u2019-]+){1,4}?)"
    # "four candidates for the post: ...": not before a comma, after which the names may be the next subject
    r"(?:(?P<of> (?:for|in|of|on|at|to|from)(?: [\w'\u2019-]+){1,4}?| (?:next|this|last) [a-z]+)"
    r"(?=:| ?[\u2014\u2013]| --? ))?"
    r"(?P<mark>,|:| ?[\u2014\u2013]| --?(?= )| (?=\()) ?\(?"
)
#: What may close a list, by what opened it.
CLOSED = {",": ",.;", ":": ",.;", "": ")", "-": "-\u2013\u2014"}
#: The number is part of a larger one, or the names may be of something else.
PARTIAL = re.compile(
    r"\b(?:of|among|amongst|than|unlike|like|except|besides|plus|(?<!, )and|or|including|whose|least|most)"
    r" (?:(?:the|his|her|its|their|our|these|those|all|other|first|last|only|same|top|some) ){0,3}$",
    re.IGNORECASE,
)
#: Where the names after a comma may be the subject: "In four towns, Ashby and Corran ..."
SETTING = re.compile(
    r"(?:\b(?:from|between)|(?:^|[,;:\u2014\"\u201c] ?)(?:in|at|on|for|with|after|across|over|against|to"
    r"|by|as|under|outside))"
    r" (?:(?:the|his|her|its|their|these|those|all|other) ){0,2}$",
    re.IGNORECASE,
)
#: After the comma that closes a list, what adds to it all the same.
GOES_ON = re.compile(r", (?:(?:and|or|but|while|though|although|following|after)\b|with (?:an? )?[A-Z])")


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Counts at odds with the names that follow them."""
    # Laying facts on a sentence costs; few counts are followed by a list at all.
    suspects = [row for row in rows_of(facts) if _counts(row) and _may_announce(row)]
    wanted = {row.fact for row in suspects}
    read = {row.sentence for row in suspects}
    for line in lines([row for row in rows_of(facts) if row.sentence in read]):
        for row in line.facts:
            if row.fact in wanted:
                yield from _against_list(line, row)


def _counts(row: Row) -> bool:
    """Whether a figure is a small and exact number of what has names."""
    if row.kind != "count" or not 2 <= row.value <= MOST or row.bound != "=" or row.vague:
        return False
    exact = row.value == int(row.value) and math.isnan(row.value_to)
    return exact and row.unit.lower() in _words()["named"]


def _may_announce(row: Row) -> bool:
    at = row.sentence.find(row.surface)
    while at >= 0:
        at += len(row.surface)
        if _opened(row.sentence, at, row):
            return True
        at = row.sentence.find(row.surface, at)
    return False


def _opened(text: str, at: int, row: Row) -> re.Match[str] | None:
    """The noun after the number that ends at `at`, with its adjectives and the mark that may open a list."""
    opened = OPENED.match(text, at)
    if opened is None:
        return None
    *adjectives, noun = opened[1].split()
    fits = noun.lower() == plural(row.unit.lower()) and not _words()["no_adjective"] & {*adjectives}
    return opened if fits else None


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon.lists("enumeration").items()}


@cache
def _open() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_words()['open']))})\b", re.IGNORECASE)


def _against_list(line: Line, row: Row) -> Iterator[Finding]:
    opened = _opened(line.text, line.end(row), row)
    before = line.before(row)
    if opened is None or PARTIAL.search(before[-40:]):
        return
    mark = opened["mark"].strip()
    mark = "-" if mark in ("\u2014", "\u2013", "-", "--") else mark
    if mark == "," and SETTING.search(before[-40:]):
        return
    listed = names(line.text, opened.end())
    if listed is None or listed.least <= row.value <= listed.most or listed.most == 2 * row.value:
        return  # twice as many: each with a place or an office of its own
    rest = line.text[listed.end :].lstrip(" ")
    if rest[:1] not in tuple(CLOSED[mark]) or (mark in (",", ":") and GOES_ON.match(rest)):
        return
    if _open().search(before) or _open().search(rest):
        return
    yield _finding(row, opened[1].strip(), listed)


def _finding(row: Row, noun: str, listed: Names) -> Finding:
    spelt = row.surface[:1].isalpha()
    few, many = (WORDS[n] if spelt and n < len(WORDS) else str(n) for n in (listed.least, listed.most))
    count = few if few == many else f"{few} or {many}"
    are = "is" if listed.most == 1 else "are"
    return Finding(
        fact=row.fact,
        message=f"{row.surface} {noun} are announced, {count} {are} named: {listing(listed.names)}",
        expected=count.capitalize() if row.surface[:1].isupper() else count,
        confidence=0.8,
    )


RULE = Rule(
    id="count-list",
    severity="warning",
    scope="article",
    find=find,
    flags=[
        Case(
            "Five countries \u2014 Murcia, Toledo and Cadiz \u2014 have agreed to share the water.", ["Five"]
        ),
        Case("Schools were closed in four towns, Ashby, Corran and Milne, early on Friday.", ["four"]),
        Case(
            "Police have charged three men, Ryan Teale, 27, and Idris Cole, 41, with handling stolen cars.",
            ["three"],
        ),
        Case("The treaty was signed by three nations: Murcia, Toledo, Lugo and Cadiz.", ["three"]),
        Case("She won three swing states (Ohio and Iowa) by less than a point.", ["three"]),
        Case(
            "Two bidders, Tesco, Asda and Morrisons, are said to be interested in the shops.",
            ["Two"],
        ),
        Case("He leaves three daughters, Maud and Hazel.", ["three"]),
        Case(
            "It will be played in five cities: Porto, Braga, Lisbon and Faro, the federation said.", ["five"]
        ),
        Case(
            "The board named four candidates for the post: Anna Kovacs, Peter Nagy and Judit Szabo.", ["four"]
        ),
        Case(
            "The six permanent members of the council \u2014 China, France, Russia and Spain \u2014 all"
            " voted for it.",
            ["six"],
        ),
        Case(
            "The court jailed four men, Omar al-Haddad, 41, of Leeds, Tom Hale, 22, of Hull, and Ian Pike,"
            " 30, for the raid.",
            ["four"],
        ),
    ],
    passes=[
        Case("Three countries \u2014 Murcia, Toledo and Cadiz \u2014 have agreed to share the water."),
        Case("Police have charged two men, Ryan Teale, 27, and Idris Cole, 41, with handling stolen cars."),
        Case("Five countries, including Murcia and Cadiz, have agreed to share the water."),
        Case("Three men, Ryan Teale and Idris Cole among them, were charged."),
        Case("Two of the three men, Ryan Teale and Idris Cole, were charged."),
        Case("Police charged three men, Ryan Teale, 27, Idris Cole, 41, and a youth of 17."),
        Case("Three men, Ryan Teale, 27, and Idris Cole, 41, and an unnamed youth were charged."),
        Case(
            "Five cities in two countries: Porto, Braga and Faro, and Vigo and Lugo in Spain, will host it."
        ),
        Case("The board has two candidates for the posts of chairman: Anna Kovacs, Peter Nagy and others."),
        Case("They beat three teams, Bosnia and Herzegovina, Trinidad and Tobago and Wales, to the prize."),
        Case("Three firms, Johnson & Johnson, Marks and Spencer and Tesco, have signed."),
        Case("In two towns, Ashby, Corran and Milne police said, shops were looted."),
        Case("The lawsuit names three cities: Dallas, Texas, Paris, France, and London."),
        Case("After two defeats, Arsenal, Chelsea and Spurs are out."),
        Case(
            "Two men, one of them 34, and three women, Ann Lee and Sue Hale, were hurt, and others treated."
        ),
        Case("Three brothers, John, a plumber, and Peter and Paul, both joiners, own the firm."),
        Case("It has four rivals: Tesco, Asda, Morrisons and one that may yet be sold."),
    ],
)
