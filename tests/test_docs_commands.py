"""Every command that a page shows can be typed as it stands, in a project that has the files it names."""

from __future__ import annotations

import io
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from checks.cli import main
from tests.conftest import article

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
#: what stands for something else, and what only ends when somebody ends it; printed outputs have a test of
#: their own, and rules are stand-ins here
_PLACEHOLDER = re.compile(r"…|\b[A-Z]{3,}\b|\[PATH|-->|explain [a-z-]+$")
_SERVES = re.compile(r"checks review(?! --stats)")
COMMANDS = sorted(
    {
        command.strip()
        for page in PAGES
        for command in re.findall(r"python -m checks\b[^`\n|]*", page.read_text(encoding="utf-8"))
        if not _PLACEHOLDER.search(command) and not _SERVES.search(command)
    }
)


@pytest.fixture
def newsroom(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project under git with the files that the pages name, and an article on standard input."""
    for name in ("draft.md", "news/today.md", "news/late.md", "reports/minutes.txt", "seeds/a.txt"):
        article(project, name, f"{name} sold 5000.\n")
    article(project, "wire.csv", "id,text\na,It sold 7.\n")
    article(project, "data.csv", "port,ships\nBergen,40\n")
    (project / "pyproject.toml").write_text('[tool.checks]\npaths = ["news"]\n')
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "1"]):
        git(*words)
    git("commit", "-q", "--allow-empty", "-m", "2")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"It sold 5000.\n"), encoding="utf-8"))
    return project


def git(*words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


def test_there_are_some() -> None:
    assert len(COMMANDS) > 10


@pytest.mark.parametrize("command", COMMANDS)
def test_a_shown_command_runs(command: str, newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(re.sub(r"\$\{\{.*?\}\}", "main", command))[3:]
    if "--baseline" in words:
        main(["--write-baseline", words[words.index("--baseline") + 1]])
    code = main(words)
    told = capsys.readouterr()
    assert code in (0, 1), told.err
    assert "usage:" not in told.err
