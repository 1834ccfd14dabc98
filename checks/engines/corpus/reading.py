"""Articles to facts, and the fact table as it is given out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checks.engines.corpus import asking, columns
from checks.engines.corpus.jobs import Job, Record, Stages, together
from checks.engines.corpus.store import Store
from checks.engines.corpus.tying import write_keys
from checks.engines.places import put_back, without_comments
from checks.flags import suppressions
from checks.matching import groups
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def ready(run: Stages) -> None:
    """Load what reads articles; not the language model where facts are kept, and it may not be needed."""
    from checks.engines.cache import FILE
    from checks.facts import language

    if run.cache is None or not (run.cache / FILE).exists():
        language.load(asking.asked(run.store, run.token).model)


def read(run: Stages, job: Job) -> Record:
    """The facts of articles `start` to `stop` of a part, whose first article has the number `first`."""
    from checks import facts as facts_stage
    from checks.engines import extraction
    from checks.engines.cache import Cache

    part, start, stop, first, buckets = job.given
    table = run.store.read(f"articles/{part}").slice(start, stop - start)
    given = columns.articles(table)
    seen, views = without_comments(given)
    asked = asking.asked(run.store, run.token)
    model = asked.model
    suppressions.read(given, asked.choice().known)  # one that cannot be followed costs no reading
    if run.cache is None:
        facts = facts_stage.extract(seen, model=model)
    else:
        with Cache(run.cache) as cache:
            facts = extraction.extracted(seen, model, cache=cache)
    run.store.write(f"facts/{job.part}", _numbered(facts, seen, first + start))
    placed = put_back(facts, given, views)
    run.store.write(f"placed/{job.part}", columns.of_frame(placed))
    met = groups.keys(seen, facts, first + start)
    write_keys(run.store, job.part, met, buckets)
    from checks.flags.result import checkable

    return {"facts": len(facts), "checkable": int(checkable(facts).sum()), "said": list(met.said.items())}


def lost(run: Stages, job: Job) -> Record:
    """The record of articles that no process survived: they have no facts."""
    from checks.tables import FACTS, frame

    part, start, stop, first, buckets = job.given
    seen = columns.articles(run.store.read(f"articles/{part}").slice(start, stop - start))
    empty = frame([], FACTS)
    run.store.write(f"facts/{job.part}", _numbered(empty, seen, first + start))
    run.store.write(f"placed/{job.part}", columns.of_frame(empty))
    write_keys(run.store, job.part, groups.keys((), empty), buckets)
    record = {"facts": 0, "checkable": 0, "said": [], "lost": [article.id for article in seen]}
    run.store.tell(job.name, record)
    return record


def _numbered(facts: pd.DataFrame, articles: Sequence[Article], first: int) -> pa.Table:
    number = {article.id: first + n for n, article in enumerate(articles)}
    numbers = facts["article"].map(number).astype("int64")
    return columns.of_frame(facts.assign(number=numbers, row=range(len(facts))))


def report(run: Stages, job: Job) -> Record:
    """The facts of a part as they are given out: a Parquet file in a folder, or a piece of a CSV file."""
    from checks.reports import csv_file

    read_parts, patches, folder, name = job.given
    table = together(run.store.read(f"placed/{name}") for name in read_parts)
    if patches:
        table = _patched(run.store, table, patches)
    if folder:
        Store(folder).write(name, table)
    else:
        text = csv_file.printed(columns.facts(table))
        run.store.put(f"printed/{job.part}", text.encode())
    return {"facts": table.num_rows}


def _patched(store: Store, table: pa.Table, patches: Sequence[str]) -> pa.Table:
    """`table` (FACTS columns) with the sources that `patches` have for its facts."""
    facts = columns.facts(table)
    own = set(facts["fact"])
    given = {
        row["fact"]: (row["sourcing"], row["source"])
        for name in patches
        for row in store.read(f"patches/{name}").to_pylist()
        if row["fact"] in own
    }
    usual = zip(facts["sourcing"], facts["source"], strict=True)
    cells = [given.get(fact, told) for fact, told in zip(facts["fact"], usual, strict=True)]
    return columns.of_frame(facts.assign(sourcing=[a for a, _ in cells], source=[b for _, b in cells]))
