from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from checks.cli import main
from checks.commands.inputs import article_id, files, from_here, paths_of
from checks.settings import Settings


def test_an_article_has_one_name_from_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "root" / "deep").mkdir(parents=True)
    root = tmp_path / "root"
    monkeypatch.chdir(root / "deep")
    for given, name in (
        ("../a.txt", "a.txt"),
        ("b.txt", "deep/b.txt"),
        (str(root / "a.txt"), "a.txt"),
        ("../../c.txt", "../c.txt"),
        (str(tmp_path / "c.txt"), "../c.txt"),
    ):
        assert article_id(Path(given), root) == name
    settings = Settings(root=root, paths=("../c.txt", "deep", str(tmp_path)))
    assert paths_of((), settings) == [Path("../../c.txt"), Path(), tmp_path]
    assert from_here("flags.csv", settings) == Path("../flags.csv")


def test_a_file_is_read_once(project: Path) -> None:
    (project / "news").mkdir()
    (project / "news" / "a.txt").write_text("It sold 5.\n")
    (project / "news" / "b.txt").write_text("It sold 6.\n")
    (project / "news" / "link.txt").symlink_to("a.txt")
    paths = [Path("news/b.txt"), Path("news"), Path("./news/a.txt"), Path("none"), project / "news"]
    problems: dict[str, str] = {}
    assert [p.name for p in files(paths, Settings(root=project), problems)] == ["b.txt", "a.txt"]
    assert list(problems) == ["none"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_file_name_that_is_no_utf_8(project: Path) -> None:
    with open(b"caf\xe9.txt", "w", encoding="utf-8") as file:
        file.write("It sold 5000.\n")
    for _ in range(2):
        assert main(["."]) == 1
    assert "caf\\xe9.txt" in (project / "flags.csv").read_text(encoding="utf-8")
    assert os.listdir(b".")
