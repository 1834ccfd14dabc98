"""From articles to the fact table: sentences, figures, one batched parse, then meaning step by step."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from checks import tables
from checks.articles import sentences
from checks.facts import entities, language, measure, periods, relations, sourcing
from checks.facts.reading import Fact, Reading
from checks.figures.find import find
from checks.model import NOT_QUANTITIES, Article

if TYPE_CHECKING:
    import pandas as pd

#: the cells of FACTS columns, by name
Columns = dict[str, list[Any]]
#: articles whose sentences are parsed together
BATCH = 64
#: A sentence with more figures is the row of a table or a dump: it has no grammar to read, and reading it
#: figure by figure would take the square of its figures.
MOST_FIGURES = 40
_LETTER = re.compile(r"[^\W\d_]")


def extract(
    articles: Iterable[Article],
    *,
    model: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> pd.DataFrame:
    """The fact table of `articles`: FACTS columns, a row per figure, in order of article and position.

    `model` names another spaCy model; `progress` is called with the number of articles done.
    Raises facts.language.ModelMissing where no language model is installed.
    """
    parts: list[Columns] = []
    for batch in batches(articles):
        parts += read(batch, model)
        if progress is not None:
            progress(len(parts))
    return joined(parts)


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """`articles` in lists of BATCH, which are worth a parse."""
    source = iter(articles)
    while batch := list(islice(source, BATCH)):
        yield batch


def read(batch: list[Article], model: str | None = None) -> list[Columns]:
    """The facts of each article, in order: for each of the FACTS columns a list of cells."""
    return [_columns(readings) for readings in _read(batch, model)]


def joined(parts: Iterable[Columns]) -> pd.DataFrame:
    """One table of what `read` gave."""
    columns: Columns = {c: [] for c in tables.FACTS}
    for part in parts:
        for name, cells in columns.items():
            cells += part[name]
    return tables.typed(columns, tables.FACTS)


def _read(batch: list[Article], model: str | None) -> list[list[Reading]]:
    """The sentences of each article, their facts filled in."""
    read = [_place(article) for article in batch]
    wanted = [r for readings in read for r in readings if _needs_parse(r)]
    docs = language.parse((r.sentence.text for r in wanted), model)
    for reading, doc in zip(wanted, docs, strict=True):
        reading.doc = doc
    for readings in read:
        measure.fill(readings)
        # forty doubts about one row help nobody, nor does one about a cell that says nothing of its figure
        for fact in (f for r in readings if _is_row(r) or not _has_words(r) for f in r.facts):
            fact.sourcing = "exempt"
        told = [r for r in readings if not _is_row(r)]
        if any(r.facts for r in told):
            entities.assign(told)
            periods.assign(told)
            sourcing.attribute(told)
            relations.tie(told)
    return read


def _place(article: Article) -> list[Reading]:
    """The article's sentences, each with the figures that begin in it."""
    readings = [Reading(article, s) for s in sentences(article)]
    starts = [r.sentence.start for r in readings]
    for figure in find(article.text, article.date):
        i = bisect_right(starts, figure.start) - 1
        if i >= 0:
            readings[i].facts.append(Fact(figure))
    return readings


def _is_row(reading: Reading) -> bool:
    return len(reading.facts) > MOST_FIGURES


def _needs_parse(reading: Reading) -> bool:
    if not reading.sentence.main or _is_row(reading):
        return False
    return any(f.figure.kind not in NOT_QUANTITIES for f in reading.facts) and _has_words(reading)


def _has_words(reading: Reading) -> bool:
    """Whether the sentence is more than its figures: in the cell of a table there is nothing to parse."""
    text, at = reading.article.text, reading.sentence.start
    for fact in reading.facts:
        if _LETTER.search(text, at, fact.figure.start):
            return True
        at = fact.figure.end
    return _LETTER.search(text, at, reading.sentence.end) is not None


def _columns(readings: list[Reading]) -> Columns:
    columns: Columns = {c: [] for c in tables.FACTS}
    if not any(r.facts for r in readings):
        return columns
    article = readings[0].article
    breaks = [m.start() for m in re.finditer("\n", article.text)]
    seen: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        if not reading.facts:
            continue
        sentence = " ".join(reading.sentence.text.split())
        for fact in reading.facts:
            figure = fact.figure
            seen[sentence, figure.surface] += 1
            line = bisect_right(breaks, figure.start - 1)
            first = breaks[line - 1] + 1 if line else 0
            period = fact.period or figure.period
            row = {
                "fact": fact_id(article.id, sentence, figure.surface, seen[sentence, figure.surface]),
                "article": article.id,
                "line": line + 1,
                "column": figure.start - first + 1,
                "start": figure.start,
                "end": figure.end,
                "surface": figure.surface,
                "kind": figure.kind,
                "value": figure.value,
                "value_to": float("nan") if figure.value_to is None else figure.value_to,
                "low": figure.interval.low,
                "high": figure.interval.high,
                "bound": figure.bound,
                "vague": figure.vague,
                "unit": fact.unit or figure.unit,
                "measure": " ".join(
                    word for word in fact.measure.split() if word != "|"
                ),  # the bars of a table
                "entities": ";".join(fact.entities),
                "period_start": period.start.isoformat() if period and period.start else "",
                "period_end": period.end.isoformat() if period and period.end else "",
                "role": fact.role,
                "direction": fact.direction,
                "relation": ";".join(fact.relations),
                "sourcing": fact.sourcing,
                "source": fact.source,
                "main": reading.sentence.main,
                "sentence": sentence,
            }
            for name, value in row.items():
                columns[name].append(value)
    return columns


def fact_id(article: str, sentence: str, surface: str, nth: int) -> str:
    """A fact's stable name: 12 hex digits of what it says and where, without offsets.

    `sentence` has its white space folded; `nth` counts the surface in like sentences of the article.
    """
    key = "\x1f".join((article, sentence, surface, str(nth)))
    return hashlib.blake2b(key.encode(), digest_size=6).hexdigest()
