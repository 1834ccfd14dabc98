"""facts.csv and flags.csv of the seeds are committed like a lock file: a fresh run writes the same bytes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checks.cli import main

ROOT = Path(__file__).parent.parent


def test_a_fresh_run_writes_the_committed_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    tables = [tmp_path / "facts.csv", tmp_path / "flags.csv"]
    shutil.copyfile(ROOT / "flags.csv", tables[1])  # the verdicts are people's, not the run's
    code = main(["--quiet", "--facts", str(tables[0]), "--flags", str(tables[1])])
    assert code == 0
    for table in tables:
        assert table.read_bytes() == (ROOT / table.name).read_bytes(), f"{table.name}: run `python -m checks`"
