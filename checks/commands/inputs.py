"""From the paths a user gives to articles, with a line for each that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checks.commands.output import Console
from checks.errors import UserError
from checks.model import Article
from checks.settings import Settings


@dataclass
class Inputs:
    """The articles read, in order, and for each path that gave none, a line that says why."""

    articles: list[Article] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)


def paths_of(given: Sequence[str], settings: Settings) -> list[Path]:
    """The paths to check: those `given`, else those of the settings, else `seeds`.

    Raises UserError, saying what to give, where there is none of these.
    """
    if given:
        return [Path(path) for path in given]
    if settings.paths:
        return [from_here(path, settings) for path in settings.paths]
    if Path("seeds").is_dir():
        return [Path("seeds")]
    raise UserError(
        "nothing to check: give files or folders (python -m checks PATH …),"
        ' or set paths = ["…"] under [tool.checks] in pyproject.toml'
    )


def from_here(name: str, settings: Settings) -> Path:
    """The file that the settings call `name`, as a person in the current folder would write it."""
    return Path(name) if os.path.isabs(name) else Path(os.path.relpath(settings.file(name)))


def article_id(path: Path, root: Path) -> str:
    """How the tables name the article in `path`: as seen from `root`.

    So the same article has the same name, and keeps its verdicts, wherever and however it is checked.
    """
    name = Path(os.path.relpath(path, root)).as_posix()
    # The name of a file may be no UTF-8, and could then not be written to a table: "caf\\xe9.txt".
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def files(paths: Sequence[Path], settings: Settings, problems: dict[str, str]) -> Iterator[Path]:
    """The files that `paths` hold, each once; `problems` gets a line for a path without any."""
    from checks import articles

    seen: set[str] = set()
    for path in paths:
        try:
            found = articles.collect(path, settings.exclude)
        except articles.Unreadable as error:
            problems[str(path)] = str(error)
            continue
        for file in found:
            name = os.path.realpath(file)
            if name not in seen:
                seen.add(name)
                yield file


def read(paths: Sequence[Path], settings: Settings) -> Inputs:
    """The articles in `paths`; those that cannot be read are left to the problems."""
    from checks import articles

    inputs = Inputs()
    for file in files(paths, settings, inputs.problems):
        try:
            inputs.articles.append(articles.read(file, id=article_id(file, settings.root)))
        except articles.Unreadable as error:
            inputs.problems[str(file)] = str(error)
    return inputs


def read_for(console: Console, given: Sequence[str], settings: Settings) -> tuple[list[Article], int]:
    """The articles that a command is to work on, and how many paths gave none.

    `console` gets a line for each of those. Raises UserError where not one could be read.
    """
    paths = paths_of(given, settings)
    inputs = read(paths, settings)
    for line in inputs.problems.values():
        console.say(line)
    if not inputs.articles and not inputs.problems:
        raise UserError(f"[tool.checks] exclude leaves out every file of {', '.join(map(str, paths))}")
    if not inputs.articles:
        raise UserError("no article could be read, so nothing was checked")
    return inputs.articles, len(inputs.problems)
