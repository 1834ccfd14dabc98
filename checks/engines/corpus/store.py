"""The folder in which a run keeps what its stages hand to one another: here, or at any fsspec URL."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.articles import Unreadable, opening
from checks.errors import UserError

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class Store:
    """Tables and small records by name, in the folder `url`: a path, or a URL that fsspec knows.

    What is written is there as a whole or not at all. A store may be handed to other processes.
    """

    url: str

    def write(self, name: str, table: pa.Table) -> None:
        """Write `table` as `name`, into a Parquet file."""
        import pyarrow.parquet as pq

        with self._beside(f"{name}.parquet") as stream:
            pq.write_table(table, stream, compression="zstd")

    def read(self, name: str) -> pa.Table:
        """The table `name`."""
        import pyarrow.parquet as pq

        with self._fs.open_input_file(self._path(f"{name}.parquet")) as stream:
            return pq.ParquetFile(stream).read()

    def deal(self, name: str, table: pa.Table, ends: Sequence[int]) -> None:
        """Write `table` as `name`, in pieces that end at the rows `ends`, each to be read by itself.

        Into an Arrow file: what a Parquet file tells of each column of each piece takes twenty times as long
        to read as a piece.
        """
        import pyarrow as pa

        options = pa.ipc.IpcWriteOptions(compression="zstd")
        none = pa.RecordBatch.from_pylist([], schema=table.schema)
        with (
            self._beside(f"{name}.arrow") as stream,
            pa.ipc.new_file(stream, table.schema, options=options) as file,
        ):
            for start, end in pairwise((0, *ends)):
                (piece,) = table.slice(start, end - start).combine_chunks().to_batches() or (none,)
                file.write_batch(piece)

    def dealt(self, name: str, piece: int) -> pa.Table:
        """One piece of what `deal` wrote as `name`."""
        import pyarrow as pa

        with self._fs.open_input_file(self._path(f"{name}.arrow")) as stream:
            return pa.Table.from_batches([pa.ipc.open_file(stream).get_batch(piece)])

    def put(self, name: str, data: bytes) -> None:
        """Write `data` as `name`."""
        with self._beside(name) as stream:
            stream.write(data)

    def tell(self, name: str, record: dict[str, Any]) -> None:
        """Write `record`, of what JSON can hold, as `name`."""
        self.put(f"{name}.json", json.dumps(record).encode())

    def told(self, name: str) -> dict[str, Any] | None:
        """The record `name`; None where there is none."""
        try:
            with self._fs.open_input_stream(self._path(f"{name}.json")) as stream:
                record: dict[str, Any] = json.loads(stream.read())
                return record
        except (FileNotFoundError, ValueError):  # a machine that lost its power may leave an empty file
            return None

    def kind(self, name: str = "") -> Any:
        """What there is at `name` (the folder itself): a `pyarrow.fs.FileType`."""
        return self._fs.get_file_info(self._path(name)).type

    def clear(self, folder: str = "") -> None:
        """Remove `folder` (all of it) and what is in it."""
        from pyarrow.fs import FileType

        if self.kind(folder) == FileType.Directory:
            self._fs.delete_dir(self._path(folder))

    def move(self, to: Store) -> None:
        """Move the folder to that of `to`, of the same file system."""
        self._fs.move(self._root, to._root)

    def remove(self, file: str) -> None:
        """Remove a file."""
        self._fs.delete_file(self._path(file))

    def files(self, folder: str = "") -> list[str]:
        """The names of the tables in `folder`, in order, without their ending."""
        return sorted(info.base_name.removesuffix(".parquet") for info in self._listed(folder))

    def folders(self) -> list[str]:
        """The folders in this one."""
        from pyarrow.fs import FileType

        return sorted(info.base_name for info in self._listed("") if info.type == FileType.Directory)

    def age(self) -> float:
        """When something was last written in the folder itself, in seconds since 1970; 0 where nothing is."""
        times = [info.mtime.timestamp() for info in self._listed("") if info.mtime is not None]
        return max(times, default=0.0)

    def size(self) -> int:
        """The bytes of all files."""
        return sum(info.size or 0 for info in self._listed("", recursive=True))

    def _listed(self, folder: str, recursive: bool = False) -> list[Any]:
        from pyarrow.fs import FileSelector

        if self.kind(folder).name != "Directory":
            return []
        found = self._fs.get_file_info(FileSelector(self._path(folder), recursive=recursive))
        return [info for info in found if not info.base_name.startswith(".")]

    def bytes(self, name: str) -> bytes:
        """What `put` wrote."""
        with self._fs.open_input_stream(self._path(name)) as stream:
            found: bytes = stream.read()
            return found

    def _beside(self, name: str) -> Any:
        return _beside(self._fs, self._path(name))

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root

    @cached_property
    def _opened(self) -> tuple[Any, str]:
        return filesystem(self.url)

    @property
    def _fs(self) -> Any:
        return self._opened[0]

    @property
    def _root(self) -> str:
        return self._opened[1]

    def __getstate__(self) -> dict[str, str]:
        return {"url": self.url}  # an open file system stays in its process


def filesystem(url: str) -> tuple[Any, str]:
    """The file system that `url` lies in, as pyarrow knows them, and the path in it.

    Raises UserError where a library for it is missing.
    """
    try:
        from pyarrow import fs
    except ModuleNotFoundError:
        raise UserError(
            "a corpus of this size is kept in Parquet files, which need pyarrow:"
            " pip install 'numeric-checks[parquet]'"
        ) from None

    if not opening.is_url(url):
        return fs.LocalFileSystem(), Path(os.path.abspath(url)).as_posix()
    try:
        found, path = opening.filesystem(url)
    except Unreadable as problem:
        raise UserError(str(problem)) from None
    return fs.PyFileSystem(fs.FSSpecHandler(found)), path.rstrip("/")


class _beside:
    """A stream to a file that takes its place when it is whole, and leaves nothing where it fails."""

    def __init__(self, fs: Any, path: str) -> None:
        self._fs, self._path = fs, path
        folder, _, name = path.rpartition("/")
        self._part = f"{folder}/.{name}.{uuid.uuid4().hex[:8]}"
        fs.create_dir(folder, recursive=True)

    def __enter__(self) -> Any:
        self._stream = self._fs.open_output_stream(self._part)
        return self._stream

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._stream.close()
        if error is None:
            self._fs.move(self._part, self._path)
        else:
            self._fs.delete_file(self._part)
