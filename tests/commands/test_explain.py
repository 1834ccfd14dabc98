from __future__ import annotations

from pathlib import Path

import pytest

from checks.cli import main
from checks.rules import catalogue


def flag_of(surface: str, folder: Path) -> str:
    lines = (folder / "flags.csv").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if f",{surface}," in line]
    return line.split(",")[0]


def test_a_flag_with_its_sentence_and_evidence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.txt").write_text("First 75, then 7 came.\n")
    (project / "b.txt").write_text("A line.\nThe 77 sold 7 of 7.\n")
    main(["a.txt", "b.txt", "--select", "echo"])
    lines = (project / "flags.csv").read_text().splitlines()
    flag = next(line.split(",")[0] for line in lines if ",13,20,21,7," in line)
    (project / "flags.csv").write_text((project / "flags.csv").read_text().replace(",,\n", ",fine,seen\n"))
    capsys.readouterr()
    assert main(["explain", flag[:9]]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{flag}  warning  echo  confidence 0.9  fine",
        "b.txt:2:13",
        "",
        "  The 77 sold 7 of 7.",
        "              ^",
        "",
        "7 again",
        "note: seen",
        "",
        'a.txt:1 "7"',
        "  First 75, then 7 came.",
        "                 ^",
    ]


def test_a_flag_without_the_fact_table(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.txt").write_text("It sold 5000.\n")
    main(["a.txt"])
    (project / "facts.csv").unlink()
    assert main(["explain", flag_of("5000", project)]) == 0
    captured = capsys.readouterr()
    assert "       ^^^^" in captured.out
    assert "the evidence is shown without its sentences" in captured.err


def test_an_ambiguous_beginning(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.txt").write_text("It sold 5000 and 6000.\n")
    main(["a.txt"])
    assert main(["explain", "f"]) == 2
    assert "2 flags begin with 'f'" in capsys.readouterr().err


@pytest.mark.parametrize("rule", sorted(catalogue()))
def test_every_rule_can_be_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", rule]) == 0
    out = capsys.readouterr().out
    for heading in ("What it flags", "Why it matters", "What it leaves alone", "Flagged", "Not flagged"):
        assert f"\n{heading}\n" in out
    assert "  → " in out


def test_flags_by_their_place(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.txt").write_text("It sold 5000.\n\nAnd 6000 and 7000.\n")
    main(["a.txt"])
    capsys.readouterr()
    for place, surfaces in (("a.txt:1", ["5000"]), ("a.txt:3", ["6000", "7000"]), ("a.txt:3:14", ["7000"])):
        assert main(["explain", place]) == 0
        out = capsys.readouterr().out
        assert [s for s in ("5000", "6000", "7000") if f"{s} is big" in out] == surfaces
    for place in ("a.txt:2", "a.txt:33", "a.txt:3:1"):
        assert main(["explain", place]) == 2


def test_evidence_that_the_fact_table_no_longer_holds(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a.txt").write_text("It sold 7.\n")
    (project / "b.txt").write_text("It sold 7.\n")
    main(["a.txt", "b.txt"])
    main(["b.txt"])
    capsys.readouterr()
    assert main(["explain", "b.txt:1"]) == 0
    assert 'a.txt:1 "7"\n  (its sentence is not in the fact table' in capsys.readouterr().out
