"""Who does the jobs of a run: this process, or several of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

J = TypeVar("J")
R = TypeVar("R")


class Workers(Protocol):
    """Some processes that can be handed jobs."""

    def run(self, do: Callable[[J], R], jobs: Iterable[J]) -> Iterator[tuple[J, R | None]]:
        """Each of `jobs` with what `do` returns for it, as they are done.

        None stands for a job that no process survived: it was the only one under way when its process ended
        (out of memory, killed). What `do` raises is raised.
        """
        ...

    def start(self, first: Callable[[], object], most: int) -> bool:
        """Let up to `most` processes do `first` before any job, without waiting for them.

        It is done to save time only: what it raises does not matter, nor whether a process survives it.
        Whether the caller may as well do a job itself meanwhile: not where they are nearer to the files.
        """
        ...

    def close(self, at_once: bool = False) -> None:
        """Let go of the processes, whose results were all taken; `at_once`, whatever they are doing."""
        ...


class Here:
    """This process."""

    def run(self, do: Callable[[J], R], jobs: Iterable[J]) -> Iterator[tuple[J, R | None]]:
        """As in `Workers`."""
        for job in jobs:
            yield job, do(job)

    def start(self, first: Callable[[], object], most: int) -> bool:
        """As in `Workers`: there are none to start, and what `first` does happens when it is needed."""
        return True

    def close(self, at_once: bool = False) -> None:
        """As in `Workers`."""
