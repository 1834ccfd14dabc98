"""`python -m checks`, from its arguments to its exit code and its files."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from checks.cli import main
from tests.conftest import article


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def review(path: Path, **verdicts: str) -> None:
    """Give the flags on the surfaces `n5000="fine"` their verdicts."""
    table = rows(path)
    for row in table:
        row["verdict"] = verdicts.get(f"n{row['surface']}", row["verdict"])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def last(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_a_run_writes_the_tables_and_says_what_it_found(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(project, "news/a.txt", "First.\nIt sold 5000 and 7.\n")
    article(project, "news/b.txt", "They sold 7 too.\n")
    assert main(["news"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out == [
        "news/a.txt",
        "  2:9  error  big-figure  5000  5000 is big",
        "",
        "news/b.txt",
        "  1:11  warning  echo  7  7 again",
        "",
        "2 articles, 3 figures, 3 checkable, 2 flags (2 new)",
    ]
    assert [r["surface"] for r in rows(project / "facts.csv")] == ["5000", "7", "7"]
    assert [r["evidence"] for r in rows(project / "flags.csv")] == ["", 'news/a.txt:2 "7"']
    assert sorted(p.name for p in project.iterdir()) == [".checks_cache", "facts.csv", "flags.csv", "news"]

    before = (project / "facts.csv").read_bytes(), (project / "flags.csv").read_bytes()
    assert main(["news"]) == 1
    assert last(capsys).endswith("2 flags (0 new)")
    assert before == ((project / "facts.csv").read_bytes(), (project / "flags.csv").read_bytes())


def test_verdicts_decide_and_survive_moved_lines(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    main(["a.txt"])
    review(project / "flags.csv", n5000="fine")
    article(project, "a.txt", "A new line.\n\nIt sold 5000.\n")
    assert main(["a.txt"]) == 0
    assert "big" not in capsys.readouterr().out.split("\n", 3)[-1]
    (row,) = rows(project / "flags.csv")
    assert (row["line"], row["verdict"]) == ("3", "fine")
    review(project / "flags.csv", n5000="wrong")
    assert main(["a.txt", "--fail-on", "error"]) == 1
    assert main(["a.txt", "--fail-on", "never"]) == 0


def test_a_reviewed_flag_that_is_gone_is_dropped_with_a_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    main(["a.txt"])
    review(project / "flags.csv", n5000="wrong")
    article(project, "a.txt", "It sold 500.\n")
    assert main(["a.txt"]) == 0
    assert "1 reviewed flag no longer found, dropped from flags.csv" in capsys.readouterr().err
    assert rows(project / "flags.csv") == []


def test_what_a_run_could_not_have_raised_stays(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000 and 7.\n")
    article(project, "b.txt", "It sold 7 and 8000.\n")
    main(["a.txt", "b.txt"])
    review(project / "flags.csv", n5000="fine", n8000="fine", n7="fine")
    before = (project / "flags.csv").read_bytes()
    assert main(["b.txt"]) == 0  # the echo needs a.txt as well
    assert (project / "flags.csv").read_bytes() == before
    assert main(["a.txt", "b.txt", "--select", "echo"]) == 0
    assert (project / "flags.csv").read_bytes() == before
    (project / "a.txt").unlink()
    assert main(["b.txt"]) == 0
    assert [r["surface"] for r in rows(project / "flags.csv")] == ["8000"]


@pytest.mark.parametrize(
    ("options", "code", "checks"),
    [
        ([], 1, ["big-figure", "echo"]),
        (["--select", "echo"], 1, ["echo"]),
        (["--select", "echo", "--fail-on", "error"], 0, ["echo"]),
        (["--ignore", "echo"], 1, ["big-figure"]),
        (["--ignore", "echo,big-figure"], 0, []),
        (["--select", "echo", "--select", "big-figure", "--ignore", "big-figure"], 1, ["echo"]),
    ],
)
def test_selecting_rules(project: Path, options: list[str], code: int, checks: list[str]) -> None:
    article(project, "a.txt", "It sold 5000 and 7.\n")
    article(project, "b.txt", "It sold 7.\n")
    assert main(["a.txt", "b.txt", *options]) == code
    assert [r["check"] for r in rows(project / "flags.csv")] == checks


def test_settings_and_where_articles_come_from(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml = '[tool.checks]\npaths = ["news"]\nignore = ["echo"]\nfail-on = "never"\nfacts = "out.csv"\n'
    article(project, "pyproject.toml", toml)
    article(project, "news/a.txt", "It sold 5000.\n")
    assert main([]) == 0
    (project / "deep").mkdir()
    monkeypatch.chdir(project / "deep")
    assert main(["--fail-on", "error"]) == 1  # the same files, from wherever it is run
    assert [r["article"] for r in rows(project / "flags.csv")] == ["news/a.txt"]
    assert (project / "out.csv").exists()
    assert not list((project / "deep").iterdir())
    assert main(["../news/a.txt", "--select", "echo"]) == 0


def test_seeds_are_the_default(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "nothing to check: give files or folders" in capsys.readouterr().err
    article(project, "seeds/a.txt", "It sold 50.\n")
    assert main([]) == 0
    assert last(capsys) == "1 article, 1 figure, 1 checkable, 0 flags (0 new)"


def test_extract_writes_the_fact_table_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    assert main(["extract", "a.txt", "--facts", "mine.csv"]) == 0
    assert capsys.readouterr().out == "1 article, 1 figure, 1 checkable\n"
    assert [p.name for p in project.glob("*.csv")] == ["mine.csv"]


def test_quiet(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    assert main(["a.txt", "-q"]) == 1
    assert capsys.readouterr().out == "1 article, 1 figure, 1 checkable, 1 flag (1 new)\n"


HEADER = "measure,entities,period_start,period_end,low,high,unit,source,url"
SUPPLY = "oil supply,World,2024-01-01,2024-12-31,102,103,barrel per day,IEA,"


def test_references_are_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5.\n")
    article(project, "known.csv", f"{HEADER}\n{SUPPLY}\n")
    assert main(["a.txt", "--references", "known.csv"]) == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"{HEADER}\n{SUPPLY.replace('102', 'lots')}\n", "known.csv:2: low is 'lots'; it must be a number"),
        (f"{HEADER}\n{SUPPLY.replace('102', '104')}\n", "known.csv:2: low is above high"),
        (f"{HEADER}\n{SUPPLY.replace('2024-01-01', 'May')}\n", "known.csv:2: period_start is 'May'"),
        ("measure\noil\n", "known.csv:1: no column entities"),
    ],
)
def test_references_that_cannot_be_used(
    project: Path, capsys: pytest.CaptureFixture[str], content: str, message: str
) -> None:
    article(project, "a.txt", "It sold 5.\n")
    article(project, "known.csv", content)
    assert main(["a.txt", "--references", "known.csv"]) == 2
    assert message in capsys.readouterr().err


def test_columns_of_people_are_kept(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    main(["a.txt"])
    table = [row | {"owner": "Anna", "when": "-"} for row in rows(project / "flags.csv")]
    with (project / "flags.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]))
        writer.writeheader()
        writer.writerows(table)
    for _ in range(2):
        main(["a.txt"])
        assert "flags.csv: columns of your own, kept as they are: owner, when\n" in capsys.readouterr().err
    assert [row["owner"] for row in rows(project / "flags.csv")] == ["Anna"]
    main(["a.txt", "-q"])
    assert capsys.readouterr().err == ""


def test_a_verdict_given_during_the_run_is_not_lost(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from checks.engines import extraction

    article(project, "a.txt", "It sold 5000.\n")
    assert main(["a.txt"]) == 1
    extract = extraction.extracted

    def slow(*args: Any, **options: Any) -> Any:
        review(project / "flags.csv", n5000="fine")
        return extract(*args, **options)

    monkeypatch.setattr("checks.engines.extraction.extracted", slow)
    assert main(["a.txt"]) == 0
    assert rows(project / "flags.csv")[0]["verdict"] == "fine"
