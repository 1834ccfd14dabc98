"""Bare lines under a paragraph that say where its figures come from: "Source: ONS", "Reuters"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.facts.sourcing.references import plain
from checks.facts.sourcing.words import group

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.facts.reading import Reading

#: "Source: ONS", "Data: ABS", "Chart: Jane Roe | Source: ONS".
_LABEL = re.compile(r"(?:^|[|•·])\W{0,4}(?:data source|sources?|data)\s?:\s*([^|•·]{2,80})", re.IGNORECASE)
_MARKUP = " *_—–-()[]"
#: No bare source line is longer.
LINE_LENGTH = 60
#: Nor one that says it is a source, with its links told by their words.
LABELLED_LENGTH = 120
#: No line is looked at that is longer than this, addresses and all.
LONGEST_PRINTED = 400
#: Of a longer paragraph, a source line vouches for the end: so many sentences.
LONGEST_PARAGRAPH = 40


def source_lines(readings: list[Reading], names_in: Callable[[int], set[str]]) -> dict[int, str]:
    """Sentence -> the source that a bare line under its paragraph names ("Reuters").

    A line is one when it begins with "Source:", is an agency or a paper known as such, or is a
    source of the paragraph above. `names_in` gives the sources that a sentence names.
    """
    out: dict[int, str] = {}
    for i, reading in enumerate(readings):
        if not i or len(reading.sentence.text) > LONGEST_PRINTED:
            continue
        line = plain(reading.sentence.text.strip())
        label = _labelled(line)
        if not label and (reading.facts or len(line) > LINE_LENGTH or line[-1:] in {".", "!", "?", ":"}):
            continue
        above = _paragraph_above(readings, i, out)
        if above and (name := label or _bare(reading, line, above, names_in)):
            out[i] = ""
            for j in above:
                out[j] = f"{out[j]}; {name}" if out.get(j) else name
    return {i: name for i, name in out.items() if name}


def _paragraph_above(readings: list[Reading], i: int, known: dict[int, str]) -> range:
    """The last sentences of the paragraph that stands above line `i`, other source lines skipped."""
    end = i
    while end and known.get(end - 1) == "":
        end -= 1
    start = end
    while (
        start
        and end - start < LONGEST_PARAGRAPH
        and known.get(start - 1) != ""
        and (readings[start - 1].sentence.paragraph == readings[end - 1].sentence.paragraph)
    ):
        start -= 1
    return range(start, end)


def _labelled(line: str) -> str:
    """The name after "Source:"."""
    found = _LABEL.search(line) if ":" in line and len(line) <= LABELLED_LENGTH else None
    return found.group(1).strip(" .*_()[]") if found else ""


def _bare(reading: Reading, line: str, above: range, names_in: Callable[[int], set[str]]) -> str:
    """The name that `line` consists of: an agency, a link, or a source of the paragraph `above`."""
    if line != reading.sentence.text.strip():  # a link
        return line
    line = line.strip(_MARKUP)
    if not line[:1].isupper() or len(line.split()) > 6:
        return ""
    if line.removeprefix("The ") in group("sources", "agencies"):
        return line
    low = line.lower()
    return line if any({low, f"the {low}"} & names_in(j) for j in above) else ""
