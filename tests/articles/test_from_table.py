"""Tables of articles."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from checks.articles import Unreadable, container, has_articles, part_of, read, read_all
from checks.articles.contents import Contents
from checks.articles.readers import rows
from checks.model import Parts


def contents(folder: Path, name: str, data: str | bytes, **columns: str) -> Contents:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_all(file, id=name, columns=columns)


def test_csv_as_a_spreadsheet_saves_it(tmp_path: Path) -> None:
    head = "\ufeffID;Text;Title;Date;publisher;mood\r\n"
    row = '7;"It sold 5 cars.\r\n\r\nAll ""blue"".";Cars sold;13/06/2025;Quay;x\r\n'
    found = contents(tmp_path, "n.csv", f"{head}{row}\r\nb;It made 40 vans.;;;;\r\n")
    first, second = found.articles
    assert (first.id, first.title, first.publisher) == ("n.csv#7", "Cars sold", "Quay")
    assert first.text == 'Cars sold\n\nIt sold 5 cars.\r\n\r\nAll "blue".'
    assert first.date == dt.date(2025, 6, 13)
    assert first.parts == Parts("row", (0,), 2)
    assert (second.id, second.text, second.parts.first) == ("n.csv#b", "It made 40 vans.", 4)
    assert not found.problems


def test_json_lines_with_names_of_their_own(tmp_path: Path) -> None:
    lines = [
        {"slug": 12, "body": "It sold 5 cars.", "headline": "It sold 5", "when": "2025-06-13T08:00:00Z"},
        {"slug": "b/c", "body": "It made 40 vans.", "site": "Quay"},
    ]
    data = "\n\n".join(map(json.dumps, lines))
    names = {"id": "slug", "text": "body", "title": "headline", "date": "when", "publisher": "site"}
    first, second = contents(tmp_path, "n.jsonl", data, **names).articles
    assert (first.id, first.text, str(first.date)) == ("n.jsonl#12", "It sold 5 cars.", "2025-06-13")
    assert (second.id, second.publisher, second.parts.first) == ("n.jsonl#b/c", "Quay", 3)


def test_rows_that_are_no_articles_are_left_out_with_a_line_a_fault(tmp_path: Path) -> None:
    data = "id,text\na,It sold 5.\n,It sold 6.\nb,\nb, \na,It sold 7.\n"
    found = contents(tmp_path, "n.csv", data)
    assert [article.id for article in found.articles] == ["n.csv#a"]
    assert [problem.message for problem in found.problems] == [
        "row 3: no id, so it is left out",
        "row 4 and 1 more: no text, so it is left out",
        "row 6: an id that an earlier row has ('a', row 2), so it is left out",
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("n.csv", "year,tonnes\n2024,5\n", "no column id and none text, so it is no table of articles (it"),
        ("n.csv", "id,body\na,x\n", 'id, body); name them: [tool.checks] columns = {id = "…", text = "…"}'),
        ("n.csv", "id,text\n", "has no rows; remove it, or put an article into each row"),
        ("n.csv", 'id,text\na,"It sold 5', "is no CSV (unexpected end of data); save it anew"),
        ("n.tsv", b"%PDF-1.7", "this is a PDF"),
        ("n.jsonl", '{"id": "a", "text": "It sold 5."}\n{"id": \n', ":2: is no JSON (Expecting value); mend"),
        ("n.jsonl", "[1, 2]\n", ':1: is no JSON object; write {"id": "…", "text": "…"}'),
        ("n.jsonl", "[" * 100_000, ":1: is no JSON (nested too deeply)"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_articles(tmp_path: Path, name: str, data: str | bytes, message: str) -> None:
    (problem,) = contents(tmp_path, name, data).problems
    assert message in str(problem)
    assert "\n" not in str(problem)


def test_a_table_that_breaks_off_gives_what_is_before(tmp_path: Path) -> None:
    found = contents(tmp_path, "n.jsonl", '{"id": "a", "text": "It sold 5."}\n{"id": \n')
    assert [article.id for article in found.articles] == ["n.jsonl#a"]


def test_half_a_character_is_replaced(tmp_path: Path) -> None:
    (one,) = contents(tmp_path, "n.jsonl", '{"id": "a\\ud800", "text": "It sold 5\\udc00."}').articles
    assert (one.id, one.text) == ("n.jsonl#a\ufffd", "It sold 5\ufffd.")


def test_one_row_by_its_id(tmp_path: Path) -> None:
    contents(tmp_path, "n.csv", "id,text\na,It sold 5.\nb#c,It made 40.\n")
    assert read(tmp_path / "n.csv#b#c", id="n.csv#b#c").text == "It made 40."
    with pytest.raises(Unreadable, match="holds several articles, and none of that name"):
        read(tmp_path / "n.csv#z", id="n.csv#z")


def test_which_file_an_article_is_in_and_what_its_places_are() -> None:
    assert container("news/n.csv#a.csv#b") == "news/n.csv"
    assert container("news/c#sharp.txt") == "news/c#sharp.txt"
    named = {"a.txt": "line", "a.md": "line", "A.PDF": "page", "n.csv#7": "row", "stdin": "line"}
    assert {name: part_of(name) for name in named} == named


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2025-06-13", dt.date(2025, 6, 13)),
        ("2025-06-13 08:00:00+02:00", dt.date(2025, 6, 13)),
        ("13 June 2025", dt.date(2025, 6, 13)),
        ("13/06/2025", dt.date(2025, 6, 13)),
        ("6/13/2025 08:00", dt.date(2025, 6, 13)),
        ("05/05/2025", dt.date(2025, 5, 5)),
        ("03/04/2025", None),
        ("31/02/2025", None),
        ("soon", None),
        ("", None),
        (None, None),
        (dt.datetime(2025, 6, 13, 8), dt.date(2025, 6, 13)),
    ],
)
def test_dates_in_cells(cell: object, day: dt.date | None) -> None:
    assert rows.day(cell) == day


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")

    columns = {"id": [1.0, 2.0, None], "text": ["It sold 5.", "It made 40.", "x"]}
    table = pa.table(columns | {"date": [dt.date(2025, 6, 13)] * 3})
    pq.write_table(table, tmp_path / "n.parquet")
    found = read_all(tmp_path / "n.parquet", id="n.parquet")
    assert [(a.id, str(a.date), a.parts.first) for a in found.articles] == [
        ("n.parquet#1", "2025-06-13", 1),
        ("n.parquet#2", "2025-06-13", 2),
    ]
    assert [problem.message for problem in found.problems] == ["row 3: no id, so it is left out"]
    assert has_articles(tmp_path / "n.parquet", {})
    (tmp_path / "n.parquet").write_bytes(b"PAR1 and more")
    (problem,) = read_all(tmp_path / "n.parquet", id="n.parquet").problems
    assert "is no Parquet file, or a damaged one" in problem.message


def test_a_workbook(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    with pd.ExcelWriter(tmp_path / "n.xlsx") as book:
        pd.DataFrame({"year": [2024], "tonnes": [5]}).to_excel(book, sheet_name="data", index=False)
        cells = {
            "ID": [7, 8, None],
            "Text": ["It sold 5.", "It made 40.", "x"],
            "date": [dt.date(2025, 6, 13)] * 3,
        }
        pd.DataFrame(cells).to_excel(book, sheet_name="articles", index=False)
    found = read_all(tmp_path / "n.xlsx", id="n.xlsx")
    assert [(a.id, str(a.date), a.parts.first) for a in found.articles] == [
        ("n.xlsx#7", "2025-06-13", 2),
        ("n.xlsx#8", "2025-06-13", 3),
    ]
    assert [problem.message for problem in found.problems] == ["row 4: no id, so it is left out"]
    assert has_articles(tmp_path / "n.xlsx", {})


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: data[: len(data) // 2], "is no XLSX file, or a damaged one; save it as XLSX anew"),
        (lambda data: data.replace(b"<sheetData", b"<shootData"), "is no XLSX file, or a damaged one"),
        (lambda data: b"id,text\n1,It sold 5.\n", "is no XLSX file, or a damaged one"),
    ],
)
def test_a_broken_workbook(tmp_path: Path, damage: Callable[[bytes], bytes], message: str) -> None:
    pytest.importorskip("openpyxl")
    file = tmp_path / "n.xlsx"
    pd.DataFrame({"id": [1], "text": ["It sold 5."]}).to_excel(file, index=False)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(tmp_path / "flat.xlsx", "w") as flat:
        for name in old.namelist():
            flat.writestr(name, old.read(name))
    file.write_bytes(damage((tmp_path / "flat.xlsx").read_bytes()))
    (problem,) = read_all(file, id="n.xlsx").problems
    assert message in problem.message


def test_a_workbook_of_data_is_no_table_of_articles(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    pd.DataFrame({"year": [2024], "tonnes": [5]}).to_excel(tmp_path / "d.xlsx", index=False)
    assert not has_articles(tmp_path / "d.xlsx", {})
    (problem,) = read_all(tmp_path / "d.xlsx", id="d.xlsx").problems
    assert "no column id and none text, so it is no table of articles" in problem.message


def test_a_table_of_data_is_known_from_its_head(tmp_path: Path) -> None:
    contents(tmp_path, "n.csv", "id,text\n" + 'a,"It sold 5 cars."\n' * 100_000 + 'b,"broken')
    contents(tmp_path, "d.csv", "year,tonnes\n2024,5\n")
    assert has_articles(tmp_path / "n.csv", {})
    assert not has_articles(tmp_path / "d.csv", {})
    assert has_articles(tmp_path / "d.csv", {"id": "year", "text": "tonnes"})
    assert has_articles(tmp_path / "gone.csv", {}), "whoever reads it says what is wrong"
