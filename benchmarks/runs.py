"""Whole commands on made-up corpora, timed; each once."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora
from benchmarks.corpora.files import write

#: run in a process of its own, so that the memory of its children is that of one command
_TIMED = """
import resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, code)
"""


def environment() -> dict[str, str]:
    """The environment of a command: this code, and Python's bytecode kept as it usually is."""
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return usual | {"PYTHONPATH": str(Path(__file__).parent.parent)}


@dataclass(frozen=True)
class Run:
    """A command: its seconds, the bytes of its largest process, and the flags that it wrote."""

    seconds: float
    memory: float
    flags: Path


class Runs:
    """Runs over corpora of `sizes` articles in `folder`, by `jobs` processes."""

    def __init__(self, folder: Path, sizes: list[int], jobs: int) -> None:
        self.folder, self.sizes, self.jobs = folder, sizes, jobs
        self._done: dict[tuple[int, str], Run] = {}

    def cold(self, size: int) -> Run:
        """A first run over `size` articles, in parts."""
        return self.run(size, "parts", "--jobs", str(self.jobs), "--resume")

    def again(self, size: int, name: str, *options: str) -> Run:
        """The command once more, in the folder of the `run` called `name`."""
        return self._timed(size, name, *options)

    def run(self, size: int, name: str, *options: str) -> Run:
        """The command with `options`, in a folder called `name`."""
        if (size, name) not in self._done:
            self._done[size, name] = self._timed(size, name, *options)
        return self._done[size, name]

    def planted(self, size: int) -> Path:
        """What was planted in the corpus of `size` articles."""
        self._corpus(size)
        return self.folder / f"planted-{size}.csv"

    def _corpus(self, size: int) -> Path:
        path = self.folder / f"news-{size}.jsonl"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write(corpora.generate(size), path, self.folder / f"planted-{size}.csv")
        return path

    def _timed(self, size: int, name: str, *options: str) -> Run:
        corpus = self._corpus(size).absolute()
        place = self.folder / f"{name}-{size}"
        place.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "checks", str(corpus), "--fail-on", "never", "-q", *options]
        told = subprocess.run(
            [sys.executable, "-c", _TIMED, *command],
            cwd=place,
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        seconds, memory, code = map(float, told.stdout.split())
        if code:
            raise RuntimeError(told.stderr)
        return Run(seconds, memory, place / "flags.csv")
