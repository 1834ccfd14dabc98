"""Facts of articles without their comments, put back where they stand in the articles as given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.articles.comments import Shown, shown
from checks.model import Article, Parts, Places

if TYPE_CHECKING:
    import pandas as pd


def without_comments(articles: Sequence[Article]) -> tuple[list[Article], dict[str, Shown]]:
    """`articles` as their readers see them, and, by id, how each that has comments is seen."""
    views = {a.id: view for a in articles if (view := shown(a.text, a.id)).cuts}
    return [_seen(a, views[a.id]) if a.id in views else a for a in articles], views


def _seen(article: Article, view: Shown) -> Article:
    starts = tuple(map(view.here, article.parts.starts))
    return replace(article, text=view.text, parts=replace(article.parts, starts=starts))


def put_back(facts: pd.DataFrame, articles: Sequence[Article], views: Mapping[str, Shown]) -> pd.DataFrame:
    """`facts` (FACTS columns) with the places that they have in `articles`, as given.

    `line` and `column` are counted by the parts of the articles. The surface of a figure that has a comment
    inside it holds the comment.
    """
    changed = {a.id: a for a in articles if a.id in views or a.parts != Parts()}
    if not changed or facts.empty:
        return facts
    places = {name: Places(article) for name, article in changed.items()}
    columns = ["article", "line", "column", "start", "end", "surface"]
    placed = {column: facts[column].tolist() for column in columns}
    for row, name in enumerate(placed["article"]):
        if name not in changed:
            continue
        start, end = placed["start"][row], placed["end"][row]
        if name in views:
            start, end = views[name].start(start), views[name].end(end)
        line, column = places[name](start)
        place = {"line": line, "column": column, "start": start, "end": end}
        for key, value in (place | {"surface": changed[name].text[start:end]}).items():
            placed[key][row] = value
    return facts.assign(**placed).astype(facts.dtypes.to_dict())
