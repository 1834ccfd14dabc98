"""A table as a folder of Parquet files, one for each part of a run."""

from __future__ import annotations

from dataclasses import dataclass

from checks.engines.corpus.store import Store
from checks.errors import UserError

#: what the names of our files begin with; a folder with others is somebody's
_BEGINS = "checks-"


@dataclass(frozen=True)
class Dataset:
    """The folder `url` (a path, or a URL that fsspec knows), as the run called `run` writes it.

    The files of a run are written beside the folder and take its place when all are there.
    """

    url: str
    run: str

    @property
    def beside(self) -> str:
        """Where the files of the run are written."""
        folder, slash, name = self.url.rstrip("/").rpartition("/")
        return f"{folder}{slash}.{name}.{self.run}"

    def refuse(self) -> None:
        """Raise UserError where there is something else than such a folder, or none can be written."""
        from pyarrow.fs import FileType

        there, new = Store(self.url), Store(self.beside)
        kind = there.kind()
        if kind not in (FileType.Directory, FileType.NotFound):
            raise UserError(
                f"{self.url}: is a file; a table in Parquet files is a folder, so give another name"
            )
        others = [name for name in (*there.files(), *there.folders()) if not name.startswith(_BEGINS)]
        if others:
            raise UserError(f"{self.url}: holds {others[0]}, which is not ours; give another folder")
        try:
            new.clear()
            new.put("begun", b"")
        except OSError as error:
            raise UserError(f"{self.url}: cannot be written ({error.strerror or error})") from None

    @staticmethod
    def name(part: str) -> str:
        """The name of the file for `part`; files sort as their parts do."""
        return f"{_BEGINS}{part}"

    def settle(self) -> None:
        """Put the files of the run in the place of those that are there."""
        new, there, old = Store(self.beside), Store(self.url), Store(f"{self.beside}.old")
        if "begun" in new.files():
            new.remove("begun")
        old.clear()
        if there.kind().name == "Directory":
            there.move(old)
        new.move(there)
        old.clear()
