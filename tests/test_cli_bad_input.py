"""What cannot be done is one clear line and exit 2, and the rest of the run goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checks.cli import main
from tests.conftest import article


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["none.txt"], "none.txt: there is no such file or folder"),
        (["empty"], "empty: has no article in it"),
        (["a.txt", "--select", "ecko"], "there is no rule 'ecko'; did you mean 'echo'?"),
        (["a.txt", "--ignore", "zzz"], "there is no rule 'zzz'; the rules are big-figure, echo"),
        (["a.txt", "--facts", "none/facts.csv"], "none/facts.csv: cannot be written"),
        (["a.txt", "--flags", "empty"], "empty: cannot be read"),
        (["a.txt", "--references", "none.csv"], "none.csv: cannot be read (No such file"),
        (["a.txt", "--references", "a.txt"], "a.txt:1: no column measure, entities"),
        (["a.txt", "--fail-on", "always"], "invalid choice: 'always'"),
        (["explain", "ecko"], "did you mean 'echo'?"),
        (["explain", ""], "is no rule"),
        (["extract", "none.txt"], "none.txt: there is no such file or folder"),
    ],
)
def test_what_cannot_be_done_is_a_line_and_exit_2(
    project: Path, capsys: pytest.CaptureFixture[str], argv: list[str], message: str
) -> None:
    article(project, "a.txt", "It sold 5.\n")
    (project / "empty").mkdir()
    assert main(argv) == 2
    err = capsys.readouterr().err
    assert message in err
    assert "Traceback" not in err
    assert not (project / "flags.csv").exists()


def test_the_rest_goes_on(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5.\n")
    article(project, "b.txt", "It sold 6.\n")
    (project / "b.txt").write_bytes(b"\x7fELF\x00\x00\x01\x02\x00" * 100)
    assert main(["a.txt", "b.txt", "none.txt", "a.txt", "./a.txt"]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines()[-1].startswith("1 article, 1 figure")
    *lines, last = captured.err.splitlines()
    assert sorted(line.split(":")[0] for line in lines) == ["b.txt", "none.txt"]
    assert last == "2 paths could not be read and went unchecked (see above)"


def test_a_flags_file_that_cannot_be_read_is_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    (project / "flags.csv").write_bytes(b"flag,verdict\nf1,\xff\n")
    assert main(["a.txt"]) == 2
    assert "flags.csv: not UTF-8" in capsys.readouterr().err
    assert (project / "flags.csv").read_bytes() == b"flag,verdict\nf1,\xff\n"
    assert not (project / "facts.csv").exists()


def test_a_row_that_cannot_be_used_is_set_aside(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    main(["a.txt"])
    damaged = (project / "flags.csv").read_text() + "f123,fine\n"
    (project / "flags.csv").write_text(damaged)
    assert main(["a.txt"]) == 1
    assert "flags.csv:3: 2 cells under 16 columns" in capsys.readouterr().err
    assert (project / "flags.csv.bak").read_text() == damaged


def test_a_broken_table_of_settings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "pyproject.toml", "[tool.checks]\npaths = 3\n")
    assert main([]) == 2
    assert "[tool.checks] paths must be a list of strings" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('select = ["ecko"]', "pyproject.toml: [tool.checks]: there is no rule 'ecko'; did you mean 'echo'?"),
        ('paths = ["news"]\nexclude = ["news"]', "[tool.checks] exclude leaves out every file of news"),
        ('rules = ["no_such_module"]', "[tool.checks] rules: 'no_such_module' cannot be loaded"),
    ],
)
def test_settings_that_leave_nothing_to_do(
    project: Path, capsys: pytest.CaptureFixture[str], toml: str, message: str
) -> None:
    article(project, "pyproject.toml", f"[tool.checks]\n{toml}\n")
    article(project, "news/a.txt", "It sold 5000.\n")
    assert main([] if "paths" in toml else ["news"]) == 2
    assert message in capsys.readouterr().err


def test_a_command_after_the_options(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000.\n")
    assert main(["-q", "extract", "a.txt"]) == 2
    assert "the command goes first: python -m checks extract" in capsys.readouterr().err
    (project / "extract").mkdir()
    article(project, "extract/b.txt", "It sold 50.\n")
    assert main(["-q", "./extract"]) == 0


def test_a_model_that_is_not_installed(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from checks.facts import ModelMissing

    def missing(*_: object, **__: object) -> None:
        raise ModelMissing("the language model x is not installed; run: pip install x")

    article(project, "a.txt", "It sold 5000.\n")
    monkeypatch.setattr("checks.engines.extraction.extracted", missing)
    assert main(["a.txt"]) == 2
    assert capsys.readouterr().err == "checks: the language model x is not installed; run: pip install x\n"


@pytest.mark.parametrize(("error", "code"), [(RuntimeError("boom\nmore"), 2), (KeyboardInterrupt(), 130)])
def test_no_traceback_reaches_a_user(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    article(project, "a.txt", "It sold 5.\n")
    monkeypatch.setattr("checks.engines.extraction.extracted", fail)
    assert main(["a.txt"]) == code
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert ("boom (set CHECKS_DEBUG=1" in err) == (code == 2)
    assert not (project / "flags.csv").exists()
    if isinstance(error, RuntimeError):
        error.add_note("in the rule x")
        main(["a.txt"])
        assert "RuntimeError: boom; in the rule x (set" in capsys.readouterr().err
        monkeypatch.setenv("CHECKS_DEBUG", "1")
        with pytest.raises(RuntimeError):
            main(["a.txt"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--facts", "a.txt"], "a.txt: is no table of ours"),
        (["--flags", os.devnull], "it is no ordinary file"),
        (["--flags", "none/flags.csv"], "there is no folder none); make it first"),
    ],
)
def test_nothing_but_a_table_is_written_over(
    project: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    path = article(project, "a.txt", "It sold 5000.\n")
    assert main(["a.txt", *options]) == 2
    assert message in capsys.readouterr().err
    assert path.read_text() == "It sold 5000.\n"
    assert [p.name for p in project.iterdir()] == ["a.txt"]


def test_a_reader_that_goes_away() -> None:
    """`python -m checks --help | head -0` and the like: no traceback."""
    code = "from checks.commands.output import Console; [Console().print('x' * 99) for _ in range(9999)]"
    run = f'"{sys.executable}" -c "{code}" | head -1'
    done = subprocess.run(["bash", "-c", run], capture_output=True, text=True, check=False, timeout=20)
    assert done.stdout == "x" * 99 + "\n"
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize(
    ("redirection", "code", "message"),
    [
        (">/dev/full", 2, "checks: standard output cannot be written (No space left on device)\n"),
        (">&-", 0, ""),
        ("2>&-", 0, ""),
    ],
)
def test_standard_output_that_takes_nothing(redirection: str, code: int, message: str) -> None:
    run = f'"{sys.executable}" -m checks explain percent-change {redirection}'
    done = subprocess.run(["bash", "-c", run], capture_output=True, text=True, check=False, timeout=20)
    assert (done.returncode, done.stderr) == (code, message)
