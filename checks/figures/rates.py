"""What a figure is per: `a barrel`, `per 100,000 people`, `/month`, `-a-year`, `annually`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.figures.phrases import Phrases, ends_word
from checks.lexicon.nouns import singular

_LINK = re.compile(
    r"[ \u00a0\u2009\u202f\n-](?:(?P<per>[Pp]er|PER|each|every)|(?P<article>[Aa]n?))[ \u00a0\u2009\u202f\n-]"
    r"|[ \u00a0\u2009\u202f\n-]"
    r"(?P<adverb>annually|(?:year|month|week|dai|hour|night|quarter)ly|p\.a\.|pa|pcm)(?![\w-])"
    r"|(?P<stroke>/) ?(?=[^\W\d_])"
)
_COUNTED = re.compile(
    r"(\d{1,3}(?:,\d{3}){1,3}|\d{1,7}|hundred|thousand|million)(?: (thousand|million))?"
    r"(?:[ -]([^\W\d_]+)(?: (births))?)?"
)
#: `a year on`, but `an hour a day on the road`
_ON = re.compile(r" on\b(?! (?:the|an?|its?|his|her|their|our|my|your|this|that|these|average|top|[A-Z]))")
_NUMBERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000, None: 1}
_NEXT = re.compile(r"([\s-])([^\W\d_]+)|['’][^\W\d_]")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.lists("rates")["words"][name])


def _names(kind: str) -> dict[str, str]:
    found: dict[str, str] = lexicon.lists("rates")[kind]
    return found


class _Entry(NamedTuple):
    """What may stand under the line. `article`: also after a/an; `short`: a one-letter symbol."""

    name: str
    time: bool
    noun: bool
    article: bool
    short: bool


@cache
def _denominators() -> Phrases[_Entry]:
    rows = [
        (
            row["phrase"],
            row["place"] not in ("any", "counted"),
            _Entry(
                row["unit"],
                row["dimension"] == "time",
                False,
                row["place"] in ("any", "counted"),
                len(row["phrase"]) == 1,
            ),
        )
        for row in lexicon.table("units")
        if row["factor"] == "" and " per " not in row["unit"] and row["dimension"]
    ]
    for row in lexicon.table("rate_nouns"):
        entry = _Entry(row["name"], False, True, row["article"] == "yes", False)
        rows.append((row["noun"], not row["noun"].islower(), entry))
    return Phrases(rows)


def rate(text: str, pos: int) -> tuple[int, str] | None:
    """The rate that begins at `pos` (its space, hyphen or stroke included): its end and name, or None.

    `per RAND`, `per cent`, `a year ago`, `a share price` are none: after "per" stand units, times and the
    people and things of lexicon/rate_nouns.csv; after "a" only units, times and those of them that goods
    are sold by.
    """
    m = _LINK.match(text, pos)
    if m is None:
        return None
    end = m.end()
    if m["adverb"]:
        name = _names("adverbs")[m["adverb"]]
        sure = m["adverb"] in ("annually", "p.a.", "pa", "pcm")
        return (end, f"per {name}") if sure or _before_function_word(text, end) else None
    if m["stroke"]:
        return _after_stroke(text, end)
    if m["per"]:
        return _after_per(text, end, m["per"])
    return _after_article(text, end)


def _after_stroke(text: str, pos: int) -> tuple[int, str] | None:
    for end, entry in _denominators().at(text, pos):
        if not entry.short:
            return end, f"per {entry.name}"
    m = _NEXT.match(f" {text[pos : pos + 4]}")
    symbol = m.group(2) if m else ""
    name = _names("after_stroke").get(symbol)
    if name and ends_word(text, pos + len(symbol)):
        return pos + len(symbol), f"per {name}"
    return None


def _after_per(text: str, pos: int, link: str) -> tuple[int, str] | None:
    if link in (
        "each",
        "every",
    ):  # "each month", but "every second day" and "each person" count something else
        for end, entry in _denominators().at(text, pos):
            if entry.time and (entry.name != "second" or _before_function_word(text, end)):
                return end, f"per {entry.name}"
        return None
    for end, entry in _denominators().at(text, pos):
        if not entry.short:
            return end, f"per {entry.name}"
    for latin, name in _names("latin").items():
        if text.startswith(latin, pos):
            return pos + len(latin), f"per {name}"
    return _after_number(text, pos)


def _after_number(text: str, pos: int) -> tuple[int, str] | None:
    """`100,000 people`, `million`, `100 km`, `1,000 live births`."""
    m = _COUNTED.match(text, pos)
    if m is None:
        return None
    digits = m[1].replace(",", "")
    number = (int(digits) if digits.isdigit() else _NUMBERS[digits]) * _NUMBERS[m[2]]
    if m[3] is None:
        return m.end(), f"per {number:,}"
    noun = singular(m[3].lower())
    if noun in _words("population"):
        return m.end(3), f"per {number:,} people"
    if m[4] and noun == "live":
        return m.end(4), f"per {number:,} live birth"
    for end, entry in _denominators().at(text, m.start(3)):
        if not entry.short:
            return end, f"per {number:,} {entry.name}"
    if any(entry.noun for _, entry in _denominators().at(noun, 0)):
        return m.end(3), f"per {number:,} {noun}"
    return max(m.end(1), m.end(2)), f"per {number:,}"


def _after_article(text: str, pos: int) -> tuple[int, str] | None:
    for end, entry in _denominators().at(text, pos):
        if not entry.article:
            continue
        if entry.time and entry.name != "second":
            following = _NEXT.match(text, end)
            if following and (
                following[2] is None or following[1] == "-" or following[2] in _words("time_not_rate")
            ):
                return None
            if text.startswith(" and a half", end) or _ON.match(text, end):
                return None
        elif not _before_function_word(text, end, of=not entry.noun):
            return None
        return end, f"per {entry.name}"
    return None


def _before_function_word(text: str, end: int, *, of: bool = False) -> bool:
    """Whether the noun phrase ends at `end`: no further noun follows. `of`: an "of" may."""
    m = _NEXT.match(text, end)
    if m is None:
        return True
    if m[2] is None or m[1] == "-":
        return False
    word = m[2].lower()
    return word in _words("after_rate") or (of and word == "of") or word.endswith(("ing", "ed", "ly"))
