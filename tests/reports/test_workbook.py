"""flags.xlsx: written to be read by people, and read back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from checks.cli import main
from tests.conftest import article


def test_verdicts_in_a_workbook(project: Path) -> None:
    article(project, "news/a.txt", "It sold 5000 and 7000.\n")
    command = ["news", "--flags", "flags.xlsx"]
    assert main(command) == 1
    book = openpyxl.load_workbook(project / "flags.xlsx")
    sheet = book.worksheets[0]
    heading = [cell.value for cell in sheet[1]]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:P3")
    assert sheet.data_validations.dataValidation[0].formula1 == '"wrong,fine"'
    at = {name: heading.index(name) + 1 for name in heading}
    assert [sheet.cell(2, at[name]).value for name in ("line", "surface", "confidence")] == [1, "5000", 0.9]
    assert sheet.cell(2, at["surface"]).data_type == "s"
    sheet.cell(2, at["verdict"]).value = "Fine"
    for row in (2, 3):
        note = sheet.cell(row, at["note"])
        note.value, note.data_type = "=1+1 is '- so\n", "s"
    sheet.cell(1, len(heading) + 1).value = "owner"
    sheet.cell(3, len(heading) + 1).value = "Anna"
    book.save(project / "flags.xlsx")
    main(command)
    book = openpyxl.load_workbook(project / "flags.xlsx")
    rows = [
        dict(zip((*heading, "owner"), row, strict=True))
        for row in book.worksheets[0].iter_rows(2, values_only=True)
    ]
    assert [(row["verdict"], row["note"], row["owner"]) for row in rows] == [
        ("fine", "=1+1 is '- so\n", None),
        (None, "=1+1 is '- so\n", "Anna"),
    ]
    assert not any(cell.data_type == "f" for line in book.worksheets[0] for cell in line)
    assert main(["explain", "news/a.txt:1", "--flags", "flags.xlsx"]) == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"flag,verdict\n", "is no XLSX file, or a damaged one"), (b"PK\x03\x04", "is no XLSX file")],
)
def test_what_is_no_workbook_is_a_line(
    project: Path, capsys: pytest.CaptureFixture[str], data: bytes, message: str
) -> None:
    article(project, "news/a.txt", "It sold 5000 and 7000.\n")
    (project / "flags.xlsx").write_bytes(data)
    assert main(["news", "--flags", "flags.xlsx"]) == 2
    assert message in capsys.readouterr().err
    assert (project / "flags.xlsx").read_bytes() == data


def test_what_xml_cannot_hold() -> None:
    import pandas as pd

    from checks.reports.workbook import written

    assert written(pd.DataFrame({"flag": ["f1"], "verdict": [""], "note": ["a\x07\ufffe" + "x" * 40_000]}))
