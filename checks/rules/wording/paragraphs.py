"""Which facts of an article stand in one paragraph, told from the lines and sentences they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checks.rows import Row, in_order

if TYPE_CHECKING:
    import pandas as pd

#: A paragraph ends after so many characters, if nothing else ends it: some pages are one line.
LONGEST = 600


def paragraphs(facts: pd.DataFrame | Sequence[Row]) -> dict[str, tuple[str, int]]:
    """Fact -> its paragraph, as (article, number).

    Two facts in a row share one when they share a line or a sentence, so hard-wrapped text, whose
    sentences run over the ends of lines, is held together too. So are the rows of a table: it
    has one source.
    """
    out: dict[str, tuple[str, int]] = {}
    article, line, sentence, number, begun = "", 0, "", 0, 0
    for row in in_order(facts):
        text_line = getattr(row, "text_line", row.line)  # where there is none, `line` counts lines
        apart = row.article != article or (text_line != line and row.sentence != sentence)
        in_table = row.article == article and row.sentence[:1] == sentence[:1] == "|"
        if not in_table and (apart or row.start - begun > LONGEST):
            number, begun = number + 1, row.start
        out[row.fact] = row.article, number
        article, line, sentence = row.article, text_line, row.sentence
    return out
