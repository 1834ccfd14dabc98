"""Jobs done by several processes of this machine, each of which loads the language model once, if it reads.

A process that ends unasked (killed, out of memory) takes its pool with it, and the jobs that were under way.
Those are done again, each alone, so that it shows which of them no process survives.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from checks.engines.collector import rarely
from checks.engines.workers import Here, J, R
from checks.model import Article

if TYPE_CHECKING:
    from checks.facts.build import Columns

#: a batch, and for each of its articles the facts, None where the article could not be read
Read: TypeAlias = "tuple[list[Article], list[Columns | None]]"
#: characters that are worth a process of their own: starting one takes about as long as reading them
WORTH = 400_000
#: jobs handed to a process ahead of time
_AHEAD = 2


def processes(articles: Sequence[Article], most: int) -> int:
    """How many processes are worth starting for `articles`, of `most`; 1 is this one."""
    return max(1, min(most, sum(len(article.text) for article in articles) // WORTH))


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read(batches: Iterator[list[Article]], model: str | None, jobs: int) -> Iterator[Read]:
    """Each of `batches` with the facts of its articles (see `facts.read`), as they are done.

    None stands for an article whose process ended while it was read.
    """
    with Pool(jobs) as pool:
        for batch, found in pool.run(partial(_read, model=model), batches):
            yield batch, _in_parts(batch, model, pool) if found is None else list(found)


def _in_parts(batch: list[Article], model: str | None, pool: Pool) -> list[Columns | None]:
    """The facts of each article of a `batch` that no process survives: halved until one does."""
    half = len(batch) // 2
    if not half:
        return [None]
    out: list[Columns | None] = []
    for part in (batch[:half], batch[half:]):
        found = pool.alone(partial(_read, model=model), part)
        out += _in_parts(part, model, pool) if found is None else found
    return out


def _read(batch: list[Article], model: str | None) -> list[Columns]:
    from checks import facts

    with rarely():
        return facts.read(batch, model)


class _NoProcess(Exception):
    """No process could be started."""


class Pool:
    """At most `jobs` processes, kept until it is closed; `Workers` as `engines.workers` has them."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._executor: ProcessPoolExecutor | None = None
        self._first: list[Future[Any]] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self.close(at_once=kind is not None)

    def run(self, do: Callable[[J], R], jobs: Iterable[J]) -> Iterator[tuple[J, R | None]]:
        """As in `Workers`.

        Where no process can be started at all (by a script that each of them runs again, for want of
        `if __name__ == "__main__":`), this one does the jobs.
        """
        left = iter(jobs)
        try:
            while (suspects := (yield from self._until_broken(do, left))) is not None:
                for job in suspects:
                    yield job, self.alone(do, job)
        except _NoProcess:
            yield from Here().run(do, left)

    def alone(self, do: Callable[[J], R], job: J) -> R | None:
        """What `do` returns for `job` in a process of its own; None where that ended unasked."""
        with Pool(1) as pool:
            try:
                return pool._started().submit(do, job).result()
            except (BrokenProcessPool, _NoProcess):
                return None

    def start(self, first: Callable[[], object], most: int) -> bool:
        """As in `Workers`."""
        if self._executor is None:
            self._executor = _processes(self.jobs)
            try:
                for _ in range(min(most, self.jobs)):
                    self._first.append(self._executor.submit(first))
            except BrokenProcessPool:  # of those before; `_started` sees to it
                pass
        return True

    def close(self, at_once: bool = False) -> None:
        """As in `Workers`; processes that have nothing left to do are ended, so nobody waits for them."""
        if self._executor is None:
            return
        for process in list((self._executor._processes or {}).values()):
            process.terminate()
        self._executor.shutdown(wait=not at_once, cancel_futures=True)
        self._executor = None
        self._first = []

    def _until_broken(
        self, do: Callable[[J], R], jobs: Iterator[J]
    ) -> Generator[tuple[J, R | None], None, list[J] | None]:
        """Jobs as they are done by the processes; returns those lost when one ended, None if none did."""
        under_way: dict[Future[R], J] = {}
        given: list[J] = []  # out of `jobs`, though not yet under way
        executor = self._started()
        try:
            more = True
            while more or under_way:
                while more and len(under_way) < _AHEAD * self.jobs:
                    job = next(jobs, None)
                    if job is None:
                        more = False
                    else:
                        given = [job]
                        under_way[executor.submit(do, job)] = job
                        given = []
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in done:
                    found = future.result()
                    yield under_way.pop(future), found
        except BrokenProcessPool:
            self.close()
            return [*under_way.values(), *given]
        except BaseException:  # above all Ctrl-C: nobody waits for work that is not wanted any more
            self.close(at_once=True)
            raise
        return None

    def _started(self) -> ProcessPoolExecutor:
        if any(isinstance(future.exception(), BrokenProcessPool) for future in self._first[:1]):
            self.close()
        if self._executor is None:
            self._executor = _processes(self.jobs)
            try:
                self._executor.submit(os.getpid).result()
            except BrokenProcessPool:
                self.close()
                raise _NoProcess from None
        return self._executor


def _processes(jobs: int) -> ProcessPoolExecutor:
    # Processes of their own, and no copies of this one: threads of libraries do not survive a fork.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start)


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process ends the others
    # Before NumPy is loaded: a thread a process is enough where there is a process a core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    threading.Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """End this process when the one that started it has ended, however it did."""
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)
