"""Which articles share how much: keys, then links by key, then ties by article."""

from __future__ import annotations

from functools import lru_cache

from checks.engines.corpus.jobs import Job, Record, Stages, together
from checks.engines.corpus.store import Store
from checks.matching import groups


def write_keys(store: Store, part: str, met: groups.Keys, buckets: int) -> None:
    """Write keys by bucket: a piece each, as many as there are."""
    import numpy as np
    import pyarrow as pa

    bucket = (met.key % buckets).astype(np.int64)
    order = np.argsort(bucket, kind="stable")
    table = pa.table({"article": met.article[order], "key": met.key[order], "kind": met.kind[order]})
    ends = np.cumsum(np.bincount(bucket, minlength=buckets)).tolist()
    store.deal(f"keys/{part}", table, ends)


def link(run: Stages, job: Job) -> Record:
    """The links that one bucket of keys makes, by the range of the first article's number."""
    import numpy as np
    import pyarrow as pa

    bucket, bounds = job.given
    table = together(run.store.dealt(f"keys/{part}", bucket) for part in _read_parts(run))
    article, key, kind = (table[c].to_numpy() for c in ("article", "key", "kind"))
    found = groups.links(groups.Keys(article, key, kind, {}))
    cells = pa.table({"one": found.one, "other": found.other, "strength": found.strength})
    run.store.deal(f"links/{job.part}", cells, np.searchsorted(found.one, bounds).tolist())
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
    tables = (run.store.dealt(f"links/{n:05}", place) for n in range(buckets))
    none = np.zeros(0, dtype=np.uint64)
    found = groups.strong(
        groups.Links(t["one"].to_numpy(), t["other"].to_numpy(), t["strength"].to_numpy(), {}, none)
        for t in tables
    )
    cells = pa.table({"one": found.one, "other": found.other, "strength": found.strength})
    run.store.write(f"ties/{job.part}", cells)
    return {"ties": len(found.one)}
