"""Title, publication date and publisher, where a text states them plainly."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from checks.articles.dates import date_label, find_date, published
from checks.articles.furniture import furniture, plain
from checks.articles.paragraphs import Paragraph, paragraphs

_COPYRIGHT = re.compile(
    r"(?i:copyright|©)\W*(?:(?i:\(c\))\W*)?(?:(?:19|20)\d\d(?:\s*[–-]\s*\d{2,4})?)?\W*(?i:by\s+)?"
    r"(?P<name>[A-Z][\w&'’-]*(?:\s+(?:of\s+|the\s+|&\s+)?[A-Z0-9][\w&'’-]*){0,5})"
)
_FIELD = re.compile(r"(?m)^(title|date|published|publisher|site|source)\s*:\s*(.+?)\s*$")


#: Characters; nothing further down says what the article is.
_HEAD = 200_000


class Metadata(NamedTuple):
    """Empty or None where the text does not say."""

    title: str = ""
    date: dt.date | None = None
    publisher: str = ""


def metadata(text: str) -> Metadata:
    """What `text` says about itself: in front matter, in a line of its own, in a dateline."""
    text = text[:_HEAD]
    parts = paragraphs(text)
    aside = furniture(text, parts)
    given: dict[str, str] = {}
    if parts and parts[0].kind == "metadata":
        fields = _FIELD.findall(text[parts[0].start : parts[0].end])
        given = {name: value.strip("'\" ") for name, value in fields}
    stated = find_date(given.get("date") or given.get("published") or "")
    publisher = given.get("publisher") or given.get("site") or given.get("source")
    publisher = publisher or _publisher(text, parts, aside)
    return Metadata(
        title=given.get("title") or _title(text, parts, aside, publisher),
        date=stated or published(text, parts),
        publisher=publisher,
    )


def _title(text: str, parts: Sequence[Paragraph], aside: Sequence[bool], publisher: str) -> str:
    """The headline: the first line, where it looks like one; under a menu the last such line."""
    candidates: list[str] = []
    for part, furnished in zip(parts, aside, strict=True):
        head = text[part.start : min(part.end, part.start + 400)]
        if part.kind == "heading":
            return head.lstrip("# ").rstrip("# ")
        if part.kind == "text" and _headline(head):
            if not furnished and not candidates:
                return _bare(head) if part is not parts[-1] else ""
            if plain(head) != plain(publisher):
                candidates.append(head)
        elif not furnished and part.end - part.start > 100:
            break
    else:
        return ""
    # A page prints its headline more than once; a teaser stands farther from the text.
    return _bare(candidates[-1]) if candidates else ""


def _headline(line: str) -> bool:
    words = line.split()
    ends = line.rstrip("\"'”’")[-1:]
    full_stop = ends in (".", ":", ";", ",") and not words[-1].count(".") > 1
    byline = line.startswith("(") or plain(words[0]) == "by"
    dated = find_date(line) is not None or date_label(line) is not None or "©" in line
    return 3 <= len(words) <= 25 and len(line) <= 160 and not (full_stop or byline or dated)


def _bare(line: str) -> str:
    return " ".join(line.split())


def _publisher(text: str, parts: Sequence[Paragraph], aside: Sequence[bool]) -> str:
    """Who holds the copyright, as a copyright line among the furniture says."""
    for part, furnished in zip(parts, aside, strict=True):
        if furnished and part.end - part.start < 200:
            found = _COPYRIGHT.search(text, part.start, part.end)
            if found and plain(found["name"]) != "all":
                return _bare(found["name"].removesuffix(" All"))
    return ""
