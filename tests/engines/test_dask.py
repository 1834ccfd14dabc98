"""The same run by the workers of a Dask cluster."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from checks.engines.workers import Here
from checks.errors import UserError
from tests.engines.corpus.conftest import Trial, corpus, small_groups

pytest.importorskip("distributed", reason="Dask is not installed")
from checks.engines.dask import Cluster

__all__ = ["corpus", "small_groups"]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    found = Cluster(jobs=2)
    yield found
    found.close()


def unlucky(job: tuple[str, str]) -> int:
    """Ends its process: always at "bad", the first time at "unlucky", told by a file."""
    name, folder = job
    if name == "bad":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "unlucky":
        seen = Path(folder) / "seen"
        if not seen.exists():
            seen.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return len(name)


@pytest.mark.filterwarnings("ignore")
def test_flags_are_those_of_one_process_though_a_worker_is_killed(
    cluster: Cluster, corpus: Path, tmp_path: Path
) -> None:
    alone = Trial(corpus, str(tmp_path / "alone"))
    expected = alone.flags(alone.run(Here()))
    killed: list[int] = []

    def kill(what: str, done: int, of: int) -> None:
        if what == "read" and not killed:
            killed.append(next(iter(cluster.processes().values())))
            os.kill(killed[0], signal.SIGKILL)

    shared = Trial(corpus, f"file://{tmp_path}/shared")
    ran = shared.run(cluster, progress=kill)
    assert killed
    assert len(expected) > 5
    pd.testing.assert_frame_equal(shared.flags(ran), expected)


@pytest.mark.filterwarnings("ignore")
def test_a_job_that_ends_every_worker_comes_back(cluster: Cluster, tmp_path: Path) -> None:
    jobs = [(name, str(tmp_path)) for name in ("good", "unlucky", "bad", "better")]
    found = {name: told for (name, _), told in cluster.run(unlucky, jobs)}
    assert found == {"good": 4, "unlucky": 7, "bad": None, "better": 6}


def test_what_a_job_raises_is_raised(cluster: Cluster) -> None:
    with pytest.raises(ZeroDivisionError):
        list(cluster.run(_divided, [1, 0]))


def _divided(by: int) -> float:
    return 1 / by


def test_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.engines.dask._WAIT", 1)
    with pytest.raises(UserError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"):
        Cluster("tcp://127.0.0.1:9")
