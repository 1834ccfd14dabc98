"""Numbers of lists, notes and sections: `1. The first`, `(2) another`, `text[12]`, `401(k)`."""

from __future__ import annotations

import re

#: the longest list that is numbered
_LONGEST = 2
_ITEM = re.compile(r"[.)][ \t\u00a0]+[^\W\d_a-z]|\)[ \t\u00a0]+[a-z]")
#: inside a sentence: `two aims: (1) to save water and (2) to …`
_LISTED = re.compile(r"(?:[:;,.]|\b(?:and|or))[ \n]\(\Z")
_LISTED_AFTER = re.compile(r"\) [A-Za-z]")
_SUBSECTION = re.compile(r"\([a-z]\)(?:\([0-9a-z]{1,4}\))*")
_NOTE = re.compile(r"[A-Za-z.,;:!?\])”’\"\n]\[\Z|\A\[\Z")


def numbering(text: str, start: int, end: int) -> int | None:
    """The end of the number at [start:end] where it numbers an item, a note or a section; else None."""
    following = text[end : end + 1]
    if following == "(":
        section = _SUBSECTION.match(text, end)
        return section.end() if section is not None else None
    if end - start <= 3 and following == "]" and _NOTE.search(text, max(0, start - 2), start):
        return end
    if end - start > _LONGEST or following not in (".", ")"):
        return None
    at = max(0, start - 12)
    if _ITEM.match(text, end) and _begins_line(text, start):
        return end
    return end if _LISTED_AFTER.match(text, end) and _LISTED.search(text, at, start) else None


def _begins_line(text: str, start: int) -> bool:
    """Whether nothing but spaces and a bracket stand between `start` and the beginning of its line."""
    before = text[max(0, start - 12) : start]
    line = before.rpartition("\n")
    return (bool(line[1]) or start <= 12) and line[2].strip(" \t\u00a0") in ("", "(")
