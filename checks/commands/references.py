"""Known values to compare with, from a CSV or Parquet file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.inputs import from_here
from checks.errors import UserError
from checks.settings import Settings

if TYPE_CHECKING:
    import pandas as pd


def read_references(given: Path | None, settings: Settings) -> pd.DataFrame | None:
    """The table in `given`, else in the file that `settings` name, else None; see REFERENCES.

    Raises UserError for a file that cannot be read, for one without these columns and for a cell that is no
    number or no date, with its line.
    """
    from checks.engines.request import REFERENCES

    path = given
    if path is None and settings.references:
        path = from_here(settings.references, settings)
    if path is None:
        return None
    import pandas as pd

    form = "Parquet" if path.suffix.lower() == ".parquet" else "CSV"
    try:
        if form == "Parquet":
            table = pd.read_parquet(path)
        else:
            table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except ImportError:
        raise UserError(f"{path}: reading Parquet needs pyarrow: pip install pyarrow") from None
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from None
    except ValueError as error:
        raise UserError(f"{path}: cannot be read as {form} ({str(error).splitlines()[0]})") from None
    missing = [column for column in REFERENCES if column not in table.columns]
    if missing:
        raise UserError(f"{path}:1: no column {', '.join(missing)}; it needs {', '.join(REFERENCES)}")
    return _typed(table, path)


def _typed(table: pd.DataFrame, path: Path) -> pd.DataFrame:
    """`table` with `low` and `high` as numbers and the rest as text; raises UserError naming the line."""
    import pandas as pd

    numbers = {}
    for column in ("low", "high"):
        numbers[column] = pd.to_numeric(table[column], errors="coerce")
        if (bad := numbers[column].isna()).any():
            at = int(bad.to_numpy().argmax())
            raise UserError(f"{path}:{at + 2}: {column} is {table[column].iloc[at]!r}; it must be a number")
    words = {c: table[c].fillna("").astype(str) for c in table.columns if c not in numbers}
    typed = table.assign(**words, **numbers)
    reversed_ = typed["low"] > typed["high"]
    if reversed_.any():
        at = int(reversed_.to_numpy().argmax())
        raise UserError(f"{path}:{at + 2}: low is above high")
    for column in ("period_start", "period_end"):
        wrong = ~typed[column].str.fullmatch(r"(?:\d{4}-\d\d-\d\d)?")
        if wrong.any():
            at = int(wrong.to_numpy().argmax())
            day = typed[column].iloc[at]
            raise UserError(f"{path}:{at + 2}: {column} is {day!r}; write it as 2024-01-31")
    return typed
