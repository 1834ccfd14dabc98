"""docs/first-ten-minutes.md, walked as it stands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "first-ten-minutes.md").read_text(encoding="utf-8")
#: all but the first: installing is the tests' own precondition
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)[1:]


@pytest.mark.skipif(shutil.which("bash") is None, reason="the page is written for a shell")
def test_the_walk(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for folder in ("seeds", "docs/examples"):
        shutil.copytree(ROOT / folder, project / folder)
    for file in ("pyproject.toml", "flags.csv"):
        shutil.copyfile(ROOT / file, project / file)
    script = "".join(f"{block}\necho exit $?\n" for block in BLOCKS)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-u"],
        input=script,
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    seeds, draft, mended, baseline, rest = done.stdout.split("exit ")
    assert not done.stderr.strip(), done.stderr
    assert seeds.endswith("8 flags (0 new)\n")
    assert (draft[0], mended[0], baseline[0], rest.strip()) == ("0", "1", "1", "0")
    assert {"percent-change", "weekday-date", "parts-total", "unsourced-figure"} <= set(draft.split())
    assert not {"percent-change", "weekday-date"} & set(mended.split())
    assert baseline.endswith("in the baseline\n")
    assert (tmp_path / "desk" / "baseline.csv").exists()
