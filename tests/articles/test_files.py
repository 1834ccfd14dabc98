"""Paths, folders and globs to files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checks.articles import Unreadable, collect, read


def test_what_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path / ("x" * 300), tmp_path):
        with pytest.raises(Unreadable):
            read(path, id="a.txt")
    with pytest.raises(Unreadable, match="no such file or folder"):
        collect(tmp_path / "none")
    with pytest.raises(Unreadable, match=r"has no article in it; put files there that end in \.txt"):
        collect(tmp_path)


def test_collect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "b.txt",
        "a.MD",
        "c.csv",
        ".hidden.txt",
        "deep/er/d.markdown",
        ".git/e.txt",
        "drafts/f.txt",
        "README",
    ):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    names = ["in/a.MD", "in/b.txt", "in/c.csv", "in/deep/er/d.markdown", "in/drafts/f.txt"]
    assert [p.as_posix() for p in collect(folder)] == names
    assert collect(folder / "README") == [folder / "README"]
    for globs in (["drafts"], ["drafts/"], ["in/drafts/*"], ["f.txt"], ["drafts/*.txt"]):
        assert [p.as_posix() for p in collect(folder, globs)] == names[:4]
    assert collect(folder, ["*"]) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_in_a_folder_does_not_hang_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert collect(tmp_path) == [tmp_path / "gone.txt"]
