"""What is said of a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

from checks.errors import UserError


class Unreadable(UserError):
    """One input that cannot be read, a file or (as a `str`) a URL; the others still can.

    `str()` is one line: `path:line: message`, where the message says what to do.
    """

    def __init__(self, path: Path | str, message: str, line: int | None = None) -> None:
        super().__init__(path, message, line)
        self.path = path
        self.message = message
        self.line = line

    def __str__(self) -> str:
        # a file's name may hold a line break
        place = "standard input" if str(self.path) == "-" else str(self.path).replace("\n", "\\n")
        return f"{place}:{self.line}: {self.message}" if self.line else f"{place}: {self.message}"


class MissingExtra(Unreadable):
    """A file whose format needs a library that is not installed; `extra` brings it."""

    def __init__(self, path: Path | str, library: str, extra: str) -> None:
        self.extra = extra
        super().__init__(path, needs(library, extra))


def needs(library: str, extra: str) -> str:
    """That reading a file needs `library` (the module's name), and how to install it."""
    library = {"docx": "python-docx"}.get(library, library)
    return f"reading it needs {library}, which is not installed: pip install 'numeric-checks[{extra}]'"


def unreadable(path: Path | str, error: OSError) -> Unreadable:
    """What to say of `path` after `error`."""
    if isinstance(error, FileNotFoundError):
        return Unreadable(path, "there is no such file or folder; check the spelling")
    if isinstance(error, IsADirectoryError):
        return Unreadable(path, "is a folder; give the files in it")
    if isinstance(error, PermissionError):
        return Unreadable(path, "you may not read this; change its permissions")
    return Unreadable(path, f"cannot be read ({error.strerror or error}); check the path")
