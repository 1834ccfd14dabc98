"""Pieces and slices: each article is read once."""

from __future__ import annotations

import pytest

from checks.engines.corpus.jobs import Job
from checks.engines.corpus.pieces import Piece, halves, reading


def _articles(jobs: list[Job]) -> list[tuple[str, int]]:
    return [(job.given[0], number) for job in jobs for number in range(job.given[1], job.given[2])]


@pytest.mark.parametrize("sizes", [[1], [3], [4], [5, 2], [500] * 7, []])
def test_each_article_is_read_once(sizes: list[int]) -> None:
    pieces = [Piece(f"p{n}", size, sum(sizes[:n])) for n, size in enumerate(sizes)]
    jobs = list(reading(pieces, 3))
    assert len({job.part for job in jobs}) == len(jobs)
    assert _articles(jobs) == [(piece.name, number) for piece in pieces for number in range(piece.size)]


def test_the_first_of_many_pieces_are_read_whole_and_the_last_in_slices() -> None:
    jobs = list(reading([Piece(f"p{n}", 100, 100 * n) for n in range(6)], 1))
    assert [job.part for job in jobs[:3]] == ["p0", "p1", "p2.0-25"]


def test_halves_go_down_to_one_article() -> None:
    (job,) = [job for job in reading([Piece("p", 3, 7)], 1) if job.part == "p.0-1"] or [None]
    assert job is not None
    assert halves(job) == []
    whole = Job("read", "p", ("p", 0, 5, 7, 1))
    assert _articles(halves(whole)) == _articles([whole])
    assert [half.part for half in halves(whole)] == ["p.0-2", "p.2-5"]
    assert all(half.given[3:] == whole.given[3:] for half in halves(whole))
