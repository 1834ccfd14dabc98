"""Suppressions and settings of rules, on the command line and in pytest."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checks.cli import main
from tests.conftest import article


def flags(folder: Path) -> list[tuple[str, str, str]]:
    with (folder / "flags.csv").open(encoding="utf-8", newline="") as file:
        return [(row["severity"], row["check"], row["surface"]) for row in csv.DictReader(file)]


def test_the_closing_line_counts_what_comments_suppress(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(project, "a.txt", "It sold 5000. <!-- checks: ignore big-figure -->\n\nIt sold 6000.\n")
    assert main(["a.txt"]) == 1
    captured = capsys.readouterr()
    assert captured.out.endswith("1 article, 2 figures, 2 checkable, 1 flag (1 new), 1 suppressed\n")
    assert captured.err == ""
    assert flags(project) == [("error", "big-figure", "6000")]


def test_a_stale_comment_is_a_note(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 50.\n\n<!-- checks: ignore big-figure -->\nIt sold 60.\n")
    assert main(["a.txt"]) == 0
    assert capsys.readouterr().err.startswith(
        "a.txt:3: <!-- checks: ignore big-figure --> suppresses nothing"
    )
    assert main(["a.txt", "-q"]) == 0
    assert main(["a.txt", "--select", "echo"]) == 0  # it may hold for the rule that was not run
    assert capsys.readouterr().err == ""


def test_a_comment_that_cannot_be_followed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n\n<!-- checks: ignore big-figur -->\n")
    assert main(["a.txt"]) == 2
    assert capsys.readouterr().err == (
        "checks: a.txt:3: <!-- checks: ignore big-figur -->: there is no rule 'big-figur';"
        " did you mean 'big-figure'?\n"
    )
    assert not (project / "flags.csv").exists()


SETTINGS = """[tool.checks]
paths = ["news", "drafts"]
[tool.checks.per-path-ignores]
"drafts/*.txt" = ["big-figure"]
[tool.checks.severity]
big-figure = "notice"
"""


def test_settings_of_rules(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "pyproject.toml", SETTINGS)
    article(project, "news/a.txt", "It sold 5000.\n")
    article(project, "drafts/b.txt", "It sold 6000 and 5000.\n")
    assert main([]) == 1
    assert flags(project) == [("warning", "echo", "5000"), ("notice", "big-figure", "5000")]
    article(project, "pyproject.toml", SETTINGS + 'echo = "off"\n')
    assert main([]) == 0
    assert flags(project) == [("notice", "big-figure", "5000")]
    assert main(["-n", "--select", "echo"]) == 1  # asked for by name, with its own severity
    assert "warning  echo" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('[tool.checks.severity]\nbig-figur = "off"', "no rule 'big-figur'; did you mean 'big-figure'?"),
        ('[tool.checks.per-path-ignores]\n"a/*" = ["ecko"]', "no rule 'ecko'; did you mean 'echo'?"),
    ],
)
def test_unknown_rules_in_settings(
    project: Path, capsys: pytest.CaptureFixture[str], table: str, message: str
) -> None:
    article(project, "pyproject.toml", table)
    article(project, "a.txt", "It sold 5000.\n")
    assert main(["a.txt"]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"checks: {project / 'pyproject.toml'}: [tool.checks]: there is no rule")
    assert message in err


@pytest.mark.usefixtures("stages")
def test_in_python() -> None:
    import checks

    articles = [checks.Article(id="drafts/a.txt", text="5000"), checks.Article(id="b.txt", text="5000")]
    result = checks.check(articles, per_path_ignores={"drafts/*": ["big-figure"]}, severity={"echo": "off"})
    assert list(result.flags["article"]) == ["b.txt"]
    assert result.suppressed == 0
    with pytest.raises(ValueError, match="no rule 'ecko'; did you mean 'echo'"):
        checks.check([], per_path_ignores={"x": ["ecko"]})
    with pytest.raises(ValueError, match="cannot have the severity 'of'; did you mean 'off'"):
        checks.check([], severity={"echo": "of"})  # type: ignore[dict-item]
    with pytest.raises(ValueError, match="no rule 'ecko'"):
        checks.check([], severity={"ecko": "off"})


def test_in_pytest(pytester: pytest.Pytester, stages: None) -> None:
    from tests.test_pytest_plugin import plugin

    pytester.makepyprojecttoml(SETTINGS)
    folder = pytester.mkdir("news")
    (folder / "a.txt").write_text("It sold 5000.\n")
    (folder / "b.txt").write_text("It sold 6000.\n\n<!-- checks: ignore-article big-figure -->\n")
    pytester.runpytest_inprocess(*plugin(), "--checks", "news").assert_outcomes(passed=6)
    (folder / "b.txt").write_text("It sold 6000.\n\n<!-- checks: ignore-articl -->\n")
    result = pytester.runpytest_inprocess(*plugin(), "--checks", "news")
    result.assert_outcomes(passed=2, failed=4)
    result.stdout.fnmatch_lines(
        ["news/b.txt:3: *there is no 'ignore-articl'; did you mean 'ignore-article'?"]
    )
