"""Evidence from files: what is read, and what is said of the rest."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest

from checks.cli import main
from checks.commands.evidence import read_tables
from checks.errors import UserError
from tests.conftest import article


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("none", "none: there is no such file or folder"),
        ("empty", "empty: the folder holds none; put files there that end in"),
        ("a.txt", "a.txt: is checked, so it cannot be evidence too"),
        ("blank.txt", "blank.txt: is empty"),
        ("head.csv", "head.csv: has no rows"),
        ("blank.csv", "blank.csv: cannot be read as CSV"),
        ("news", "news: holds no evidence but what is checked"),
    ],
)
def test_what_is_no_evidence_is_a_line_and_exit_2(
    project: Path, capsys: pytest.CaptureFixture[str], given: str, message: str
) -> None:
    for name, text in {
        "a.txt": "It sold 5.\n",
        "blank.txt": "",
        "head.csv": "a,b\n",
        "blank.csv": "",
    }.items():
        article(project, name, text)
    article(project, "news/b.txt", "It sold 5.\n")
    (project / "empty").mkdir()
    assert main(["a.txt", "news", "--evidence", given]) == 2
    assert message in capsys.readouterr().err


def test_a_checked_article_in_a_folder_of_evidence_is_passed_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(project, "reports/draft.md", "It sold 5.\n")
    article(project, "reports/q3.txt", "It sold 5 in all.\n")
    assert main(["reports/draft.md", "--evidence", "reports"]) == 0
    assert "reports/draft.md: is checked, and so is no evidence" in capsys.readouterr().err


def test_cells_of_a_csv_stay_as_printed(tmp_path: Path) -> None:
    path = article(tmp_path, "t.csv", 'name,sold\n"Orbix, Inc","1,200"\nNA,007\n')
    (table,) = read_tables(path, "t.csv")
    assert table.columns == ("name", "sold")
    assert table.rows == (("Orbix, Inc", "1,200"), ("NA", "007"))


@pytest.mark.parametrize(
    ("name", "library", "extra"), [("t.xlsx", "openpyxl", "xlsx"), ("t.parquet", "pyarrow", "parquet")]
)
def test_a_missing_library_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    path = article(tmp_path, name, "no such thing")
    for module in ("openpyxl", "pyarrow", "fastparquet"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(
        UserError, match=f"needs {library}, which is not installed: pip install 'numeric-checks"
    ):
        read_tables(path, name)


def test_sheets_of_a_workbook_are_tables(tmp_path: Path) -> None:
    frame = pd.DataFrame({"port": ["Kiel", "Lulea"], "tonnes": [1200, 350]})
    with pd.ExcelWriter(tmp_path / "t.xlsx") as book:
        frame.to_excel(book, sheet_name="May", index=False)
        frame.head(1).to_excel(book, sheet_name="June", index=False)
    may, june = read_tables(tmp_path / "t.xlsx", "t.xlsx")
    assert (may.id, june.id) == ("t.xlsx#May", "t.xlsx#June")
    assert may.columns == ("port", "tonnes")
    assert may.rows == (("Kiel", "1200"), ("Lulea", "350"))


def test_parquet_is_a_table(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pd.DataFrame({"port": ["Kiel"], "tonnes": [1200.5]}).to_parquet(tmp_path / "t.parquet")
    (table,) = read_tables(tmp_path / "t.parquet", "t.parquet")
    assert table.rows == (("Kiel", "1200.5"),)


def test_a_broken_workbook_is_a_line(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read as XLSX"):
        read_tables(article(tmp_path, "t.xlsx", "no workbook"), "t.xlsx")
