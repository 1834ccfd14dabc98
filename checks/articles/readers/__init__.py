"""One reader per format. Those that hand a file to a foreign parser run in a guarded process (`guard.py`)."""

from __future__ import annotations

from typing import NamedTuple

from checks.model import Part


class Format(NamedTuple):
    """How files of some suffix are read.

    `reader` names the module beside this one; `part` is what a place in such a file is counted in;
    `extra` is the optional dependency that brings `module`. `table`: a file holds many articles.
    """

    reader: str
    part: Part = "line"
    extra: str = ""
    module: str = ""
    table: bool = False


_TEXT, _ROWS = Format("text"), Format("table", "row", table=True)
_HTML = Format("html", "paragraph", "html", "trafilatura")
#: suffix, in lower case -> format
FORMATS: dict[str, Format] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _TEXT,
    ".markdown": _TEXT,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".docx": Format("docx", "paragraph", "docx", "docx"),
    ".pdf": Format("pdf", "page", "pdf", "pypdf"),
    ".csv": _ROWS,
    ".tsv": _ROWS,
    ".jsonl": _ROWS,
    ".ndjson": _ROWS,
    ".xlsx": Format("table", "row", "xlsx", "openpyxl", table=True),
    ".parquet": Format("table", "row", "parquet", "pyarrow", table=True),
}
TABLES = tuple(suffix for suffix, format in FORMATS.items() if format.table)
