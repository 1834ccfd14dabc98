"""The verdicts of flags.csv, while a page and perhaps a spreadsheet write to it.

The file is read before each write and whenever it has changed, and only the cells decided here are put into
it. A spreadsheet that was opened before a verdict was given here saves its old copy over it: a cell that
goes back to what it was before is put back, one that holds something new is somebody's decision and stays.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from checks.errors import UserError
from checks.flags import verdicts
from checks.flags.verdicts import Row
from checks.reports import csv_file
from checks.tables import FLAGS

#: A decision: verdict and note.
Cells = tuple[str, str]
NONE: Cells = ("", "")


class Conflict(Exception):
    """The file holds another decision than the one that was seen; `cells` is what it holds."""

    def __init__(self, cells: Cells) -> None:
        super().__init__("changed meanwhile")
        self.cells = cells


class News(NamedTuple):
    """What a page has to know: decisions `changed` since a version, and a line where something is wrong."""

    version: int
    changed: Mapping[str, Cells]
    problem: str


@dataclass
class _Own:
    """A decision given here: `now`, and all that it took the place of."""

    now: Cells
    past: set[Cells] = field(default_factory=set)


class Book:
    """The decisions in `path` for `flags` (rows of FLAGS as text, by id). Several threads may use it."""

    def __init__(self, path: Path, flags: Mapping[str, Row]) -> None:
        self.path = path
        self._flags = flags
        self._lock = threading.Lock()
        self._own: dict[str, _Own] = {}
        self._cells: dict[str, Cells] = {}
        self._changed: dict[str, int] = {}
        self._stamp: tuple[int, int, int] | None = None
        self._review: verdicts.Review | None = None
        self._version = 1
        self._problem = ""
        with self._lock:
            self._read()

    @property
    def decisions(self) -> dict[str, Cells]:
        """Verdict and note of every flag that has one."""
        with self._lock:
            return {flag: cells for flag, cells in self._cells.items() if cells != NONE}

    def decide(self, flag: str, cells: Cells, seen: Cells, since: int = 0) -> News:
        """Write a decision on `flag` of somebody who saw `seen` there; what changed after version `since`.

        Raises KeyError for a flag that this run did not raise, Conflict where the file holds something else
        than `seen` and `cells`, UserError where it cannot be read or written; the decision is then kept
        and written when it can be.
        """
        if flag not in self._flags:
            raise KeyError(flag)
        with self._lock:
            review = self._read()
            there = self._cells.get(flag, NONE)
            if there not in (seen, cells):
                raise Conflict(there)
            own = self._own.setdefault(flag, _Own(there))
            own.past = (own.past | {own.now, there}) - {cells}
            own.now = cells
            self._take({flag: cells})
            if review is None:
                raise UserError(self._problem)
            self._write(review)
            return self._news(since)

    def news(self, since: int) -> News:
        """What changed after version `since`; what a stale copy undid is put back first."""
        with self._lock:
            if self._stamp != self._stat() or self._problem:
                review = self._read()
                if review is not None and self._missing(review):
                    # what is wrong is in `_problem`; the next look tries again
                    with contextlib.suppress(UserError):
                        self._write(review)
            return self._news(since)

    def _news(self, since: int) -> News:
        changed = {f: self._cells.get(f, NONE) for f, version in self._changed.items() if version > since}
        return News(self._version, changed, self._problem)

    def _read(self) -> verdicts.Review | None:
        """The file as it is, its decisions taken over; None where it cannot be read just now."""
        stamp = self._stat()
        if self._review is not None and stamp is not None and stamp == self._stamp:
            return self._review
        self._review = None
        try:
            review = verdicts.read(self.path)
        except UserError as error:
            self._problem = f"{error}. What you decide is kept here and written when it can be."
            return None
        self._problem = ""
        self._stamp = stamp
        found = {flag: (row["verdict"], row["note"]) for flag, row in review.rows.items()}
        for flag, own in self._own.items():
            there = found.get(flag, NONE)
            if there in own.past:
                found[flag] = own.now
            elif there != own.now:  # decided elsewhere, and later
                own.past, own.now = own.past | {own.now}, there
        self._take({flag: found.get(flag, NONE) for flag in self._flags})
        self._review = review
        return review

    def _missing(self, review: verdicts.Review) -> bool:
        """Whether the file lacks a decision given here."""
        rows = review.rows
        return any(
            (rows[flag]["verdict"], rows[flag]["note"]) != own.now if flag in rows else own.now != NONE
            for flag, own in self._own.items()
        )

    def _write(self, review: verdicts.Review) -> None:
        import pandas as pd

        rows = review.rows
        for flag, own in self._own.items():
            if flag in rows or own.now != NONE:  # a row that a spreadsheet deleted comes back
                row = rows.setdefault(flag, dict(self._flags[flag]) | dict.fromkeys(review.added, ""))
                row["verdict"], row["note"] = own.now
        table = pd.DataFrame(list(rows.values()), columns=[*FLAGS, *review.added], dtype="str")
        try:
            if review.damaged:
                csv_file.set_aside(self.path)
            csv_file.write(table.fillna(""), self.path)
        except UserError as error:
            self._problem = f"{error}; close it in the spreadsheet. What you decide is kept and written then."
            self._review = None
            raise
        # rows that were folded or set aside are gone from the file now, and with them what was said of them
        self._review, self._stamp = replace(review, damaged=False), self._stat()
        self._problem = ""

    def _take(self, cells: Mapping[str, Cells]) -> None:
        new = {flag: now for flag, now in cells.items() if self._cells.get(flag, NONE) != now}
        if new:
            self._version += 1
            self._cells |= new
            self._changed |= dict.fromkeys(new, self._version)

    def _stat(self) -> tuple[int, int, int] | None:
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino
