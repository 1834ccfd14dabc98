from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from checks.cli import main
from checks.settings import parse

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TOOL = runpy.run_path(str(ROOT / "tools" / "readme.py"))


def block(language: str) -> str:
    found = re.search(rf"(?ms)^```{language}\n(.*?)^```", README)
    assert found
    return found[1]


def test_the_two_commands() -> None:
    first, second = TOOL["commands"](README)[:2]
    assert first.endswith("python -m checks")
    assert second.endswith("python -m pytest")


def test_output_is_put_in_its_place() -> None:
    text = "<!-- output: say a -->\n```text\nold\n```\n"
    filled = TOOL["filled"](text, lambda command: f"did {command}\n")
    assert filled == "<!-- output: say a -->\n```text\ndid say a\n```\n"
    assert TOOL["outputs"](filled) == {"say a": "did say a\n"}


def test_the_settings_it_shows_are_settings(tmp_path: Path) -> None:
    settings = parse(tomllib.loads(block("toml"))["tool"]["checks"], tmp_path / "pyproject.toml")
    assert settings.pytest
    assert settings.exclude


def test_the_options_it_shows_are_options(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    shown = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert set(re.findall(r"`(--[a-z-]+)", README)) - {"--checks"} <= shown


def test_its_python_runs() -> None:
    names: dict[str, object] = {}
    exec(block("python"), names)
    (flag,) = names["result"].open("error").to_dict("records")  # type: ignore[attr-defined]
    assert (flag["check"], flag["surface"]) == ("percent-change", "20%")
