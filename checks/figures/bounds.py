"""Words that bound a figure: more than, nearly, up to, or so."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.model import Bound


class Bounding(NamedTuple):
    """A bound as worded.

    `below`: "nearly" and "almost", which approach the value from below. `implied`: what is said of the figure
    bounds the true value (`sales topped $8 billion`), but the figure is printed without a bound.
    """

    bound: Bound
    below: bool = False
    implied: bool = False

    @property
    def printed(self) -> Bound:
        """The bound that the figure bears itself."""
        return "=" if self.implied else self.bound


EXACT = Bounding("=")
_SIGNS = frozenset("~<>≥≤≈")


@cache
def _words(side: str) -> dict[str, Bounding]:
    rows = (r for r in lexicon.table("bounds") if r["side"] == side)
    return {r["words"]: Bounding(r["bound"], r["how"] == "below", r["how"] == "verb") for r in rows}  # type: ignore[arg-type]


@cache
def _last_words() -> frozenset[str]:
    """The last two letters of all bounds, which tell at a glance that there is none."""
    return frozenset(w[-2:] for w in _words("before"))


@cache
def _before() -> re.Pattern[str]:
    # Read backwards: the reversed text is matched from the figure to the left, so that no search is needed.
    longest = sorted(_words("before"), key=len, reverse=True)
    words = "|".join(re.escape(w[::-1]).replace(r"\ ", r"[ \n\u00a0]") for w in longest)
    return re.compile(rf"({words})(?![\w-])")


#: after `200 plus` where it bounds: `200 plus people`; in `20 plus 3`, `£200 plus costs` and `six plus a
#: cook` it adds
_PLUS = re.compile(
    r"[.,;:)!?]|\Z|\n| (?!costs\b|expenses\b|benefits\b|bonuses\b|taxes\b|fees\b|tips\b|this\b|his\b|its\b)"
    r"(?:[a-z-]{2,}s|people|men|women|children|in|on|at|of|for|to|from|and|or|were|are|who|that)\b"
)


@cache
def _after() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(_words("after"), key=len, reverse=True))
    return re.compile(rf"[ -]({words})\b(?![- ](?:than|side))")


@cache
def _after_initials() -> frozenset[str]:
    return frozenset(w[0] for w in _words("after"))


#: "over five years" and "over the next 3 months" say when, not how much.
_DURING = re.compile(
    r"(?:for|after|lasted|lasting|spanning|took|takes|take|taken|taking|been|last|least|well|just|of|served"
    r"|spent|was|is|with) $",
    re.IGNORECASE,
)


#: "spread over 3,000 acres" and "run over two miles" say where
_SPREAD = re.compile(
    r"\b(?:spread(?:ing|s)?|scattered|stretch(?:ed|es|ing)|strewn|dotted|distributed|sprawl(?:ed|s|ing)|rac(?:ed|ing|es)"
    r"|runs?|ran|running|contested|staged|extend(?:s|ed|ing)|averaged|phased|staggered"
    r"|seconds?|secs?|laps|hurdles|[0-9]:[0-9]{2}(?:\.[0-9]+)?) (?:out )?$",
    re.IGNORECASE,
)


#: "fined £3m over four leaks" says why
_FINED = re.compile(
    r"\b(?:fin(?:e|ed|es|ing)|sue[ds]?|suing|penalt\w+|settle\w*|damages|compensat\w+)\b[^.;:]*"
    r"[£$€][\d.,]+ ?(?:million|billion|[mbt]n?|k)? \Z"
)


#: "as many as 14 left" tells a number and calls it high; with a verb of possibility, or of a round number, it
#: tells the highest. Rett 2014, "The polysemy of measurement", on measure phrase equatives.
_EMPHATIC = frozenset({"as many as", "as much as", "as high as", "as long as"})
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|can|would|will|should|must|to|up|by|if|expect\w*|estimat\w*|likely|potential\w*|fear\w*"
    r"|believ\w*|plan\w*|possibl[ey]|project\w*|forecast\w*|about)\b",
    re.IGNORECASE,
)
_UNROUND = re.compile(
    r"[^\w\s]{0,2}(?:[\d,]*\.\d+|[\d,]*[1-46-9](?![\d,.]*\d)(?! ?(?:[mb]illion|thousand|lakh|crore"
    r"|[mb]n?\b)))"
)


def _emphatic(text: str, start: int, left: int) -> bool:
    """Whether the words at `left` before an exact number at `start` only call it high."""
    clause = max(text.rfind(mark, 0, left) for mark in ".;:\n")
    window = text[max(clause + 1, left - 80) : left] + text[start : start + 60].partition(".")[0]
    return _UNROUND.match(text, start) is not None and not _POSSIBLE.search(window)


def before(text: str, start: int, *, duration: bool = False) -> Bounding:
    """The bound worded just before `start`, `EXACT` if there is none.

    For a duration "over" bounds only where the words before it make it an amount of time
    ("for over two years"), since "rose 20% over five years" says when.
    """
    if start < 2:
        return EXACT if not start or text[0] not in _SIGNS else _words("before")[text[0]]
    last = text[start - 1]
    if last in _SIGNS:
        return _words("before")[last]
    if last not in " \n\u00a0":
        return EXACT
    end = start - 1
    if text.endswith((" a", " an"), 0, end):  # "more than a 20% rise"
        end -= 2 if text[end - 2] == " " else 3
    if text[end - 2 : end].lower() not in _last_words() and text[end - 1] not in _SIGNS:
        return EXACT
    left = text[max(0, end - 40) : end]
    m = _before().match(left.lower()[::-1])
    if m is None:
        return EXACT
    word = " ".join(m.group(1)[::-1].split())
    if duration and word == "over" and not _DURING.search(left[: len(left) - m.end(1)]):
        return EXACT
    if word == "over" and (
        _SPREAD.search(left[: len(left) - m.end(1)])
        or _FINED.search(text, max(0, end - 100), end - len("over"))
    ):
        return EXACT
    bounding = _words("before")[word]
    if word in _EMPHATIC and _emphatic(text, start, end - m.end(1)):
        return bounding._replace(implied=True)
    return bounding


def after(text: str, end: int) -> tuple[int, Bounding] | None:
    """The bound worded just after `end` ("or more", "10,000+"): its end and meaning, or None."""
    following = text[end : end + 1]
    if following == "+" and not text[end + 1 : end + 2].isdigit():
        return end + 1, Bounding(">=")
    if following not in (" ", "-") or text[end + 1 : end + 2] not in _after_initials():
        return None
    m = _after().match(text, end)
    if m is None or (m[1] == "plus" and following == " " and not _PLUS.match(text, m.end())):
        return None
    return m.end(), _words("after")[m[1]]
