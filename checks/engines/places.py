"""Facts of articles without their comments, put back where they stand in the articles as given."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.articles.comments import Shown, shown
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd


def without_comments(articles: Sequence[Article]) -> tuple[list[Article], dict[str, Shown]]:
    """`articles` as their readers see them, and, by id, how each that has comments is seen."""
    views = {a.id: view for a in articles if (view := shown(a.text)).cuts}
    return [replace(a, text=views[a.id].text) if a.id in views else a for a in articles], views


def put_back(facts: pd.DataFrame, articles: Sequence[Article], views: Mapping[str, Shown]) -> pd.DataFrame:
    """`facts` (FACTS columns) with the places that they have in `articles`, as given.

    The surface of a figure that has a comment inside it holds the comment.
    """
    if not views or facts.empty:
        return facts
    texts = {a.id: a.text for a in articles if a.id in views}
    breaks = {name: [i for i, c in enumerate(text) if c == "\n"] for name, text in texts.items()}
    columns = ["article", "line", "column", "start", "end", "surface"]
    placed = {column: facts[column].tolist() for column in columns}
    for row, name in enumerate(placed["article"]):
        if name not in views:
            continue
        start, end = views[name].start(placed["start"][row]), views[name].end(placed["end"][row])
        line = bisect_left(breaks[name], start)
        first = breaks[name][line - 1] + 1 if line else 0
        place = {"line": line + 1, "column": start - first + 1, "start": start, "end": end}
        for column, value in (place | {"surface": texts[name][start:end]}).items():
            placed[column][row] = value
    return facts.assign(**placed).astype(facts.dtypes.to_dict())
