"""A figure in its sentence, with a caret under it."""

from __future__ import annotations

from checks.reports.terminal import printable


def excerpt(sentence: str, surface: str, offset: int, *, width: int = 96) -> list[str]:
    """Two lines: `sentence`, cut around the figure to `width` columns, and carets under the figure.

    `offset` is where `surface` stands in `sentence`; where that is negative, the sentence alone.
    """
    if offset < 0:
        return ["  " + _cut(printable(sentence), width)]
    begin = max(0, min(offset - width // 3, len(sentence) - width + 2))
    shown = printable(sentence)  # as long as `sentence`: each character gives one
    line = ("…" if begin else "") + _cut(shown[begin:], width - 1)
    column = offset - begin + (1 if begin else 0)
    return ["  " + line, "  " + " " * column + "^" * max(1, min(len(surface), len(line) - column))]


def _cut(text: str, width: int) -> str:
    return text[: width - 1] + "…" if len(text) > width else text
