"""A process of its own for the parsers of foreign formats: a hostile file costs that, and not the run.

It has a limit of memory and of time. A file over the limit ends the process; the next file gets a new one.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Any, Self

from checks.articles.readers.document import Document, Refused

#: seconds of processor time for one file; the clock is given more, for machines with other work to do
SECONDS = 60
PATIENCE = 4
#: bytes of memory, the interpreter and the libraries included
MEMORY = 2_000_000_000
#: files after which a process is replaced, so that what a library leaks does not add up
FILES = 500


class Guard:
    """Reads files in a process that is started when first needed. Use it in a `with` statement."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds = seconds
        self.memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0

    def read(self, reader: str, data: bytes) -> Document:
        """What the module `reader` makes of `data`. Raises Refused."""
        process = self._started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.seconds * PATIENCE, stop)
        timer.start()
        try:
            reply = _asked(process, {"reader": reader, "size": len(data), "seconds": self.seconds}, data)
        finally:
            timer.cancel()
        self._read += 1
        if reply is None:
            self.close()
            code = process.returncode
            slow = late.is_set() or code == -24  # SIGXCPU
            why = f"took longer than {self.seconds:g} seconds" if slow else "broke the reader"
            raise Refused(f"{why}, so it may be damaged; save it anew, or as plain text")
        if "refused" in reply:
            raise Refused(reply["refused"])
        return Document(**{**reply, "starts": tuple(reply["starts"])})

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process, self._read = self._process, None, 0
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if pipe:
                        pipe.close()
            process.kill()
            process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._read >= FILES:
            self.close()
        if self._process is None:
            path = os.pathsep.join(place or os.getcwd() for place in sys.path)
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "checks.articles.readers.worker", str(self.memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "ignore"},
            )
        return self._process


def _asked(
    process: subprocess.Popen[bytes], question: dict[str, object], data: bytes
) -> dict[str, Any] | None:
    """The answer of `process`; None where it ended without one."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(question).encode() + b"\n" + data)
        process.stdin.flush()
        return answer(process.stdout)
    except (OSError, ValueError):
        return None


def answer(pipe: IO[bytes]) -> dict[str, Any] | None:
    """The answer in `pipe`: a line with its length, then JSON. None where it is cut short."""
    head = pipe.readline(30)
    if not head.endswith(b"\n"):
        return None
    size = int(head)
    body = pipe.read(size)
    found: dict[str, Any] | None = json.loads(body) if len(body) == size else None
    return found
