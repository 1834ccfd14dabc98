"""Ages that no unit marks: `aged 34`, `Priya Venkatesan, 47, as chief executive`, `who was 10`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.figures.numerals import Numeral

_AGED_BEFORE = re.compile(
    r"(?:\b(?:[Aa]ged?|AGED?|ages|at the age of|the age of)(?: (?:between|from|of|about|just|only|over"
    r"|under|around))? $)"
)
_WAS = re.compile(
    r"\bwho(?: is|['’]s| was| turns| turned| will be| would be)(?: (?:about|just|only|now|then|already))? $"
)
_AFTER_WAS = re.compile(r"[.,;:)”\"]|$|\n| (?:and|when|at the time|years? old|in|on|but|by)\b")
_APPOSITION = re.compile(r"[A-Z][\w’'.-]*[a-z\]],? $")
_MONTH_OR_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|day|St"
    r"|Street|Road|Ave|Avenue"
    r"|Room|Flight|Flat|Suite|No|Section|Article|Figure|Table|Group)\.?, $"
)


def is_age(text: str, n: Numeral) -> bool:
    """Whether a number without a unit says how old somebody is."""
    if n.scaled or n.malformed or not 0 < n.value <= 120 or n.value != int(n.value) or n.start < 4:
        return False
    left = text[max(0, n.start - 40) : n.start]
    if left[-1] not in " ":
        return False
    if _AGED_BEFORE.search(left):
        return True
    if _WAS.search(left) and _AFTER_WAS.match(text, n.end):
        return True
    after = text[n.end : n.end + 1]
    if n.words or n.value < 3 or after not in (",", ".", ")", ";") or not left.endswith(", "):
        return False
    if text[n.end + 1 : n.end + 2] not in ("", " ", "\n"):
        return False
    return _APPOSITION.search(left) is not None and not _MONTH_OR_PLACE.search(left)
