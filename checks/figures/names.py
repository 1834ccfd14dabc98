"""What is no figure: models, sections, flights, versions, telephone numbers, `one` as a pronoun."""

from __future__ import annotations

import re
from functools import cache

from checks import lexicon

_PHONE = re.compile(
    r"(?<![\w.,$£€])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,5}(?:[ .-]\d{2,4}){1,4}"
    r"|\(\d{2,5}\)[ ]?\d{3,4}[ .-]?\d{3,4}|\d{3}[-.]\d{3}[-.]\d{4}|\d-\d{3}-\d{3}-\d{4}|0\d{2,4} \d{3,4} \d{3,4})(?![\w%])"
)
_WEB = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.\S+|[#@]\w+")
_VERSION = re.compile(r"(?<![\w.])\d{1,5}(?:\.\d{1,5}){2,}(?![\w])")
_LAST_WORD = re.compile(r"([A-Za-z][\w&’'-]*)(\.?)[ \u00a0]$")
_SENTENCE_START = frozenset(".!?:;\n\r“”\"'‘’(—–•*")
_DAYS_AND_MONTHS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_COMMON = frozenset(  # capitalised at the start of a clause, or before a count: never part of a name
    "the a an in on at of for by with from to and or but about some over under more than nearly almost around only just"
    " all these those our my your his her their its least between up total another other first last next top than another"
    " killed killing is are was were has have had said says per us uk eu u.s. u.k.".split()
)


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(lexicon.lists("labels")[key])


def claimed(text: str) -> list[tuple[int, int, bool]]:
    """Spans whose digits are a name as a whole, in order: (start, end, whether to keep as identifier)."""
    spans = [(m.start(), m.end(), True) for m in _PHONE.finditer(text)]
    if "@" in text or "#" in text or "://" in text or "www." in text:
        spans += [(m.start(), m.end(), False) for m in _WEB.finditer(text)]
    spans += [(m.start(), m.end(), True) for m in _VERSION.finditer(text)]
    return sorted(spans)


def last_word(text: str, start: int) -> str:
    """The word that ends one space before `start`, or "" where something else stands there."""
    m = _LAST_WORD.search(text[max(0, start - 30) : start])
    return m.group(1) if m else ""


def at_sentence_start(text: str, pos: int) -> bool:
    """Whether the word at `pos` begins a sentence (or a line, a quotation, a bracket)."""
    i = pos - 1
    while i >= 0 and text[i] in " \u00a0":
        i -= 1
    return i < 0 or text[i] in _SENTENCE_START


def is_glued(text: str, start: int) -> bool:
    """Whether letters run into the digits from the left: `Su-35`, `A321`, `G7`, `under-21`."""
    if not start:
        return False
    c = text[start - 1]
    if c.isalpha() or c in "_#№":
        return True
    return (
        c in "-‑/" and start > 1 and (text[start - 2].isalpha() or (c == "/" and text[start - 2].isdigit()))
    )


def labelled(text: str, start: int) -> bool:
    """Whether the word before makes the number a name: `Article 5`, `No. 10`, `Formula 1`, `S&P 500`."""
    m = _LAST_WORD.search(text[max(0, start - 30) : start])
    if m is None:
        return False
    word, stop = m.groups()
    lower = word.lower()
    if lower in ("no", "nos"):
        return bool(stop) or word[0] == "N"
    if stop and lower not in ("vol", "fig", "pp", "p", "apt", "ext", "mk"):
        return False
    if lower in _list("labels"):
        return True
    return (
        word[0].isupper()
        and lower in _list("capital_labels")
        and not at_sentence_start(text, start - len(word) - 1)
    )


def follows_name(text: str, start: int, end: int) -> bool:
    """Whether plain digits end a name that is on no list: `Boeing 737 crashed`, `iPhone 15`.

    True only where the word before is capitalised inside a sentence, is no day or month, and no
    plural noun follows that the digits could count.
    """
    if end - start > 4:
        return False
    window = text[max(0, start - 12) : end]
    if any(window.endswith(name[-12 - (end - start) :]) for name in _list("named") if name[-3:] in window):
        return True
    word = last_word(text, start)
    if not word or not (word[0].isupper() or any(c.isupper() for c in word[1:])):
        return False
    if word.lower() in _DAYS_AND_MONTHS or word.lower() in _COMMON or word.endswith(("’s", "'s")):
        return False
    if at_sentence_start(text, start - len(word) - 1):
        return False
    after = re.match(r"[ \u00a0-]([A-Za-z]+)", text[end : end + 24])
    if after is None:
        return text[end : end + 1] not in "%°"
    follower = after.group(1)
    return not (
        follower.islower()
        and (follower.endswith("s") or follower in ("people", "men", "women", "children", "per"))
    )


def is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether `one` at this place counts nothing: `no one`, `one of them`, `the one who`, `one another`."""
    if last_word(text, start).lower() in _list("one_before"):
        return True
    m = re.match(r"[ \u00a0]([A-Za-z]+)(?: ([A-Za-z]+))?", text[end : end + 40])
    if m is None:
        return text[end : end + 1] != "-"
    word, second = m.group(1).lower(), (m.group(2) or "").lower()
    if word == "of":
        return (
            second not in ("the", "its", "his", "her", "their", "our", "my", "these", "those", "your")
            and not second.isdigit()
        )
    return word in _list("one_after")


def is_idiom(text: str, start: int) -> bool:
    """Whether a number word begins a compound that counts nothing: `one-off`, `two-way`."""
    m = re.match(r"[A-Za-z]+(?:-[A-Za-z]+)+", text[start : start + 24])
    return m is not None and m.group().lower() in _list("idioms")
