"""Where the tables of a run in parts go."""

from __future__ import annotations

import os
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from checks.articles.opening import is_url
from checks.commands import inputs
from checks.commands.corpus.given import is_parquet
from checks.engines.corpus.dataset import Dataset
from checks.engines.corpus.store import Store
from checks.errors import UserError
from checks.reports import csv_file
from checks.settings import Settings

if TYPE_CHECKING:
    from checks.commands.options import Options
    from checks.engines.corpus import Run


class Tables:
    """Where the tables of a run go: CSV files, or folders of Parquet files (`facts`, `flags`; else None)."""

    def __init__(self, options: Options, settings: Settings) -> None:
        self._file = {
            "facts": options.facts or inputs.from_here(settings.facts, settings),
            "flags": options.flags or inputs.from_here(settings.flags, settings),
        }
        run = uuid.uuid4().hex[:8]
        self.facts, self.flags = (
            Dataset(str(path) if is_url(path) else os.path.abspath(path), run) if is_parquet(path) else None
            for path in self._file.values()
        )
        if self.facts and self.facts == self.flags:
            raise UserError(f"{self.facts.url}: facts and flags are two tables; give each a name of its own")

    def refuse(self, *names: str) -> None:
        """Raise UserError where a table, "facts" or "flags", cannot, or must not, be written."""
        folders = {"facts": self.facts, "flags": self.flags}
        for name in names:
            if folder := folders[name]:
                folder.refuse()
            else:
                csv_file.refuse(Path(self._file[name]), "fact" if name == "facts" else "")

    def close(self) -> None:
        """Leave nothing that was not finished."""
        for folder in filter(None, (self.facts, self.flags)):
            Store(folder.beside).clear()

    def write_facts(self, run: Run) -> None:
        """Write the fact table of `run`."""
        pieces = run.report(self.facts)
        if self.facts is None:
            csv_file.write_pieces((run.do.store.bytes(name) for name in pieces), Path(self._file["facts"]))

    def write_flags(self, run: Run) -> None:
        """Write the flags of `run` as Parquet files."""
        if self.flags is not None:
            for part in run.ran.flagged:
                Store(self.flags.beside).write(self.flags.name(part), run.do.store.read(f"flags/{part}"))
            self.flags.settle()
