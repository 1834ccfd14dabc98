"""The facts of the evidence that a draft is checked against: of articles and of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from checks.articles.datatable import DataTable
from checks.engines import extraction
from checks.engines.cache import Cache
from checks.engines.places import put_back, without_comments
from checks.engines.request import writable
from checks.errors import UserError
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd


class EvidenceError(UserError, ValueError):
    """What was given as evidence cannot serve as such."""


def evidence_facts(
    evidence: Iterable[Article | DataTable],
    draft: Sequence[Article],
    model: str | None = None,
    cache: Cache | None = None,
) -> pd.DataFrame:
    """The facts (FACTS columns) of the text proper of `evidence`, in its order, tables last.

    Raises EvidenceError where there is none, where two pieces have one id, and where one is the draft itself.
    """
    import pandas as pd

    from checks.facts import cells

    given = [writable(one) if isinstance(one, Article) else one for one in evidence]
    texts = [one for one in given if isinstance(one, Article)]
    tables = [one for one in given if isinstance(one, DataTable)]
    for one in given:
        if not isinstance(one, (Article, DataTable)):
            kind = type(one).__name__
            raise EvidenceError(f"evidence must be articles and tables (checks.DataTable), not {kind}")
    _refuse(given, draft)
    seen, views = without_comments(texts)
    told = put_back(extraction.extracted(seen, model, cache=cache), texts, views)
    told = told[told["main"]]
    return pd.concat([told, cells.facts_of(tables)], ignore_index=True) if tables else told


def _refuse(given: Sequence[Article | DataTable], draft: Sequence[Article]) -> None:
    if not given:
        raise EvidenceError("the evidence is empty; give articles or tables that the figures can rest on")
    names = {article.id for article in draft}
    texts = {article.text.strip(): article.id for article in draft}
    seen: set[str] = set()
    for one in given:
        if one.id in names:
            raise EvidenceError(f"{one.id} is both checked and evidence: a text cannot bear itself out")
        if isinstance(one, Article) and (copy := texts.get(one.text.strip())) is not None:
            raise EvidenceError(
                f"{one.id} has the same text as {copy}, which is checked; it cannot bear it out"
            )
        if one.id in seen:
            raise EvidenceError(f"two pieces of evidence have the id {one.id!r}")
        seen.add(one.id)
