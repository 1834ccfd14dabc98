"""Tables as CSV files: the same bytes from the same rows, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import UserError
from checks.tables import conform

if TYPE_CHECKING:
    import pandas as pd


_PARSE: Mapping[str, Callable[[str], object]] = {
    "str": str,
    "int64": int,
    "float64": lambda cell: float(cell or "nan"),
    "bool": {"True": True, "False": False}.__getitem__,
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

    The new file is written beside the old one and takes its place when it is whole. Raises
    UserError where the folder or the file cannot be written.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        text(table).to_csv(beside, index=False, lineterminator="\n", encoding="utf-8")
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)
    except OSError as error:
        raise UserError(f"{path}: cannot be written ({error.strerror or error})") from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


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
        cells = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")
        known = {c: [_PARSE[kind](cell) for cell in cells[c]] for c, kind in columns.items() if c in cells}
        return conform(pd.DataFrame(known), columns)
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from None
    except (ValueError, KeyError) as error:
        problem = str(error).splitlines()[0]
        raise UserError(f"{path}: not a table of ours ({problem}); run `checks` to write it anew") from None
