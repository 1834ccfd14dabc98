"""Flags as people read them on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from textwrap import fill, indent
from typing import TYPE_CHECKING, Any

from checks.flags.result import Result
from checks.model import Part

if TYPE_CHECKING:
    import pandas as pd

#: ANSI colours: red, yellow, cyan
_COLOURS = {"error": "31", "warning": "33", "notice": "36"}
_FIGURE_WIDTH = 24
_LEAST_MESSAGE = 30


def flags_by_article(
    flags: pd.DataFrame, *, width: int = 100, colour: bool = False, parts: Mapping[str, Part] | None = None
) -> str:
    """`flags` (FLAGS columns) as one table per article, by position, `width` characters wide.

    `parts` has, by article, what `line` counts where that is not lines (`Result.parts`).

    Where that leaves no room for the messages, they stand below their rows. Empty for no flags.
    Nothing in it can steer the terminal, whatever the articles hold.
    """
    by_article: dict[str, list[dict[Any, Any]]] = {}
    for row in flags.sort_values(["article", "start"], kind="stable").to_dict("records"):
        by_article.setdefault(row["article"], []).append(row)
    return "\n\n".join(
        _coloured(printable(article), "1", colour)
        + "\n"
        + _table(rows, width, colour, (parts or {}).get(article, "line"))
        for article, rows in by_article.items()
    )


def copies(result: Result) -> list[str]:
    """A line for each article that repeats another, and so confirms none of its figures."""
    rows = zip(result.copies["article"], result.copies["original"], strict=True)
    return [
        f"{printable(article)} repeats {printable(original)}: the two count as one voice"
        for article, original in rows
    ]


def closing(result: Result, new: int, known: int = 0, elsewhere: int = 0) -> str:
    """The last line of a run: `5 articles, 61 figures, 40 checkable, 12 flags (3 new), 1 suppressed`.

    `known` open flags are in the baseline, `elsewhere` lie in articles that did not change.
    """
    others = {"suppressed": result.suppressed, "in the baseline": known, "of unchanged articles": elsewhere}
    told = "".join(f", {count:,} {what}" for what, count in others.items() if count)
    found = result.counts()
    read = counts(result.articles, found.figures, found.checkable)
    return f"{read}, {many(found.flags, 'flag')} ({new:,} new){told}"


def counts(articles: int, figures: int, to_check: int) -> str:
    """`5 articles, 61 figures, 40 checkable`."""
    return f"{many(articles, 'article')}, {many(figures, 'figure')}, {to_check:,} checkable"


def many(count: int, noun: str) -> str:
    """`1 flag`, `2,000 flags`."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def printable(text: str) -> str:
    """`text` on one line, without control characters (escape codes) and changes of direction."""
    return "".join(_shown(c) for c in text) if not text.isprintable() else text


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    return "�" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character


def _table(rows: Iterable[dict[Any, Any]], width: int, colour: bool, part: Part) -> str:
    from tabulate import tabulate

    cells = [_cells(row, part) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    # four gaps of two spaces between the columns, and the indent
    taken = sum(widths[:3]) + min(widths[3], _FIGURE_WIDTH) + 5 * 2
    narrow = width - taken < _LEAST_MESSAGE
    lines = []
    for row in cells:
        row[1] = _coloured(row[1], _COLOURS.get(row[1], "0"), colour)
        if narrow:
            below = fill(row[4], max(20, width), initial_indent=" " * 4, subsequent_indent=" " * 4)
            lines += ["  " + "  ".join(row[:4]), below]
        else:
            # wrapped here: where tabulate wraps, it takes "580,000" for a number and fails
            row[3:] = fill(row[3], _FIGURE_WIDTH), fill(row[4], width - taken)
    if narrow:
        return "\n".join(lines)
    return indent(tabulate(cells, tablefmt="plain", disable_numparse=True), "  ")


def place(line: object, column: object, part: Part = "line") -> str:
    """Where in its article a figure stands: `14:3`, or, where `part` is no line, `page 3`."""
    return f"{line}:{column}" if part == "line" else f"{part} {line}"


def _cells(row: dict[Any, Any], part: Part) -> list[str]:
    message = printable(row["message"])
    if row["verdict"] or row["note"]:
        verdict = ": ".join(printable(row[c]) for c in ("verdict", "note") if row[c])
        message += f" [{verdict}]"
    at = place(row["line"], row["column"], part)
    return [at, row["severity"], row["check"], printable(row["surface"]), message]


def _coloured(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
