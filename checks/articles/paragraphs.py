"""A text's paragraphs: where lines are joined and where they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

ParagraphKind = Literal["text", "item", "heading", "table", "code", "metadata"]

_ITEM = re.compile(r"(?:[•·▪▫‣◦○●*+–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_HEADING = re.compile(r"#{1,6}\s+\S")
_FENCE = re.compile(r"(?:```|~~~)[^`~]{0,40}\Z")
_FINAL = (".", "!", "?", ":", ";", "”", "’", '"', "'", ")", "…")
#: Text is broken by hand or by a mailer at 60 to 80 columns; nobody reads lines longer than this.
_WIDEST = 130
_NARROWEST = 40


class Paragraph(NamedTuple):
    """`text[start:end]`, without the white space around it."""

    start: int
    end: int
    kind: ParagraphKind = "text"


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    gap: bool  # a blank line, or the start of the text, is before it
    kind: ParagraphKind


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in order; lines without a letter or digit belong to none.

    A blank line ends a paragraph. A single line break ends it too, unless the text is wrapped: its
    lines are of one length and go on in mid-sentence. List items, headings, tables and Markdown's
    fenced code and front matter are paragraphs of their own.
    """
    lines = list(_lines(text))
    width = _width(text, lines)
    out: list[Paragraph] = []
    last: _Line | None = None
    for line in lines:
        if last is not None and _joins(text, last, line, out[-1].kind, width):
            out[-1] = out[-1]._replace(end=line.end)
        else:
            out.append(Paragraph(line.start, line.end, line.kind))
        last = line
    return out


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold a letter or a digit, stripped."""
    position, gap = 0, True
    fence: ParagraphKind | None = None
    raw = text.splitlines(keepends=True)
    closing = _closing_fences(raw)
    for number, line in enumerate(raw):
        body = line.strip()
        start = position + (len(line) - len(line.lstrip()) if body else 0)
        position += len(line)
        if number in closing:
            fence, gap = closing[number], True
        elif not body or (len(body) < 200 and not any(map(str.isalnum, body))):
            gap = gap or (fence is None and body[:1] != "|")  # the rule under a table's head is no gap
        else:
            kind = fence or _kind(body)
            yield _Line(start, start + len(body), start - position + len(line), gap, kind)
            gap = False


def _kind(body: str) -> ParagraphKind:
    if body[0] == "|" and body[-1] == "|":
        return "table"
    if _HEADING.match(body):
        return "heading"
    return "item" if _ITEM.match(body) else "text"


def _closing_fences(lines: list[str]) -> dict[int, ParagraphKind | None]:
    """Line number -> the kind of what follows, for the lines that open or close code or front matter."""
    out: dict[int, ParagraphKind | None] = {}
    if lines and lines[0].rstrip() == "---":
        end = next((n for n, line in enumerate(lines[1:60], 1) if line.rstrip() in ("---", "...")), None)
        if end is not None and all(":" in x or x[:1] in " -\t#\r\n" for x in lines[1:end]):
            out |= {0: "metadata", end: None}
    fences = [n for n, line in enumerate(lines) if _FENCE.match(line[:60].strip())]
    for opening, end in zip(fences[::2], fences[1::2], strict=False):
        out |= {opening: "code", end: None}
    return out


def _width(text: str, lines: list[_Line]) -> int:
    """The column at which the text is wrapped, 0 where it is not.

    Wrapped text shows in lines that could not have taken the next line's first word, and in lines
    that begin in lower case; lists of headlines have neither.
    """
    pairs = [
        (a, b) for a, b in pairwise(lines)
        if not b.gap and a.kind in ("text", "item") and b.kind == "text"
    ]  # fmt: skip
    if not pairs:
        return 0
    lengths = sorted(a.end - a.start for a, _ in pairs)
    width = lengths[int(0.98 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_full(text, a, b, width) for a, b in pairs)
    running = sum(text[b.start].islower() and not text.endswith(_FINAL, a.start, a.end) for a, b in pairs)
    return width if full >= 0.7 * len(pairs) and running >= 0.35 * len(pairs) else 0


def _full(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether the next line's first word had no room on `line`, with some give for ragged setting."""
    space = text.find(" ", after.start, min(after.end, after.start + width))
    word = (space if space >= 0 else after.end) - after.start
    return line.end - line.start + 1 + word > 0.9 * width


def _joins(text: str, last: _Line, line: _Line, kind: ParagraphKind, width: int) -> bool:
    """Whether `line` goes on with the paragraph of `kind` that `last` belongs to."""
    if line.kind in ("table", "code", "metadata"):
        return line.kind == kind and not line.gap
    if line.gap or kind not in ("text", "item"):
        return False
    goes_on = text[line.start].islower() and not text.endswith(_FINAL, last.start, last.end)
    if line.kind == "item":
        # "a loss of\n12. He" is no list; "- one\n- two" is.
        number = kind == "text" and text[line.start].isdigit()
        return bool(width) and number and _full(text, last, line, width)
    if line.kind == "heading":
        return False
    if width:
        indented = line.indent > last.indent and kind == "text" and line.indent >= 2
        return not indented and (goes_on or _full(text, last, line, width))
    return kind == "item" and line.indent > last.indent and goes_on
