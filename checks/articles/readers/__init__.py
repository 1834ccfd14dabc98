"""One reader per format. Those that hand a file to a foreign parser run in a guarded process (`guard.py`)."""

from __future__ import annotations

from os.path import splitext
from typing import NamedTuple

from checks.model import Part


class Format(NamedTuple):
    """How files of some suffix are read.

    `reader` names the module beside this one; `part` is what a place in such a file is counted in;
    `extra` is the optional dependency that brings `module`. `table`: a file holds many articles.
    `packs`: it may be packed, and its name then ends in one of PACKINGS.
    """

    reader: str
    part: Part = "line"
    extra: str = ""
    module: str = ""
    table: bool = False
    packs: bool = False


_TEXT, _ROWS = Format("text"), Format("table", "row", table=True, packs=True)
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
    ".warc": Format("records", "paragraph", "warc", "fastwarc", table=True, packs=True),
    ".wet": Format("records", "line", "warc", "fastwarc", table=True, packs=True),
}
#: what a packed file's name ends in -> the module that unpacks it, the extra that brings it
PACKINGS = {".gz": ("zlib", ""), ".zst": ("zstandard", "zst")}
_PACKED = tuple(s + packing for s, format in FORMATS.items() if format.packs for packing in PACKINGS)
#: all that names of files can end in, packed or not, and of those the ones of tables
SUFFIXES = (*FORMATS, *_PACKED)
TABLES = (*(suffix for suffix, format in FORMATS.items() if format.table), *_PACKED)


def ending(name: str) -> tuple[str, str]:
    """What the format of the file `name` is known by and how it is packed: `.jsonl` and `.gz`, or empty."""
    name = name.lower()
    packed = next((suffix for suffix in _PACKED if name.endswith(suffix)), "")
    if packed:
        return splitext(packed)
    return splitext(name.rstrip("/"))[1], ""


def format_of(name: str) -> Format:
    """How the file `name` is read; one without a suffix that says so is text."""
    return FORMATS.get(ending(name)[0], _TEXT)
