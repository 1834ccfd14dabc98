"""facts.csv and flags.csv of the seeds are committed like a lock file: a fresh run writes the same bytes."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest

from checks.cli import main

ROOT = Path(__file__).parent.parent


def test_a_fresh_run_writes_and_prints_what_is_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    facts, flags = tmp_path / "facts.csv", tmp_path / "flags.csv"
    shutil.copyfile(ROOT / "flags.csv", flags)  # the verdicts are people's, not the run's
    code = main(["--facts", str(facts), "--flags", str(flags)])
    for table in (facts, flags):
        committed = ROOT / table.name
        assert table.read_bytes() == committed.read_bytes(), f"{table.name}: run `python -m checks`"
    assert code == 0
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = runpy.run_path(str(ROOT / "tools" / "readme.py"))["outputs"](readme)["python -m checks"]
    assert shown == capsys.readouterr().out, "README.md: run `python tools/readme.py output`"
