from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

from checks.errors import UserError
from checks.flags.verdicts import carry, merge, read
from checks.tables import FLAGS

HEADER = ",".join(FLAGS)


def line(
    flag: str = "f1", verdict: str = "", note: str = "", number: str = "1", article: str = "a.txt"
) -> str:
    return f'{flag},echo,warning,0.9,{article},{number},1,0,1,5,message,,"b.txt:1 ""5""",5,{verdict},{note}'


def flags_file(folder: Path, *lines: str, header: str = HEADER) -> Path:
    path = folder / "flags.csv"
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    return path


def test_no_file_and_an_empty_file_are_an_empty_review(tmp_path: Path) -> None:
    path = tmp_path / "flags.csv"
    assert not read(path).rows
    path.write_text("\n")
    assert not read(path).rows


def test_verdicts_and_notes_are_carried_over(tmp_path: Path) -> None:
    review = read(flags_file(tmp_path, line("f1", "wrong", "ask him"), line("f2", " Fine "), line("f3")))
    flags = pd.DataFrame({"flag": ["f2", "f1", "f9"]})
    carried = carry(flags, review)
    assert list(carried["verdict"]) == ["fine", "wrong", ""]
    assert list(carried["note"]) == ["", "ask him", ""]
    assert review.problems == []


def test_a_spreadsheet_s_file_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "flags.csv"
    row = line("f1", "fine", '"a, b\r\nc"')
    path.write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\r\n{row}\r\n".encode())
    assert read(path).rows["f1"]["note"] == "a, b\r\nc"


def test_columns_of_people_are_kept_and_named(tmp_path: Path) -> None:
    review = read(flags_file(tmp_path, line("f1") + ",Anna", line("f2") + ",Ben", header=HEADER + ",owner"))
    rows, _ = merge(pd.DataFrame({"flag": ["f1"], **TEXT}), review, lambda row: True)
    assert [(row["flag"], row["owner"]) for row in rows] == [("f1", "Anna"), ("f2", "Ben")]
    assert review.added == ("owner",)
    assert review.problems == []


TEXT = {c: ["0"] for c in FLAGS if c != "flag"} | {"severity": ["warning"], "article": ["a.txt"]}


@pytest.mark.parametrize(
    ("rows", "problem", "verdict", "note"),
    [
        ([line("f1", "ok")], "2: verdict 'ok' is none of wrong, fine or empty; taken as open", "ok", ""),
        (
            [line("f1", "fine", number="soon")],
            "2: 'soon' under 'line' is no number; written anew",
            "fine",
            "",
        ),
        (
            [line("f1", "fine"), line("f1", "wrong")],
            "3: flag f1 stands twice; verdict 'wrong' is kept",
            "wrong",
            "",
        ),
        (
            [line("f1", "", "x"), line("f1", "fine", "y")],
            "3: flag f1 stands twice; the two are one now",
            "fine",
            "x / y",
        ),
        (
            [line("f1", "fine").removesuffix(",")],
            "2: 15 cells under 16 columns; the rest is taken as empty",
            "fine",
            "",
        ),
    ],
)
def test_an_odd_row_is_a_line_and_keeps_what_it_can(
    tmp_path: Path, rows: list[str], problem: str, verdict: str, note: str
) -> None:
    review = read(flags_file(tmp_path, *rows))
    assert review.problems == [f"{tmp_path}/flags.csv:{problem}"]
    assert (review.rows["f1"]["verdict"], review.rows["f1"]["note"]) == (verdict, note)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (line("f1", "fine", "a, b"), "2: 17 cells under 16 columns; its verdict is not used"),
        (line("", "fine"), "2: no flag id, so its verdict cannot be placed"),
    ],
)
def test_a_row_that_cannot_be_used_marks_the_file_as_damaged(tmp_path: Path, row: str, problem: str) -> None:
    review = read(flags_file(tmp_path, row, line("f2", "wrong")))
    assert review.problems == [f"{tmp_path}/flags.csv:{problem}"]
    assert review.damaged
    assert list(review.rows) == ["f2"]


def test_lines_are_counted_through_cells_of_several_lines(tmp_path: Path) -> None:
    review = read(flags_file(tmp_path, line("f1", "fine", '"a\nb\nc"'), line("f2", "dunno")))
    assert review.problems[0].startswith(f"{tmp_path}/flags.csv:5: verdict 'dunno'")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"flag,verdict\nf1,\xe9\n", "not UTF-8; save it as"),
        (b"\x00\x01\x02PK", "1: no table of flags"),
        (b"<<<<<<< ours\nflag,check,verdict\n", "1: no table of flags"),
        (b"\xff\xfef\x00l\x00", "1: no table of flags"),
        (b"\xff\xfef", "not UTF-8; save it as"),
        (b"check,verdict\necho,fine\n", "1: no column 'flag'"),
        (b"flag,check\nf1,echo\n", "1: no column 'verdict'"),
        (b"flag,verdict,verdict\n", "the column 'verdict' stands twice"),
        (b'flag,verdict\nf1,"fine\nf2,wrong\n', "not CSV (unexpected end of data)"),
    ],
)
def test_verdicts_that_cannot_be_told_stop_the_run(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "flags.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as error:
        read(path)
    assert message in str(error.value)
    assert "left as it is" in str(error.value)
    assert path.read_bytes() == content


def test_reviewed_flags_that_no_longer_occur_are_dropped_unless_unseen(tmp_path: Path) -> None:
    old = [line("f1", "fine"), line("f2", "fine", article="b.txt"), line("f3")]
    review = read(flags_file(tmp_path, *old))
    rows, dropped = merge(
        pd.DataFrame({"flag": ["f9"], **TEXT}), review, lambda row: row["article"] == "b.txt"
    )
    assert [row["flag"] for row in rows] == ["f9", "f2"]
    assert [row["flag"] for row in dropped] == ["f1"]


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), ("\t", "utf-8"), (",", "utf-16-be")]
)
def test_other_dialects_of_spreadsheets(tmp_path: Path, delimiter: str, encoding: str) -> None:
    table = list(csv.reader([HEADER, line("f1", "fine", '"a, b; c"'), line("f2", "wrong", "'=x")]))
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(table)
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    (tmp_path / "flags.csv").write_bytes((mark + text.getvalue()).encode(encoding))
    review = read(tmp_path / "flags.csv")
    assert review.problems == []
    assert [(r["verdict"], r["note"]) for r in review.rows.values()] == [("fine", "a, b; c"), ("wrong", "=x")]
