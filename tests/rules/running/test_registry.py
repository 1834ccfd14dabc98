"""Finding rules, in this package and in a user's own modules."""

import subprocess
import sys
import textwrap

import pytest

from checks import rules
from checks.rules.running import registry

OWN = '''
"""Says that a figure is unlucky.

What it flags
-------------
Thirteen.

Why it matters
--------------
Some readers skip it.

What it leaves alone
--------------------
All other numbers.
"""
from checks.rules.rule import Finding, Rule

RULE = Rule(id="{id}", severity="notice", scope="article", find=lambda facts: [], flags=[], passes=[])
'''


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Writes modules into a package of the user's and forgets them afterwards."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)

    def write(**modules):
        folder = tmp_path / "ourchecks"
        folder.mkdir()
        for name, text in {"__init__": "", **modules}.items():
            (folder / f"{name}.py").write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")

    yield write
    for name in set(sys.modules) - before:
        del sys.modules[name]
    registry._modules.cache_clear()


def test_the_catalogue_is_sorted_and_named_after_files():
    found = rules.catalogue()
    assert list(found) == sorted(found)
    assert {"impossible-value", "weekday-date", "date-span"} <= set(found)
    assert all(name == rule.id for name, rule in found.items())


def test_the_users_rules_join(package):
    package(no_thirteen=OWN.format(id="no-thirteen"), helper="X = 1")
    for name in ("ourchecks", "ourchecks.no_thirteen"):
        assert set(rules.catalogue((name,))) - set(rules.catalogue()) == {"no-thirteen"}
    assert rules.documentation("no-thirteen", ("ourchecks",))["What it flags"] == "Thirteen."


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({}, "'ourchecks' holds no RULE"),
        ({"no_luck": OWN.format(id="no-thirteen")}, "its file says 'no-luck'"),
        ({"date_span": OWN.format(id="date-span")}, "two rules called 'date-span'"),
        ({"mine": "RULE = 3"}, "RULE is int, not a Rule"),
        ({"mine": "import nowhere_to_be_found"}, "'ourchecks' cannot be loaded \\(ModuleNotFoundError"),
        ({"mine": "1 / 0"}, "'ourchecks' cannot be loaded \\(ZeroDivisionError: division by zero\\)$"),
        ({"mine": "def f(:"}, "'ourchecks' cannot be loaded \\(SyntaxError"),
        ({"mine": OWN.format(id="mine").replace('"notice"', '"notise"')}, "did you mean 'notice'"),
        (
            {"mine": OWN.format(id="mine").replace('"article"', '"corpus"')},
            "it may be article, cluster, evidence, pair, reference",
        ),
        (
            {"mine": OWN.format(id="mine").replace("lambda facts: []", "None")},
            "find is NoneType, not a function",
        ),
    ],
)
def test_what_is_wrong_with_a_users_module_is_said(package, modules, message):
    package(**modules)
    with pytest.raises(rules.RuleError, match=message):
        rules.catalogue(("ourchecks",))


def test_a_missing_heading_is_said(package):
    package(mine=OWN.format(id="mine").replace("Why it matters", "Whatever"))
    with pytest.raises(rules.RuleError, match="lacks Why it matters"):
        rules.documentation("mine", ("ourchecks",))


def test_importing_the_rules_loads_nothing_heavy():
    heavy = {"pandas", "spacy", "quantulum3"}
    code = f"import sys, checks.rules as r; r.catalogue(); print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
