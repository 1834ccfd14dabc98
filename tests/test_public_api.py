from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import checks

if TYPE_CHECKING:
    from pathlib import Path


def test_importing_checks_loads_nothing_heavy() -> None:
    code = (
        "import sys, checks, checks.cli, checks.pytest_plugin; checks.Article(id='a', text='');"
        "heavy = {'pandas', 'numpy', 'spacy', 'quantulum3', 'tabulate'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_names() -> None:
    assert set(checks.__all__) <= set(dir(checks))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        checks.nonsense  # noqa: B018


@pytest.mark.usefixtures("stages")
def test_extract_and_check_take_any_iterable() -> None:
    article = checks.Article(id="a.txt", text="It sold 5000 and 7.")
    facts = checks.extract(a for a in [article])
    assert list(facts["surface"]) == ["5000", "7"]
    result = checks.check(iter([article]))
    assert isinstance(result, checks.Result)
    assert result.articles == 1
    assert list(result.flags["surface"]) == ["5000"]
    assert list(result.open("error")["surface"]) == ["5000"]


@pytest.mark.usefixtures("stages")
def test_no_articles_is_no_error() -> None:
    result = checks.check([])
    assert result.flags.empty
    assert result.open().empty


@pytest.mark.usefixtures("stages")
def test_selecting_rules() -> None:
    articles = [checks.Article(id="a", text="5000"), checks.Article(id="b", text="5000")]
    assert set(checks.check(articles, select=["echo"]).flags["check"]) == {"echo"}
    assert set(checks.check(articles, ignore=["echo"]).flags["check"]) == {"big-figure"}
    assert checks.check(articles, select=[]).flags.empty
    with pytest.raises(ValueError, match="there is no rule 'echoes'; did you mean 'echo'"):
        checks.check(articles, select=["echoes"])


@pytest.mark.usefixtures("stages")
def test_what_cannot_be_checked_is_refused() -> None:
    import pandas as pd

    twice = [checks.Article(id="a", text="1"), checks.Article(id="a", text="2")]
    with pytest.raises(ValueError, match="two articles have the id 'a'"):
        checks.extract(twice)
    with pytest.raises(ValueError, match="the evidence is empty"):
        checks.check([], evidence=[])
    with pytest.raises(ValueError, match="references: no column measure"):
        checks.check([], references=pd.DataFrame({"entities": [], "low": []}))


def test_help_and_version_are_quick(tmp_path: Path) -> None:
    """A sanity bound, loose enough for a busy machine; typical is a tenth of it."""
    for option in ("--help", "--version"):
        subprocess.run([sys.executable, "-m", "checks", option], check=True, timeout=3, capture_output=True)


def test_half_a_character_is_replaced_wherever_it_stands() -> None:
    half = "\ud83d"
    text = f"Sales {half} rose 20% from $100 million to $150 million, the firm said."
    draft = checks.Article(id=f"a{half}.txt", text=text, title=f"Sales{half}", publisher=f"P{half}")
    source = checks.Article(id=f"b{half}.txt", text=f"{half} The firm sold goods for $150 million in 2024.")
    result = checks.check([draft], evidence=[source])
    assert set(result.flags["article"]) == {"a\ufffd.txt"}
    assert "percent-change" in set(result.flags["check"])
    assert all(text[row.start : row.end] == row.surface for row in result.facts.itertuples())
