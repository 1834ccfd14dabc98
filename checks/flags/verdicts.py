"""Verdicts: reading back a reviewed flags.csv and carrying its decisions over to the next run.

A row is recognised by its flag id alone. `verdict`, `note` and any column that people added
are theirs and survive; every other cell is written anew. A verdict that is no verdict stays in its
cell and counts as open, so nothing typed is lost to a slip. A flag that no longer occurs is dropped
with its verdict, unless this run could not have raised it (see `merge`).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import UserError
from checks.flags import dialects, sheets
from checks.flags.cells import restored
from checks.flags.table import position
from checks.tables import FLAGS

if TYPE_CHECKING:
    import pandas as pd

VERDICTS = ("wrong", "fine", "")
_KINDS = {"int64": dialects.whole, "float64": dialects.number}
_NUMBERS = {column: _KINDS[kind] for column, kind in FLAGS.items() if kind in _KINDS}
Row = dict[str, str]


@dataclass
class Review:
    """A flags.csv as read: `rows` by flag id, `added` the columns people added.

    `problems` are lines for the terminal; `damaged` says that some row could not be used whole.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    problems: list[str] = field(default_factory=list)
    damaged: bool = False


def read(path: Path) -> Review:
    """The review in `path`; an empty one where there is no file, or nothing in it.

    What spreadsheets make of the file is read too (see `dialects`), and so is a workbook (`.xlsx`). Raises
    UserError where the verdicts cannot be told: another encoding, no CSV, columns missing or double.
    """
    try:
        data = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror})") from None
    review = Review()
    header: list[str] = []
    try:
        for line, cells in _lines(data, path):
            if header:
                _row(header, cells, f"{path}:{line}", review)
            else:
                header = _header(cells, path, review)
    except csv.Error as error:
        raise UserError(f"{path}:{error}. The file was left as it is") from None
    return review


def _lines(data: bytes, path: Path) -> Iterable[tuple[int, list[str]]]:
    if not data.strip():
        return ()
    if path.suffix.lower() == sheets.SUFFIX:
        return sheets.lines(data, path)
    try:
        text = dialects.decoded(data, FLAGS)
    except UnicodeDecodeError:
        raise UserError(f"{path}: not UTF-8; save it as “CSV UTF-8”. It was left as it is") from None
    return dialects.lines(text) if text.strip() else ()


def carry(flags: pd.DataFrame, review: Review) -> pd.DataFrame:
    """`flags` (FLAGS columns) with the verdicts and notes of `review`."""
    rows = [review.rows.get(flag, {}) for flag in flags["flag"]]
    cells = {c: [row.get(c, "") for row in rows] for c in ("verdict", "note")}
    return flags.assign(**cells).astype({"verdict": "str", "note": "str"})


def merge(flags: pd.DataFrame, review: Review, unseen: Callable[[Row], bool]) -> tuple[list[Row], list[Row]]:
    """The rows to write, and the reviewed rows that are dropped because they no longer occur.

    `flags` are those of this run, verdicts carried over, every cell as text. A row of `review` that
    is not among them is kept where `unseen` says that this run could not have raised it.
    """
    now = set(flags["flag"])
    rows = [
        {**{str(c): v for c, v in flag.items()}, **_added(review, flag["flag"])}
        for flag in flags.to_dict("records")
    ]
    gone = [row for flag, row in review.rows.items() if flag not in now]
    kept = [row for row in gone if unseen(row)]
    dropped = [row for row in gone if (row["verdict"] or row["note"]) and not unseen(row)]
    return sorted(rows + kept, key=position), dropped


def _added(review: Review, flag: str) -> Row:
    row = review.rows.get(flag, {})
    return {column: row.get(column, "") for column in review.added}


def _header(cells: list[str], path: Path, review: Review) -> list[str]:
    header = [cell.strip() for cell in cells]
    if not {"flag", "verdict"} & set(header):
        raise UserError(f"{path}:1: no table of flags; give another file. It was left as it is")
    for column in ("flag", "verdict"):
        if column not in header:
            raise UserError(f"{path}:1: no column {column!r}; put it back. The file was left as it is")
    double = sorted({c for c in header if header.count(c) > 1 and c})
    if double:
        raise UserError(f"{path}:1: the column {double[0]!r} stands twice. The file was left as it is")
    missing = [c for c in FLAGS if c not in header]
    if missing:
        review.problems.append(f"{path}:1: no column {', '.join(missing)}; written anew")
    review.added = tuple(c for c in header if c not in FLAGS and c)
    return header


def _row(header: list[str], cells: list[str], place: str, review: Review) -> None:
    """Add the row in `cells` to `review`, with a line for whatever is wrong with it."""
    row: Row = dict.fromkeys(FLAGS, "") | dict(zip(header, map(restored, cells), strict=False))
    row.pop("", None)
    flag = row["flag"] = row["flag"].strip()
    word = row["verdict"].strip().casefold()
    if word in VERDICTS:
        row["verdict"] = word
    if len(cells) != len(header) and any(cell.strip() for cell in cells):
        review.damaged = True
        use = "its verdict is not used" if len(cells) > len(header) else "the rest is taken as empty"
        review.problems.append(f"{place}: {len(cells)} cells under {len(header)} columns; {use}")
        if len(cells) > len(header):
            return
    elif word not in VERDICTS:
        review.problems.append(
            f"{place}: verdict {row['verdict']!r} is none of wrong, fine or empty; taken as open"
        )
    if not flag:
        if row["verdict"] or row["note"]:
            review.damaged = True
            review.problems.append(f"{place}: no flag id, so its verdict cannot be placed")
        return
    for column in _bad_numbers(row):
        review.problems.append(f"{place}: {row[column]!r} under {column!r} is no number; written anew")
    if flag in review.rows:
        review.problems.append(f"{place}: flag {flag} stands twice; {_same(review.rows[flag], row)}")
    else:
        review.rows[flag] = row


def _same(first: Row, again: Row) -> str:
    """Fold the row `again` into `first`, a row with the same id; what was done, in words."""
    if again["note"] and again["note"] != first["note"]:
        first["note"] = " / ".join(note for note in (first["note"], again["note"]) if note)
    verdicts = {row["verdict"] for row in (first, again)} - {""}
    # of two that disagree, the one that keeps the doubt alive
    first["verdict"] = "wrong" if "wrong" in verdicts else next(iter(sorted(verdicts)), "")
    return f"verdict {first['verdict']!r} is kept" if len(verdicts) > 1 else "the two are one now"


def _bad_numbers(row: Row) -> list[str]:
    bad = []
    for column, number in _NUMBERS.items():
        try:
            number(row[column] or "0")
        except ValueError:
            bad.append(column)
    return bad
