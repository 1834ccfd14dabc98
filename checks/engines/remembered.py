"""What was judged before, of the same articles and asked the same way: kept in the cache, judged once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checks.engines.cache import Cache, key
from checks.engines.extraction import model_name
from checks.engines.judging import Asked, Judged
from checks.engines.places import put_back, without_comments
from checks.matching.left_out import LeftOut
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd

#: of facts to which references gave a source
_SOURCES = ("sourcing", "source")
_COPIES: Mapping[str, str] = {"article": "str", "original": "str", "similarity": "float64"}


def remembered(
    cache: Cache | None,
    articles: Sequence[Article],
    facts: pd.DataFrame,
    asked: Asked,
    judge: Callable[[], Judged],
) -> Judged:
    """What `judge` says of `articles` with these `facts` (see `judged`), or said of the same before.

    Rules of a project's own and evidence are not remembered: what they depend on is not known.
    """
    if cache is None or asked.rules or asked.given is not None:
        return judge()
    at = _key(articles, asked)
    known = cache.get([at]).get(at)
    if known is not None and known["facts"] == len(facts):
        return _judged(known, articles, facts)
    told = judge()
    cache.put({at: _entry(told, asked)})
    return told


def _key(articles: Sequence[Article], asked: Asked) -> bytes:
    told = [
        part for a in articles for part in (a.id, a.text, a.title, str(a.date), a.publisher, repr(a.parts))
    ]
    return key("judged", model_name(asked.model), asked.told(), *told)


def _entry(told: Judged, asked: Asked) -> dict[str, Any]:
    return {
        "facts": len(told.facts),
        "sources": None if asked.references is None else _cells(told.facts[list(_SOURCES)]),
        "flags": _cells(told.flags),
        "pairs": _cells(told.pairs),
        "copies": _cells(told.copies),
        "suppressed": told.suppressed,
        "stale": told.stale,
        "left": told.left.record(),
    }


def _cells(table: pd.DataFrame) -> dict[str, list[Any]]:
    return {str(column): table[column].tolist() for column in table}


def _judged(known: Mapping[str, Any], articles: Sequence[Article], facts: pd.DataFrame) -> Judged:
    from checks.tables import FLAGS, PAIRS, typed

    _, views = without_comments(articles)
    placed = put_back(facts, articles, views)
    if known["sources"]:
        placed = placed.assign(**known["sources"]).astype(placed.dtypes.to_dict())
    return Judged(
        facts=placed,
        flags=typed(known["flags"], FLAGS),
        pairs=typed(known["pairs"], PAIRS),
        copies=typed(known["copies"], _COPIES),
        suppressed=known["suppressed"],
        stale=tuple(known["stale"]),
        left=LeftOut.of(known["left"]),
    )
