"""A table as a folder of Parquet files, one for each part of a run."""

from __future__ import annotations

from dataclasses import dataclass

from checks.engines.corpus.store import Store
from checks.errors import UserError

_BEGINS = "part-"


@dataclass(frozen=True)
class Dataset:
    """The folder `url` (a path, or a URL that fsspec knows), into which the run called `run` writes."""

    url: str
    run: str

    def refuse(self) -> None:
        """Raise UserError where there is something else than such a folder."""
        from pyarrow.fs import FileType

        kind = Store(self.url).kind()
        if kind not in (FileType.Directory, FileType.NotFound):
            raise UserError(
                f"{self.url}: is a file; a table in Parquet files is a folder, so give another name"
            )
        others = [name for name in Store(self.url).files() if not name.startswith(_BEGINS)]
        if others:
            raise UserError(f"{self.url}: holds {others[0]}, which is not ours; give another folder")

    def name(self, part: str) -> str:
        """The name of the file for `part`; files sort as their parts do."""
        return f"{_BEGINS}{self.run}-{part}"

    def settle(self) -> None:
        """Remove the files of earlier runs, now that those of this one are there."""
        store = Store(self.url)
        for name in store.files():
            if name.startswith(_BEGINS) and not name.startswith(self.name("")):
                store.remove(f"{name}.parquet")
