"""What is committed of the program's output, tables and pages, is what a fresh run writes."""

from __future__ import annotations

import runpy
import shlex
import shutil
from pathlib import Path

import pytest

from checks.cli import main

ROOT = Path(__file__).parent.parent
TOOL = runpy.run_path(str(ROOT / "tools" / "readme.py"))
#: the commands whose output the pages show; that of the plain command is held above, without writing
SHOWN = [
    (command, text)
    for page in TOOL["pages"]()
    for command, text in TOOL["outputs"](page.read_text(encoding="utf-8")).items()
    if command != "python -m checks"
]
WRITE_NOTHING = ("--dry-run", " explain ", " review --stats")


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
    shown = TOOL["outputs"]((ROOT / "README.md").read_text(encoding="utf-8"))["python -m checks"]
    assert shown == capsys.readouterr().out, "README.md: run `python tools/readme.py output`"


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_page_shows_what_its_command_prints(
    command: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert any(word in command for word in WRITE_NOTHING), "a test writes no tables"
    main(shlex.split(command)[3:])
    assert shown == capsys.readouterr().out, "run `python tools/readme.py output`"
