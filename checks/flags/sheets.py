"""Reading flags back out of an Excel workbook."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from checks.articles.errors import needs
from checks.articles.readers import zipped
from checks.articles.readers.document import Refused
from checks.errors import UserError
from checks.flags.cells import guarded

SUFFIX = ".xlsx"


def lines(data: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet that have cells, with their numbers; cells as they would stand in a CSV.

    Raises UserError where the library is missing, or where this is no workbook.
    """
    if find_spec("openpyxl") is None:
        raise UserError(f"{path}: {needs('openpyxl', 'xlsx')}")
    from openpyxl import load_workbook

    try:
        zipped.refuse_bomb(io.BytesIO(data), "xl/workbook.xml", "XLSX")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = [*enumerate(book.worksheets[0].iter_rows(values_only=True), 1)]
    except Refused as refused:
        raise UserError(f"{path}: {refused}. It was left as it is") from None
    except Exception as error:  # openpyxl complains of broken files in many ways
        why = " ".join(str(error).split())[:120] or type(error).__name__
        raise UserError(f"{path}: cannot be read as XLSX ({why}). It was left as it is") from None
    width = 0
    for number, row in rows:
        cells = [*map(_printed, row)]
        while cells and not cells[-1]:
            cells.pop()
        width = width or len(cells)  # a sheet keeps no empty cells at the end of a row
        if cells:
            yield number, cells + [""] * (width - len(cells))


def _printed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return guarded(str(value))
