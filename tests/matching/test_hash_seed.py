"""Pairs and what is said of them do not hang on the order in which sets give their words."""

from __future__ import annotations

import os
import subprocess
import sys

SCRIPT = """
import datetime as dt
import checks
from checks import matching
from checks.matching.comparison import jaccard
weight = {f"word{n}": 1 + (n * 0.618) % 3 for n in range(40)}
for n in range(1, 30):
    print(jaccard(frozenset(list(weight)[:n]), frozenset(list(weight)[n // 2 :]), weight))
told = [
    "Bergen and Oslo have recorded {0} cases of cholera since March, the Norwegian health ministry said.",
    "Annual revenue of Orbix Marine Holdings from online sales of ferries rose to ${0} million in Bergen.",
    "Orbix sold 1.{0} million handsets in Norway, 12% of the whole market, Anna Dahl of Orbix said.",
    "The market for handsets in Norway was 14.{0} million handsets in total, Orbix said.",
]
articles = [
    checks.Article(f"{n}.txt", " ".join(told).format(200 + 3 * n), date=dt.date(2024, 5, 1 + n // 2))
    for n in range(16)
]
result = checks.check(articles)
print(result.pairs.to_csv(), result.flags.to_csv(), *result.notes, sep="\\n")
print(matching.implied(result.facts))
"""


def test_two_hash_seeds_tell_the_same() -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    first, second = (run.communicate()[0] for run in runs)
    assert first.count("\n") > 30
    assert first == second
