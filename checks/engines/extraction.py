"""The facts of many articles: from the cache where an article is unchanged, else read anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache as once
from typing import TYPE_CHECKING

from checks.engines.cache import Cache, key
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd

    from checks.facts.build import Columns


def extracted(
    articles: Sequence[Article],
    model: str | None = None,
    progress: Callable[[int], None] | None = None,
    cache: Cache | None = None,
) -> pd.DataFrame:
    """The fact table of `articles` (FACTS columns), as `facts.extract` makes it.

    What is read anew is put into `cache` batch by batch, so that a run that is broken off loses little.
    """
    from checks import facts

    if cache is None:
        return facts.extract(articles, model=model, progress=progress)
    keys = [_key(article, model) for article in articles]
    known: dict[bytes, Columns] = cache.get(keys)
    missing = [(name, article) for name, article in zip(keys, articles, strict=True) if name not in known]
    done = hits = len(articles) - len(missing)
    for batch in facts.batches(article for _, article in missing):
        read = facts.read(batch, model)
        found = {name: columns for (name, _), columns in zip(missing[done - hits :], read, strict=False)}
        cache.put(found)
        known |= found
        done += len(batch)
        if progress is not None:
            progress(done)
    return facts.joined(known[name] for name in keys)


def _key(article: Article, model: str | None) -> bytes:
    date = article.date.isoformat() if article.date else ""
    told = (article.id, article.text, article.title, date, article.publisher)
    return key("facts", _model(model), *told)


@once
def _model(name: str | None) -> str:
    """The language model and the library that runs it, with their versions."""
    from importlib.metadata import PackageNotFoundError, version

    from checks.facts.language import MODELS

    told = []
    for package in ("spacy", *((name,) if name else MODELS)):
        try:
            told.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            told.append(package)
    return "; ".join(told)
