"""The lines of a PDF's pages without what is printed on every page: running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

Pages = Sequence[Sequence[str]]

#: lines at the top and at the foot of a page that may be running heads
_EDGE = 3
#: pages that a running head stands on at the least, and its share of them (left and right pages may differ)
_LEAST_PAGES, _LEAST_SHARE = 3, 0.3
_DIGITS = re.compile(r"\d+")
_FOLIO = re.compile(r"(?i)\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*")


def without_running_heads(pages: Pages) -> list[list[str]]:
    """`pages` without blank lines at their edges, page numbers, and what stands on every page.

    Of a line that is printed again and again the first stays: it may be the title.
    """
    trimmed = [_trimmed(page) for page in pages]
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(trimmed))
    counts = Counter(key for page in trimmed for key in {_key(page[i]) for i in _edges(page)})
    running = {key for key, count in counts.items() if count >= least and key}
    seen: set[str] = set()
    out = []
    for page in trimmed:
        gone = set()
        edges = _edges(page)
        for i in edges:
            key = _key(page[i])
            if key in running and key in seen:
                gone.add(i)
            seen |= {key} & running
        # a page number stands outermost, but for the running heads
        for inwards in (edges, edges[::-1]):
            for i in inwards:
                if len(trimmed) > 1 and _FOLIO.fullmatch(page[i]):
                    gone.add(i)
                elif i not in gone and _key(page[i]) not in running:
                    break
        out.append(_trimmed([line for i, line in enumerate(page) if i not in gone]))
    return out


def _key(line: str) -> str:
    """What the line is on every page: page numbers and dates aside. Empty for a line of prose."""
    plain = " ".join(_DIGITS.sub("#", line).split()).casefold()
    return plain if len(plain) <= 100 else ""


def _edges(page: Sequence[str]) -> list[int]:
    return [i for i in range(len(page)) if i < _EDGE or i >= len(page) - _EDGE]


def _trimmed(page: Sequence[str]) -> list[str]:
    lines = [" ".join(line.replace("\x00", "").split()) for line in page]
    while lines and not lines[-1]:
        lines.pop()
    first = next((i for i, line in enumerate(lines) if line), 0)
    return lines[first:]
