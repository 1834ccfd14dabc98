"""Reading articles in several processes, each of which loads the language model once.

A process that ends unasked (killed, out of memory) takes its pool with it, and the batches that were under
way. Those are read again, in ever smaller parts where that happens anew, so that one monstrous article costs
itself and no other.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeAlias

from checks.model import Article

if TYPE_CHECKING:
    from checks.facts.build import Columns

#: a batch, and for each of its articles the facts, None where the article could not be read
Read: TypeAlias = "tuple[list[Article], list[Columns | None]]"
Done: TypeAlias = "Generator[Read, None, list[list[Article]] | None]"
#: characters that are worth a process of their own: starting one takes about as long as reading them
WORTH = 400_000
#: batches handed to a process ahead of time
_AHEAD = 2


def processes(articles: Sequence[Article], most: int) -> int:
    """How many processes are worth starting for `articles`, of `most`; 1 is this one."""
    return max(1, min(most, sum(len(article.text) for article in articles) // WORTH))


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read(batches: Iterator[list[Article]], model: str | None, jobs: int) -> Iterator[Read]:
    """Each of `batches` with the facts of its articles (see `facts.read`), as they are done.

    None stands for an article whose process ended while it was read. Where no process can be started at all
    (a script that is run again by each of them, for want of `if __name__ == "__main__":`), this one reads.
    """
    try:
        while (suspects := (yield from _until_broken(batches, model, jobs))) is not None:
            for batch in suspects:
                yield batch, _in_parts(batch, model)
    except _NoProcess:
        for batch in batches:
            yield batch, list(_read(batch, model))


class _NoProcess(Exception):
    """No process could be started, or none could load the language model."""


def _until_broken(batches: Iterator[list[Article]], model: str | None, jobs: int) -> Done:
    """Batches as they are done by one pool; returns those lost when it broke, None if it did not."""
    under_way: dict[Future[list[Columns]], list[Article]] = {}
    with _pool(model, jobs) as pool:
        try:
            pool.submit(os.getpid).result()
        except BrokenProcessPool:
            raise _NoProcess from None
        try:
            more = True
            while more or under_way:
                while more and len(under_way) < _AHEAD * jobs:
                    batch = next(batches, None)
                    if batch is None:
                        more = False
                    else:
                        under_way[pool.submit(_read, batch, model)] = batch
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in done:
                    found = future.result()
                    yield under_way.pop(future), list(found)
        except BrokenProcessPool:
            return list(under_way.values())
        except BaseException:  # above all Ctrl-C: nobody waits for work that is not wanted any more
            for process in multiprocessing.active_children():
                process.terminate()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return None


def _in_parts(batch: list[Article], model: str | None) -> list[Columns | None]:
    """The facts of each article of `batch`, in a process of their own; halved until it does not break."""
    with _pool(model, 1) as pool:
        try:
            return list(pool.submit(_read, batch, model).result())
        except BrokenProcessPool:
            pass
    half = len(batch) // 2
    return [*_in_parts(batch[:half], model), *_in_parts(batch[half:], model)] if half else [None]


def _pool(model: str | None, jobs: int) -> ProcessPoolExecutor:
    # A process of its own, and no copy of this one: threads of libraries do not survive a fork.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(model,))


def _start(model: str | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process ends the others
    # Before NumPy is loaded: a thread a process is enough where there is a process a core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from checks.facts import language

    language.load(model)


def _read(batch: list[Article], model: str | None) -> list[Columns]:
    from checks import facts

    return facts.read(batch, model)
