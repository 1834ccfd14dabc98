"""How the articles of a run are divided for reading: pieces of a file, and slices of the last pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checks.engines.corpus.jobs import Job

#: the last pieces are read in slices, so that no process waits long for another
_LAST, _SLICES = 4, 4


class Piece(NamedTuple):
    """A part of the articles: its name, its number of articles, the number of the first one."""

    name: str
    size: int
    first: int


def reading(pieces: Sequence[Piece], buckets: int) -> Iterator[Job]:
    """The jobs that read `pieces`, whose keys are dealt out to so many `buckets`."""
    for n, piece in enumerate(pieces, 1):
        slices = _SLICES if n > len(pieces) - _LAST else 1
        for start, stop in pairwise(sorted({piece.size * k // slices for k in range(slices + 1)})):
            whole = (start, stop) == (0, piece.size)
            part = piece.name if whole else _part(piece.name, start, stop)
            yield Job("read", part, (piece.name, start, stop, piece.first, buckets))


def halves(job: Job) -> list[Job]:
    """Two jobs that read half the articles of `job` each; none where it has one article."""
    name, start, stop, *others = job.given
    half = (start + stop) // 2
    ends = ((start, half), (half, stop)) if stop - start > 1 else ()
    return [Job("read", _part(name, a, b), (name, a, b, *others)) for a, b in ends]


def _part(name: str, start: int, stop: int) -> str:
    return f"{name}.{start}-{stop}"
