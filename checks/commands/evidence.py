"""Evidence from files: articles, and tables in CSV, Excel and Parquet files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checks.articles.datatable import DataTable
from checks.commands.inputs import article_id, from_here
from checks.commands.output import Console
from checks.errors import UserError
from checks.model import Article
from checks.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

#: Files that are tables; the others are articles.
TABLES = (".csv", ".tsv", ".xlsx", ".parquet")


def read_evidence(
    given: Sequence[str], settings: Settings, checked: Sequence[Article], console: Console
) -> list[Article | DataTable] | None:
    """What the files and folders `given`, else those of the settings, hold; None where there are none.

    An article that is checked is passed over in a folder, with a note. Raises UserError for a path that
    cannot be read, that is checked itself, or that holds nothing to rest on.
    """
    from checks import articles

    paths = [Path(path) for path in given] or [from_here(path, settings) for path in settings.evidence]
    if not paths:
        return None
    own = {article.id for article in checked}
    found: dict[str, Article | DataTable] = {}
    for path in paths:
        before = len(found)
        for file in _files(path):
            name = article_id(file, settings.root)
            if name in own:
                if not path.is_dir():
                    raise UserError(f"{file}: is checked, so it cannot be evidence too; name it once")
                console.note(f"{file}: is checked, and so is no evidence")
            elif name not in found:
                if file.suffix.lower() in TABLES:
                    found.update((table.id, table) for table in read_tables(file, name))
                    continue
                try:
                    found[name] = articles.read(file, id=name)
                except articles.Unreadable as error:
                    raise UserError(f"evidence: {error}") from None
        if len(found) == before:
            raise UserError(f"{path}: holds no evidence but what is checked; give other files")
    return list(found.values())


def _files(path: Path) -> Iterator[Path]:
    """`path` itself, or the articles and tables in it at any depth, hidden ones aside, in order of name."""
    from checks.articles.files import SUFFIXES

    if not path.exists():
        raise UserError(f"evidence: {path}: there is no such file or folder; check the spelling")
    if not path.is_dir():
        yield path
        return
    empty = True
    for place, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if not name.startswith(".") and name.lower().endswith((*SUFFIXES, *TABLES)) and file.is_file():
                empty = False
                yield file
    if empty:
        kinds = ", ".join((*SUFFIXES, *TABLES))
        raise UserError(f"evidence: {path}: the folder holds none; put files there that end in {kinds}")


def read_tables(path: Path, name: str) -> list[DataTable]:
    """The table in a file, or one for each sheet of a workbook (`data.xlsx#Sheet1` where there are several).

    Raises UserError for a file that cannot be read, or whose library is not installed.
    """
    import pandas as pd

    suffix = path.suffix.lower()
    extra = {".xlsx": "xlsx", ".parquet": "parquet"}.get(suffix, "")
    try:
        if suffix == ".xlsx":
            sheets = pd.read_excel(path, sheet_name=None, dtype=object, engine="openpyxl")
            named = {
                name if len(sheets) == 1 else f"{name}#{sheet}": table for sheet, table in sheets.items()
            }
        elif suffix == ".parquet":
            named = {name: pd.read_parquet(path)}
        else:
            named = {name: _separated(path, "\t" if suffix == ".tsv" else ",")}
    except ImportError:
        library = {"xlsx": "openpyxl", "parquet": "pyarrow"}[extra]
        advice = f"pip install 'numeric-checks[{extra}]'"
        raise UserError(f"{path}: reading it needs {library}, which is not installed: {advice}") from None
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error}); check the path") from None
    except Exception as error:  # the readers raise errors of many kinds of their own
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UserError(f"{path}: cannot be read as {suffix[1:].upper()} ({why})") from None
    tables = [DataTable.of(id, table) for id, table in named.items()]
    if not any(table.rows for table in tables):
        raise UserError(f"{path}: has no rows; a table needs a line of column names and rows below it")
    return tables


def _separated(path: Path, separator: str) -> pd.DataFrame:
    """A CSV, each cell as printed; in whichever encoding its bytes are in."""
    import io

    import pandas as pd

    from checks.articles.decoding import decode

    text = decode(path.read_bytes(), path).removeprefix("\ufeff")
    return pd.read_csv(
        io.StringIO(text), sep=separator, dtype=str, keep_default_na=False, skip_blank_lines=False
    )
