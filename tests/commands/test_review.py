"""`python -m checks review`, from its arguments to what it prints at the end."""

from __future__ import annotations

import _thread
import json
import signal
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks.cli import main
from checks.commands import review
from checks.commands.options import Options
from checks.settings import Settings
from tests.conftest import article


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C works, even where the tests were started in the background of a script, which ignores it."""
    usual = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, usual)


@pytest.mark.usefixtures("interruptible")
def test_a_review_from_start_to_end(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "It sold 5000, then 6000.\n")
    seen: list[str] = []

    def visit(url: str) -> None:
        with urllib.request.urlopen(url, timeout=10) as answer:
            seen.append(answer.read().decode())
        flag = (project / "flags.csv").read_text().splitlines()[1].split(",")[0]
        told = {"flag": flag, "verdict": "wrong", "note": "", "since": 0, "seen": {"verdict": "", "note": ""}}
        headers = {"Content-Type": "application/json", "Origin": "http://" + url.split("/")[2]}
        asked = urllib.request.Request(f"{url}verdict", json.dumps(told).encode(), headers)
        with urllib.request.urlopen(asked, timeout=10):
            _thread.interrupt_main()

    visits: list[threading.Thread] = []

    def ready(url: str) -> None:
        visits.append(threading.Thread(target=visit, args=(url,)))
        visits[0].start()

    code = review.run(Options(paths=("a.txt",)), Settings(root=project), browser=False, ready=ready)
    visits[0].join()
    out = capsys.readouterr().out.splitlines()
    assert code == 0
    assert out[0].startswith("Reviewing 2 flags at http://127.0.0.1:")
    assert out[-1].split() == ["big-figure", "1", "0", "1", "100%"]
    assert 'data-live="flags.csv"' in seen[0]
    assert main(["review", "--stats"]) == 0
    assert capsys.readouterr().out.splitlines() == out[-3:]


def test_no_flag_and_no_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--stats"]) == 0
    assert capsys.readouterr().out == "flags.csv: no flag\n"


def test_a_port_out_of_range(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "a.txt", "5000")
    assert main(["review", "a.txt", "--port", "99999", "--no-browser"]) == 2
    assert "give another --port" in capsys.readouterr().err
