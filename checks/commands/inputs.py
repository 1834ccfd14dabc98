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
    """The articles read, in order, and for each path that gave none, a line that says why.

    `lacking` has the paths whose format needs a library that is not installed, by what to do about it.
    """

    articles: list[Article] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)
    lacking: dict[str, list[str]] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """The problems, those of files that need the same library in one line."""
        many = {message: paths for message, paths in self.lacking.items() if len(paths) > 1}
        told = {path for paths in many.values() for path in paths}
        return [
            *(f"{paths[0]} and {len(paths) - 1:,} more: {message}" for message, paths in many.items()),
            *(line for path, line in self.problems.items() if path not in told),
        ]


def paths_of(given: Sequence[str], settings: Settings) -> list[Path]:
    """The paths to check: those `given`, else those of the settings, else `seeds`.

    Raises UserError, saying what to give, where there is none of these.
    """
    if given:
        # "-" is standard input, "./-" the file of that name
        return [Path(path) if path == "-" else _file(path) for path in given]
    if settings.paths:
        return [from_here(path, settings) for path in settings.paths]
    if Path("seeds").is_dir():
        return [Path("seeds")]
    raise UserError(
        "nothing to check: give files or folders (python -m checks PATH …),"
        ' or set paths = ["…"] under [tool.checks] in pyproject.toml'
    )


def _file(path: str) -> Path:
    return Path(path).absolute() if Path(path) == Path("-") else Path(path)


def from_here(name: str, settings: Settings) -> Path:
    """The file that the settings call `name`, as a person in the current folder would write it."""
    return Path(name) if os.path.isabs(name) else Path(os.path.relpath(settings.file(name)))


def article_id(path: Path, root: Path) -> str:
    """How the tables name the article in `path`: as seen from `root`.

    So the same article has the same name, and keeps its verdicts, wherever and however it is checked.
    """
    from checks.articles.reading import STDIN, STDIN_ID

    if path == STDIN:
        return STDIN_ID
    name = Path(os.path.relpath(path, root)).as_posix()
    # The name of a file may be no UTF-8, and could then not be written to a table: "caf\\xe9.txt".
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def files(paths: Sequence[Path], settings: Settings, problems: dict[str, str]) -> Iterator[Path]:
    """The files that `paths` hold, each once; `problems` gets a line for a path without any.

    A table that is not named itself is one of them only if it has the columns of articles: else it is data.
    """
    from checks import articles
    from checks.articles.readers import format_of

    seen: set[str] = set()
    for path in paths:
        try:
            found = articles.collect(path, settings.exclude)
        except articles.Unreadable as error:
            problems[str(path)] = str(error)
            continue
        for file in found:
            name = os.path.realpath(file)
            data = file != path and format_of(file.name).table
            if name not in seen and not (data and not articles.has_articles(file, settings.columns)):
                seen.add(name)
                yield file


def read(paths: Sequence[Path], settings: Settings) -> Inputs:
    """The articles in `paths`; those that cannot be read are left to the problems."""
    from checks import articles
    from checks.articles.readers.guard import Guard

    inputs = Inputs()
    with Guard() as guard:
        for file in files(paths, settings, inputs.problems):
            name = article_id(file, settings.root)
            found = articles.read_all(file, id=name, columns=settings.columns, guard=guard)
            inputs.articles += found.articles
            for i, problem in enumerate(found.problems):
                if isinstance(problem, articles.MissingExtra):
                    inputs.lacking.setdefault(problem.message, []).append(str(file))
                inputs.problems[f"{file}#{i}" if i else str(file)] = str(problem)
    return inputs


def read_for(console: Console, given: Sequence[str], settings: Settings) -> tuple[list[Article], int]:
    """The articles that a command is to work on, and how many paths gave none.

    `console` gets a line for each of those. Raises UserError where not one could be read.
    """
    paths = paths_of(given, settings)
    inputs = read(paths, settings)
    for line in inputs.lines():
        console.say(line)
    if not inputs.articles and not inputs.problems:
        raise UserError(f"[tool.checks] exclude leaves out every file of {', '.join(map(str, paths))}")
    if not inputs.articles:
        raise UserError("no article could be read, so nothing was checked")
    return inputs.articles, len(inputs.problems)
