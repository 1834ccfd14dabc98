"""What docs/ci.md shows to be copied is what the services and the program take."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checks.articles.readers import SUFFIXES
from checks.commands.arguments import PARSERS
from checks.settings import parse

ROOT = Path(__file__).parent.parent
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text()
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SCHEMAS = re.findall(r"<!-- schema: (\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"python -m checks (.*)", PAGE + HOOKS)


def valid(schema: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("schema", "text"), SCHEMAS)
def test_pipelines_are_valid(schema: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "pipeline.yml"
    path.write_text(text)
    done = valid(schema, path)
    assert done.returncode == 0, done.stdout


def test_the_schema_refuses_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "pipeline.yml"
    path.write_text("name: x\njobs: 3\n")
    assert valid("vendor.github-workflows", path).returncode == 1


def test_the_action_is_valid() -> None:
    done = valid("vendor.github-actions", ROOT / "action.yml")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_can_be_typed(command: str) -> None:
    words = shlex.split(re.sub(r"\$\{\{.*?\}\}", "main", command.rstrip("`")))
    PARSERS["check"]().parse_args(words + ["a.md"] * words[-1:].count("--changed"))


def test_settings_are_settings(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert parse(tomllib.loads(block)["tool"]["checks"], tmp_path / "pyproject.toml").paths == ("news",)


def test_its_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (block,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(block, {})


def test_the_hook_is_given_every_kind_of_article() -> None:
    (pattern,) = re.findall(r"(?m)^  files: (.*)$", HOOKS)
    assert all(re.search(pattern, f"news/a{suffix}") for suffix in SUFFIXES)
    assert not re.search(pattern, "news/a.png")
