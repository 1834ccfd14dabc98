"""Two neighbouring numbers and what ties them: a range, a score, odds, a pair that shares its unit, or
nothing.

A range (`10 to 15 million`, `$3-5 billion`) is one figure with one unit: the first end borrows scale and unit
from
the second where it prints none. True from-to pairs (`from $100 million to $110 million`, `rose 10% to 5.5%`)
stay
two figures, the first with the unit of the second where it has none (`from 13.5 to 14 mm`).
"""

from __future__ import annotations

import re
from typing import Literal

from checks.figures.quantity import Measured

Tie = Literal["range", "score", "share", "odds", "ratio", "by", "plus-minus", "time", "verse", ""]

_CONNECTOR = re.compile(
    r"(?:(?P<dash> ?(?:[-–‑−]|—) ?)|(?:[ -]|- )(?P<word>to|and|or|through|by|for|in|over|x|×)[ -]|(?P<of>(?: "  # noqa: RUF001
    r"|-)(?:out of|in)(?: every)?(?: |-))|(?P<x>[x×/:])"
    r"|(?P<comma>, )|(?P<pm> ?(?:±|\+/-|plus or minus) ?))(?:[A-Z]{0,3}[$£€¥₹] ?)?\Z"
)
_CHANGED = re.compile(
    r"\b(?:from|rose|risen|rise|rises|rising|fell|fallen|falls?|falling|up|down|increas\w+|decreas\w+"
    r"|gain\w*|los[ets]\w*|drop\w*|climb\w*"
    r"|jump\w*|slip\w*|slid\w*|cut\w*|grew|grow\w*|shed|add\w*|declin\w+|advanc\w+|dipp?\w*|tumbl\w+"
    r"|plung\w+|surg\w+"
    r"|reduc\w+|lower\w*|rais\w+|slump\w*|soar\w*|shrank|shrink\w*|chang\w+|went|go|gone|goes|moved?"
    r"|revis\w+|eas\w+|retreat\w*"
    r"|rall\w+|edg\w+|trim\w*|widen\w*|narrow\w*|improv\w+|accelerat\w+|weaken\w*"
    r"|strengthen\w*|firm(?:ed|s|ing)|appreciat\w+|depreciat\w+|rebound\w*|recover\w*|inch(?:ed|es)|tick(?:ed|s)|crept|creep\w*"
    r"|sank|sunk|sinks?|plummet\w*|expand\w*|contract(?:ed|s|ing)|hik(?:ed?|es|ing)|lift(?:ed|s|ing)|boost\w*|slow(?:ed|s|ing)"
    r"|nudg\w+|dwindl\w+|collaps\w+|crash\w*|spik\w+|swung|swings?|swell\w*|swollen|ballooned|mounted|deepened|doubl(?:ed|es)"
    r"|tripl(?:ed|es)|halved)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Rr]ang\w+ (?:from|between))(?: about| around| roughly| some)? $")
_SPREAD = re.compile(r"\b(?:[Rr]ang\w+|[Aa]nywhere|[Aa]nything|[Ss]omewhere|[Vv]ar\w+) from $")
#: `voted 52 to 48`, `passed by 321 to 278`
_VOTED = re.compile(r"\b(?:[Vv]ot\w+|passed|approved|rejected|defeated|ballot|carried|tally)\b[^,;.]{0,24}$")
_VOTE_AFTER = re.compile(r"[.,;:)!?\"”]|$|\n| (?:in|on|against|to|for|with|last|after|and|but|margin)\b")
#: a price on a horse, or a ratio in words: `the 100-1 outsider`, `outnumber men by two to one`
_ODDS_BEFORE = re.compile(
    r"\b(?:odds|price|outnumber\w*|ratio|priced|favou?rites?|outsiders?|bet)(?: \w+){0,2} $"
)
#: a score is never won "at": `romped home at 20-1`, `backed at 7/2`
_AT_PRICE = re.compile(
    r"\b(?:won|wins?|winn\w+|home|back\w*|tipped|available|quot\w+|offer\w+|priced|chance|start\w*|return\w*|bet|it|him|her"
    r"|them) at $"
)
_BETTING = re.compile(
    r"\b(?:odds|bookmakers?|bookies?|punters?|Ladbrokes|William Hill|Paddy Power"
    r"|outsiders?)\b"
)
_OFFERED = re.compile(r" (?:favou?rites?|outsiders?|shots?|chance|odds|underdogs?|long-?shots?)\b")
#: cricket: `reached 345 for 7`, `were 40 for three at tea`
_AT_WICKET = re.compile(
    r"\b(?:reach\w*|clos\w+|finish\w+|declar\w+|slump\w*|collaps\w+|were|made|score\w*|post\w+|stood)\b[^,;.]{0,16}$"
)
_WICKET_AFTER = re.compile(r"[.,;:)!?\"”]|$|\n| (?:at|in|from|off|when|before|after|declared|dec|and|by)\b")
_SCORED = re.compile(
    r"\b(?:won|win|wins|beat|beats|beating|lost|lose|drew|draw|defeat\w*|victor\w+|led|lead|leads|score\w*"
    r"|vot\w+|passed|by|ahead|down|up|a|took|claimed|figures of)"
    r"(?: \w+){0,3} $"
)
_SCORE_AFTER = re.compile(
    r" (?:win|victory|defeat|loss|draw|lead|vote|majority|scoreline|success|triumph|decision|aggregate|up"
    r"|down|ahead|over|against"
    r"|at|in|to|on|with|away|home)\b|[.,;:)\]\"'”’]|$| [A-Z]|\n| \(?[0-9]{1,2}[-–/][0-9]"
)
#: `Leicester 12-34 Saints`
_BETWEEN_NAMES = re.compile(r"(?:^|[\n.:;,] ?|[A-Z][\w’'-]* )[A-Z][\w’'-]+ $")
_NAME = re.compile(r" [A-Z][a-z]")
_VERSE = re.compile(r"[A-Z][a-z]+\.? $")
_ODDS_AFTER = re.compile(
    r"[ -](?:majority|odds|ratio|vote|margin|favou?rite|on\b|against|outsider|shot|decision)"
)
_COPULA = re.compile(r"(?:^|[=(:]|\b(?:is|are|equals|negative|minus)) ?$")
_END = re.compile(r"[.,;:)!?]?(?:$|\s*\n)")
#: a unit of time or length after odds says that they are none: `3 in 10 days`
_UNITED = ("money", "duration", "measurement", "percent", "points", "age")
#: units that `12 by 20 metres` can have
_LONG = frozenset({"metre", "foot", "inch", "centimetre", "millimetre", "kilometre", "mile", "yard"})


def connector(text: str, first: Measured, second: Measured) -> str:
    """What joins two neighbours: "-", "to", "and", "or", ",", "in", "by"… or "" where it is more."""
    gap = text[first.end : second.start]
    if not gap or len(gap) > 16:
        return ""
    m = _CONNECTOR.match(gap)
    if m is None:
        return ""
    if m["dash"]:
        return "-"
    return m["word"] or m["x"] or ("in" if m["of"] else "," if m["comma"] else "±")


def tie(text: str, first: Measured, second: Measured) -> Tie:
    """How two neighbouring figures belong together.

    "range", "by" (`12 by 20 metres`) and "plus-minus": one figure. "score", "odds", "ratio", "time"
    (`1:36.6`) and "verse" (`John 3:16`): one figure of that kind. "share": two figures, the first borrowing
    the unit of the second (`5 and 6 percent`). "": two figures that have nothing to do with each other.
    """
    join = connector(text, first, second)
    if not join or first.numeral.malformed or second.numeral.malformed:
        return ""
    bare = first.kind == "count"
    if join == ":":
        return _colon(text, first, second)
    if join == "in":
        return "odds" if bare and _is_odds(text, first, second) else ""
    if not _alike(first, second, join):
        return ""
    if join == "±":
        return "plus-minus" if 0 <= second.value < abs(first.value) else ""
    if join == "over":
        return "ratio" if bare and _is_over(text, first, second) else ""
    if join == "for":
        return "score" if bare and _is_innings(text, first, second) else ""
    if join in ("by", "x", "×"):
        # a relay of 4x100m is no area
        alike = first.unit == second.unit or (bare and second.value <= 20 * first.value)
        return "by" if second.unit in _LONG and alike else ""
    if join in (",", "/"):
        return ""
    before = text[max(0, first.start - 48) : first.start]
    borrows: Tie = (
        "share"
        if bare and second.kind not in ("count", "age", "ratio") and not first.numeral.fraction
        else ""
    )
    if join == "and":
        return "range" if _BETWEEN.search(before) else borrows
    if join == "or":
        small = first.value < second.value <= 3 * first.value + 2
        return "range" if small and first.numeral.grouped != (not first.numeral.words) else borrows
    if join == "-":
        return _hyphenated(text, first, second, before)
    return _counted_against(text, first, second, before) or _from_to(first, second, before, borrows)


def _alike(first: Measured, second: Measured, join: str) -> bool:
    """Whether the units of two neighbours let them be one figure."""
    bare = first.kind == "count"
    if first.kind == second.kind and (first.unit == second.unit or not first.unit):
        return True
    if (first.kind == "age" and second.kind == "count") or (bare and second.kind != "money"):
        return True
    if join == "±" and second.kind in ("count", "points", "percent"):
        return True
    if bare and not second.money.startswith(("$", "£", "€")):
        return True
    return first.kind == "money" and second.kind in ("money", "count")


def _counted_against(text: str, first: Measured, second: Measured, before: str) -> Tie:
    """`3-to-1`, `eight to one odds`, `voted 52 to 48`; "" for other pairs joined by "to"."""
    if first.kind != "count":
        return ""
    counts = second.kind == "count"
    falls = counts and second.value < first.value
    if falls and _ODDS_AFTER.match(text, second.end):
        return "ratio"
    if text[first.end] == "-" and (second.value == 1 or falls):
        return "ratio"
    if falls and second.value == 1 and _ODDS_BEFORE.search(before):
        return "ratio"
    plain = counts and not (first.numeral.scaled or second.numeral.scaled or first.numeral.words)
    if plain and _VOTED.search(before) and _VOTE_AFTER.match(text, second.end):
        return "score"
    return ""


def _from_to(first: Measured, second: Measured, before: str, borrows: Tie) -> Tie:
    """A range, or the old and the new value of a change."""
    if _SPREAD.search(before):
        return "range"
    low = first.value * shared_scale(first, second)
    if _CHANGED.search(before) or low == 0 or second.value <= low or second.value > 100 * low:
        return borrows
    return "range"


def _is_innings(text: str, first: Measured, second: Measured) -> bool:
    """`345 for 7`: runs for wickets."""
    wickets = second.kind == "count" and 1 <= second.value <= 10 and not second.numeral.scaled
    runs = not first.numeral.words and second.value < first.value < 1000 and first.value == int(first.value)
    if not (wickets and runs and _WICKET_AFTER.match(text, second.end)):
        return False
    return _AT_WICKET.search(text[max(0, first.start - 40) : first.start]) is not None


def _is_odds(text: str, first: Measured, second: Measured) -> bool:
    """`one in five`, `9 out of 10`; not `two in 2019`, `3 in 10 days`."""
    a, b = first.value, second.value
    out_of = "out" in text[first.end : second.start]
    if (
        not (0 < a < b or (out_of and a == b))
        or (a != int(a) and not out_of)
        or b != int(b)
        or first.numeral.fraction
        or (second.kind in _UNITED and text[first.end] != "-")  # but "one-in-100-year flood"
    ):
        return False
    if out_of or "every" in text[first.end : second.start]:
        return True
    round_number = b <= 10 or b in (12, 15, 20, 25, 30, 40, 50, 100) or b % 100 == 0
    return (b < 1900 and (a == 1 or (a < 10 and round_number and second.kind == "count"))) or (
        a == 1 and second.numeral.grouped
    )


def _is_over(text: str, first: Measured, second: Measured) -> bool:
    """`one over twenty`, read out by itself; `sold one over three years` is none."""
    alone = _COPULA.search(text[max(0, first.start - 12) : first.start]) and _END.match(text, second.end)
    return first.value in (1, -1) and second.kind == "count" and second.value > 1 and alone is not None


def _colon(text: str, first: Measured, second: Measured) -> Tie:
    """`2:1`; a lap of `1:36.6` and `36:12` are times, `John 3:16` a verse."""
    if (
        first.kind != "count"
        or first.numeral.grouped
        or first.value != int(first.value)
        or second.numeral.words
    ):
        return ""
    seconds = text[second.numeral.start : second.numeral.end]
    if _VERSE.search(text[max(0, first.start - 16) : first.start]) and second.value < 180:
        return "verse"
    if second.value < 60 and first.value < 1000 and len(seconds.partition(".")[0]) == 2:
        return "time"
    return (
        "ratio" if second.kind == "count" and 0 < second.value <= 100 and not second.numeral.grouped else ""
    )


def shared_scale(first: Measured, second: Measured) -> float:
    """What the first end of a range is to be multiplied by: 1e9 for the 3 of `$3-5 billion`.

    1.0 where the first has a scale of its own, or is raw the greater (`500 to 1 million`).
    """
    if first.numeral.scaled or not second.numeral.scaled or not second.value:
        return 1.0
    scale = second.numeral.scale
    return scale if first.value <= second.value / scale * 1.0000001 else 1.0


def is_offered(text: str, end: int) -> bool:
    """Whether what a bookmaker prices follows: `7/2 favourite`."""
    return _OFFERED.match(text, end) is not None


def is_priced(text: str, start: int) -> bool:
    """Whether the words before say that a price on a horse follows: `odds of 7/2`, `won at 20-1`."""
    before = text[max(0, start - 48) : start]
    if _ODDS_BEFORE.search(before) or _AT_PRICE.search(before):
        return True
    return before.endswith(" at ") and _BETTING.search(text, max(0, start - 300), start + 200) is not None


def _hyphenated(text: str, first: Measured, second: Measured, before: str) -> Tie:
    plain = first.kind == second.kind == "count" and not (first.numeral.scaled or second.numeral.scaled)
    if plain and first.value == int(first.value) and second.value == int(second.value):
        priced = is_offered(text, second.end) or is_priced(text, first.start)
        if first.value > second.value and priced:
            return "ratio"
        after = _SCORE_AFTER.match(text, second.end)
        if after and _BETWEEN_NAMES.search(before) and _NAME.match(text, second.end):
            return "score"
        if first.value >= second.value or (
            second.value <= 150 and after and (_SCORED.search(before) or second.value < 20)
        ):
            return "score"
    if second.value < first.value and not second.numeral.scaled:
        return "range" if first.kind == second.kind != "count" else ""
    return "range"
