"""Measure the checker on made-up news, and print the table of docs/scale.md.

Usage: python -m benchmarks [--articles 1000 10000 100000] [--jobs 2] [--folder FOLDER] [--only ROW …]

Every run is a command of its own, as a user would type it, in a fresh folder; memory is that of its largest
process. Measure on a machine that does nothing else: with 100,000 articles it takes about half an hour.
"""

from __future__ import annotations

import argparse
import math
import platform
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import cold, recall
from benchmarks.runs import Runs

ROWS: dict[str, Callable[[Runs], Iterator[str]]] = {}


def row(find: Callable[[Runs], Iterator[str]]) -> Callable[[Runs], Iterator[str]]:
    """Name a measure by its function."""
    ROWS[find.__name__.replace("_", "-")] = find
    return find


@row
def speed(runs: Runs) -> Iterator[str]:
    """`check` against quantulum3, whole articles, one process."""
    ours, theirs = cold.speeds(400)
    told = f"{ours / 1e3:.0f} against {theirs / 1e3:.1f} kB/s"
    yield f"`check` against quantulum3 on whole articles, one process | {told} | ×{ours / theirs:.1f}"


@row
def growth(runs: Runs) -> Iterator[str]:
    """From the fewest articles to the most, and what that takes in memory."""
    few, many = runs.sizes[0], runs.sizes[-1]
    for size in runs.sizes:
        run = runs.cold(size)
        told = f"{run.seconds:.0f} s, {run.memory / 2**20:.0f} MiB"
        yield f"{size:,} articles, {runs.jobs} processes | {told} | {size / run.seconds:.0f} a second"
    one, other = runs.cold(few), runs.cold(many)
    exponent = math.log(other.seconds / one.seconds) / math.log(many / few)
    yield f"growth exponent | {few:,} → {many:,} articles | {exponent:.2f}"
    more = other.memory / one.memory
    yield f"peak memory of the largest process | {few:,} → {many:,} articles | ×{more:.2f}"


@row
def processes(runs: Runs) -> Iterator[str]:
    """Two processes against one."""
    size = runs.sizes[1]
    one, two = (runs.run(size, f"{n} in parts", "--jobs", str(n), "--resume") for n in (1, 2))
    told = f"{one.seconds:.0f} s, {two.seconds:.0f} s"
    yield f"one process against two, {size:,} articles | {told} | ×{one.seconds / two.seconds:.2f}"


@row
def warm(runs: Runs) -> Iterator[str]:
    """The same command again, nothing changed: in memory, and in parts."""
    size = runs.sizes[1]
    jobs = ("--jobs", str(runs.jobs))
    for how, options in (("in memory", ()), ("in parts", ("--resume",))):
        first = runs.run(size, f"warm {how}", *jobs, *options)
        again = runs.again(size, f"warm {how}", *jobs, *options)
        told = f"{first.seconds:.1f} s, {again.seconds:.2f} s"
        yield f"a second run, {how}, {size:,} articles | {told} | ×{first.seconds / again.seconds:.1f}"


@row
def planted(runs: Runs) -> Iterator[str]:
    """The share of planted conflicts that are flagged."""
    for size in (runs.sizes[0], runs.sizes[-1]):
        found = recall.score(recall.rows(runs.cold(size).flags), recall.rows(runs.planted(size)))
        told = f"{found.caught.total():,} of {found.planted.total():,}"
        told += f", {len(found.elsewhere):,} flags elsewhere"
        yield f"planted conflicts found, {size:,} articles | {told} | {found.recall:.3f}"


@row
def dask(runs: Runs) -> Iterator[str]:
    """A Dask cluster of two workers against two processes."""
    size = runs.sizes[1]
    local = runs.run(size, "parts", "--jobs", "2", "--resume")
    other = runs.run(size, "dask", "--jobs", "2", "--engine", "dask")
    same = "the same" if local.flags.read_bytes() == other.flags.read_bytes() else "OTHER"
    told = f"{other.seconds:.0f} s, {local.seconds:.0f} s, {same} flags"
    more = other.seconds / local.seconds - 1
    yield f"Dask with two workers against two processes, {size:,} articles | {told} | {more:+.0%}"


@row
def seeds(runs: Runs) -> Iterator[str]:
    """The five seeds, whole process, nothing cached."""
    yield f"cold start to the flags of the seeds, whole process | best of 3 | {cold.seeds():.1f} s"


def main() -> None:
    """Print the rows asked for, as they are measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where corpora and runs are kept (default: a new one)")
    parser.add_argument("--only", nargs="+", choices=ROWS, default=list(ROWS), metavar="ROW")
    args = parser.parse_args()
    if len(args.articles) < 2:
        parser.error("--articles needs two sizes or more")
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}\n")
    print("| measure | figures | |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(args.folder or Path(folder), sorted(args.articles), args.jobs)
        for name in args.only:
            for line in ROWS[name](runs):
                print(f"| {line} |", flush=True)


if __name__ == "__main__":
    main()
