"""What a run says, and where: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import TextIO

from checks.errors import UserError


class Console:
    """Standard output and standard error of one run. `quiet` leaves only closing lines and errors."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
        self.colour = coloured(sys.stdout)

    def print(self, text: str = "") -> None:
        """`text` on standard output; a reader that has gone away (`| head`) is no error.

        Raises UserError where nothing can be written (a full disk).
        """
        try:
            print(text, flush=True)
        except BrokenPipeError:
            _drop_the_rest()
        except OSError as error:
            _drop_the_rest()
            raise UserError(f"standard output cannot be written ({error.strerror or error})") from None

    def detail(self, text: str) -> None:
        """`text` on standard output, unless quiet."""
        if not self.quiet:
            self.print(text)

    def say(self, line: str) -> None:
        """A line about the run (a file that cannot be read, what to do) on standard error."""
        print(line, file=sys.stderr, flush=True)

    def note(self, line: str) -> None:
        """A line on standard error that a quiet run leaves out."""
        if not self.quiet:
            self.say(line)


def _drop_the_rest() -> None:
    # What is still buffered would raise again when the interpreter flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def coloured(stream: TextIO) -> bool:
    """Whether to write colours to `stream`: only to a terminal, and not against NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """How many of `total` articles are done, on standard error where that is a terminal."""

    def __init__(self, total: int, quiet: bool = False) -> None:
        self.total = total
        self.shown = sys.stderr.isatty() and not quiet
        self._next = time.monotonic() + 1.0  # a run of a second needs no progress
        self._first: tuple[float, int] | None = None
        self._what = ""

    def __call__(self, done: int) -> None:
        now = time.monotonic()
        if self._first is None:  # what the cache knew is no measure of what is to come
            self._first = now, done
        if self.shown and now >= self._next:
            self._next = now + 0.2
            of = f" of {self.total:,}" if self.total else ""
            what = f" {self._what}" if self._what else ""
            told = f"{done:,}{of} articles{what}{_pace(done, self.total, *self._first)}"
            print(f"\r\x1b[K{told}", end="", file=sys.stderr, flush=True)

    def stage(self, what: str, done: int, total: int) -> None:
        """The same for a run in stages: `done` of `total` articles (0: nobody knows how many) are `what`."""
        if what != self._what:
            self._what, self._first = what, None
        self.total = total
        self(done)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.shown:  # so that what follows stands on a clean line
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _pace(done: int, total: int, since: float, then: int) -> str:
    """`, 85 a second, 2:05 left`; empty where it is too early to say."""
    seconds = time.monotonic() - since
    if seconds < 0.5 or done <= then:
        return ""
    pace = (done - then) / seconds
    if done > total:
        return f", {pace:,.3g} a second"
    minutes, left = divmod(round((total - done) / pace), 60)
    return f", {pace:,.3g} a second, {minutes}:{left:02} left"
