"""Ages that no unit marks: `aged 34`, `Lena Okafor, 52, as head coach`, `who was 10`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.figures.numerals import Numeral

_AGED_BEFORE = re.compile(
    r"(?:\b(?:[Aa]ged?|AGED?|ages|at the age of|the age of)(?: (?:between|from|of|about|just|only|over"
    r"|under|around))? (?:[0-9]{1,3}(?:,|,? and|,? or) ){0,4}$)"
)
#: `women over 50`, where no noun follows that could be counted
_GROUP = re.compile(
    r"\b(?i:women|men|people|adults|those|children|kids|anyone|everyone|everybody|residents|citizens|patients|pensioners"
    r"|drivers|males|females|girls|boys|voters|Americans|Britons|Australians|Indians|workers|players)"
    r" (?:over|under|above|below|older than|younger than)(?: the age of)? $"
)
_AFTER_GROUP = re.compile(
    r"[.,;:)”\"]|$|\n| (?:and|or|who|are|were|is|was|will|would|can|could|must|should|may|have"
    r"|had|has|in|at|on|with|to"
    r"|from|for|by|as|than|years?)\b"
    r"| (?!people|men|women|children|per|feet|foot|more|less|million|billion|thousand|hundred"
    r"|dozen)[a-z]+(?<!s)\b(?! [a-z]+s\b)"
)
_WAS = re.compile(
    r"\b(?:who(?: is|['’]s| was| will be| would be)|turn(?:s|ed|ing)?)(?: (?:about|just|only"
    r"|now|then|already))? $"
)
#: `she was 27 when she died`
_HE_WAS = re.compile(r"\b(?:[Hh]e|[Ss]he|I)(?: is|['’]s| was)(?: (?:about|just|only))? $")
_WHEN = re.compile(r" (?:when|at the time)\b")
#: `died on Wednesday at 83 in her home`; `He was 89.`; `At 86, she still visits`
_DIED_AT = re.compile(r"\b(?:died|dies|has died|passed away)\b[^.;:()\n]{0,40}? at $")
_AFTER_DIED = re.compile(
    r"[.,;)]?(?:$|[\s”\"])(?!\s*(?:per|percent|mph|km|miles|knots|feet|metres|a\.m|p\.m|am\b|pm\b))"
)
_WAS_CLOSING = re.compile(
    r"(?:^|[.!?”\"]\s)(?:He|She|The (?:former |late )?[a-z]+(?: [a-z]+){0,2}|(?:Mr|Mrs|Ms|Dr)\.? [A-Z]\w+)"
    r" was $"
)
_STOP = re.compile(r"\.(?:\s|$|[”\"])")
_OPENING_AT = re.compile(r"(?:^|[.!?”\"]\s)At $")
_PRONOUN = re.compile(r", (?:he|she)\b")
#: `I am 25.`; below ten it may be anything
_AM = re.compile(
    r"\b(?:[Hh]e|[Ss]he|I)(?: is|['’]s| was| am|['’]m)(?: (?:about|just|only|now|still|already|almost"
    r"|nearly))? $"
)
_AFTER_AM = re.compile(r"[.,;!?”\"](?![0-9])|$|\n| (?:now|today|and)\b")
_SPOKEN = 10
_AT = re.compile(r"(?:^|[.!?\n”\"] ?)[Aa]t (?:just |only |still )?$")
_PERSON = re.compile(
    r", (?:[Hh]e|[Ss]he|I)\b|, [A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:is|was|has|had|will|became|remains?|still"
    r"|won)\b"
)
_MR = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.? (?:[A-Z][\w’'-]+ ){1,3}\($")
_AFTER_WAS = re.compile(r"[.,;:)”\"]|$|\n| (?:and|when|at the time|years? old|in|on|but|by)\b")
_APPOSITION = re.compile(r"[A-Z][\w’'.-]*[a-z\]],? $")
#: `The winger, 24, cost`; not `the total, 24,`
_THE_PERSON = re.compile(
    r"(?:^|[.!?\n”\"] ?)The (?:[a-z-]+ ){0,3}"
    r"(?!number|figure|total|count|score|tally|price|rate|level|index|toll|sum|average|mean|median|temperature|result|answer)"
    r"[a-z-]+(?<!s), $"
)
_MONTH_OR_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|day|St"
    r"|Street|Road|Ave|Avenue"
    r"|Room|Flight|Flat|Suite|No|Section|Article|Figure|Table|Group)\.?, $"
)

#: the last words of what the patterns above find before an age
_LAST_WORDS = frozenset({
    "age", "aged", "ages", "of", "between", "from", "and", "or", "about", "just", "only", "over", "under",
    "above", "below", "around", "than", "who", "who's", "who’s", "is", "was", "be", "turn", "turns", "turned",
    "turning", "now", "then", "already", "still", "almost", "nearly", "am", "he's", "he’s", "she's", "she’s",
    "i's", "i’s", "he'm", "he’m", "she'm", "she’m", "i'm", "i’m", "at",
})  # fmt: skip


def is_age(text: str, n: Numeral) -> bool:
    """Whether a number without a unit says how old somebody is."""
    if n.scaled or n.malformed or not 0 < n.value <= 120 or n.value != int(n.value) or n.start < 3:
        return False
    left = text[max(0, n.start - 40) : n.start]
    if left[-1] == "(":
        return text.startswith(")", n.end) and not n.words and _MR.search(left) is not None
    if left[-1] != " " or not _may_lead(left):
        return False
    if _AGED_BEFORE.search(left):
        return True
    if _WAS.search(left) and _AFTER_WAS.match(text, n.end):
        return True
    if (_GROUP.search(left) and _AFTER_GROUP.match(text, n.end)) or (
        _HE_WAS.search(left) and _WHEN.match(text, n.end)
    ):
        return True
    if _at_age(text, n, left):
        return True
    if n.value >= _SPOKEN and ((_AM.search(left) and _AFTER_AM.match(text, n.end)) or _begins(text, n)):
        return True
    if text.startswith((" - ", " – ", " — "), n.end) and left.endswith(", ") and not n.words:
        return n.value >= _SPOKEN and _apposed(left)
    after = text[n.end : n.end + 1]
    if n.words or n.value < 3 or after not in (",", ".", ")", ";") or not left.endswith(", "):
        return False
    if text[n.end + 1 : n.end + 2] not in ("", " ", "\n"):
        return False
    return _apposed(left)


def _may_lead(left: str) -> bool:
    """Whether the last word of `left`, which ends with a space, is one that ages stand after."""
    word = left[left.rfind(" ", 0, -1) + 1 : -1]
    return word[-1:] == "," or word.lower() in _LAST_WORDS


def _apposed(left: str) -> bool:
    """Whether a name and a comma end the text before the number."""
    return (_APPOSITION.search(left) or _THE_PERSON.search(left)) is not None and not _MONTH_OR_PLACE.search(
        left
    )


def _at_age(text: str, n: Numeral, left: str) -> bool:
    """Whether the number follows "died … at", closes "He was 89." or opens "At 86, she"."""
    if n.words or n.value < 13:
        return False
    if left.endswith(" at ") and _DIED_AT.search(text[max(0, n.start - 70) : n.start]):
        return _AFTER_DIED.match(text, n.end) is not None
    if left.endswith(" was ") and _WAS_CLOSING.search(left):
        return _STOP.match(text, n.end) is not None
    return _OPENING_AT.search(left) is not None and _PRONOUN.match(text, n.end) is not None


def _begins(text: str, n: Numeral) -> bool:
    """Whether a sentence begins with the number, and a person is its subject: `At 23, Henson`."""
    return (
        _AT.search(text, max(0, n.start - 12), n.start) is not None and _PERSON.match(text, n.end) is not None
    )
