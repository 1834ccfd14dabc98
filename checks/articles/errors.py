"""What is said of a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

from checks.errors import UserError


class Unreadable(UserError):
    """One input that cannot be read; the others still can.

    `str()` is one line: `path:line: message`, where the message says what to do.
    """

    def __init__(self, path: Path, message: str, line: int | None = None) -> None:
        super().__init__(path, message, line)
        self.path = path
        self.message = message
        self.line = line

    def __str__(self) -> str:
        place = str(self.path).replace("\n", "\\n")  # a file's name may hold a line break
        return f"{place}:{self.line}: {self.message}" if self.line else f"{place}: {self.message}"
