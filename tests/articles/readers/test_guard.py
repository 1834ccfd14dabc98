"""The guarded process: what a parser does to it is no harm to the run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checks.articles.readers.document import Document, Refused
from checks.articles.readers.guard import Guard

READERS = {
    "loop": "while True:\n        pass",
    "sleep": "import time\n    time.sleep(3600)",
    "hungry": "return Document('x' * 10**10)",
    "crash": "import os\n    os._exit(3)",
    "deep": "return read(file)",
    "broken": "raise KeyError('one\\ntwo')",
    "prints": "print('noise')\n    return Document('It sold 5.', (0,), 'T')",
    "odd": "return Document('a\\ud800b \\U0001f600')",
    "empty": "return Document('  ')",
}


@pytest.fixture
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers that misbehave, among ours."""
    monkeypatch.syspath_prepend(tmp_path)
    for name, what in READERS.items():
        code = f"from checks.articles.readers.document import Document\n\n\ndef read(file):\n    {what}\n"
        (tmp_path / f"unruly_{name}.py").write_text(code)
    monkeypatch.setattr("checks.articles.readers.guard.PATIENCE", 2)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory and processor time are POSIX")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("loop", "took longer than 1 seconds, so it may be damaged; save it anew"),
        ("sleep", "took longer than 1 seconds"),
        ("hungry", "needs too much memory"),
        ("crash", "broke the reader, so it may be damaged"),
        ("deep", "is nested too deeply"),
        ("broken", r"is damaged and cannot be read \(KeyError: 'one\\ntwo'\)"),
        ("empty", "has no text in it"),
    ],
)
def test_a_file_that_breaks_a_parser_costs_only_itself(readers: None, name: str, message: str) -> None:
    with Guard(seconds=1) as guard:
        with pytest.raises(Refused, match=message):
            guard.read(f"unruly_{name}", b"x")
        assert guard.read("unruly_prints", b"x" * 100_000) == Document("It sold 5.", (0,), "T")


def test_what_comes_back(readers: None) -> None:
    with Guard() as guard:
        assert guard.read("unruly_odd", b"").text == "a\ufffdb \U0001f600"


def test_a_process_is_replaced_after_many_files(readers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.articles.readers.guard.FILES", 2)
    with Guard() as guard:
        seen = set()
        for _ in range(5):
            guard.read("unruly_prints", b"")
            assert guard._process is not None
            seen.add(guard._process.pid)
    assert len(seen) == 3
    assert guard._process is None
