"""Files and URLs as streams of bytes, unpacked as they are read."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, cast

from checks.articles.errors import MissingExtra, Unreadable, unreadable
from checks.articles.readers import PACKINGS, ending

#: bytes read at a time; of a packed file fewer, since they may unpack to thousands of times as many
CHUNK = 1 << 16
_PACKED_CHUNK = {".gz": 1 << 15, ".zst": 1 << 12}


class Damaged(OSError):
    """A packed file that breaks off or does not unpack; what was read before that is whole."""


def is_url(path: object) -> bool:
    """Whether `path` is `s3://…`, `memory://…` or the like."""
    return "://" in str(path)


@contextmanager
def opened(path: Path | str) -> Iterator[io.BufferedReader]:
    """The bytes of a file, or (where `fsspec` is installed) of a URL, unpacked if its name says it is packed.

    Raises Unreadable where it cannot be opened. A read may raise OSError, such as Damaged, later.
    """
    packing = ending(str(path))[1]
    module, extra = PACKINGS.get(packing, ("", ""))
    if module and find_spec(module) is None:
        raise MissingExtra(path, module, extra)
    with _raw(path) as raw:
        if packing:
            unpacked = _Unpacked(raw, _unpacker(packing), _PACKED_CHUNK[packing])
            with io.BufferedReader(cast(Any, unpacked), CHUNK) as file:
                yield file
        else:
            yield io.BufferedReader(cast(Any, raw), CHUNK)


@contextmanager
def _raw(path: Path | str) -> Iterator[IO[bytes]]:
    try:
        if isinstance(path, str) and is_url(path):
            system, place = filesystem(path)
            file: IO[bytes] = system.open(place, "rb")
        else:
            file = cast(IO[bytes], io.FileIO(path))
    except OSError as error:
        raise unreadable(path, error) from None
    with file:
        yield file


def filesystem(url: str) -> tuple[Any, str]:
    """The file system of `fsspec` that `url` is in, and its path there. Raises Unreadable."""
    if find_spec("fsspec") is None:
        raise MissingExtra(url, "fsspec", "dask")
    import fsspec

    try:
        return cast(tuple[Any, str], fsspec.core.url_to_fs(url))
    except (ValueError, ImportError) as error:  # no such protocol, or its library is not installed
        why = " ".join(str(error).split())
        raise Unreadable(url, f"cannot be opened ({why}); install what it needs, or copy the file") from None


def _unpacker(packing: str) -> Callable[[], Any]:
    """What makes an object that unpacks one of the parts that a packed file is a row of."""
    if packing == ".gz":
        return lambda: zlib.decompressobj(wbits=31)
    import zstandard

    return zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of `file`; Damaged is raised only when all that is whole was handed out."""

    def __init__(self, file: IO[bytes], part: Callable[[], Any], chunk: int) -> None:
        self._file, self._part, self._chunk = file, part, chunk
        self._unpacking: Any = None
        self._packed = self._ready = b""
        self._damage = ""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready and not self._damage:
            if not self._packed:
                self._packed = self._file.read(self._chunk) or b""
                if not self._packed:
                    self._damage = "the packed data breaks off" if self._unpacking else "the end"
                    break
            self._unpack()
        if not self._ready and self._damage != "the end":
            raise Damaged(self._damage)
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _unpack(self) -> None:
        if self._unpacking is None:
            self._packed = self._packed.lstrip(b"\0")  # tapes and some programs fill up with zeros
            if not self._packed:
                return
            self._unpacking = self._part()
        try:
            self._ready = self._unpacking.decompress(self._packed)
        except Exception as error:  # zlib's and zstandard's own kinds
            self._damage = f"the packed data is damaged ({error})"
            return
        self._packed = b""
        if self._unpacking.eof:
            self._packed, self._unpacking = self._unpacking.unused_data, None
