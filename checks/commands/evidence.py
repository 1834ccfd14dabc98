"""Evidence from files: articles, and tables in CSV, Excel and Parquet files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from checks.articles import container
from checks.articles.datatable import DataTable
from checks.articles.errors import needs
from checks.articles.readers import FORMATS as ARTICLES
from checks.articles.readers import zipped
from checks.articles.readers.guard import Guard
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
    given: Sequence[str], settings: Settings, checked: Collection[str], console: Console
) -> list[Article | DataTable] | None:
    """What the files and folders `given`, else those of the settings, hold; None where there are none.

    An article that is `checked` (its id) is passed over in a folder, with a note. Raises UserError for a path
    that cannot be read, that is checked itself, or that holds nothing to rest on.
    """
    paths = [Path(path) for path in given] or [from_here(path, settings) for path in settings.evidence]
    if not paths:
        return None
    own = set(map(container, checked))
    seen: set[str] = set()
    found: dict[str, Article | DataTable] = {}
    with Guard() as guard:
        for path in paths:
            before = len(found)
            for file in _files(path):
                name = article_id(file, settings.root)
                if name in own:
                    if file == path:
                        raise UserError(f"{file}: is checked, so it cannot be evidence too; name it once")
                    console.note(f"{file}: is checked, and so is no evidence")
                elif name not in seen:
                    seen.add(name)
                    found.update((one.id, one) for one in _read(file, name, settings, guard))
            if len(found) == before:
                raise UserError(f"{path}: holds no evidence but what is checked; give other files")
    return list(found.values())


def _read(file: Path, name: str, settings: Settings, guard: Guard) -> Sequence[Article | DataTable]:
    """The articles or the tables in `file`; a table with the columns of articles is one of articles."""
    from checks import articles

    suffix = file.suffix.lower()
    if suffix in TABLES and not (suffix in ARTICLES and articles.has_articles(file, settings.columns)):
        return read_tables(file, name)
    found = articles.read_all(file, id=name, columns=settings.columns, guard=guard)
    if found.problems:
        raise UserError(f"evidence: {found.problems[0]}")
    return found.articles


def _files(path: Path) -> Sequence[Path]:
    """`path` itself, or the articles and tables in it at any depth, hidden ones aside, in order of name."""
    from checks import articles

    suffixes = tuple(dict.fromkeys((*ARTICLES, *TABLES)))
    try:
        return articles.collect(path, suffixes=suffixes)
    except articles.Unreadable as error:
        if path.is_dir():
            kinds = ", ".join(suffixes)
            raise UserError(
                f"evidence: {path}: the folder holds none; put files there that end in {kinds}"
            ) from None
        raise UserError(f"evidence: {error}") from None


def read_tables(path: Path, name: str) -> list[DataTable]:
    """The table in a file, or one for each sheet of a workbook (`data.xlsx#Sheet1` where there are several).

    Raises UserError for a file that cannot be read, or whose library is not installed.
    """
    import pandas as pd

    suffix = path.suffix.lower()
    extra = {".xlsx": "xlsx", ".parquet": "parquet"}.get(suffix, "")
    try:
        if suffix == ".xlsx":
            if find_spec("openpyxl") is None:
                raise ImportError
            with path.open("rb") as file:
                zipped.refuse_bomb(file, "xl/workbook.xml", "XLSX")
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
        raise UserError(f"{path}: {needs(library, extra)}") from None
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
