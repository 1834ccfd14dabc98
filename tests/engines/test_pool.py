"""Articles read by several processes, of which one may be killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import checks
from checks.engines import pool
from checks.facts import build
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
