"""What a stage is handed: the run's common ground and a job, which is one part of one stage."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.engines.collector import rarely
from checks.engines.corpus.store import Store

if TYPE_CHECKING:
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
    bucket: int = 500
    token: str = field(default_factory=lambda: uuid.uuid4().hex)

    def __call__(self, job: Job) -> Record:
        from checks.engines.corpus.stages import STAGES

        with rarely():
            record = STAGES[job.stage](self, job)
        self.store.tell(job.name, record)
        return record


def together(tables: Iterable[pa.Table]) -> pa.Table:
    """The rows of `tables`, of one schema, as one table."""
    import pyarrow as pa

    return pa.concat_tables(list(tables))
