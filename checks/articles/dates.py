"""The day on which an article says it was published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from checks.articles.paragraphs import Paragraph

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
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
# The lower, the surer that the date is the day of publication.
_LABELS = (
    (
        1,
        re.compile(r"(?i)\W*(?:first |originally |date )?(?:published|publication|posted|released|date)\b"),
    ),
    (3, re.compile(r"(?i)\W*(?:last |date )?(?:updated?|modified|revised|edited)\b")),
)
# What may stand beside the date in a line that only dates the article.
_BESIDE = re.compile(
    r"(?i)(?:\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\b\.?|\b(?:[A-Z]{2,4}T|GMT|UTC|BST)\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri"
    r"|sat(?:ur)?|sun)(?:day)?\b|\bat\b|\bon\b|\bby\b|\W)++"
)
#: A dateline opens its paragraph: "(Aug 3, 2019 1:52 PM CDT) ..." or "WASHINGTON, March 5, 2024 (Reuters) -".
_DATELINE_PLACE = re.compile(
    r"\(?\s*+(?:[A-Z][A-Z.' -]{1,40}(?:,\s*+[A-Z][\w. ]{1,14})?\s*+[,|—–-]++\s*+)?(?:[A-Z][a-z]{2,8}\s++)?\Z"
)
_DATELINE_END = re.compile(r"[^.\n]{0,30}?(?:\)|--|\s[—–-]\s)")


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


def published(text: str, parts: Sequence[Paragraph]) -> dt.date | None:
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
    label = date_label(head) if short else None
    if label is not None and len(head[label[1] :].split()) <= 9:
        return label[0]
    found = _DATE.search(head) if early else None
    if found is None:
        return 0
    before, after = head[: found.start()], head[found.end() :]
    if short and _BESIDE.fullmatch(f" {before} {after} "):
        return 2
    return 2 if _DATELINE_PLACE.match(before) and _DATELINE_END.match(after) else 0


def date_label(line: str) -> tuple[int, int] | None:
    """Rank and end of a label such as `Published` that opens `line`."""
    for rank, pattern in _LABELS:
        label = pattern.match(line)
        if label:
            return rank, label.end()
    return None
