"""A table of flags as an Excel workbook: made to be read and filled in."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from checks.tables import FLAGS

if TYPE_CHECKING:
    import pandas as pd

#: characters that a column is wide; others are as wide as their names, and a little more
_WIDTHS = {
    "check": 20, "severity": 10, "article": 24, "surface": 22, "message": 60, "expected": 16, "evidence": 32,
    "sentence": 60, "verdict": 10, "note": 36,
}  # fmt: skip
_WRAPPED = ("message", "evidence", "sentence", "note", "surface")
_COLOURS = {"error": "C00000", "warning": "9C5700", "notice": "44546A"}
#: what XML cannot hold, and more than a cell can
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 32_767
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def written(table: pd.DataFrame) -> bytes:
    """The workbook that holds `table`: a frozen heading, a filter, wrapped text, verdicts to choose from.

    Text stays text: no cell is a formula, and Excel rewrites none as a date.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "flags"
    sheet.append([str(name) for name in table.columns])
    for at, row in enumerate(table.itertuples(index=False, name=None), 2):
        for place, (name, value) in enumerate(zip(table.columns, row, strict=True), 1):
            if value == "":
                continue
            text = _UNWRITABLE.sub("\ufffd", str(value))[:_LONGEST]
            cell = sheet.cell(at, place)
            if FLAGS.get(name, "str") != "str" and _NUMBER.fullmatch(text):
                cell.value = float(text)
            else:
                cell.value = text
                cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=name in _WRAPPED)
            if name == "severity" and text in _COLOURS:
                cell.font = Font(color=_COLOURS[text])
    for number, name in enumerate(table.columns, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTHS.get(str(name), len(str(name)) + 4)
        sheet.cell(1, number).font = Font(bold=True)
        if name == "verdict" and len(table):
            choice = DataValidation(type="list", formula1='"wrong,fine"', allow_blank=True)
            choice.add(f"{letter}2:{letter}{len(table) + 1}")
            sheet.add_data_validation(choice)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
