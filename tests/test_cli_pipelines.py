"""What a pipeline asks of the command line: formats, baselines, and only what changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from checks.cli import main
from tests.conftest import article


def last(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def git(*words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


def test_a_format_has_standard_output_for_itself(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    assert main(["a.txt", "--format", "json"]) == 1
    told = capsys.readouterr()
    assert [flag["surface"] for flag in json.loads(told.out)["flags"]] == ["5000"]
    assert told.err == "1 article, 1 figure, 1 checkable, 1 flag (1 new)\n"


def test_a_format_in_a_file_leaves_the_table_to_people(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    assert main(["a.txt", "--format", "sarif", "-o", "out.sarif"]) == 1
    assert capsys.readouterr().out.startswith("a.txt\n")
    assert json.loads((project / "out.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "big-figure"
    assert main(["a.txt", "--format", "sarif", "-o", "no/out.sarif"]) == 2
    assert "there is no folder no" in capsys.readouterr().err


def test_a_baseline_fails_only_what_is_new_and_shrinks(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    article(project, "b.txt", "It sold 6000.\n")
    (project / "pyproject.toml").write_text('[tool.checks]\npaths = ["."]\nbaseline = "old.csv"\n')
    assert main([]) == 2
    assert "--write-baseline old.csv" in capsys.readouterr().err
    assert main(["--write-baseline", "old.csv"]) == 0
    assert last(capsys) == "old.csv: a baseline of 2 flags; use it with --baseline old.csv"
    assert main([]) == 0
    assert last(capsys).endswith("2 flags (0 new), 2 in the baseline")

    article(project, "a.txt", "It sold 5000.\nIt sold 7000.\n")
    assert main([]) == 1
    out = capsys.readouterr().out
    assert "7000 is big" in out
    assert "6000" not in out

    article(project, "a.txt", "It sold 7.\n")
    assert main(["b.txt"]) == 0  # a.txt was not read: its flag stays
    assert len((project / "old.csv").read_text().splitlines()) == 3
    assert main(["-n"]) == 0  # a dry run writes nothing
    assert len((project / "old.csv").read_text().splitlines()) == 3
    assert main([]) == 0
    assert "1 flag of the baseline no longer found, taken out of old.csv" in capsys.readouterr().err
    assert [line.split(",")[3] for line in (project / "old.csv").read_text().splitlines()] == [
        "surface", "6000",
    ]  # fmt: skip


def test_a_verdict_of_wrong_outdoes_the_baseline(project: Path) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    main(["a.txt", "--write-baseline", "old.csv"])
    text = (project / "flags.csv").read_text()
    (project / "flags.csv").write_text(text.replace("5000.,,", "5000.,wrong,"))
    assert main(["a.txt", "--baseline", "old.csv"]) == 1


def test_only_what_changed_counts_but_all_is_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q", "-b", "main")
    article(project, "news/a.txt", "It sold 5000 and 7.\n")
    article(project, "news/b.txt", "It sold 6.\n")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    assert main(["news", "--diff", "HEAD"]) == 0
    assert last(capsys).endswith("1 flag (1 new), 1 of unchanged articles")

    article(project, "news/b.txt", "It sold 7.\n")
    assert main(["news", "--diff", "HEAD"]) == 1
    assert "1:9  warning  echo  7  7 again" in capsys.readouterr().out
    assert main(["news", "--diff", "main", "--fail-on", "error"]) == 0
    assert main(["news", "--changed", "news/a.txt"]) == 1  # the echo is of a.txt as well
    article(project, "news/new.txt", "It sold 8000.\n")  # git does not track it yet
    capsys.readouterr()
    assert main(["news", "--diff", "HEAD"]) == 1
    assert "8000 is big" in capsys.readouterr().out


@pytest.mark.parametrize("revision", ["nowhere", "--output=x"])
def test_a_revision_that_is_none(project: Path, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    git("init", "-q")
    article(project, "a.txt", "It sold 5000.\n")
    assert main(["a.txt", f"--diff={revision}"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("checks: --diff")
    assert len(told.splitlines()) == 1


def test_without_a_repository(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    assert main(["a.txt", "--diff", "HEAD"]) == 2
    assert "not a git repository" in capsys.readouterr().err


def test_flags_that_need_evidence_stay_in_a_run_without(project: Path) -> None:
    from checks.commands.chosen_rules import idle_rules
    from checks.rules.rule import Rule

    rule = Rule("bare", "error", "evidence", lambda _: (), [], [])
    assert idle_rules({"bare": rule}, references=True, evidence=False) == {"bare"}
    assert idle_rules({"bare": rule}, references=False, evidence=True) == set()
