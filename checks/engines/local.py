"""All stages in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checks.engines import extraction
from checks.engines.cache import Cache
from checks.engines.collector import rarely
from checks.engines.evidence import evidence_facts
from checks.engines.judging import Asked, Judged, judged
from checks.engines.places import put_back, without_comments
from checks.engines.remembered import remembered
from checks.engines.request import distinct, refuse_references
from checks.flags import suppressions
from checks.flags.result import Result
from checks.matching.groups import grouping
from checks.model import Article
from checks.settings import Grade

if TYPE_CHECKING:
    import pandas as pd

    from checks.articles.datatable import DataTable

Progress = Callable[[int], None]


@rarely()
def extract(
    articles: Iterable[Article],
    *,
    model: str | None = None,
    progress: Progress | None = None,
    cache: Path | None = None,
    jobs: int = 1,
) -> pd.DataFrame:
    """Every figure of `articles` with its meaning: a table with FACTS columns.

    Rows stand in the order of the articles, then by position; HTML comments are no part of an article.
    `model` names a spaCy model to use instead of the installed `en_core_web_sm`; `progress` is told how
    many articles are done; `cache` is a folder that spares reading unchanged articles again; `jobs` is the
    most processes that read many articles (a script that asks for several is run by each of them, and needs
    `if __name__ == "__main__":`).
    Raises ValueError where two articles have the same id, UserError where the model is not installed.
    """
    articles = distinct(articles)
    seen, views = without_comments(articles)
    with _cache(cache) as kept:
        return put_back(extraction.extracted(seen, model, progress, kept, jobs), articles, views)


@rarely()
def check(
    articles: Iterable[Article],
    references: pd.DataFrame | None = None,
    evidence: Iterable[Article | DataTable] | None = None,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    rules: Sequence[str] = (),
    severity: Mapping[str, Grade] | None = None,
    per_path_ignores: Mapping[str, Iterable[str]] | None = None,
    model: str | None = None,
    progress: Progress | None = None,
    cache: Path | None = None,
    jobs: int = 1,
) -> Result:
    """Check the figures of `articles` against one another.

    `select` names the rules to run (None: all of them), `ignore` those to leave out,
    `rules` modules with rules of your own. `severity` gives rules, by name, another severity ("off"
    leaves the rule out); `per_path_ignores` has rules to leave out by globs of article ids, such as
    `{"drafts/*": ["unsourced-figure"]}` (see `flags.per_path`). Flags that a comment in an article
    suppresses are left out (see `flags.suppressions`). `references` is a table of known values with the
    columns of REFERENCES; `evidence` holds articles and tables that must bear the figures out: they are not
    checked themselves, and their facts are not among those of the result. `model`, `progress`, `cache` and
    `jobs` are as for `extract`. Raises ValueError
    for an unknown rule or severity, for a comment to checks that cannot be followed, for references
    without these columns, for evidence that is empty or holds a checked article, and where two articles have
    the same id.
    """
    if references is not None:
        refuse_references(references)
    asked = Asked(
        select=None if select is None else tuple(select),
        ignore=tuple(ignore),
        rules=tuple(rules),
        severity=severity or {},
        per_path_ignores={glob: tuple(some) for glob, some in (per_path_ignores or {}).items()},
        model=model,
        references=references,
    )
    known = asked.choice().known
    articles = distinct(articles)
    suppressions.read(articles, known)  # one that cannot be followed costs no reading
    seen, _ = without_comments(articles)
    notes: list[str] = []
    with _cache(cache) as kept:
        if evidence is not None:
            asked = replace(asked, given=evidence_facts(evidence, articles, model, kept))
        facts = extraction.extracted(seen, model, progress, kept, jobs, notes.append)
        told = remembered(kept, articles, facts, asked, lambda: _judged(articles, seen, facts, asked))
    return Result(
        facts=told.facts,
        flags=told.flags,
        pairs=told.pairs,
        copies=told.copies,
        articles=len(articles),
        suppressed=told.suppressed,
        stale=told.stale,
        notes=(*notes, *told.left.lines()),
        parts={a.id: a.parts.name for a in articles if a.parts.name != "line"},
        rests=told.rests,
    )


def _judged(
    articles: Sequence[Article], seen: Sequence[Article], facts: pd.DataFrame, asked: Asked
) -> Judged:
    """`articles` judged in groups, where they are too many to be matched each with each."""
    apart = grouping(seen, facts)
    if apart is None:
        return judged(articles, facts, asked)
    told = judged(articles, facts, asked, apart.by_id(seen), apart.common)
    told.left.add(apart.left())
    return told


def _cache(folder: Path | None) -> AbstractContextManager[Cache | None]:
    return nullcontext() if folder is None else Cache(folder)
