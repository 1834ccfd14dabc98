"""Numbers that only name: telephone numbers, versions, formations, web addresses, taken as a whole."""

from __future__ import annotations

import re

from checks.figures.names import last_word

#: from the third branch on: `4-2-3-1` or an ISBN, 203.555.0142, 1-800-555-0142, 0800 555 111, 07700
#: 900123, 555-0142, 1.2.3
_PHONE = re.compile(
    r"[+(0-9](?:(?<=\+)[0-9]{1,3}[ .-]?(?:\([0-9]{1,4}\)[ .-]?)?[0-9]{2,5}(?:[ .-][0-9]{2,6}){1,4}"
    r"|(?<=\()[0-9]{2,5}\)[ ]?[0-9]{3,4}[ .-]?[0-9]{3,4}|(?<=[0-9])(?:[0-9]{0,5}(?:-[0-9]{1,7}){2,}"
    r"|[0-9]{2}[-.][0-9]{3}[-.][0-9]{4}"
    r"|-[0-9]{3}-[0-9]{3}-[0-9]{4}|(?<=0)[0-9]{2,4} [0-9]{3,4} [0-9]{3,4}|(?<=0)[0-9]{3,4} [0-9]{6}"
    r"|[0-9]{2}-[0-9]{4}"
    r"|[0-9]{0,4}(?:\.[0-9]{1,5}){2,}))(?![\w%])"
)
#: how long a telephone number without its area code is
_SHORT = len("555-0142")
_CALL = re.compile(r"\b(?:[Cc]all\w*|[Pp]hon\w+|[Tt]el\w*|[Tt]ext|[Dd]ial\w*|[Ff]ax)\b[^.;,]*\Z")
_LETTERED = re.compile(r"-[0-9]{3}-[A-Z]{3,7}(?![a-z])")
_EMERGENCY = frozenset({"911", "999", "112", "000", "110", "118"})
_CALLING = frozenset(
    {"call", "called", "calls", "calling", "dial", "dialed", "dialled", "dialing", "dialling"}
)
_BEFORE_PHONE = frozenset(".,$£€_")
_WEB = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.\S+|[#@]\w+")


def claimed(text: str) -> list[tuple[int, int, bool]]:
    """Spans whose digits are a name as a whole, in order: (start, end, whether to keep as identifier)."""
    spans = [
        (m.start(), m.end(), True)
        for m in _PHONE.finditer(text)
        if (not m.start() or _may_precede(text, m.start() - 1))
        and (m.end() - m.start() != _SHORT or _is_short_phone(text, m.start()))
    ]
    if "@" in text or "#" in text or "://" in text or "www." in text:
        spans += [(m.start(), m.end(), False) for m in _WEB.finditer(text)]
        spans.sort()
    return spans


def _is_short_phone(text: str, start: int) -> bool:
    """Whether `555-0142` is no range (`500-1000`): by its 0, or by "call" or the like before it."""
    if text[start + 3] != "-" or text[start + 4] == "0":
        return True
    return _CALL.search(text, max(0, start - 24), start) is not None


def _may_precede(text: str, at: int) -> bool:
    """Whether a telephone number or a version may begin after the character at `at`."""
    if text[at] in "vV":
        return not text[at - 1 : at].isalnum()
    return not text[at].isalnum() and text[at] not in _BEFORE_PHONE


def is_called(text: str, start: int, end: int) -> bool:
    """Whether plain digits are a telephone number: `called 911`, `a 999 call`, `203-576-TIPS`."""
    if end - start == 3:
        if _LETTERED.match(text, end):
            return True
        if text[start:end] in _EMERGENCY:
            caller = text.startswith((" call", " operator", " dispatch", " emergency"), end)
            return caller or last_word(text, start).lower() in _CALLING
    return False
