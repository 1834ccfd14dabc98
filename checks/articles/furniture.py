"""Page furniture: the menus, buttons, notices and teasers that a page prints around its article.

It is told by its structure. Furniture stands in runs of short lines that are no sentences, and such a
run holds wording that every site uses (`Share this article`, `Privacy policy`). A run without that
wording is left alone: headings, source lines and lists of figures look just like it, and a figure
wrongly called furniture is a figure that nobody checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.articles.paragraphs import Paragraph

_OUTER = " \t\n.,:;!?…•·*-–—|>#_()[]\"'“”‘’"
_COPYRIGHT = re.compile(
    r"(?i)\bcopyright\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b|\b(?:19|20)\d\d\s*(?:copyright\b|©)|©\s*(?:19|20)\d\d\b"
)
_LABELLED_FIGURE = re.compile(r"[:–—-]\s*\D{0,20}\d")
_DATE_LINE = re.compile(r"(?i)(?:first )?(?:published|posted|updated|last updated|last modified)\b")
#: A notice is short; a longer paragraph that quotes its wording is about it.
_SHORT = 60  # words


class _Words(NamedTuple):
    lines: frozenset[str]
    starts: tuple[str, ...]
    inside: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = lexicon.lists("furniture")
    inside = re.compile("|".join(map(re.escape, lists["inside"])))
    return _Words(frozenset(lists["lines"]), tuple(lists["starts"]), inside)


class _Shape(NamedTuple):
    """What a paragraph looks like."""

    plain: str  # lower case, single spaces, no outer punctuation; of a long paragraph the beginning
    words: int
    prose: bool  # a sentence or more
    final: str  # the mark it ends with, if any
    strong: bool  # wording that only furniture has


def furniture(text: str, paragraphs: Sequence[Paragraph], title: str = "") -> list[bool]:
    """For each of `paragraphs` (in order) whether it is furniture of the page.

    `title` is the article's headline, which stays in the article at its first place. An article is
    never furniture as a whole.
    """
    shapes = [_shape(text, p) for p in paragraphs]
    out = [p.kind == "metadata" or s.strong for p, s in zip(paragraphs, shapes, strict=True)]
    prose = [i for i, s in enumerate(shapes) if s.prose and not s.strong]
    for first, last in _runs(shapes):
        _mark(text, paragraphs, shapes, first, last, prose, out)
    headline = plain(title)
    if headline:
        for i, shape in enumerate(shapes):
            if shape.plain == headline:
                out[i] = False
                break
    return out if not all(out) else [p.kind == "metadata" for p in paragraphs]


def plain(text: str) -> str:
    """`text` in lower case with single spaces and without outer punctuation, for comparing."""
    return _plain(_single_spaced(text))


def _plain(text: str) -> str:
    return text.strip(_OUTER).casefold().replace("’", "'")


def _single_spaced(text: str) -> str:
    # most text is so already, and finding that out is much cheaper: white space but " " is not printable
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(text.split())


def _shape(text: str, paragraph: Paragraph) -> _Shape:
    start, end, kind = paragraph
    head = text[start : min(end, start + 600)]
    spaced = _single_spaced(head)
    words = spaced.count(" ") + 1
    low = _plain(spaced)
    tail = text[max(start, end - 4) : end].rstrip("\"'”’)»] ")
    final = tail[-1:] if tail[-1:] in (".", "!", "?", "…", ":", ";") else ""
    prose = kind in ("text", "item") and (words >= 40 or (words >= 10 and final in (".", "!", "?", "…")))
    strong = False
    if words <= _SHORT and kind in ("text", "item", "heading"):
        known = _words()
        strong = (
            low in known.lines
            or low.startswith(known.starts)
            or known.inside.search(low) is not None
            or (words <= 25 and ("©" in low or "copyright" in low) and _COPYRIGHT.search(head) is not None)
        )
    return _Shape(low, words, prose, final, strong)


def _runs(shapes: Sequence[_Shape]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of paragraphs that are no prose of the article."""
    first = None
    for i, shape in enumerate(shapes):
        loose = shape.strong or not shape.prose
        if loose and first is None:
            first = i
        elif not loose and first is not None:
            yield first, i - 1
            first = None
    if first is not None:
        yield first, len(shapes) - 1


def _mark(
    text: str,
    paragraphs: Sequence[Paragraph],
    shapes: Sequence[_Shape],
    first: int,
    last: int,
    prose: Sequence[int],
    out: list[bool],
) -> None:
    """Mark the furniture in the run `first..last`: what stands among its tell-tale lines."""
    strong = [i for i in range(first, last + 1) if shapes[i].strong]
    if len(strong) < 2 or not prose:
        return
    begin, end = strong[0], strong[-1]
    if first > prose[-1]:  # below it everything from the first, with the teasers just above
        end = last
        while begin > first and _teaser(text, paragraphs[begin - 1], shapes[begin - 1]):
            begin -= 1
        if strong[0] - begin < 2:
            begin = strong[0]
    for i in range(begin, end + 1):
        out[i] = out[i] or not _article_like(text, paragraphs[i], shapes[i])


def _article_like(text: str, paragraph: Paragraph, shape: _Shape) -> bool:
    """Whether a paragraph among furniture may yet be the article's: a sentence, a figure with its label."""
    if _DATE_LINE.match(shape.plain):
        return False
    if shape.final == "." and shape.words >= 5:
        return True
    listed = paragraph.kind != "text" or ":" in text[paragraph.start : paragraph.end]
    return listed and _LABELLED_FIGURE.search(text, paragraph.start, paragraph.end) is not None


def _teaser(text: str, paragraph: Paragraph, shape: _Shape) -> bool:
    """Whether it may be the headline of another story."""
    return paragraph.kind == "text" and not shape.final and 4 <= shape.words <= 30
