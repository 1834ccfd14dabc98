"""Measures that need no corpus in a file."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from itertools import islice
from pathlib import Path

import checks
from benchmarks import corpora
from benchmarks.runs import environment

#: articles that quantulum3 reads: it is slow, and even
_FEW = 40
_ROOT = Path(__file__).parent.parent


def speeds(articles: int) -> tuple[float, float]:
    """Characters a second of `checks.check` and of quantulum3's parser, in this process, after a warm-up."""
    warnings.simplefilter("ignore")
    from quantulum3 import parser

    given = [article for article, _ in islice(corpora.generate(articles), articles)]
    checks.check(given[:2])
    parser.parse("5 km")
    start = time.perf_counter()
    for article in given[:_FEW]:
        parser.parse(article.text)
    theirs = sum(len(a.text) for a in given[:_FEW]) / (time.perf_counter() - start)
    start = time.perf_counter()
    checks.check(given)
    return sum(len(a.text) for a in given) / (time.perf_counter() - start), theirs


def seeds(times: int = 3) -> float:
    """Seconds of `python -m checks` on the seeds in a folder of their own: the best of `times`.

    Nothing is cached; Python's bytecode is there from the second time on, as it is once a program ran.
    """
    found = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(_ROOT / "seeds", Path(folder) / "seeds")
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "checks", "-q", "--fail-on", "never"],
                cwd=folder,
                env=environment(),
                check=True,
                capture_output=True,
            )
            found.append(time.perf_counter() - start)
    return min(found)
