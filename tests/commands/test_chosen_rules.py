"""Modules with rules of a project's own, named in its settings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checks.commands.chosen_rules import catalogue
from checks.errors import UserError
from checks.settings import Settings

RULE = '''"""Fives.

What it flags
  5
Why it matters
  It does not.
What it leaves alone
  The rest.
"""
from checks.rules.rule import Case, Rule

RULE = Rule("{}", "notice", "article", lambda facts: [], flags=[Case("5", ["5"])], passes=[Case("6")])
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "path", [*sys.path])
    return tmp_path


def test_a_module_beside_the_settings_is_found(folder: Path) -> None:
    (folder / "own_fives.py").write_text(RULE.format("own-fives"))
    assert "own-fives" in catalogue(Settings(root=folder, rules=("own_fives",)))
    assert "own-fives" not in catalogue(Settings(root=folder))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("own_none", None, "'own_none' cannot be loaded (ModuleNotFoundError: No module named 'own_none')"),
        (
            "own_syntax",
            "def x(:",
            "'own_syntax' cannot be loaded (SyntaxError: invalid syntax (own_syntax.py, line 1)",
        ),
        ("own_fault", "1 / 0", "'own_fault' cannot be loaded (ZeroDivisionError: division by zero)"),
        ("own_empty", "", "'own_empty' holds no RULE"),
    ],
)
def test_one_that_cannot_be_loaded_is_a_line(
    folder: Path, name: str, content: str | None, message: str
) -> None:
    if content is not None:
        (folder / f"{name}.py").write_text(content)
    with pytest.raises(UserError) as error:
        catalogue(Settings(root=folder, rules=(name,)))
    assert message in str(error.value)
