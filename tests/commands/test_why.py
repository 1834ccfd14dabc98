"""Why two figures were held to be the same, also where the articles are no longer what they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.cli import main

HEAD = "The quake in Tavria killed {} people."


@pytest.fixture
def flag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """The id of a flag of `b.txt` against `a.txt` in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.checks]\n")
    (tmp_path / "a.txt").write_text(HEAD.format(212) + " Schools stay shut.\n")
    (tmp_path / "b.txt").write_text("Tavria\n\nOn Monday a quake in Tavria left 122 people dead.\n")
    main(["a.txt", "b.txt", "--select", "conflicting-value"])
    capsys.readouterr()
    (line,) = (tmp_path / "flags.csv").read_text().splitlines()[1:]
    return line.split(",")[0]


def test_the_reasons_in_words(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", flag]) == 0
    out = capsys.readouterr().out
    assert "because\n    the same measure (killed, people)\n" in out
    assert "the same owner (Tavria)\n" in out
    assert "measure: people dead here, people killed there\n" in out
    assert "time: " in out
    assert "published: named in neither\n" in out
    assert "articles: neither repeats nor retells the other" in out
    assert "quake in Tavria left 122 people dead" in out
    assert HEAD.format(212) in out


def test_articles_that_vanished_or_changed(
    flag: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").write_text("Something else.\n")
    assert main(["explain", flag]) == 0
    captured = capsys.readouterr()
    assert "whether it repeats another article, cannot be told" in captured.err
    assert "b.txt has changed since the fact table was written" in captured.err
    assert "the same measure (killed, people)" in captured.out
    assert "articles: whether one repeats or retells the other cannot be told" in captured.out


def test_a_pair_that_is_no_more(flag: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = (tmp_path / "facts.csv").read_text()
    (tmp_path / "facts.csv").write_text(table.replace("people dead", "miles"))
    assert main(["explain", flag]) == 0
    assert "cannot be told: the flagged one is not in" in capsys.readouterr().out


def test_a_rule_over_one_article_needs_no_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Sales rose 20% from $100 million to $150 million.\n")
    main(["a.txt", "--select", "percent-change"])
    capsys.readouterr()
    assert main(["explain", "a.txt:1"]) == 0
    assert "held to be the same" not in capsys.readouterr().out
