"""What is wrong with somebody else's rule is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

import checks
from checks import rules

MODULE = '''"""Fives.

What it flags:
5
Why it matters:
It does.
What it leaves alone:
The rest.
"""
from checks.rules.rule import Case, Finding, Rule


def find(facts):
    {}


RULE = Rule("{}", "notice", "article", find, flags=[Case("5", ["5"])], passes=[Case("6")])
'''
ARTICLE = checks.Article(id="a.txt", text="It sold 5 cars.")


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        (
            "guarded_raises",
            "1 / 0",
            r"guarded_raises.py:14: the rule guarded-raises failed: ZeroDivisionError: div",
        ),
        (
            "guarded_column",
            "return facts['nothing']",
            r"guarded_column.py:14: .* failed: KeyError: 'nothing'",
        ),
        ("guarded_string", "yield 'five'", "guarded-string found 'five', which is no Finding"),
        ("guarded_none", "return None", "failed: TypeError: 'NoneType' object is not iterable"),
        ("guarded_grade", "yield Finding('x', 'm', severity='eror')", "did you mean 'error'"),
        (
            "guarded_tuple",
            "yield Finding('x', 'm', evidence='y')",
            "evidence is a tuple of fact ids, not 'y'",
        ),
        ("guarded_sure", "yield Finding('x', 'm', confidence=90)", "confidence goes from 0 to 1, not to 90"),
    ],
)
def test_a_rule_that_fails_is_named_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: str, message: str
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / f"{name}.py").write_text(MODULE.format(body, name.replace("_", "-")), encoding="utf-8")
    with pytest.raises(rules.RuleError, match=message) as error:
        checks.check([ARTICLE], select=[name.replace("_", "-")], rules=[name])
    assert "\n" not in str(error.value)
