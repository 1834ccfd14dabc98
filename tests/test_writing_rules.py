"""What docs/writing-rules.md and docs/suppressing.md show, done as they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checks import rules
from checks.settings import parse

ROOT = Path(__file__).parents[1]
FILES = re.findall(
    r"(?ms)^<!-- file: (\S+) -->\n```\w+\n(.*?)^```",
    (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8"),
)
SUPPRESSING = (ROOT / "docs" / "suppressing.md").read_text(encoding="utf-8")


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    for name, text in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "news").mkdir()
    old = "Date: 2 March 2026\n\nUnemployment in the county was 7.1% in 2015, the statistics office said.\n"
    (tmp_path / "news" / "a.txt").write_text(old, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    path = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=folder, env=path, capture_output=True, text=True, check=False)


def test_the_rule_of_the_page_works_as_the_page_says(newsroom: Path) -> None:
    done = run(newsroom, "checks", "--dry-run")
    assert "notice  stale-figure  7.1%" in done.stdout, done.stderr
    told = run(newsroom / "news", "checks", "explain", "stale-figure").stdout
    assert told.startswith("stale-figure (notice): A figure that is years old")
    done = run(newsroom, "pytest", "-q", "-p", "no:cacheprovider")
    assert "5 passed" in done.stdout, done.stdout


def test_the_settings_of_the_page_are_settings(tmp_path: Path) -> None:
    (toml,) = re.findall(r"(?ms)^```toml\n(.*?)^```", SUPPRESSING)
    settings = parse(tomllib.loads(toml)["tool"]["checks"], tmp_path / "pyproject.toml")
    named = {*settings.severity, *(rule for some in settings.per_path_ignores.values() for rule in some)}
    assert named <= set(rules.catalogue())
