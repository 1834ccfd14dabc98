"""The command on inputs that are checked in parts."""

from __future__ import annotations

import csv
import gzip
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from benchmarks.corpora import generate
from benchmarks.corpora.files import write
from checks.cli import main
from checks.commands.corpus import given as inputs
from checks.tables import FACTS, FLAGS

TEXT = "Sales rose 20% to $150 million from $100 million, the company said.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    write(generate(24, share=0.6), path, None)
    return path


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is too large to be checked in memory."""
    monkeypatch.setattr(inputs, "LARGE", 0)


def rows(path: str) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_files_as_in_memory(
    news: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([str(news), "--no-cache", "-j", "1"]) == 1
    whole = (Path("facts.csv").read_bytes(), Path("flags.csv").read_bytes(), capfd.readouterr().out)
    Path("facts.csv").unlink()
    Path("flags.csv").unlink()
    monkeypatch.setattr(inputs, "LARGE", 0)
    assert main([str(news), "-j", "1"]) == 1
    assert (Path("facts.csv").read_bytes(), Path("flags.csv").read_bytes(), capfd.readouterr().out) == whole
    # once more: nothing is done again, and a verdict stays
    text = Path("flags.csv").read_text(encoding="utf-8-sig")
    flagged = rows("flags.csv")
    flagged[0]["verdict"] = "fine"
    pd.DataFrame(flagged).to_csv("flags.csv", index=False)
    monkeypatch.setattr("checks.engines.corpus.buckets.judged", None)
    main([str(news), "-j", "1"])
    assert [row["verdict"] for row in rows("flags.csv")] == ["fine", *[""] * (len(flagged) - 1)]
    assert Path("flags.csv").read_text(encoding="utf-8-sig").replace(",fine,", ",,", 1) == text


def test_tables_in_parquet_files(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    command = [str(news), "-q", "-j", "1", "--facts", "out/facts.parquet", "--flags", "out/flags.parquet"]
    assert main(command) == 1
    told = capfd.readouterr().out
    assert main(command) == 1
    assert capfd.readouterr().out == told
    facts, flags = pd.read_parquet("out/facts.parquet"), pd.read_parquet("out/flags.parquet")
    assert (list(facts.columns), list(flags.columns)) == (list(FACTS), list(FLAGS))
    assert f" {len(facts):,} figures" in told
    assert f" {len(flags):,} flags" in told
    assert not Path("facts.csv").exists()


def test_extract(news: Path, large: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(news), "-q", "-j", "1"]) == 0
    assert f"{len(rows('facts.csv')):,} figures" in capfd.readouterr().out
    assert not Path("flags.csv").exists()


def test_a_url(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("fsspec")
    assert main([f"file://{news}", "-q", "-j", "1", "--flags", f"file://{Path.cwd()}/flags.parquet"]) == 1
    assert "24 articles" in capfd.readouterr().out
    assert set(pd.read_parquet("flags.parquet")["article"].str.startswith("file://")) == {True}


def test_a_dry_run_writes_nothing(news: Path, large: None) -> None:
    assert main([str(news), "-q", "-n", "-j", "1"]) == 1
    assert not list(Path.cwd().iterdir())


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--html", "page.html"], "--html holds every article of a run; name fewer articles"),
        (["--resume", "--no-cache"], "--resume goes on from the cache's folder"),
        (["--flags", "taken/flags.parquet"], "holds mine.txt, which is not ours"),
        (["--scheduler", "tcp://127.0.0.1:9"], "no scheduler answers at tcp://127.0.0.1:9"),
    ],
)
def test_what_cannot_be_done(
    options: list[str],
    told: str,
    news: Path,
    large: None,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("checks.engines.dask._WAIT", 1)
    Path("taken/flags.parquet").mkdir(parents=True)
    Path("taken/flags.parquet/mine.txt").touch()
    assert main([str(news), "-q", "-j", "1", *options]) == 2
    error = capfd.readouterr().err
    assert told in error
    assert "--resume" not in error or "--resume" in options


def test_a_review_holds_every_article(news: Path, large: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(news), "--no-browser"]) == 2
    assert "name fewer articles" in capfd.readouterr().err


def test_a_folder_of_somebodys_parquet_files_is_left_alone(
    news: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("mine.parquet").mkdir()
    Path("mine.parquet/part-0.parquet").write_bytes(b"mine")
    assert main([str(news), "-q", "-j", "1", "--facts", "mine.parquet"]) == 2
    assert "holds part-0, which is not ours" in capfd.readouterr().err
    assert [path.name for path in Path("mine.parquet").iterdir()] == ["part-0.parquet"]
    assert main([str(news), "--facts", "t.parquet", "--flags", "t.parquet"]) == 2
    assert "facts and flags are two tables" in capfd.readouterr().err
    assert not [path for path in Path.cwd().iterdir() if path.name.startswith(".t")]


def test_what_changes_the_answer_is_asked_anew(
    news: Path, large: None, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = Path("copy.jsonl")
    for given in (str(copy), f"file://{copy.absolute()}"):
        for count in (20, 9):
            copy.write_text("".join(news.open(encoding="utf-8").readlines()[:count]), encoding="utf-8")
            main([given, "-q", "-n", "-j", "1"])
            assert f"{count} articles" in capfd.readouterr().out
            main([given, "-q", "-j", "1"])
            assert f"{count} articles" in capfd.readouterr().out


def test_one_file_under_two_names_is_read_once(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([str(news), f"file://{news}", f"file://{news.parent}/./{news.name}", "-q", "-j", "1"]) == 1
    assert "24 articles" in capfd.readouterr().out


def test_verdicts_on_what_cannot_be_read_stay(
    news: Path, large: None, capfd: pytest.CaptureFixture[str]
) -> None:
    packed = Path("news.jsonl.gz")
    packed.write_bytes(gzip.compress(news.read_bytes()))
    Path("pyproject.toml").write_text("[tool.checks]\n")
    assert main([str(packed), "-q", "-j", "1"]) == 1
    flagged = rows("flags.csv")
    pd.DataFrame([row | {"verdict": "fine"} for row in flagged]).to_csv("flags.csv", index=False)
    packed.write_bytes(packed.read_bytes()[:40])
    Path("other.txt").write_text(TEXT)
    main([str(packed), "other.txt", "-q", "-j", "1"])
    kept = [row for row in rows("flags.csv") if row["verdict"] == "fine"]
    assert len(kept) == len(flagged) > 0


def test_two_runs_at_once_have_a_folder_each(
    news: Path, large: None, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main([str(news), "-q", "-j", "1"]) == 1
    (mark,) = Path(".checks_cache/work").glob("*")
    (mark / "at_work.json").write_text(json.dumps({"host": socket.gethostname(), "process": os.getppid()}))
    assert main([str(news), "-q", "-j", "1"]) == 1
    assert main([str(news), "-q", "-j", "1", "--resume"]) == 2
    assert "another run of these articles is at work there" in capfd.readouterr().err
    assert mark.exists()


def test_a_folder_that_cannot_be_written(news: Path, large: None, capfd: pytest.CaptureFixture[str]) -> None:
    Path("file").touch()
    assert main([str(news), "-q", "-j", "1", "--work", "file"]) == 2
    assert "give another folder by --work" in capfd.readouterr().err


def test_a_path_that_is_not_there_costs_a_line(
    news: Path, large: None, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([str(news), "gone.txt", "-n", "-j", "1"]) == 1
    told = capfd.readouterr()
    assert "gone.txt: " in told.err
    assert "1 path could not be read" in told.err
    assert "24 articles" in told.out


def test_standard_input_is_checked_in_memory(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["-", "--engine", "dask"]) == 2
    assert "standard input is checked in memory" in capfd.readouterr().err


def test_nothing_that_can_be_read(large: None, capfd: pytest.CaptureFixture[str]) -> None:
    Path("empty.txt").touch()
    assert main(["empty.txt", "-j", "1"]) == 2
    told = capfd.readouterr().err
    assert "empty.txt: is empty" in told
    assert "no article could be read, so nothing was checked" in told
    assert not Path("flags.csv").exists()


def test_a_comment_that_cannot_be_followed_is_told_before_reading(
    large: None, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(f"{TEXT}\n<!-- checks: ignore percent-chnge -->\n")
    assert main(["a.txt", "-j", "1"]) == 2
    assert "a.txt:3: " in capfd.readouterr().err


def name(n: int) -> str:
    return "".join(chr(97 + int(digit) * 2) for digit in str(n)).capitalize() + "os"


def test_ctrl_c_ends_within_two_seconds_and_what_was_done_is_kept(tmp_path: Path) -> None:
    lines = (
        json.dumps({"id": str(n), "text": f"{name(n)} sold {n + 1000:,} of its cars in {name(7 * n)}."})
        for n in range(1600)
    )
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    command = [
        sys.executable,
        "-m",
        "checks",
        "many.jsonl",
        "--resume",
        "-q",
        "-j",
        "2",
        "--fail-on",
        "never",
    ]
    environment = os.environ | {"PYTHONPATH": str(Path(inputs.__file__).parents[3])}
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not list(tmp_path.glob("**/done/read/*")):
        assert process.poll() is None
        time.sleep(0.05)
    start = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert time.monotonic() - start < 2 * 3  # the machine of the tests may be busy
    assert "go on with --resume" in told
    assert not list(tmp_path.glob("*.csv"))
    assert list(tmp_path.glob("**/facts/*.parquet"))
