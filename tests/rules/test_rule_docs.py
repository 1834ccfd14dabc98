"""docs/rules.md is what the rules say."""

import runpy
from pathlib import Path

import pytest

from checks import rules

TOOL = Path(__file__).parents[2] / "tools" / "rule_docs.py"


@pytest.fixture(scope="module")
def tool():
    return runpy.run_path(str(TOOL))


def test_the_page_is_current(tool, capsys):
    assert tool["main"](["--check"]) == 0, capsys.readouterr().err


def test_the_page_shows_every_rule_and_its_flagged_figures(tool):
    page = tool["page"](rules.catalogue())
    for rule in rules.catalogue().values():
        assert f"## {rule.id}\n" in page
        assert f"**{rule.flags[0].figures[0]}**" in page
