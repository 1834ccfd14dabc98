"""Sources given beside the prose: links and footnotes, in Markdown and in HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.facts.reading import Reading

_LINK = re.compile(r"\[([^\[\]\n]{0,300})\]\((https?://[^\s()]{4,2000})\)?")
_HTML_LINK = re.compile(
    r"<a\s[^<>]{0,200}?href=[\"']?(https?://[^\s\"'<>]{4,2000})[^<>]{0,200}>([^<>]{0,300})</a>"
)
_URL = re.compile(r"https?://[^\s()<>\[\]\"”]{4,2000}")
#: [text][mark], where the address stands at the foot of the page
_FOOT_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{1,40})\]")
_NOTE = re.compile(r"\[(\^?[\w-]{1,40})\](?![(:\w\[])")
_RAISED = re.compile(r"(?<=[^\W\d]|[.,;:”\")])[¹²³⁴-⁹⁰]{1,3}")
_DEFINITION = re.compile(r"^\[(\^?[\w-]{1,40})\]:?[ \t]+(\S[^\n]{0,300})", re.MULTILINE)
_RAISED_DEFINITION = re.compile(r"^([¹²³⁴-⁹⁰]{1,3})[ \t]*(\S[^\n]{0,300})", re.MULTILINE)
#: A numbered list under a heading of its own.
_LIST = re.compile(
    r"^[#*_ ]{0,8}(?:references|sources|footnotes|endnotes|notes)[*_: ]{0,4}$"
    r"\n+((?:[ \t]*\d{1,3}[.)] [^\n]+\n*)+)",
    re.MULTILINE | re.IGNORECASE,
)
_ITEM = re.compile(r"^\s*(\d{1,3})[.)] ([^\n]{1,300})", re.MULTILINE)
_TITLE = re.compile(r"\s[\"'(]([^\"'()]{2,80})[\"')]\s*$")
_NOTE_NAME = re.compile(r"[^.,;:“\"(]{2,80}")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def cited(text: str, reading: Reading, offset: int) -> str:
    """Who a link or footnote in the sentence names; empty where there is none.

    A short link text is the name, as in [ONS](https://www.ons.gov.uk); else the site is. Of
    several, the first after the figure at `offset` counts, else the last before it.
    """
    sentence = reading.sentence.text
    raised = not sentence.isascii() and any(mark in sentence for mark in "¹²³⁴⁵⁶⁷⁸⁹")
    if "[" not in sentence and "http" not in sentence and not raised:
        return ""
    named = [*_links(sentence), *_notes(sentence, _definitions(text))]
    named.sort()
    at = offset - reading.sentence.start
    return next((name for end, name in named if end > at), named[-1][1] if named else "")


def _links(sentence: str) -> list[tuple[int, str]]:
    """(offset behind it, name) of every link; of bare addresses only where nothing else is linked."""
    found = [(m.end(), _name(m.group(1), m.group(2))) for m in _LINK.finditer(sentence)]
    found += [(m.end(), _name(m.group(2), m.group(1))) for m in _HTML_LINK.finditer(sentence)]
    return found or [(m.end(), _site(m.group())) for m in _URL.finditer(sentence)]


def _notes(sentence: str, notes: dict[str, str]) -> Iterator[tuple[int, str]]:
    """(offset behind it, name) of every mark that the article explains."""
    for m in _FOOT_LINK.finditer(sentence):
        if m.group(2).lower() in notes:
            yield m.end(), m.group(1) if _is_name(m.group(1)) else notes[m.group(2).lower()]
    for m in _NOTE.finditer(sentence):
        if m.group(1).lower() in notes:
            yield m.end(), notes[m.group(1).lower()]
    for m in _RAISED.finditer(sentence):
        if (mark := m.group().translate(_DIGITS)) in notes:
            yield m.end(), notes[mark]


@lru_cache(maxsize=4)
def _definitions(text: str) -> dict[str, str]:
    """Mark of a footnote, in lower case -> who it names."""
    found = [(m.group(1).lower(), m.group(2)) for m in _DEFINITION.finditer(text)]
    found += [(m.group(1).translate(_DIGITS), m.group(2)) for m in _RAISED_DEFINITION.finditer(text)]
    for listed in _LIST.finditer(text):
        found += [(m.group(1), m.group(2)) for m in _ITEM.finditer(listed.group(1))]
    out: dict[str, str] = {}
    for mark, note in found:
        if name := _named_by(note):
            out.setdefault(mark, name)
    return out


def _named_by(note: str) -> str:
    """Who the text of a footnote names."""
    if link := _LINK.search(note):
        return link.group(1)
    if url := _URL.match(note):
        title = _TITLE.search(note)
        return title.group(1) if title and _is_name(title.group(1)) else _site(url.group())
    name = _NOTE_NAME.match(note)
    return name.group().strip() if name else ""


def _name(words: str, url: str) -> str:
    """Who a link names: its words where they are a name, else the site."""
    return words if _is_name(words) else _site(url)


def _is_name(words: str) -> bool:
    short = words[:1].isupper() and len(words.split()) <= 5
    return short and not any(c.isdigit() for c in words)


def _site(url: str) -> str:
    """The site of an address, without "www."."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # a broken address, such as http://[::1
        return ""


def plain(text: str) -> str:
    """`text` with its links told by their words: "[ONS](https://…)" is "ONS"."""
    return _LINK.sub(lambda m: m.group(1) or _site(m.group(2)), text) if "](" in text else text
