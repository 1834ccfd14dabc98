"""The articles of a group side by side, and what the rules say of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checks.engines.corpus import asking, columns
from checks.engines.corpus.jobs import Job, Record, Stages, together
from checks.engines.judging import judged

if TYPE_CHECKING:
    import pyarrow as pa


def deal(run: Stages, job: Job) -> Record:
    """The articles and facts of a part by bucket: a piece each; the record names the buckets in order."""
    import numpy as np
    import pyarrow as pa

    part, read_parts, first, count = job.given
    placed = run.store.read(f"groups/{part}")
    bucket = placed["bucket"].to_numpy()
    articles = run.store.read(f"articles/{part}").append_column("group", placed["group"])
    articles = articles.set_column(0, "number", pa.array(np.arange(first, first + count)))
    facts = together(run.store.read(f"facts/{name}") for name in read_parts)
    wanted = np.unique(bucket)
    for name, table, of in (
        ("articles", articles, bucket),
        ("facts", facts, bucket[facts["number"].to_numpy() - first]),
    ):
        order = np.argsort(of, kind="stable")
        ends = np.searchsorted(of[order], wanted, side="right").tolist()
        run.store.deal(f"dealt/{name}/{part}", table.take(order), ends)
    return {"buckets": wanted.tolist()}


def judge(run: Stages, job: Job) -> Record:
    """The flags of a bucket, and the facts to which references or evidence gave a source."""
    import pyarrow.compute as pc

    given = _bucket(run, job).sort_by("number")
    table = together(run.store.dealt(f"dealt/facts/{part}", at) for part, at in job.given[0])
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
    table = together(run.store.dealt(f"dealt/articles/{part}", at) for part, at in places)
    return table if chosen is None else table.filter(pc.is_in(table["group"], pa.array(chosen, pa.int64())))


@lru_cache(maxsize=1)
def _common(run: Stages) -> frozenset[int]:
    return frozenset(run.store.read("common")["key"].to_pylist())
