"""What is no figure: models, sections, flights, versions, telephone numbers, addresses."""

from __future__ import annotations

import re
from functools import cache

from checks import lexicon

_PHONE = re.compile(
    r"[+(0-9](?:(?<=\+)[0-9]{1,3}[ .-]?(?:\([0-9]{1,4}\)[ .-]?)?[0-9]{2,5}(?:[ .-][0-9]{2,4}){1,4}"
    r"|(?<=\()[0-9]{2,5}\)[ ]?[0-9]{3,4}[ .-]?[0-9]{3,4}|(?<=[0-9])(?:[0-9]{2}[-.][0-9]{3}[-.][0-9]{4}"
    r"|-[0-9]{3}-[0-9]{3}-[0-9]{4}|(?<=0)[0-9]{2,4} [0-9]{3,4} [0-9]{3,4}"
    r"|[0-9]{0,4}(?:\.[0-9]{1,5}){2,}))(?![\w%])"
)
#: `the 6200 block of Minnock`, `203-576-TIPS`
_BLOCK = re.compile(r" blocks?\b(?! (?:away|from|apart|away|east|west|north|south|long))")
_LETTERED = re.compile(r"-[0-9]{3}-[A-Z]{3,7}(?![a-z])")
_EMERGENCY = frozenset({"911", "999", "112", "000", "110", "118"})
_CALLING = frozenset(
    {"call", "called", "calls", "calling", "dial", "dialed", "dialled", "dialing", "dialling"}
)
_BEFORE_PHONE = frozenset(".,$£€_")
_WEB = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.\S+|[#@]\w+")
_LAST_WORD = re.compile(r"([A-Za-z][\w&’'-]*)(\.?)[ \u00a0]$")
_SENTENCE_START = frozenset(".!?:;\n\r“”\"'‘’(—–•*|")
_FOLLOWER = re.compile(r"[ \u00a0-]([A-Za-z]+)")
_ACRONYM = re.compile(r"(?:^|[^\w$£€])[A-Z]{2,6} (?:[A-Z]\w{0,3} )?$")
_ERA_BEFORE = re.compile(r"\b(?:A\.?D\.?|B\.?C\.?E?\.?|C\.?E\.?) (?:[0-9]{1,4}(?: and | to |[-–]| or ))?$")
_ERA_AFTER = re.compile(r"(?:(?:[-–]| to | and )[0-9]{1,4})? ?(?:BCE?|B\.C\.|CE|AD|A\.D\.)(?!\w)")
#: the rest of a score, which a name may stand before: `beat Olympiakos 3-1`
_RESULT = re.compile(r"[-–:][0-9]{1,2}(?![\w-])")
_STREET = re.compile(
    r" (?:(?:North|South|East|West|N|S|E|W|St|Old|New|Upper"
    r"|Lower)\.? )?(?:[A-Z][\w’'.-]{1,20} ){1,3}?(?:Road|Street|Avenue|Lane|Drive"
    r"|Boulevard|Terrace|Crescent|Close|Highway|Parkway|Rd|Ave|Blvd|Dr|St)\b(?!’s|'s)"
)


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(lexicon.lists("labels")[key])


@cache
def _named() -> tuple[dict[str, tuple[str, ...]], int]:
    """Number -> the lower-case words that make it a name (`500` after `s&p`); and their greatest length."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _list("named"):
        words, _, number = name.lower().rpartition(" ")
        found[number] = (*found.get(number, ()), words + " ")
    return found, max(len(words) for all_words in found.values() for words in all_words)


def claimed(text: str) -> list[tuple[int, int, bool]]:
    """Spans whose digits are a name as a whole, in order: (start, end, whether to keep as identifier)."""
    spans = [
        (m.start(), m.end(), True)
        for m in _PHONE.finditer(text)
        if not m.start() or _may_precede(text, m.start() - 1)
    ]
    if "@" in text or "#" in text or "://" in text or "www." in text:
        spans += [(m.start(), m.end(), False) for m in _WEB.finditer(text)]
        spans.sort()
    return spans


def _may_precede(text: str, at: int) -> bool:
    """Whether a telephone number or a version may begin after the character at `at`."""
    if text[at] in "vV":
        return not text[at - 1 : at].isalnum()
    return not text[at].isalnum() and text[at] not in _BEFORE_PHONE


def last_word(text: str, start: int) -> str:
    """The word that ends one space before `start`, or "" where something else stands there."""
    m = _LAST_WORD.search(text[max(0, start - 30) : start])
    return m.group(1) if m else ""


def at_sentence_start(text: str, pos: int) -> bool:
    """Whether the word at `pos` begins a sentence (or a line, a quotation, a bracket)."""
    before = text[max(0, pos - 40) : pos].rstrip(" \u00a0")
    return not before or before[-1] in _SENTENCE_START


def is_glued(text: str, start: int) -> bool:
    """Whether letters run into the digits from the left: `Su-35`, `A321`, `G7`, `under-21`."""
    if not start:
        return False
    c = text[start - 1]
    if c.isalpha() or c in "_#№":
        return True
    return (
        c in "-‑/" and start > 1 and (text[start - 2].isalpha() or (c == "/" and text[start - 2].isdigit()))  # noqa: RUF001
    )


def labelled(text: str, start: int) -> bool:
    """Whether the word before makes the number a name: `Article 5`, `No. 10`, `Formula 1`, `Game 2`."""
    m = _LAST_WORD.search(text[max(0, start - 30) : start])
    if m is None:
        return False
    word, stop = m.groups()
    lower = word.lower()
    if lower in ("no", "nos"):
        return bool(stop) or word[0] == "N"
    if stop and lower not in ("vol", "fig", "pp", "p", "apt", "ext", "mk"):
        return False
    return lower in _list("labels") or (word[0].isupper() and lower in _list("capital_labels"))


def is_of_an_era(text: str, start: int, end: int) -> bool:
    """Whether the number is a year of an era: `A.D. 1000`, the 1260 of `A.D. 1000 and 1260`, `500 BC`."""
    if end - start > 4:
        return False
    return (
        _ERA_BEFORE.search(text[max(0, start - 20) : start]) is not None
        or _ERA_AFTER.match(text, end) is not None
    )


def is_address(text: str, start: int, end: int) -> bool:
    """Whether the number is a house's: `575 Wilbraham Road`."""
    return (
        end - start <= 5
        and _STREET.match(text, end) is not None
        and last_word(text, start).lower() not in _list("counting")
    )


def follows_name(text: str, start: int, end: int) -> bool:
    """Whether plain digits end a name: `S&P 500`, or one that is on no list (`Boeing 737 crashed`, `iPhone
    15`).

    The latter only where the word before is capitalised inside a sentence, is no day or month, and no
    plural noun follows that the digits could count.
    """
    if end - start > 4:
        return end - start > 4 and _ACRONYM.search(text[max(0, start - 9) : start]) is not None
    named, longest = _named()
    words = named.get(text[start:end])
    if words and text[max(0, start - longest) : start].lower().endswith(words):
        return True
    if end - start <= 2 and _RESULT.match(text, end):
        return False
    word = last_word(text, start)
    inner = any(c.isupper() for c in word[1:])
    if not word or not (word[0].isupper() or inner):
        return False
    if word.lower() in _list("no_name") or word.endswith(("’s", "'s")):
        return False
    if at_sentence_start(text, start - len(word) - 1) and not (inner and word[0].islower()):
        return False
    after = _FOLLOWER.match(text, end, end + 24)
    if after is None:
        return text[end : end + 1] not in ("%", "°")
    follower = after.group(1)
    return not (
        follower.islower()
        and (follower.endswith("s") or follower in ("people", "men", "women", "children", "per"))
    )


def is_called(text: str, start: int, end: int) -> bool:
    """Whether plain digits are a telephone number: `called 911`, `a 999 call`, `203-576-TIPS`."""
    if end - start == 3:
        if _LETTERED.match(text, end):
            return True
        if text[start:end] in _EMERGENCY:
            caller = text.startswith((" call", " operator", " dispatch", " emergency"), end)
            return caller or last_word(text, start).lower() in _CALLING
    return False


def is_block(text: str, start: int, end: int) -> bool:
    """Whether plain digits number a block of a street: `the 6200 block of Minnock`."""
    return end - start >= 3 and _BLOCK.match(text, end) is not None
