"""The command line on files of every format, on standard input and on globs."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import docx
import pytest

from checks.cli import main
from tests.articles.readers.conftest import made_pdf
from tests.conftest import article

SETTINGS = '[tool.checks]\ncolumns = {id = "slug", text = "body"}\n'


def flagged(folder: Path) -> list[tuple[str, str, str]]:
    with (folder / "flags.csv").open(encoding="utf-8-sig", newline="") as file:
        return [(row["article"], row["line"], row["surface"]) for row in csv.DictReader(file)]


def documents(folder: Path) -> None:
    """One of each format in `folder`/news, with a big figure in each."""
    article(folder, "news/a.txt", "Sold\n\nIt sold 1001.\n")
    article(folder, "news/b.md", "# Sold\n\nIt sold 2001.\n")
    article(folder, "news/c.html", "<html><body><p>The quay opened.</p><p>It sold 3001.</p></body></html>")
    (folder / "news/d.pdf").write_bytes(made_pdf([["It opened."], ["It sold 4001."]]))
    document = docx.Document()
    for line in ("Sold", "", "It sold 5001."):
        document.add_paragraph(line)
    document.save(str(folder / "news/e.docx"))
    article(folder, "news/f.csv", "id,text\nx,It opened.\ny,It sold 6001.\n")
    article(folder, "news/g.jsonl", json.dumps({"id": 7, "text": "It sold 7001."}) + "\n")
    article(folder, "news/data.csv", "year,sold\n2024,8001\n")


def test_a_folder_of_everything(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents(project)
    assert main(["news"]) == 1
    assert flagged(project) == [
        ("news/a.txt", "3", "1001"),
        ("news/b.md", "3", "2001"),
        ("news/c.html", "2", "3001"),
        ("news/d.pdf", "2", "4001"),
        ("news/e.docx", "2", "5001"),
        ("news/f.csv#y", "3", "6001"),
        ("news/g.jsonl#7", "1", "7001"),
    ]
    told = capsys.readouterr()
    assert told.err == "", "the table of data is passed over without a word"
    for place in ("3:9", "paragraph 2", "page 2", "row 3", "row 1"):
        assert f"\n  {place} " in told.out, place
    assert main(["explain", "news/d.pdf:2"]) == 0
    assert "\nnews/d.pdf page 2\n" in capsys.readouterr().out


def test_a_table_of_data_named_itself_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents(project)
    assert main(["news/data.csv"]) == 2
    assert (
        "news/data.csv: no column id and none text, so it is no table of articles" in capsys.readouterr().err
    )


def test_names_of_columns_in_the_settings(project: Path) -> None:
    article(project, "pyproject.toml", SETTINGS)
    article(project, "news/f.csv", "slug,body\nx,It sold 6001.\n")
    assert main(["news"]) == 1
    assert flagged(project) == [("news/f.csv#x", "2", "6001")]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ('{texts = "body"}', "columns cannot have 'texts'; did you mean 'text'?"),
        ("{text = 3}", "columns text must be a string, not 3"),
        ('"body"', "tool.checks.columns must be a table: [tool.checks.columns] and text ="),
    ],
)
def test_wrong_columns_are_a_line(
    project: Path, capsys: pytest.CaptureFixture[str], wrong: str, message: str
) -> None:
    article(project, "pyproject.toml", f"[tool.checks]\ncolumns = {wrong}\n")
    assert main(["news"]) == 2
    assert message in capsys.readouterr().err


def test_a_row_keeps_its_verdict_until_it_goes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "f.csv", "id,text\nx,It sold 6001.\ny,It sold 7001.\n")
    article(project, "a.txt", "It sold 5.\n")
    main(["f.csv"])
    flags = project / "flags.csv"
    flags.write_text(flags.read_text(encoding="utf-8").replace(".,,\n", ".,fine,\n"), encoding="utf-8")
    assert main(["f.csv"]) == 0
    assert main(["a.txt"]) == 0
    assert len(flagged(project)) == 2, "the table was not read, so its flags stay"
    article(project, "f.csv", "id,text\ny,It sold 7001.\n")
    capsys.readouterr()
    assert main(["f.csv"]) == 0
    assert flagged(project) == [("f.csv#y", "2", "7001")]
    assert "1 reviewed flag no longer found" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"Sold\n\nIt sold 1001.\n", "3:9"),
        (b"<!DOCTYPE html><html><body><p>It opened.</p><p>It sold 1001.</p></body></html>", "paragraph 2"),
        (made_pdf([["It opened."], ["It sold 1001."]]), "page 2"),
        ("It sold 1001.".encode("utf-16"), "1:9"),
    ],
    ids=["text", "html", "pdf", "utf-16"],
)
def test_standard_input(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    data: bytes,
    place: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["-", "--dry-run"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("stdin\n")
    assert f"\n  {place} " in out


def test_nothing_on_standard_input_is_a_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert main(["-"]) == 2
    assert capsys.readouterr().err.startswith("standard input: is empty")


def test_globs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents(project)
    article(project, "news/deep/h.txt", "It sold 9001.\n")
    assert main(["news/*.txt", "news/**/h.*"]) == 1
    assert [name for name, *_ in flagged(project)] == ["news/a.txt", "news/deep/h.txt"]
    assert main(["news/*.rtf"]) == 2
    assert "news/*.rtf: matches no file that ends in .txt" in capsys.readouterr().err
    article(project, "odd[1].txt", "It sold 9001.\n")
    assert main(["odd[1].txt"]) == 1, "a file of that name is no pattern"


def test_a_missing_extra_is_one_line_for_all_its_files(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    documents(project)
    (project / "news/d2.pdf").write_bytes((project / "news/d.pdf").read_bytes())
    for module in ("pypdf", "docx"):
        monkeypatch.setitem(sys.modules, module, None)
    assert main(["news"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "news/d.pdf and 1 more: reading it needs pypdf, which is not installed:"
        " pip install 'numeric-checks[pdf]'",
        "news/e.docx: reading it needs python-docx, which is not installed:"
        " pip install 'numeric-checks[docx]'",
        "3 paths could not be read and went unchecked (see above)",
    ]


def test_bad_files_are_lines_and_the_rest_is_checked(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents(project)
    (project / "news/d.pdf").write_bytes(b"PK\x03\x04" + bytes(100))
    (project / "news/e.docx").write_bytes(b"%PDF-1.4")
    (project / "news/c.html").write_bytes(bytes(range(256)))
    assert main(["news", "--quiet"]) == 1
    err = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in err[:3]] == ["news/c.html", "news/d.pdf", "news/e.docx"]
    assert len(flagged(project)) == 4


def test_rules_left_out_for_a_table(project: Path) -> None:
    article(project, "pyproject.toml", '[tool.checks.per-path-ignores]\n"wire.csv" = ["big-figure"]\n')
    article(project, "news/wire.csv", "id,text\nx,It sold 6001.\n")
    assert main(["news"]) == 0


def test_changed_files_may_be_tables(project: Path) -> None:
    article(project, "f.csv", "id,text\nx,It sold 6001.\n")
    article(project, "a.txt", "It sold 5001.\n")
    assert main(["f.csv", "a.txt", "--changed", "f.csv"]) == 1
    article(project, "b.txt", "It sold 5002.\n")
    assert main(["f.csv", "a.txt", "--changed", "b.txt"]) == 0


def test_evidence_of_every_format(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from checks.articles.datatable import DataTable
    from checks.commands.evidence import read_evidence
    from checks.commands.output import Console
    from checks.settings import load

    documents(project)
    evidence = read_evidence(["news"], load(project), [], Console())
    assert evidence is not None
    assert [(one.id, isinstance(one, DataTable)) for one in evidence] == [
        ("news/a.txt", False),
        ("news/b.md", False),
        ("news/c.html", False),
        ("news/d.pdf", False),
        ("news/data.csv", True),
        ("news/e.docx", False),
        ("news/f.csv#x", False),
        ("news/f.csv#y", False),
        ("news/g.jsonl#7", False),
    ]
    (project / "news/d.pdf").write_bytes(b"%PDF-1.4")
    assert main(["news/a.txt", "--evidence", "news/d.pdf"]) == 2
    assert "evidence: news/d.pdf: is damaged" in capsys.readouterr().err
