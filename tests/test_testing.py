"""`checks.testing` says which promise a rule breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.testing import rule_checks

RULE = '''"""Doubts every percentage{stop}

What it flags
-------------
All.

Why it matters
--------------
It does.

What it leaves alone
--------------------
The rest.
"""
from checks.rules.rule import Case, Finding, Rule


def find(facts):
    for fact in facts[facts["kind"] == "percent"].itertuples():
        yield Finding(fact.fact, f"of {{len(facts)}} facts")


RULE = Rule(
    "{name}", "notice", "article", find,
    flags=[Case("It rose 5%.", ["5%"]), Case("It rose 6%.", ["7%"])],
    passes=[Case("It sold 6 cars."), Case("It fell 8%.")],
)
'''


def broken(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, stop: str = ".") -> dict[str, str]:
    """The promises that the rule called `name` breaks, with what is said of each."""
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(str(folder))
    module = name.replace("-", "_")
    (folder / f"{module}.py").write_text(RULE.format(name=name, stop=stop), encoding="utf-8")
    (folder / "pyproject.toml").write_text(f'[tool.checks]\nrules = ["{module}"]\n', encoding="utf-8")
    said = {}
    for check in rule_checks():
        try:
            check()
        except AssertionError as error:
            said[str(check)] = str(error).splitlines()[0]
    return said


def test_each_broken_promise_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = broken("own-percent", tmp_path, monkeypatch)
    assert set(said) == {"own-percent-flags-1", "own-percent-passes-1", "own-percent-parts"}
    first = "own-percent flags ['6%'], its case says ['7%']: 'It rose 6%.' (of 1 facts)"
    assert said["own-percent-flags-1"] == first
    assert "in all cases together" in said["own-percent-parts"]


def test_a_rule_without_its_documentation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = broken("own-summary", tmp_path, monkeypatch, stop="")
    assert said["own-summary-complete"].endswith("is to be one line with a full stop")
