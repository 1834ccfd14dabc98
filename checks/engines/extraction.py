"""The facts of many articles: from the cache where an article is unchanged, else read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache as once
from typing import TYPE_CHECKING

from checks.engines import pool
from checks.engines.cache import Cache, key
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd

    from checks.engines.pool import Read
    from checks.facts.build import Columns


def extracted(
    articles: Sequence[Article],
    model: str | None = None,
    progress: Callable[[int], None] | None = None,
    cache: Cache | None = None,
    jobs: int = 1,
    note: Callable[[str], object] | None = None,
) -> pd.DataFrame:
    """The fact table of `articles` (FACTS columns), as `facts.extract` makes it.

    What is read anew is put into `cache` batch by batch, so that a run that is broken off loses little. It is
    read by up to `jobs` processes, if there is enough of it; `note` is told of an article that a process did
    not survive.
    """
    from checks import facts

    keys = {article.id: _key(article, model) for article in articles} if cache else {}
    kept = cache.get(keys.values()) if cache else {}
    known: dict[str, Columns] = {name: kept[at] for name, at in keys.items() if at in kept}
    missing = [article for article in articles if article.id not in known]
    done = len(known)
    for batch, read in _read(missing, model, jobs):
        found = {}
        for article, columns in zip(batch, read, strict=True):
            if columns is not None:
                found[article.id] = columns
            elif note is not None:
                note(f"{article.id} could not be read: the process that did ended (out of memory, or killed)")
        if cache:
            cache.put({keys[name]: columns for name, columns in found.items()})
        known |= found
        done += len(batch)
        if progress is not None:
            progress(done)
    return facts.joined(known[article.id] for article in articles if article.id in known)


def _read(articles: list[Article], model: str | None, jobs: int) -> Iterator[Read]:
    from checks import facts

    batches = facts.batches(articles)
    if (several := pool.processes(articles, jobs)) > 1:
        yield from pool.read(batches, model, several)
    else:
        for batch in batches:
            yield batch, list(facts.read(batch, model))


def _key(article: Article, model: str | None) -> bytes:
    date = article.date.isoformat() if article.date else ""
    told = (article.id, article.text, article.title, date, article.publisher)
    return key("facts", model_name(model), *told)


@once
def model_name(name: str | None) -> str:
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
