"""A flags.csv that has been through a spreadsheet: verdicts, notes and columns of people's own come back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from checks.cli import main
from tests.conftest import article

NOTE = "=SUM(A1) – “so”, they say; \n- look\tat 40 €"


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def excel(rows: list[dict[str, str]], delimiter: str = ",", decimal: str = ".", end: str = "\r\n") -> str:
    """`rows` as Excel saves them: dates turned round, truths in capitals."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(rows[0])
    for row in rows:
        seen = {"True": "TRUE", "False": "FALSE", "2025-06-13": "13/06/2025"}
        told = [seen.get(cell, cell) for cell in row.values()]
        names = list(row)
        told[names.index("confidence")] = row["confidence"].replace(".", decimal)
        told[names.index("start")] = f"{int(row['start'])}{decimal}0"
        writer.writerow(told)
    return out.getvalue()


def reordered(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    order = ["note", "owner", *sorted(set(rows[0]) - {"note", "verdict"}), "verdict"]
    return [{column: {**row, "owner": "TRUE"}[column] for column in order} for row in rows]


EDITS: dict[str, Callable[[list[dict[str, str]]], bytes]] = {
    "as saved": lambda rows: ("\ufeff" + excel(rows)).encode(),
    "no mark": lambda rows: excel(rows).encode(),
    "decimal commas": lambda rows: ("\ufeff" + excel(rows, ";", ",")).encode(),
    "unicode text": lambda rows: excel(rows, "\t").encode("utf-16"),
    "ansi": lambda rows: excel(rows, ";", ",").encode("cp1252"),
    "columns moved and added": lambda rows: ("\ufeff" + excel(reordered(rows))).encode(),
    "rows turned round": lambda rows: ("\ufeff" + excel(rows[::-1])).encode(),
    "blank rows below": lambda rows: ("\ufeff" + excel(rows) + "," * 15 + "\r\n").encode(),
    "capitals": lambda rows: ("\ufeff" + excel(rows)).replace(",fine,", ",Fine ,").encode(),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_what_a_spreadsheet_does_loses_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], edit: Callable[[list[dict[str, str]]], bytes]
) -> None:
    article(project, "news/a.txt", "The café sold 5000 and 7000 for € 3.\n")
    flags = project / "flags.csv"
    main(["news"])
    fresh = flags.read_bytes()
    assert fresh.startswith(b"\xef\xbb\xbfflag,check,"), "without a mark Excel shows other letters"
    assert next(iter(pd.read_csv(flags).columns)) == "flag", "pandas reads it all the same"
    first, second = cells(flags)
    flags.write_bytes(edit([first | {"verdict": "fine", "note": NOTE}, second | {"note": "2025-06-13"}]))
    capsys.readouterr()
    assert main(["news"]) == 1
    assert capsys.readouterr().err in ("", "flags.csv: columns of your own, kept as they are: owner\n")
    back = {row["flag"]: row for row in cells(flags)}
    assert (back[first["flag"]]["verdict"], back[second["flag"]]["verdict"]) == ("fine", "")
    assert back[first["flag"]]["note"] == "'" + NOTE.replace(";", ";"), "guarded again"
    assert back[second["flag"]]["note"] in ("2025-06-13", "13/06/2025")
    own = {"verdict", "note", "owner"}
    same = [{c: v for c, v in row.items() if c not in own} for row in back.values()]
    assert same == [{c: v for c, v in row.items() if c not in own} for row in (first, second)]
    again = flags.read_bytes()
    main(["news"])
    assert flags.read_bytes() == again


def test_a_deleted_row_is_a_flag_nobody_has_looked_at(project: Path) -> None:
    article(project, "news/a.txt", "It sold 5000 and 7000.\n")
    flags = project / "flags.csv"
    main(["news"])
    first, second = cells(flags)
    flags.write_text(excel([second | {"verdict": "wrong"}]))
    main(["news"])
    assert [(row["flag"], row["verdict"]) for row in cells(flags)] == [
        (first["flag"], ""),
        (second["flag"], "wrong"),
    ]


def test_a_fact_table_that_excel_saved_is_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "news/a.txt", "It sold 5000 and 7000.\n")
    main(["news"])
    facts = project / "facts.csv"
    table = cells(facts)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table[0])
    writer.writerows(
        [cell.upper() if cell in ("True", "False") else cell for cell in row.values()] for row in table
    )
    facts.write_text("\ufeff" + out.getvalue(), encoding="utf-8", newline="")
    assert main(["explain", "news/a.txt:1"]) == 0
    assert capsys.readouterr().err == ""
