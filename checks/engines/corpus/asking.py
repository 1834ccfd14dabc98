"""What a run is asked for, kept in its store, so that every process finds it there."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from checks.engines.corpus import columns
from checks.engines.corpus.store import Store
from checks.engines.judging import Asked

_TABLES = ("references", "given")


def keep(store: Store, asked: Asked) -> None:
    """Write what is asked for."""
    record: dict[str, Any] = {
        "select": asked.select,
        "ignore": asked.ignore,
        "rules": asked.rules,
        "severity": dict(asked.severity),
        "per_path_ignores": dict(asked.per_path_ignores),
        "model": asked.model,
        "tables": [],
    }
    for name in _TABLES:
        table = getattr(asked, name)
        if table is not None:
            store.write(f"asked/{name}", columns.of_frame(table))
            record["tables"].append(name)
    store.tell("asked", record)


@lru_cache(maxsize=1)
def asked(store: Store, token: str) -> Asked:
    """What was asked for, as `keep` wrote it for the run that `token` stands for."""
    record = store.told("asked")
    if record is None:
        raise FileNotFoundError(f"{store.url}: no run was begun there")
    tables = {name: store.read(f"asked/{name}").to_pandas() for name in record.pop("tables")}
    return Asked(
        select=None if record["select"] is None else tuple(record["select"]),
        ignore=tuple(record["ignore"]),
        rules=tuple(record["rules"]),
        severity=record["severity"],
        per_path_ignores={glob: tuple(some) for glob, some in record["per_path_ignores"].items()},
        model=record["model"],
        **tables,
    )
