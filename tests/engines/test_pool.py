"""Articles read by several processes, of which one may be killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import checks
from checks.engines import pool
from checks.engines.pool import Pool
from checks.facts import build
from checks.facts.language import ModelMissing
from checks.model import Article

ARTICLES = [
    Article(f"{n}.txt", f"Sales rose {n}% to ${n + 5} million, the company said. Some {n + 30} shops closed.")
    for n in range(10, 20)
]
#: a language model that ends its process at a word, as the kernel does with one that takes all memory
MODEL = """
import os

import checks.facts.language as language

class Deadly:
    def __init__(self, model):
        self.model, self.pipeline = model, []

    def __getattr__(self, name):
        return getattr(self.model, name)

    def pipe(self, texts, **options):
        texts = list(texts)
        if any("DEADLY" in text for text in texts):
            os._exit(9)
        return self.model.pipe(texts, **options)

def load(**options):
    return Deadly(language.load())
"""


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WORTH", 1)
    monkeypatch.setattr(build, "BATCH", 3)


def test_as_by_one_process() -> None:
    done: list[int] = []
    found = checks.extract(ARTICLES, jobs=2, progress=done.append)
    pd.testing.assert_frame_equal(found, checks.extract(ARTICLES))
    assert sorted(done) == done
    assert done[-1] == len(ARTICLES)


def test_a_process_that_is_killed_costs_its_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deadly_model.py").write_text(MODEL)
    monkeypatch.syspath_prepend(str(tmp_path))
    deadly = Article("deadly.txt", "DEADLY sales of $5 million were reported.")
    articles = [*ARTICLES[:4], deadly, *ARTICLES[4:]]
    result = checks.check(articles, jobs=2, model="deadly_model", cache=tmp_path / "cache")
    assert result.notes == (
        "deadly.txt could not be read: the process that did ended (out of memory, or killed)",
    )
    pd.testing.assert_frame_equal(result.facts, checks.extract(ARTICLES))


def test_a_process_is_started_only_for_work_that_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WORTH", 300)
    assert pool.processes(ARTICLES[:1], 8) == 1
    assert pool.processes(ARTICLES, 8) == 2
    assert pool.processes(ARTICLES, 1) == 1


def test_a_script_without_a_guard_is_read_by_its_own_process(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(
        "import checks\n"
        "from checks.engines import pool\n"
        "pool.WORTH = 1\n"
        "articles = [checks.Article(f'{n}.txt', 'Sales rose 5% to $7 million.') for n in range(3)]\n"
        "print(len(checks.extract(articles, jobs=2)))\n"
    )
    command = [sys.executable, "script.py"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "6\n", done.stderr


def kill_once(job: tuple[int, str]) -> int:
    return job[0]


def test_no_job_is_lost_where_a_process_is_killed_between_two() -> None:
    with Pool(2) as workers:
        found = []
        for job, told in workers.run(kill_once, [(n, "") for n in range(40)]):
            found.append((job[0], told))
            if len(found) == 5:
                assert workers._executor is not None
                for process in list(workers._executor._processes.values()):
                    process.kill()
                    process.join()
    assert sorted(found) == [(n, n) for n in range(40)]


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "starts.py"
    script.write_text(
        "import os\nfrom checks.engines.pool import Pool\n"
        "if __name__ == '__main__':\n"
        "    print(Pool(1)._started().submit(os.getpid).result(), flush=True)\n    os.kill(os.getpid(), 9)\n"
    )
    process = subprocess.run([sys.executable, str(script)], capture_output=True, text=True)
    child = int(process.stdout.split()[-1])
    end = time.monotonic() + 5
    while time.monotonic() < end and Path(f"/proc/{child}").exists() and "Z" not in state(child):
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists() or "Z" in state(child)


def state(process: int) -> str:
    return Path(f"/proc/{process}/stat").read_text().split()[2]


def _end() -> None:
    os._exit(9)


def _fail() -> None:
    raise ModelMissing("none here")


def _where(number: int) -> tuple[int, int]:
    return number, os.getpid()


@pytest.mark.parametrize("first", [_end, _fail, os.getpid])
def test_what_becomes_of_the_first_thing_done_does_not_matter(first: Callable[[], object]) -> None:
    with Pool(2) as workers:
        assert workers.start(first, 2)
        found = dict(workers.run(_where, range(6)))
    assert sorted(found) == list(range(6))
    assert os.getpid() not in {done[1] for done in found.values() if done}
    assert all(done and done[0] == number for number, done in found.items())


def test_processes_that_were_started_may_be_let_go_of() -> None:
    with Pool(2) as workers:
        workers.start(os.getpid, 9)
    workers.close()
