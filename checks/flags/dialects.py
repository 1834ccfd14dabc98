"""What spreadsheets make of a CSV when they save it: other encodings, separators, numbers and yes or no."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Collection, Iterator
from io import StringIO


def decoded(data: bytes, columns: Collection[str]) -> str:
    """The text of a CSV. Raises UnicodeDecodeError where it is in no encoding that can be told.

    Excel's plain “CSV” is in Windows-1252: so is taken what is no UTF-8 and has all of `columns` in its head.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        head = data[:10_000].partition(b"\n")[0].decode("ascii", "replace").replace('"', "")
        if wide or not set(columns) <= {cell.strip() for cell in head.split(delimiter(head))}:
            raise
        return data.decode("cp1252")


def delimiter(text: str) -> str:
    """What separates the cells: Excel writes semicolons where commas are decimal, and tabs in UTF-16."""
    header = text.lstrip().partition("\n")[0]
    return max(",;\t", key=header.count)


def lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV that have cells, each with the line it begins on. Raises csv.Error."""
    limit = csv.field_size_limit(len(text) + 1)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    try:
        line = 1
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise csv.Error(f"{reader.line_num}: not CSV ({error}); mend that line") from None
    finally:
        csv.field_size_limit(limit)


def number(cell: str) -> float:
    """A number as Excel writes it, also with a decimal comma; nan for an empty cell. Raises ValueError."""
    return float(cell.replace(",", ".") or "nan")


def whole(cell: str) -> int:
    """A whole number as Excel writes it: `12`, `12,0`, `1.2E+15`. Raises ValueError."""
    value = number(cell)
    if not value.is_integer():
        raise ValueError(f"{cell!r} is no whole number")
    return int(value)


def truth(cell: str) -> bool:
    """`True` and `False` in Excel's capitals too. Raises KeyError."""
    return {"true": True, "false": False}[cell.casefold()]
