"""An article's text as the page shows it: in lines, of a huge one those that matter.

Offsets for the page are in UTF-16 units, as JavaScript counts.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checks.model import NOT_QUANTITIES, Article, Interval, Places
from checks.rules.wording import say

#: Characters up to which an article is shown whole; nobody reads more on one page.
WHOLE = 400_000
#: Characters shown to either side of a marked figure in what is longer.
AROUND = 3_000
#: Characters of a sentence that a flag carries along.
_SENTENCE = 400
_ASTRAL = "\uffff"


class Shown:
    """The lines of a text that are shown, around `marks` (start, end) where it is too long to show whole.

    `parts` has for each line what `line` of the tables calls it (a page, in a PDF), the offset of its first
    character shown, the characters, and whether some before them are left out.
    """

    def __init__(self, article: Article, marks: Sequence[tuple[int, int]]) -> None:
        text, place = article.text, Places(article)
        self._astral = [i for i, c in enumerate(text) if c > _ASTRAL] if text and max(text) > _ASTRAL else []
        whole = len(text) <= WHOLE
        self._spans = [(0, len(text))] if whole else _around(marks, len(text))
        breaks = [i for i, c in enumerate(text) if c == "\n"]
        self.parts: list[list[int | str | bool]] = []
        before = 0
        for begin, end in self._spans:
            line = bisect_left(breaks, begin)
            at = begin
            while at < end:
                stop = min(breaks[line] if line < len(breaks) else len(text), end)
                # the line end of Windows is no character of the line
                part = text[at:stop].removesuffix("\r")
                if part.strip():
                    self.parts.append([place(at)[0], self.unit(at), part, at > before and at == begin])
                at, line = stop + 1, line + 1
            before = end

    def unit(self, offset: int) -> int:
        """An offset in code points as one in UTF-16 units."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` is shown."""
        i = bisect_right(self._spans, (offset, math.inf)) - 1
        return i >= 0 and offset < self._spans[i][1]


def _around(marks: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The beginning of a text and the surroundings of `marks`, as spans that do not touch."""
    out = [(0, AROUND)]
    for start, end in sorted(marks):
        begin, stop = max(0, start - AROUND), min(length, end + AROUND)
        if begin <= out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], stop)
        else:
            out.append((begin, stop))
    return out


def sentence(text: str, surface: str) -> str:
    """`text`, or of a very long one the part around `surface`."""
    if len(text) <= _SENTENCE:
        return text
    begin = max(0, text.find(surface) - _SENTENCE // 2)
    cut = text[begin : begin + _SENTENCE]
    return ("…" if begin else "") + cut + ("…" if begin + _SENTENCE < len(text) else "")


def label(fact: Mapping[str, Any]) -> str:
    """What a fact (a row of FACTS) is held to mean: `trade · Iran · 2024 · $4.9 billion (4.85–4.95)`."""
    said = [fact["measure"], fact["entities"].replace(";", ", "), _period(fact)]
    if fact["kind"] not in NOT_QUANTITIES and not math.isnan(fact["low"]):  # a score has no interval
        around = Interval(fact["low"], fact["high"])
        said.append(say.reckoned(fact["value"], around, fact["unit"]))
    elif not any(said):
        said.append(fact["kind"])
    if fact["sourcing"] != "exempt":
        said.append({"none": "nobody named"}.get(fact["sourcing"], f"source: {fact['source']}"))
    return " · ".join(part for part in said if part)[:300]


def _period(fact: Mapping[str, Any]) -> str:
    start, end = fact["period_start"], fact["period_end"]
    if start[4:] == "-01-01" and end == f"{start[:4]}-12-31":
        return str(start[:4])
    if start == end:
        return str(start)
    return f"{start or '…'} to {end or '…'}"
