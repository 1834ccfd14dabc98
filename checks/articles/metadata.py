"""Title, publication date and publisher, where a text states them plainly."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from checks.articles.furniture import furniture, plain
from checks.articles.paragraphs import Paragraph, paragraphs

_MONTH = (
    r"(?P<{}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"(?i)(?<![\w.-])(?:"
    r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:T[\d:.+Z-]*)?"
    rf"|{_MONTH.format('month1')}\s+{_DAY.format('day1')}\s*,?\s*(?P<year1>(?:19|20)\d\d)"
    rf"|{_DAY.format('day2')}[\s-]+(?:of\s+)?{_MONTH.format('month2')}[\s,-]+(?P<year2>(?:19|20)\d\d)"
    r")(?![\w-])"
)
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
# The lower, the surer that the date is the day of publication.
_LABELS = (
    (1, re.compile(r"(?i)\W*(?:first |originally |date )?(?:published|publication date|posted|released|date)\b")),
    (3, re.compile(r"(?i)\W*(?:last |date )?(?:updated?|modified|revised|edited)\b")),
)
# What may stand beside the date in a line that only dates the article.
_BESIDE = re.compile(
    r"(?i)(?:\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\b\.?|\b(?:[A-Z]{2,4}T|GMT|UTC|BST)\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri"
    r"|sat(?:ur)?|sun)(?:day)?\b|\bat\b|\bon\b|\bby\b|\W)+"
)
#: A dateline opens its paragraph: "(Aug 3, 2019 1:52 PM CDT) ..." or "WASHINGTON, March 5, 2024 (Reuters) -".
_DATELINE_PLACE = re.compile(r"\(?\s*(?:[A-Z][A-Z.' -]+(?:,\s*[A-Z][\w. ]{1,14})?\s*[,|—–-]+\s*)?(?:[A-Z][a-z]{2,8}\s+)?\Z")
_DATELINE_END = re.compile(r"[^.\n]{0,30}?(?:\)|--|\s[—–-]\s)")
_COPYRIGHT = re.compile(
    r"(?i:copyright|©)\W*(?:(?i:\(c\))\W*)?(?:(?:19|20)\d\d(?:\s*[–-]\s*\d{2,4})?)?\W*(?i:by\s+)?"
    r"(?P<name>[A-Z][\w&'’-]*(?:\s+(?:of\s+|the\s+|&\s+)?[A-Z0-9][\w&'’-]*){0,5})"
)
_FIELD = re.compile(r"(?m)^(title|date|published|publisher|site|source)\s*:\s*(.+?)\s*$")


class Metadata(NamedTuple):
    """Empty or None where the text does not say."""

    title: str = ""
    date: dt.date | None = None
    publisher: str = ""


def metadata(text: str) -> Metadata:
    """What `text` says about itself: in front matter, in a line of its own, in a dateline."""
    parts = paragraphs(text)
    aside = furniture(text, parts)
    given: dict[str, str] = {}
    if parts and parts[0].kind == "metadata":
        fields = _FIELD.findall(text[parts[0].start : parts[0].end])
        given = {name: value.strip("'\" ") for name, value in fields}
    stated = find_date(given.get("date") or given.get("published") or "")
    return Metadata(
        title=given.get("title") or _title(text, parts, aside),
        date=stated or _published(text, parts),
        publisher=given.get("publisher") or given.get("site") or given.get("source") or _publisher(text, parts, aside),
    )


def find_date(text: str) -> dt.date | None:
    """The first full date of the calendar in `text`, None where there is none."""
    found = _DATE.search(text)
    return _calendar(found) if found else None


def _calendar(found: re.Match[str]) -> dt.date | None:
    try:
        if found["iso"]:
            return dt.date.fromisoformat(found["iso"])
        day, month, year = (found[f"{part}1"] or found[f"{part}2"] for part in ("day", "month", "year"))
        return dt.date(int(year), _MONTHS[month[:3].lower()], int(day))
    except ValueError:  # 30 February
        return None


def _published(text: str, parts: Sequence[Paragraph]) -> dt.date | None:
    """The date of publication: a labelled one before a bare line or dateline before an update."""
    best: tuple[int, dt.date] | None = None
    prose = 0
    for part in parts:
        if part.kind in ("code", "table"):
            continue
        head = text[part.start : min(part.end, part.start + 120)]
        short = part.end - part.start <= 100
        rank = _rank(head, short, prose < 1)
        if rank and (best is None or rank < best[0]):
            found = find_date(head)
            best = (rank, found) if found else best
        if best and best[0] == 1:
            break
        prose += not short
    return best[1] if best else None


def _rank(head: str, short: bool, early: bool) -> int:
    """How surely a paragraph that begins with `head` dates the article; 0: it does not."""
    if short:
        for rank, label in _LABELS:
            named = label.match(head)
            if named and len(head[named.end() :].split()) <= 9:
                return rank
    found = _DATE.search(head) if early else None
    if found is None:
        return 0
    before, after = head[: found.start()], head[found.end() :]
    if short and _BESIDE.fullmatch(f" {before} {after} "):
        return 2
    return 2 if _DATELINE_PLACE.match(before) and _DATELINE_END.match(after) else 0


def _title(text: str, parts: Sequence[Paragraph], aside: Sequence[bool]) -> str:
    """The headline: the first line, where it looks like one; under a menu the last such line."""
    candidates: list[str] = []
    for part, furnished in zip(parts, aside, strict=True):
        head = text[part.start : min(part.end, part.start + 400)]
        if part.kind == "heading":
            return head.lstrip("# ").rstrip("# ")
        if part.kind == "text" and _headline(head):
            if not furnished and not candidates:
                return _bare(head) if part is not parts[-1] else ""
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
    known = _DATE.search(line) or any(label.match(line) for _, label in _LABELS) or "©" in line
    return 3 <= len(words) <= 25 and len(line) <= 160 and not full_stop and not known and plain(words[0]) != "by"


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
