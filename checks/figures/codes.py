"""Codes that mix letters and digits: the whole of `SPRING15FIT`, `N412QX`, `F-16`, `B2B` is one name."""

from __future__ import annotations

import re
from dataclasses import replace

from checks.model import Figure

#: how far a code reaches to either side of its digits; what is longer is a hash or an address
_REACH = 24
#: read backwards from the digits
_BEFORE = re.compile(r"[A-Za-z0-9&]*(?:-[A-Za-z0-9&]+)*")
_AFTER = re.compile(r"(?:(?<=[0-9])\.[0-9]+)?[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
#: a part that a hyphen joins to a code: `MiG`, `Su`, `MAX`, `800`; not the words of `pre-F16`, `Under-21`
_PART = re.compile(r"[A-Z&]*[0-9][A-Za-z0-9]*|[A-Z]+|[A-Z][a-z]|[A-Za-z]*[a-z][A-Z]+[a-z]?")
_CAPITAL = re.compile(r"[A-Z]")
#: several of a thing are called by its code: `two F-16s`
_PLURAL = re.compile(r"[0-9]s\Z")


def widened(text: str, digits: Figure, floor: int) -> Figure:
    """The identifier `digits` as the code that it stands in, begun at `floor` at the earliest; else itself.

    A code has a capital: what is written small (`under-21`, `40s`) is a word.
    """
    start, end = digits.start, digits.end
    if not (_joins(text[start - 1 : start]) or _joins(text[end : end + 1])):
        return digits
    first, last = _token(text, start, end, max(floor, start - _REACH))
    if _PLURAL.match(text, last - 2, last):
        last -= 1
    if (first, last) == (start, end) or not _CAPITAL.search(text, first, last):
        return digits
    return replace(digits, start=first, end=last, surface=text[first:last])


def _joins(c: str) -> bool:
    return c == "-" or c.isalnum()


def _token(text: str, start: int, end: int, low: int) -> tuple[int, int]:
    """The ends of a token, without the words that hyphens join to its code: `G7` in `anti-G7-minded`."""
    found = _BEFORE.match(text[low:start][::-1])
    before = (found[0] if found else "")[::-1].split("-")
    first = start - len(before.pop())
    while before and _PART.fullmatch(before[-1]):
        first -= len(before.pop()) + 1
    found = _AFTER.match(text, end, end + _REACH)
    after = (found[0] if found else "").split("-")
    last = end + len(after.pop(0))
    while after and _PART.fullmatch(after[0]):
        last += len(after.pop(0)) + 1
    if text[first - 1 : first].isalnum() or text[last : last + 1].isalnum():
        return start, end
    return first, last
