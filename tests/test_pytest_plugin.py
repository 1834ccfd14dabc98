from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pandas as pd  # noqa: F401  (pytester unloads what its runs load, and numpy cannot be loaded twice)
import pytest

FLAGS = "flag,verdict,note\n"


@pytest.fixture
def news(pytester: pytest.Pytester, stages: None) -> pytest.Pytester:
    """A project with articles and a test of its own."""
    pytester.makepyfile(test_own="def test_own(): pass")
    folder = pytester.mkdir("news")
    (folder / "a.txt").write_text("It sold 5000 and 7.\n")
    (folder / "b.txt").write_text("It sold 7 of 8.\n")
    (folder / "c.txt").write_text("It sold nothing.\n")
    return pytester


def settings(pytester: pytest.Pytester, more: str = "pytest = true\n") -> None:
    pytester.makepyprojecttoml(f'[tool.checks]\npaths = ["news"]\n{more}')


Run = Callable[..., pytest.RunResult]


def plugin() -> list[str]:
    """What loads the plugin where the package is not installed."""
    installed = "checks" in entry_points(group="pytest11").names
    return [
        "-p",
        "no:cacheprovider",
        "-p",
        "no:hypothesispytest",
        *([] if installed else ["-p", "checks.pytest_plugin"]),
    ]


@pytest.fixture
def run(news: pytest.Pytester) -> Run:
    """Runs pytest in the project, in this process, where the stand-ins are."""
    return lambda *args: news.runpytest_inprocess(*plugin(), *args)


def test_checks_option(news: pytest.Pytester, run: Run) -> None:
    result = run("--checks", "news", "-v")
    result.assert_outcomes(passed=8, failed=2)
    result.stdout.fnmatch_lines(
        [
            "collecting ... collected 10 items",
            "news/a.txt::readable PASSED*",
            "news/a.txt::big-figure FAILED*",
            "news/a.txt::echo PASSED*",
            "news/b.txt::big-figure PASSED*",
            "news/b.txt::echo FAILED*",
            "*_ big-figure of news/a.txt _*",
            "1 flag: big-figure",
            "news/a.txt:1:9: error big-figure (f*)",
            "  It sold 5000 and 7.",
            "          ^^^^",
            "  5000 is big",
            "  expected: 999",
            "(mend the text, or give the flag a verdict in flags.csv)",
            "*_ echo of news/b.txt _*",
            "  7 again",
            '  evidence: news/a.txt:1 "7"',
            "FAILED news/a.txt::big-figure - 1 flag: big-figure",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    assert not (news.path / "facts.csv").exists()


def test_a_bare_run_in_a_project_that_asks_for_it(news: pytest.Pytester, run: Run) -> None:
    settings(news)
    run().assert_outcomes(passed=8, failed=2)
    run("test_own.py").assert_outcomes(passed=1)
    run("-k", "echo").assert_outcomes(passed=2, failed=1, deselected=7)


def test_one_rule(news: pytest.Pytester, run: Run) -> None:
    run("--checks", "news", "--checks-select", "echo").assert_outcomes(passed=6, failed=1)
    result = run("--checks", "news", "--checks-select", "ecko")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: there is no rule 'ecko'; did you mean 'echo'?*"])


def test_options_of_an_ini_file(news: pytest.Pytester, run: Run) -> None:
    news.makeini("[pytest]\nchecks_paths = news\nchecks_select = big-figure echo\nchecks_fail_on = error\n")
    run().assert_outcomes(passed=9, failed=1)
    run("test_own.py").assert_outcomes(passed=1)
    news.makeini("[pytest]\nchecks_paths = news\nchecks_fail_on = eror\n")
    result = run()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: checks_fail_on = eror: did you mean 'error'?*"])


def test_a_project_that_does_not_ask(news: pytest.Pytester, run: Run) -> None:
    run().assert_outcomes(passed=1)
    settings(news, "")
    run().assert_outcomes(passed=1)


def test_verdicts_and_fail_on_count(news: pytest.Pytester, run: Run) -> None:
    from checks.flags.identity import flag_id

    settings(news, 'pytest = true\nfail-on = "error"\n')
    run().assert_outcomes(passed=9, failed=1)
    flag = flag_id("big-figure", "news/a.txt/It sold 5000 and 7./0", [])
    (news.path / "flags.csv").write_text(f"{FLAGS}{flag},fine,\n")
    run().assert_outcomes(passed=10)
    (news.path / "flags.csv").write_text(f"{FLAGS}{flag},wrong,\n")
    run().assert_outcomes(passed=9, failed=1)


def test_xdist(pytester: pytest.Pytester) -> None:
    """Workers are other processes: the real stages."""
    folder = pytester.mkdir("news")
    (folder / "a.txt").write_text("Sales rose 20% from $100 million to $150 million, the company said.\n")
    (folder / "b.txt").write_text("Nothing was sold.\n")
    settings(pytester)
    result = pytester.runpytest_subprocess(*plugin(), "-n", "2", "--checks-select", "percent-change")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["news/a.txt:1:12: error percent-change (f*)", "* is a rise of 50%*"])


def test_references_and_evidence_of_the_settings_count(pytester: pytest.Pytester) -> None:
    pytester.mkdir("news").joinpath("a.txt").write_text("The canal cost $4.9 million, the board said.\n")
    pytester.path.joinpath("minutes.txt").write_text("The canal cost $4.9 billion.\n")
    settings(pytester, 'pytest = true\nevidence = ["minutes.txt"]\nselect = ["scale-slip"]\n')
    result = pytester.runpytest_subprocess(*plugin())
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(['  evidence: minutes.txt:1 "$4.9 billion"'])


def test_what_cannot_be_read(news: pytest.Pytester, run: Run) -> None:
    result = run("--checks", "none")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *none: there is no such file or folder*"])
    (news.path / "news" / "c.txt").write_bytes(b"\x7fELF\x00\x00\x01\x02\x00" * 100)
    result = run("--checks", "news")
    result.assert_outcomes(passed=5, failed=3, skipped=2)
    result.stdout.fnmatch_lines(["*c.txt: *"])


@pytest.mark.parametrize(
    ("more", "message"),
    [("select = 3", "select must be a list of strings"), ("nonsense = 3", "has no setting 'nonsense'")],
)
def test_broken_settings(news: pytest.Pytester, run: Run, more: str, message: str) -> None:
    settings(news, more)
    for args in ((), ("--checks", "news")):
        result = run(*args)
        assert result.ret == pytest.ExitCode.USAGE_ERROR
        result.stderr.fnmatch_lines([f"ERROR: *pyproject.toml: *{message}*"])
        result.stderr.no_fnmatch_line("*INTERNALERROR*")
    run("test_own.py").assert_outcomes(passed=1)


def test_asked_for_without_paths(news: pytest.Pytester, run: Run) -> None:
    """Passing would look as if the articles had been checked."""
    news.makepyprojecttoml("[tool.checks]\npytest = true\n")
    result = run()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *pytest = true needs paths, such as*"])


def test_a_check_that_fails_is_made_once(
    news: pytest.Pytester, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def fail(*_: object, **__: object) -> None:
        calls.append(1)
        raise RuntimeError("boom")

    monkeypatch.setattr("checks.rules.run", fail)
    result = run("--checks", "news")
    result.assert_outcomes(passed=4, failed=6)
    assert len(calls) == 1


def test_it_costs_nothing_where_it_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "test_modules.py").write_text(
        "import sys\n"
        "def test_modules():\n"
        "    ours = {m for m in sys.modules if m.startswith('checks')}\n"
        "    assert ours <= {'checks', 'checks.pytest_plugin'}, ours\n"
        "    assert 'pandas' not in sys.modules\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", *plugin()]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
