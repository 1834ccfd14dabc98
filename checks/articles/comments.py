"""HTML comments, which Markdown and plain text carry too: what the author wrote and no reader sees."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from checks.articles.markdown import Mark, is_markdown, marks
from checks.articles.paragraphs import paragraphs

#: What opens a comment that is, or was surely meant as, one to checks: "checks: ignore", "check: ignore"
TO_CHECKS = re.compile(r"(?i)\s*(?:checks\s*:|checks?\s*:?\s*ignore(?:-article)?\b)")
_OPENING = "<!--"
_CLOSING = "-->"
_TICKS = re.compile("`+")
#: characters within which the backtick that closes a code span is looked for
_SPAN = 200


class Comment(NamedTuple):
    """`text[start:end]`, marks included. One that is not closed is text, and ends with its line here."""

    start: int
    end: int
    body: str
    closed: bool = True


def comments(text: str) -> list[Comment]:
    """The comments of `text` in order, and, as the last, the mark of one that is never closed.

    What Markdown shows as code (fenced, or between backticks) holds none.
    """
    return list(_comments(text)) if _OPENING in text else []


def _comments(text: str) -> Iterator[Comment]:
    code = [(p.start, p.end) for p in paragraphs(text) if p.kind == "code"]
    seen = ticks = 0  # how far the line is read, and the runs of backticks in it so far
    at = text.find(_OPENING)
    while at >= 0:
        line = text.rfind("\n", seen, at) + 1
        ticks = (0 if line else ticks) + len(_TICKS.findall(text, line or seen, at))
        seen = at
        block = bisect_right(code, (at, len(text))) - 1
        in_block = block >= 0 and at < code[block][1]
        if in_block or (ticks % 2 and _line_has_tick(text, at)):
            at = text.find(_OPENING, at + 1)
            continue
        close = text.find(_CLOSING, at + 2)  # "<!-->" is a whole comment
        if close < 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            yield Comment(at, end, text[at + len(_OPENING) : end], closed=False)
            return
        end = close + len(_CLOSING)
        yield Comment(at, end, text[at + len(_OPENING) : close])
        seen = end
        at = text.find(_OPENING, end)


def _line_has_tick(text: str, start: int) -> bool:
    tick = text.find("`", start, start + _SPAN)
    return tick >= 0 and "\n" not in text[start:tick]


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as its readers see it, without comments, and the way back to the text as written."""

    text: str
    #: where in `text` something is left out, in order; where it began; how much is left out up to its end
    cuts: Sequence[int] = ()
    origins: Sequence[int] = ()
    lengths: Sequence[int] = ()

    def start(self, offset: int) -> int:
        """Where in the text as written that stands which begins at `offset` here."""
        i = bisect_right(self.cuts, offset)
        return offset + (self.lengths[i - 1] if i else 0)

    def end(self, offset: int) -> int:
        """Where in the text as written that stops which ends at `offset` here."""
        i = bisect_left(self.cuts, offset)
        return offset + (self.lengths[i - 1] if i else 0)

    def here(self, offset: int) -> int:
        """Where that stands here which is at `offset` in the text as written; of a comment, its place."""
        i = bisect_right(self.origins, offset)
        return max(self.cuts[i - 1], offset - self.lengths[i - 1]) if i else offset


def shown(text: str, id: str = "") -> Shown:
    """`text` without its comments; line ends outside of them stay, and no word is set apart twice.

    Where `id` is that of an article in Markdown, also without the marks of its emphasis.
    """
    cuts = [_with_space(text, c) for c in comments(text) if c.closed]
    if is_markdown(id):
        bare = [m for m in marks(text) if not any(a < m.end and m.start < b for a, b in _near(cuts, m))]
        cuts = sorted(cuts + [(mark.start + len(mark.instead), mark.end) for mark in bare])
        text = _with(text, bare)
    if not cuts:
        return Shown(text)
    lengths = list(accumulate(end - start for start, end in cuts))
    begins, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    kept = "".join(text[a:b] for a, b in zip(begins, ends, strict=True))
    places = [start - gone for (start, _), gone in zip(cuts, (0, *lengths), strict=False)]
    return Shown(kept, places, ends[:-1], lengths)


def _near(cuts: Sequence[tuple[int, int]], mark: Mark) -> Sequence[tuple[int, int]]:
    """The cuts that may overlap with `mark`: `cuts` are in order and do not overlap one another."""
    return cuts[max(0, bisect_left(cuts, mark[:2]) - 1) : bisect_right(cuts, (mark.end, mark.end))]


def _with(text: str, replaced: Sequence[Mark]) -> str:
    """`text` with the characters that are read instead of marks in their first place."""
    characters = {mark.start: mark.instead for mark in replaced if mark.instead}
    if not characters:
        return text
    return "".join(characters.get(i, character) for i, character in enumerate(text))


def _with_space(text: str, comment: Comment) -> tuple[int, int]:
    """The comment with the space behind it, where there is white space before it as well."""
    start, end = comment.start, comment.end
    if start and text[start - 1].isspace() and text[end : end + 1] == " ":
        end += 1
    return start, end
