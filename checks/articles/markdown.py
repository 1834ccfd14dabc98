"""Markdown's marks in running text: what sets words in bold or italics, and is not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from checks.articles.paragraphs import Paragraph, paragraphs

SUFFIXES = (".md", ".markdown")
#: an escaped mark; a run of backticks; one of delimiters; a tag that only formats; a character by its name;
#: the address of a link
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])|(?P<ticks>`+)|(?P<run>\*+|_+|~~)"
    r"|(?P<tag></?(?:b|i|u|em|strong|small|mark|span|font|ins)(?:\s[^<>\n]{0,200})?>)"
    r"|(?P<entity>&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});)"
    r"|(?P<address>\]\([^\s()]{1,2000}\)|<?https?://[^\s<>()]{1,2000})",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """`text[start:end]` is not read as it stands: nothing is, or the character `instead`."""

    start: int
    end: int
    instead: str = ""


def is_markdown(id: str) -> bool:
    """Whether the article `id` is one in Markdown, by its suffix."""
    return id.lower().endswith(SUFFIXES)


def marks(text: str) -> list[Mark]:
    """The marks in `text`, in order: delimiters that have a partner, formatting tags, escapes, entities.

    What is struck through is one with its marks. Code has none. The rules are those of CommonMark 0.31
    (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis), but for its rule of three.
    """
    found = [
        span
        for part in paragraphs(text)
        if part.kind in ("text", "item", "heading", "table")
        for span in _of(text, part)
    ]
    return list(_apart(sorted(found)))


def _of(text: str, part: Paragraph) -> Iterator[Mark]:
    open_: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}  # start and end of each run, latest last
    at = part.start
    ticks: set[str] = set()  # runs of backticks that nothing closes
    while found := _TOKEN.search(text, at, part.end):
        start, at = found.span()
        if found["escape"]:
            yield Mark(start, start + 1)
        elif found["ticks"]:
            close = -1 if found[0] in ticks else _closing(text, found[0], at, part.end)
            if close < 0:
                ticks.add(found[0])
            at = max(at, close)
        elif found["tag"]:
            yield Mark(start, at)
        elif found["entity"]:
            if len(character := unescape(found[0])) == 1:
                yield Mark(start, at, character)
        elif found["run"] and not (start == part.start and text[at : at + 1].isspace()):  # no bullet
            yield from _matched(text, start, at, open_)


def _closing(text: str, ticks: str, at: int, end: int) -> int:
    """The end of the code span that `ticks` open; -1 where nothing closes it."""
    closing = re.compile(rf"(?<!`){ticks}(?!`)").search(text, at, end)
    return closing.end() if closing else -1


def _matched(text: str, start: int, end: int, open_: dict[str, list[list[int]]]) -> Iterator[Mark]:
    """The marks that the run of delimiters `text[start:end]` completes; what can open waits in `open_`."""
    kind = text[start]
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = _flanks(after, before)
    right = _flanks(before, after)
    if kind == "_":  # not within a word: snake_case
        left, right = left and (not right or _mark(before)), right and (not left or _mark(after))
    stack = open_[kind]
    while right and stack and start < end:
        opener = stack[-1]
        size = 2 if min(opener[1] - opener[0], end - start) >= 2 else 1
        if kind == "~":
            yield Mark(opener[0], end)
        else:
            yield Mark(opener[1] - size, opener[1])
            yield Mark(start, start + size)
        opener[1] -= size
        start += size
        for others in open_.values():
            while others and (others[-1][0] > opener[0] or others[-1][0] == others[-1][1]):
                others.pop()
    if left and start < end:
        stack.append([start, end])


def _flanks(inside: str, outside: str) -> bool:
    """Whether a run of delimiters between `inside` and `outside` hugs the former."""
    return not inside.isspace() and (not _mark(inside) or outside.isspace() or _mark(outside))


def _mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _apart(spans: list[Mark]) -> Iterator[Mark]:
    """`spans` without those inside an earlier one."""
    last = -1
    for span in spans:
        if span.start >= last:
            yield span
            last = span.end
