"""A baseline: flags that were there when a project began to check, and are to fail no run.

The file is a CSV with a line a flag, in the order of flags.csv. Flags have ids without positions, so a
baseline survives moved lines; the columns beside the id tell people what it is.
"""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import UserError

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("flag", "check", "article", "surface", "message", "evidence")


def read(path: Path) -> pd.DataFrame:
    """The flags in the baseline `path`, with the columns of COLUMNS.

    Raises UserError for a file that is missing, cannot be read or is no baseline.
    """
    import pandas as pd

    from checks.flags.cells import restored

    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        advice = f"write it with: python -m checks --write-baseline {path}"
        raise UserError(f"{path}: there is no such baseline; {advice}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    rows = csv.DictReader(StringIO(text, newline=""), restval="")
    if "flag" not in (rows.fieldnames or ()):
        raise UserError(f"{path}:1: no column 'flag': that is no baseline; give another file")
    cells = [{c: restored(row.get(c) or "") for c in COLUMNS} for row in rows]
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype="str")


def of(flags: pd.DataFrame) -> pd.DataFrame:
    """The baseline that holds `flags` (FLAGS columns)."""
    return flags[list(COLUMNS)].reset_index(drop=True)
