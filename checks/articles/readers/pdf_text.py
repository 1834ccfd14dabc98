"""The lines of a PDF's pages to running text: whole paragraphs, no broken words, tables set apart.

A page is laid out for the eye and keeps no paragraphs: they are told from the lengths of the lines, from how
they end and from how the next one begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Pages = Sequence[Sequence[str]]

_FINAL = re.compile(r"[.!?:;…][\"'”’)\]\d]{0,4}$")
_ITEM = re.compile(r"(?:[•·▪▫‣◦○●–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S|#{1,6}\s")
_NUMBER = re.compile(r"[(+−-]?[$€£]?\d[\d.,]*%?\)?")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010]$")
#: "a 12-" before "month": the hyphen is the word's own
_COMPOUND = re.compile(r"\d[-\u2010\u2011–]$")
#: Cells of a table that come a line each: the least number of them, the most words, the share of figures
_LEAST_CELLS, _MOST_WORDS, _LEAST_FIGURES = 4, 4, 1 / 3


class _Line(NamedTuple):
    text: str
    page: int
    gap: bool  # a blank line is above it
    row: bool  # of a table
    width: int  # of a full line of its page


def flowing(pages: Pages) -> tuple[str, tuple[int, ...]]:
    """The text of `pages` with a blank line between paragraphs, and the offset at which each page begins.

    The rows of tables stand between bars, as in Markdown.
    """
    words = _whole_words(pages)
    text: list[str] = []
    starts: list[int] = []
    length = 0
    last: _Line | None = None
    for line in _lines(pages):
        between = "" if last is None else _between(last, line, words)
        if between == "-":  # the hyphen goes with the line's end
            text[-1] = text[-1][:-1]
            between, length = "", length - 1
        text.append(between)
        length += len(between)
        starts += [length] * (line.page + 1 - len(starts))
        text.append(f"| {line.text} |" if line.row else line.text)
        length += len(text[-1])
        last = line
    starts += [length] * (len(pages) - len(starts))
    return "".join(text), tuple(starts)


def _lines(pages: Pages) -> Iterator[_Line]:
    """The lines that are not blank."""
    for number, page in enumerate(pages):
        filled = [i for i, line in enumerate(page) if line]
        rows = _rows([page[i] for i in filled])
        lengths = sorted(len(page[i]) for i, row in zip(filled, rows, strict=True) if not row)
        width = lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0
        spaced = len(page) - len(filled) > 0.6 * len(filled)  # then blank lines mean nothing
        for i, row in zip(filled, rows, strict=True):
            yield _Line(page[i], number, i > 0 and not page[i - 1] and not spaced, row, width)


def _whole_words(pages: Pages) -> Counter[str]:
    """The words of the text in lower case, without those that the end of a line breaks."""
    words: Counter[str] = Counter()
    broken = False
    for line in (line for page in pages for line in page if line):
        found = _WORD.findall(line)
        begin = 1 if broken else 0
        broken = _BROKEN.search(line) is not None
        words.update(word.casefold() for word in found[begin : len(found) - broken])
    return words


def _rows(lines: Sequence[str]) -> list[bool]:
    """For each line whether it is the row of a table, or a cell of one that comes cell by cell."""
    out = [_tabular(line) for line in lines]
    for i, line in enumerate(lines):  # "Profit for the period 38.2 37.3" is one below or above another
        beside = (i > 0 and out[i - 1]) or (i + 1 < len(lines) and out[i + 1])
        out[i] = out[i] or (beside and len(line.split()) > 2 and all(map(_is_figure, line.split()[-2:])))
    begin = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and len(lines[i].split()) <= _MOST_WORDS and not _FINAL.search(lines[i]):
            continue
        run = list(lines[begin:i])
        while run and not _is_figure(run[-1]):  # the heading below the table
            run.pop()
        if len(run) >= _LEAST_CELLS and sum(map(_is_figure, run)) >= _LEAST_FIGURES * len(run):
            out[begin : begin + len(run)] = [True] * len(run)
        begin = i + 1
    return out


def _tabular(line: str) -> bool:
    """Whether the line has more figures than a sentence, and does not end as one."""
    cells = line.split()
    figures = sum(map(_is_figure, cells))
    return figures >= 2 and figures >= 0.4 * len(cells) and not line.endswith(".")


def _is_figure(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def _between(last: _Line, line: _Line, words: Counter[str]) -> str:
    """What stands between two lines of the text; "-" where the hyphen before it goes as well."""
    if last.row and line.row:
        return "\n"
    if last.row or line.row or _begins(last, line, line.gap and line.page == last.page):
        return "\n\n"
    if broken := _BROKEN.search(last.text):
        return "" if _hyphenated(broken[1], line.text, words) else "-"
    return "" if _COMPOUND.search(last.text) else " "


def _begins(last: _Line, line: _Line, gap: bool) -> bool:
    """Whether `line` begins a paragraph below the line `last`."""
    first = line.text[0]
    if _ITEM.match(line.text):
        return True
    if first.islower() or (_BROKEN.search(last.text) and first.isalpha()):
        return False
    final = _FINAL.search(last.text) is not None
    if final and len(line.text) < 0.6 * line.width and not _FINAL.search(line.text):
        return True  # a heading
    # A line that could have taken the next word and did not is the last of its paragraph.
    short = len(last.text) + 1 + len(line.text.split(" ", 1)[0]) < 0.85 * last.width
    return short or (gap and (final or first.isupper()))


def _hyphenated(first: str, line: str, words: Counter[str]) -> bool:
    """Whether the hyphen at which a word was broken, after `first`, is its own: "year-on-year"."""
    second = _WORD.match(line)
    if second is None:
        return True
    left, right = first.casefold(), second[0].casefold()
    if words[f"{left}-{right}"] or words[left + right]:
        return words[f"{left}-{right}"] > words[left + right]
    return bool(words[left] and words[right.split("-")[0]]) or line[:1].isupper()
