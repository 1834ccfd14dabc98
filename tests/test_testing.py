"""`checks.testing` says which promise a rule breaks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks.errors import UserError
from checks.testing import assert_consistent, rule_checks

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


SALES = "Sales rose 20% to $150 million from $100 million, the company said."


def test_a_consistent_text_passes() -> None:
    assert_consistent("Sales rose 50% to $150 million from $100 million, the company said.")


def test_a_text_that_is_not_is_shown_with_its_figure() -> None:
    with pytest.raises(AssertionError) as error:
        assert_consistent(f"First things first.\n\n{SALES}")
    first, _, place, text, caret, message, *_ = str(error.value).splitlines()
    assert first == "1 flag: percent-change"
    assert re.fullmatch(r"text 1:3:12: error percent-change \(f[0-9a-f]{11}\)", place)
    assert text[caret.index("^") : caret.rindex("^") + 1] == "20%"
    assert message.strip().startswith("from $100 million to $150 million is a rise of 50%")


def test_what_may_be_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(SALES)
    with pytest.raises(AssertionError, match=r"a\.txt:1:12"):
        assert_consistent(Path("a.txt"))
    assert_consistent(Path("a.txt"), ignore=["percent-change"])
    assert_consistent(Path("a.txt"), select=["weekday-date"])
    assert_consistent(Path("a.txt"), fail_on="never")
    with pytest.raises(ValueError, match=r"give Path\('a\.txt'\)"):
        assert_consistent("a.txt")
    with pytest.raises(UserError, match="no such file"):
        assert_consistent(Path("b.txt"))
    with pytest.raises(UserError, match="did you mean 'percent-change'"):
        assert_consistent(SALES, select=["percent-chang"])


def test_evidence_must_bear_the_figures_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "minutes.txt").write_text(
        "The board approved a budget of $4.9 billion for the canal on Monday."
    )
    assert_consistent(
        "The canal's budget of $4.9 billion was approved, the board said.", evidence=[Path("minutes.txt")]
    )
    with pytest.raises(AssertionError, match=r"\$4\.9 million"):
        assert_consistent(
            "The canal's budget of $4.9 million was approved, the board said.", evidence=[Path("minutes.txt")]
        )
