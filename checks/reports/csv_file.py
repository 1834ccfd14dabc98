"""Tables as CSV files: the same bytes from the same rows, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import UserError
from checks.flags import dialects, sheets
from checks.flags.cells import guarded, restored
from checks.tables import conform

if TYPE_CHECKING:
    import pandas as pd


_PARSE: Mapping[str, Callable[[str], object]] = {
    "str": restored,
    "int64": dialects.whole,
    "float64": dialects.number,
    "bool": dialects.truth,
}


def number(value: float) -> str:
    """`value` in the shortest digits that read back as the same number: 4900000000, 0.036, inf."""
    return repr(float(value)).removesuffix(".0")


def text(table: pd.DataFrame) -> pd.DataFrame:
    """`table` with every cell as it stands in a file; a missing number is empty."""
    out = table.copy()
    for column in out.columns:
        cells = out[column]
        if cells.dtype.kind == "f":
            out[column] = ["" if value != value else number(value) for value in cells]
        else:
            out[column] = cells.astype("str")
    return out.astype("str")


def write(table: pd.DataFrame, path: Path) -> None:
    """Write `table` to `path` as UTF-8 CSV with `\\n` line ends, or leave the file as it was.

    A table with verdicts becomes a workbook where the path ends in .xlsx.

    The new file is written beside the old one and takes its place when it is whole. A table with verdicts,
    which people open in spreadsheets, begins with a byte order mark: Excel misreads it without.
    Raises UserError where the folder or the file cannot be written.
    """
    if "verdict" in table.columns and path.suffix.lower() == sheets.SUFFIX:
        from checks.reports import workbook

        return write_bytes(workbook.written(text(table)), path)
    mark = "\ufeff" if "verdict" in table.columns else ""
    write_text(mark + printed(table), path)


def printed(table: pd.DataFrame) -> str:
    """`table` as CSV with `\n` line ends. No cell of it is one that a spreadsheet runs."""
    cells = text(table)
    for column, kind in table.dtypes.items():
        if kind == "str":
            cells[column] = [guarded(cell) for cell in cells[column]]
    return cells.to_csv(index=False, lineterminator="\n")


def write_text(content: str, path: Path) -> None:
    """Write `content` to `path` as UTF-8, or leave the file as it was; raises UserError as `write`."""
    write_bytes(content.encode("utf-8"), path)


def write_pieces(pieces: Iterable[bytes], path: Path) -> None:
    """Write tables, each as `printed` and of the same columns, to `path` as one, or leave the file as it was.

    Raises UserError as `write`.
    """
    header = b""

    def rest() -> Iterator[bytes]:
        nonlocal header
        for piece in pieces:
            first, _, rows = piece.partition(b"\n")
            yield rows if header else piece
            header = header or first

    _write(rest(), path)


def write_bytes(content: bytes, path: Path) -> None:
    """Write `content` to `path`, or leave the file as it was; raises UserError as `write`."""
    _write((content,), path)


def _write(pieces: Iterable[bytes], path: Path) -> None:
    target = Path(os.path.realpath(path))  # a link stays a link
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.writelines(pieces)
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)
    except OSError as error:
        raise UserError(f"{path}: cannot be written ({error.strerror or error})") from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def refuse(path: Path, column: str = "") -> None:
    """Raise UserError where a table cannot, or must not, be written to `path`.

    With `column`, an existing file that has no such column is somebody's work and is refused. To be
    asked before the articles are checked: that can take a minute.
    """
    folder = Path(os.path.realpath(path)).parent
    if not folder.is_dir():
        raise UserError(f"{path}: cannot be written (there is no folder {path.parent}); make it first")
    if not os.access(folder, os.W_OK):
        raise UserError(f"{path}: cannot be written (no permission); give another file")
    if not path.exists():
        return
    if not path.is_file():
        raise UserError(f"{path}: cannot be written (it is no ordinary file); give another file")
    try:
        with path.open("rb") as file:
            head = file.readline(10_000)
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from None
    if column and head.strip() and column.encode() not in re.split(rb"\W+", head):
        raise UserError(f"{path}: is no table of ours; give another file. It was left as it is")


def set_aside(path: Path) -> Path:
    """Copy `path` to a file of the same name with .bak behind it, and return that."""
    spare = path.with_name(path.name + ".bak")
    try:
        shutil.copyfile(path, spare)
    except OSError as error:
        raise UserError(f"{spare}: cannot be written ({error.strerror or error})") from None
    return spare


def read(path: Path, columns: Mapping[str, str]) -> pd.DataFrame:
    """The table in `path` with exactly `columns` (FACTS, PAIRS or FLAGS).

    Raises UserError for a file that is missing, no CSV, or not of these columns and types.
    """
    import pandas as pd

    try:
        # Cells as text first: a surface "NA" is no missing value, and every digit of a number counts.
        content = dialects.decoded(path.read_bytes(), columns)
        cells = pd.read_csv(
            StringIO(content), sep=dialects.delimiter(content), dtype="str", keep_default_na=False
        )
        if missing := [c for c in columns if c not in cells]:
            raise ValueError(f"no column {', '.join(missing[:3])}{' …' if missing[3:] else ''}")
        known = {c: [_PARSE[kind](cell) for cell in cells[c]] for c, kind in columns.items()}
        return conform(pd.DataFrame(known), columns)
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from None
    except (ValueError, KeyError) as error:
        problem = str(error).splitlines()[0]
        raise UserError(f"{path}: not a table of ours ({problem}); run `checks` to write it anew") from None
