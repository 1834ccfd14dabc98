"""The stages of a run over a corpus: each a function of one part, which may run in any process.

A stage reads and writes files of the run's store and returns a small record, which is kept there as well:
that a record is there says that its part is done. What a stage needs to know beside that stands in the `Job`.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.engines.collector import rarely
from checks.engines.corpus import asking, columns
from checks.engines.corpus.store import Store
from checks.engines.judging import judged
from checks.engines.places import put_back, without_comments
from checks.flags import suppressions
from checks.matching import groups
from checks.matching.left_out import LeftOut
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Record = dict[str, Any]


@dataclass(frozen=True)
class Job:
    """A part of a stage: the stage's name, the part's, and what it needs to know of the stages before."""

    stage: str
    part: str
    given: Any = None

    @property
    def name(self) -> str:
        """Under which the record is kept."""
        return f"done/{self.stage}/{self.part}"


@dataclass(frozen=True)
class Stages:
    """What all parts of a run have in common; called with a job, does it.

    `store` holds the run's files, `cache` is a folder for facts that were read before (None: there is none);
    a part has at most `size` articles, and a bucket that is judged at once few more than `bucket`. `token` is
    the run's own: what a process remembers of one run is not taken for another's in the same folder.
    """

    store: Store
    cache: Path | None = None
    size: int = 500
    bucket: int = 1000
    token: str = field(default_factory=lambda: uuid.uuid4().hex)

    def __call__(self, job: Job) -> Record:
        with rarely():
            record = _STAGES[job.stage](self, job)
        self.store.tell(job.name, record)
        return record


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
    _write_keys(run.store, job.part, met, buckets)
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
    _write_keys(run.store, job.part, groups.keys((), empty), buckets)
    record = {"facts": 0, "checkable": 0, "said": [], "lost": [article.id for article in seen]}
    run.store.tell(job.name, record)
    return record


def _numbered(facts: pd.DataFrame, articles: Sequence[Article], first: int) -> pa.Table:
    number = {article.id: first + n for n, article in enumerate(articles)}
    numbers = facts["article"].map(number).astype("int64")
    return columns.of_frame(facts.assign(number=numbers, row=range(len(facts))))


def _write_keys(store: Store, part: str, met: groups.Keys, buckets: int) -> None:
    """Write keys by bucket: a row group each, as many as there are."""
    import numpy as np
    import pyarrow as pa

    bucket = (met.key % buckets).astype(np.int64)
    order = np.argsort(bucket, kind="stable")
    table = pa.table({"article": met.article[order], "key": met.key[order], "kind": met.kind[order]})
    ends = np.cumsum(np.bincount(bucket, minlength=buckets)).tolist()
    store.write(f"keys/{part}", table, ends)


def link(run: Stages, job: Job) -> Record:
    """The links that one bucket of keys makes, by the range of the first article's number."""
    import numpy as np
    import pyarrow as pa

    bucket, bounds = job.given
    table = _all(run.store.read(f"keys/{part}", bucket) for part in _read_parts(run))
    article, key, kind = (table[c].to_numpy() for c in ("article", "key", "kind"))
    found = groups.links(groups.Keys(article, key, kind, {}))
    cells = pa.table({"one": found.one, "other": found.other, "strength": found.strength})
    run.store.write(f"links/{job.part}", cells, np.searchsorted(found.one, bounds).tolist())
    run.store.write(f"common/{job.part}", pa.table({"key": found.common}))
    return {"crowded": list(found.crowded.items())}


@lru_cache(maxsize=1)
def _read_parts(run: Stages) -> list[str]:
    names: list[str] = (run.store.told("parts") or {})["names"]
    return names


def tie(run: Stages, job: Job) -> Record:
    """What ties the articles of a range to others, over all buckets of keys, where it is enough."""
    import numpy as np
    import pyarrow as pa

    buckets, place = job.given
    tables = (run.store.read(f"links/{n:05}", place) for n in range(buckets))
    none = np.zeros(0, dtype=np.uint64)
    found = groups.strong(
        groups.Links(t["one"].to_numpy(), t["other"].to_numpy(), t["strength"].to_numpy(), {}, none)
        for t in tables
    )
    cells = pa.table({"one": found.one, "other": found.other, "strength": found.strength})
    run.store.write(f"ties/{job.part}", cells)
    return {"ties": len(found.one)}


def deal(run: Stages, job: Job) -> Record:
    """The articles and facts of a part by bucket: a row group each; the record names the buckets in order."""
    import numpy as np
    import pyarrow as pa

    part, read_parts, first, count = job.given
    placed = run.store.read(f"groups/{part}")
    bucket = placed["bucket"].to_numpy()
    articles = run.store.read(f"articles/{part}").append_column("group", placed["group"])
    articles = articles.set_column(0, "number", pa.array(np.arange(first, first + count)))
    facts = _all(run.store.read(f"facts/{name}") for name in read_parts)
    wanted = np.unique(bucket)
    for name, table, of in (
        ("articles", articles, bucket),
        ("facts", facts, bucket[facts["number"].to_numpy() - first]),
    ):
        order = np.argsort(of, kind="stable")
        ends = np.searchsorted(of[order], wanted, side="right").tolist()
        run.store.write(f"dealt/{name}/{part}", table.take(order), ends)
    return {"buckets": wanted.tolist()}


def judge(run: Stages, job: Job) -> Record:
    """The flags of a bucket, and the facts to which references or evidence gave a source."""
    import pyarrow.compute as pc

    given = _bucket(run, job).sort_by("number")
    table = _all(run.store.read(f"dealt/facts/{part}", at) for part, at in job.given[0])
    table = table.filter(pc.is_in(table["number"], given["number"]))
    articles = columns.articles(given)
    facts = columns.facts(table.sort_by([("number", "ascending"), ("row", "ascending")]))
    asked = asking.asked(run.store, run.token)
    of = dict(zip((a.id for a in articles), given["group"].to_pylist(), strict=True))
    told = judged(articles, facts, asked, of, _common(run))
    run.store.write(f"flags/{job.part}", columns.of_frame(told.flags))
    flagged = set(told.flags["article"])
    if asked.references is not None or asked.given is not None:
        changed = told.facts[["fact", "article", "sourcing", "source"]]
        differs = (changed[["sourcing", "source"]] != facts[["sourcing", "source"]]).any(axis=1)
        run.store.write(f"patches/{job.part}", columns.of_frame(changed[differs]))
    return {
        "articles": len(articles),
        "flags": len(told.flags),
        "copies": [*zip(told.copies["article"], told.copies["original"], strict=True)],
        "suppressed": told.suppressed,
        "stale": list(told.stale),
        "left": told.left.record(),
        "parts": {a.id: a.parts.name for a in articles if a.parts.name != "line" and a.id in flagged},
    }


def unjudged(run: Stages, job: Job) -> list[str]:
    """The ids of the articles of a bucket that no process survived."""
    names: list[str] = _bucket(run, job)["id"].to_pylist()
    return names


def groups_of(run: Stages, job: Job) -> list[int]:
    """The groups of a bucket, in order."""
    return sorted(set(_bucket(run, job)["group"].to_pylist()))


def _bucket(run: Stages, job: Job) -> pa.Table:
    """The articles of a bucket: of the `chosen` groups of it, where there are any."""
    import pyarrow as pa
    import pyarrow.compute as pc

    places, chosen = job.given
    table = _all(run.store.read(f"dealt/articles/{part}", at) for part, at in places)
    return table if chosen is None else table.filter(pc.is_in(table["group"], pa.array(chosen, pa.int64())))


@lru_cache(maxsize=1)
def _common(run: Stages) -> frozenset[int]:
    return frozenset(run.store.read("common")["key"].to_pylist())


def report(run: Stages, job: Job) -> Record:
    """The facts of a part as they are given out: a Parquet file in a folder, or a piece of a CSV file."""
    from checks.reports import csv_file

    read_parts, patches, folder, name = job.given
    table = _all(run.store.read(f"placed/{name}") for name in read_parts)
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


def _all(tables: Iterator[pa.Table]) -> pa.Table:
    import pyarrow as pa

    return pa.concat_tables(list(tables))


def left_of(record: Record) -> LeftOut:
    """What a part did not compare."""
    return LeftOut.of(record["left"])


def cut(run: Stages, job: Job) -> Record:
    """The articles of some inputs, in parts; see `cutting`."""
    from checks.engines.corpus import cutting

    return cutting.cut(run.store, job.part, run.size, *job.given)


_STAGES: dict[str, Callable[[Stages, Job], Record]] = {
    "cut": cut,
    "read": read,
    "link": link,
    "tie": tie,
    "deal": deal,
    "judge": judge,
    "report": report,
}

__all__ = ["Job", "Record", "Stages", "left_of", "lost"]
