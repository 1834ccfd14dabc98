"""Jobs done by the workers of a Dask cluster: one that is there, or one of this machine's own processes.

The stages hand files to one another (`engines.corpus`), so all that Dask moves are jobs and small records;
the workers must see the run's folder, which may be at any URL that fsspec knows. A job whose worker ended is
given to another one. Where several end over one job, nobody does it, and it comes back as such.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from importlib import import_module
from itertools import islice
from typing import Any

from checks.engines.workers import J, R
from checks.errors import UserError

#: jobs that each worker has waiting
_AHEAD = 4
#: workers that may end over one job before it is held to be the job's fault
_DEATHS = 2
_WAIT = 30


class Cluster:
    """The workers of a cluster; `Workers` as `engines.workers` has them.

    `address` is a scheduler's (`tcp://host:8786`); without one, `jobs` processes of this machine are started.
    Raises UserError where Dask is not installed or the scheduler cannot be reached.
    """

    def __init__(self, address: str | None = None, jobs: int = 2) -> None:
        try:
            dask: Any = import_module("dask")
            self._distributed: Any = import_module("distributed")
        except ModuleNotFoundError:
            raise UserError("the engine is not installed: pip install 'numeric-checks[dask]'") from None
        self._own: Any = None
        if address is None:
            # Deaths over one job are told, not waited for; a log of every one would bury the run's own lines.
            dask.config.set({"distributed.scheduler.allowed-failures": _DEATHS})
            self._own = self._distributed.LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=50, memory_limit=0
            )
        try:
            self._client: Any = self._distributed.Client(self._own or address, timeout=_WAIT)
        except (OSError, ValueError) as error:
            raise UserError(
                f"no scheduler answers at {address} ({str(error) or type(error).__name__}); start one with"
                " `dask scheduler` and workers with `dask worker ADDRESS`"
            ) from None

    def run(self, do: Callable[[J], R], jobs: Iterable[J]) -> Iterator[tuple[J, R | None]]:
        """As in `Workers`."""
        suspects: list[J] = []
        try:
            for job, future in self._done(do, iter(jobs), _AHEAD * max(1, len(self._client.nthreads()))):
                try:
                    yield job, future.result()
                except self._distributed.KilledWorker:  # it, or one that waited at the same worker
                    suspects.append(job)
            for job, future in self._done(do, iter(suspects), 1):
                try:
                    yield job, future.result()
                except self._distributed.KilledWorker:
                    yield job, None
        except (CancelledError, self._distributed.comm.CommClosedError):
            raise UserError("the scheduler was lost; what was done is kept, go on with --resume") from None

    def start(self, first: Callable[[], object], most: int) -> bool:
        """As in `Workers`: they run already."""
        return False

    def _done(self, do: Callable[[J], R], jobs: Iterator[J], ahead: int) -> Iterator[tuple[J, Any]]:
        """Each of `jobs` with its future, as they are done; at most `ahead` are given out at once."""
        under_way: dict[str, tuple[J, Any]] = {}

        def more(count: int) -> list[Any]:
            some = list(islice(jobs, count))
            futures: list[Any] = self._client.map(do, some, pure=False) if some else []
            under_way.update({f.key: (job, f) for f, job in zip(futures, some, strict=True)})
            return futures

        try:
            done = self._distributed.as_completed(more(ahead))
            for future in done:
                job, _ = under_way.pop(future.key)
                yield job, future
                for another in more(1):
                    done.add(another)
        finally:
            self._client.cancel([future for _, future in under_way.values()])

    def processes(self) -> dict[str, int]:
        """The process of each worker, by its address."""
        found: dict[str, int] = self._client.run(os.getpid)
        return found

    def close(self, at_once: bool = False) -> None:
        """As in `Workers`: end the processes that were started for the run."""
        if self._own is None:
            self._client.close()
            return
        if at_once:
            for nanny in self._own.workers.values():
                with suppress(AttributeError, OSError):
                    os.kill(nanny.process.pid, signal.SIGKILL)
        self._client.close(timeout=1 if at_once else _WAIT)
        self._own.close(timeout=1 if at_once else _WAIT)
