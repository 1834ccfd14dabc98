"""Known values to compare with, from a CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.inputs import from_here
from checks.commands.output import Console
from checks.errors import UserError
from checks.settings import Settings

if TYPE_CHECKING:
    import pandas as pd


def read_references(given: Path | None, settings: Settings, console: Console) -> pd.DataFrame | None:
    """The table in `given`, else in the file that `settings` name, else None; see REFERENCES.

    Raises UserError for a file that cannot be read and for one without these columns.
    """
    from checks.engines.local import REFERENCES

    path = given
    if path is None and settings.references:
        path = from_here(settings.references, settings)
    if path is None:
        return None
    import pandas as pd

    try:
        table = pd.read_csv(path, keep_default_na=False, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from None
    except ValueError as error:
        raise UserError(f"{path}: cannot be read as CSV ({str(error).splitlines()[0]})") from None
    missing = [column for column in REFERENCES if column not in table.columns]
    if missing:
        raise UserError(f"{path}:1: no column {', '.join(missing)}; it needs {', '.join(REFERENCES)}")
    console.note(f"{path}: {len(table)} known values read; no rule compares with them yet")
    return table
