"""What a headline says in figures, and whether the text says the same."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from checks.figures.find import find
from checks.lexicon import lists
from checks.matching import terms
from checks.matching.comparable import base_unit
from checks.model import Figure, Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import add, overlap, power_of_ten, subtract
from checks.rules.arithmetic.ties import in_percent, true_values

#: Kinds that a headline shares with its text.
KINDS = ("count", "money", "percent", "measurement", "duration")
#: Smaller counts are of many things, and added up in the reader's head.
FEW = 10
#: A headline rounds: so near to one another, relatively, two values are one.
ROUND = 0.06
#: Words that a headline and the sentence of a sum or a percentage share at least.
ALIKE = 2
#: So many figures of the text are added up in twos and threes.
MOST_PARTS = 14
_WORD = re.compile(r"[^\W\d_][\w’'.-]*|[,;:|?!–—()\"“”]|\d[\d,.]*")
#: What lasts as long as a sentence of a court or a sports body says.
_PENAL = re.compile(
    r"\b(?:jail(?:ed|s)?|sentenced?|bann?(?:ed|s)?|suspended|suspension|imprisoned|prison)\b",
    re.IGNORECASE,
)
#: A figure that tells a part of what was just counted; one that others are added to.
_PART = re.compile(r"\s*(?:\w+ )?(?:of (?:them|whom|those|the (?:dead|victims|injured))|were|was)\b")
_JOINED = re.compile(
    r"[^,;.]{0,40}?,? (?:and|plus|as well as|along with) (?:an?|one|the|his|her|their|its|two|three)\b"
)
#: What tells of other events of the kind than the one that a headline reports.
_ANOTHER = re.compile(
    r"\b(?:another|separate|previous|ago|similar|so far|earlier (?:this|in the)"
    r"|(?:last|past) (?:week|month|year|winter|summer|season"
    r"|decade)|this (?:year|winter|summer|season))\b",
    re.IGNORECASE,
)
#: What stands between two figures of a list; "people died and" begins another statement.
_LIST = re.compile(r"(?:\s(?!\w*(?:ed|ing)\b|(?:is|are|was|were|ha[ds]|have)\b)[\w-]+){0,4},?(?: and)? ?")
#: News is not older, in days.
PAST = 31
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class Claim(NamedTuple):
    """A figure of a headline; `after` and `before` are the folded words beside it, `words` all of them."""

    figure: Figure
    after: frozenset[str]
    before: frozenset[str]
    scope: frozenset[tuple[int, str]]
    words: frozenset[str]


def claims(title: str, published: str, small: bool = False) -> Iterator[Claim]:
    """The figures of a headline that its text has to bear out; counts below ten only if `small`.

    Of those, only people who were killed, hurt and the like.
    """
    day = dt.date.fromisoformat(published) if published else None
    for figure in find(title, day):
        if figure.kind not in KINDS or figure.vague or figure.value_to is not None or not figure.value > 0:
            continue
        if figure.kind == "count" and _YEAR.fullmatch(figure.surface):
            continue
        behind = [word.lower() for word in _WORD.findall(title[figure.end :])[:4]]
        ahead = [word.lower() for word in _WORD.findall(title[: figure.start])[::-1][:4]]
        listed = not _list("lists").isdisjoint(behind[:2])
        if listed or not _list("partial").isdisjoint({*ahead[:1], *behind[:1]}):
            continue
        if figure.kind == "count" and figure.value < FEW and not (small and _grave(figure, behind, ahead)):
            continue
        after, before = " ".join(_until_end(behind)), " ".join(_until_end(ahead))
        scope = terms.scopes(f"{before} {after}")
        yield Claim(figure, terms.content(after), terms.content(before), scope, terms.content(title))


def _grave(figure: Figure, behind: Sequence[str], ahead: Sequence[str]) -> bool:
    """Whether a small count is of people to whom something happened: they are counted in the text too."""
    nouns = [word for word in behind if word not in _list("people")]
    fates = _list("fates")
    return figure.value >= 2 and ((bool(nouns) and nouns[0] in fates) or (bool(ahead) and ahead[0] in fates))


def _until_end(words: Sequence[str]) -> Iterator[str]:
    present: dict[str, str] = lists("headlines")["present"]
    for word in words:
        if word in _list("ends") or not word[0].isalpha():
            return
        yield present.get(word, word)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(lists("headlines")[name])


def about(claim: Claim, row: Row) -> bool:
    """Whether a figure of the text is about what the headline's figure is about."""
    if row.kind != claim.figure.kind or row.vague or not math.isnan(row.value_to):
        return False
    measure = terms.content(f"{row.measure} {row.unit}" if row.kind == "count" else row.measure)
    if terms.apart(claim.scope, terms.scopes(f"{row.measure} {row.unit}")):
        return False
    if row.kind == "count":
        # "people" alone is everybody; the verb says which
        noun = claim.after - {"people"}
        return bool((noun or claim.before) & measure)
    if base_unit(row.unit) != base_unit(claim.figure.unit):
        return False
    if row.kind == "duration":
        return bool(_PENAL.search(row.title) and _PENAL.search(row.sentence))
    if row.kind == "measurement":
        return bool(claim.words & (measure | terms.content(row.sentence)))
    told = len(claim.words & terms.content(row.sentence))
    return told >= ALIKE and (row.kind == "money" or bool(measure & claim.words))


def beside(claim: Claim, row: Row) -> bool:
    """Whether a figure has the digits of the headline's in another order, in a sentence that tells the same.

    Chance seldom turns digits, so less is asked of the words than in `about`.
    """
    if row.kind != claim.figure.kind or row.vague or not math.isnan(row.value_to):
        return False
    if not turned(claim.figure.value, row.value) or terms.apart(claim.scope, terms.scopes(row.measure)):
        return False
    unit = row.kind == "count" or base_unit(row.unit) == base_unit(claim.figure.unit)
    return unit and len(claim.words & terms.content(row.sentence)) >= ALIKE


def is_part(row: Row) -> bool:
    """Whether the figure is said to be of some among those counted: "17 people, eight of them"."""
    before, _, after = row.sentence.partition(" ".join(row.surface.split()))
    return _PART.match(after) is not None and before.rstrip().endswith((",", "including"))


def is_all(claim: Claim, row: Row) -> bool:
    """Whether a count of the text may be of all whom a small count of a headline means."""
    if claim.figure.kind != "count" or claim.figure.value >= FEW:
        return True
    if _ANOTHER.search(row.sentence) or _long_ago(row):
        return False
    if row.value >= FEW:
        return True
    after = row.sentence.partition(" ".join(row.surface.split()))[2]
    return row.unit in ("people", "person") and _JOINED.match(after) is None


def _long_ago(row: Row) -> bool:
    """Whether a figure is about a time that was over long before the article."""
    if not row.published or not row.period_end:
        return False
    ago = dt.date.fromisoformat(row.published) - dt.date.fromisoformat(row.period_end)
    return ago.days > PAST


def borne_out(claim: Claim, rows: Sequence[Row]) -> bool:
    """Whether a figure of the text agrees with the headline's."""
    true, value = claim.figure.interval, claim.figure.value
    if claim.figure.kind == "duration" and any(
        row.kind == "duration" and row.unit != claim.figure.unit for row in rows
    ):
        return True  # a year and twelve months are one
    return any(
        agree(true, value, _values(claim, row), row.value) or row.value_to == value
        for row in rows
        if not row.vague and math.isfinite(row.low) and math.isfinite(row.high)
    )


def listed(rows: Sequence[Row], one: Row) -> list[Row]:
    """The figures of a list that `one` stands in: "12 women, five men and four children"."""
    found: list[Row] = []
    text, at = one.sentence, 0
    for row in (row for row in rows if row.sentence == one.sentence):
        surface = " ".join(row.surface.split())
        start = text.find(surface, at)
        if found and not _LIST.fullmatch(text[at:start]):
            if one in found:
                break
            found = []
        found.append(row)
        at = start + len(surface)
    return found if one in found else [one]


def added_up(claim: Claim, rows: Sequence[Row]) -> bool:
    """Whether a sum or difference of a few like figures of the text agrees with the headline's."""
    true = claim.figure.interval
    like = [row for row in rows if row.kind == claim.figure.kind and math.isfinite(row.low + row.high)]
    parts = list(dict.fromkeys(_values(claim, row) for row in like))[:MOST_PARTS]
    for a, b in combinations(parts, 2):
        if overlap(add(a, b), true) or overlap(subtract(max(a, b), min(a, b)), true):
            return True
    return any(overlap(add(add(a, b), c), true) for a, b, c in combinations(parts, 3))


def _values(claim: Claim, row: Row) -> Interval:
    return in_percent(row) if claim.figure.kind == "percent" else true_values(row)


def agree(a: Interval, value: float, b: Interval, other: float) -> bool:
    """Whether a headline's figure and one of the text are the same, as far as headlines are exact."""
    if overlap(a, b):
        return True
    near = abs(value - other) <= ROUND * max(abs(value), abs(other))
    return near and not turned(value, other)


def turned(a: float, b: float) -> bool:
    """Whether two values have the same digits in another order, the longer one rounded to the shorter.

    >>> turned(43, 34), turned(830_000, 382_000), turned(4.56e9, 4.65e9), turned(43, 45), turned(20, 2)
    (True, True, True, False, False)
    """
    if not (a > 0 and b > 0 and 0.1 < a / b < 10):
        return False
    first, second = (f"{value:.6e}".partition("e")[0].replace(".", "").rstrip("0") for value in (a, b))
    size = min(len(first), len(second))
    if size < 2:
        return False
    cut = [f"{value:.{size - 1}e}".partition("e")[0].replace(".", "") for value in (a, b)]
    return cut[0] != cut[1] and sorted(cut[0]) == sorted(cut[1])


def turned_or_scaled(a: float, b: float) -> bool:
    """Whether one value is the other with its digits turned or its point moved."""
    return turned(a, b) or power_of_ten(a, b) > 0
