"""Sources given beside the prose: links, footnotes, and bare source lines under a paragraph."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from checks.facts.sourcing.words import group

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.facts.reading import Reading

_LINK = re.compile(r"\[([^\[\]\n]{0,300})\]\((https?://[^\s()]{4,2000})")
_URL = re.compile(r"https?://[^\s()<>\[\]\"”]{4,2000}")
_NOTE = re.compile(r"\[(\^?\w{1,20})\](?![(:\w])")
_DEFINITION = re.compile(r"^\[(\^?\w{1,20})\]:?[ \t]+(\S[^\n]{0,300})", re.MULTILINE)
_NOTE_NAME = re.compile(r"[^.,;:“\"(]{2,80}")
_SOURCE = re.compile(r"\W*sources?\s*:\s*(.{2,80})", re.IGNORECASE | re.DOTALL)
#: No bare source line is longer.
LINE_LENGTH = 60
#: Of a longer paragraph, a source line vouches for the end: so many sentences.
LONGEST_PARAGRAPH = 40


def cited(text: str, reading: Reading, offset: int) -> str:
    """Who a link or footnote in the sentence names; empty where there is none.

    A short link text is the name, as in [ONS](https://www.ons.gov.uk); else the site is. Of
    several, the first after the figure at `offset` counts, else the last before it.
    """
    sentence = reading.sentence.text
    if "[" not in sentence and "http" not in sentence:
        return ""
    named: list[tuple[int, str]] = []
    for m in _LINK.finditer(sentence):
        short = (
            m.group(1)[:1].isupper()
            and len(m.group(1).split()) <= 5
            and not any(c.isdigit() for c in m.group(1))
        )
        named.append((m.end(), m.group(1) if short else _site(m.group(2))))
    if not named:
        named.extend((m.end(), _site(m.group())) for m in _URL.finditer(sentence))
    notes = _definitions(text)
    named.extend((m.end(), notes[m.group(1)]) for m in _NOTE.finditer(sentence) if m.group(1) in notes)
    named.sort()
    at = offset - reading.sentence.start
    return next((name for end, name in named if end > at), named[-1][1] if named else "")


@lru_cache(maxsize=4)
def _definitions(text: str) -> dict[str, str]:
    """Mark of a footnote -> who it names."""
    out = {}
    for m in _DEFINITION.finditer(text):
        if link := _LINK.search(m.group(2)) or _URL.match(m.group(2)):
            out[m.group(1)] = link.group(1) if link.re is _LINK else _site(link.group())
        elif name := _NOTE_NAME.match(m.group(2)):
            out[m.group(1)] = name.group().strip()
    return {mark: name for mark, name in out.items() if name}


def _site(url: str) -> str:
    """The site of an address, without "www."."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # a broken address, such as http://[::1
        return ""


def source_lines(readings: list[Reading], names_in: Callable[[int], set[str]]) -> dict[int, str]:
    """Sentence -> the source that a bare line under its paragraph names ("Reuters").

    A line is one when it begins with "Source:", is an agency or a paper known as such, or is a
    source of the paragraph above. `names_in` gives the sources that a sentence names.
    """
    out: dict[int, str] = {}
    for i, reading in enumerate(readings):
        line = reading.sentence.text.strip()
        if not i or len(line) > LINE_LENGTH or reading.facts or line[-1:] in {".", "!", "?", ":"}:
            continue
        above = _paragraph_above(readings, i, out)
        if above and (name := _line_name(line, above, names_in)):
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


def _line_name(line: str, above: range, names_in: Callable[[int], set[str]]) -> str:
    if source := _SOURCE.fullmatch(line):
        return source.group(1).strip()
    if link := _LINK.match(line):
        return link.group(1) or _site(link.group(2))
    if not line[:1].isupper() or len(line.split()) > 6:
        return ""
    if line.removeprefix("The ") in group("sources", "agencies"):
        return line
    low = line.lower()
    return line if any({low, f"the {low}"} & names_in(j) for j in above) else ""
