"""Articles as pytest items: one per article, and one for what articles say against one another.

They are collected by `pytest --checks PATH` (repeatable), and by a bare `pytest` in a project whose
pyproject.toml says `pytest = true` under `[tool.checks]`. The verdicts in its flags file count. In
any other project this module is all that is imported.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import pandas as pd

    from checks.commands.inputs import Inputs
    from checks.flags.result import Result


class FlagsOpen(Exception):
    """What fails an item: a table of its open flags, or why its article could not be read."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("checks", "the figures in articles (numeric-checks)")
    group.addoption(
        "--checks",
        action="append",
        default=[],
        metavar="PATH",
        help="check the articles in PATH (repeatable)",
    )


def pytest_configure(config: pytest.Config) -> None:
    paths = _paths(config)
    if paths:
        config.stash[_RUN] = Run(config.rootpath, paths)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a pytest-xdist worker what to check: it cannot see any more that `pytest` was called bare."""
    run = node.config.stash.get(_RUN, None)
    node.workerinput["checks"] = [str(path) for path in run.paths] if run else []


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the articles: here, so that they need not lie among the tests, and first, so that -k applies."""
    run = config.stash.get(_RUN, None)
    if run is None:
        return
    for file in run.files:
        parent = ArticleFile.from_parent(session, path=file)
        items.append(ChecksItem.from_parent(parent, name="figures", run=run, file=file))
    items.append(ChecksItem.from_parent(session, name="corpus", nodeid="checks::corpus", run=run))


class ArticleFile(pytest.File):
    """An article as a node; `pytest_collection_modifyitems` gives it its item."""

    def collect(self) -> Iterable[pytest.Item]:
        return []


class ChecksItem(pytest.Item):
    """Fails with the open flags of `file`, or, without one, with those that involve several articles."""

    def __init__(self, *, run: Run, file: Path | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.run = run
        self.file = file

    def runtest(self) -> None:
        from checks.reports.terminal import flags_by_article

        with warnings.catch_warnings():  # those of the libraries below are no fault of the project's
            warnings.simplefilter("ignore")
            flags = self.run.across() if self.file is None else self.run.within(self.file)
        if not flags.empty:
            raise FlagsOpen(flags_by_article(flags))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        from checks.errors import UserError

        if isinstance(excinfo.value, (FlagsOpen, UserError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.name


class Run:
    """One check of `paths` for all items of a session, done when the first of them runs."""

    def __init__(self, root: Path, paths: Sequence[Path]) -> None:
        from checks.settings import load

        self.paths = paths
        self.settings = load(root)

    @cached_property
    def files(self) -> list[Path]:
        """The files to check. Raises pytest.UsageError for a path that holds none."""
        from checks.commands.inputs import files

        problems: dict[str, str] = {}
        found = [file.absolute() for file in files(self.paths, self.settings, problems)]
        if problems:
            raise pytest.UsageError(*problems.values())
        return found

    def within(self, file: Path) -> pd.DataFrame:
        """The failing flags whose whole argument lies in `file`. Raises FlagsOpen if it cannot be read."""
        from checks.commands.inputs import article_id

        if str(file) in self._inputs.problems:
            raise FlagsOpen(self._inputs.problems[str(file)])
        flags, several = self._failing
        return flags[(flags["article"] == article_id(file, self.settings.root)) & ~several]

    def across(self) -> pd.DataFrame:
        """The failing flags whose argument involves several articles."""
        flags, several = self._failing
        return flags[several]

    @cached_property
    def _inputs(self) -> Inputs:
        from checks.commands.inputs import read

        return read(self.files, self.settings)

    @cached_property
    def _failing(self) -> tuple[pd.DataFrame, pd.Series[bool]]:
        """The flags that fail, and for each whether its evidence lies in another article too."""
        from checks.commands.check import check_with
        from checks.flags import verdicts
        from checks.flags.identity import split_places

        review = verdicts.read(self.settings.file(self.settings.flags))
        result: Result = check_with(self._inputs.articles, self.settings)
        flags = result.with_flags(verdicts.carry(result.flags, review)).failing(self.settings.fail_on)
        several = [
            any(place.article != article for place in split_places(evidence))
            for article, evidence in zip(flags["article"], flags["evidence"], strict=True)
        ]
        return flags, flags["flag"].isin(flags["flag"][several])


def _paths(config: pytest.Config) -> list[Path]:
    """What to check, absolute; empty where this run is none of ours."""
    if hasattr(config, "workerinput"):
        return [Path(path) for path in config.workerinput["checks"]]
    if config.option.checks:
        return [config.invocation_params.dir / path for path in config.option.checks]
    project = config.rootpath / "pyproject.toml"
    bare = config.args_source is not pytest.Config.ArgsSource.ARGS
    if not bare or not project.is_file() or b"tool.checks" not in project.read_bytes():
        return []
    from checks.errors import UserError
    from checks.settings import load

    try:
        settings = load(config.rootpath)
    except UserError as error:
        raise pytest.UsageError(str(error)) from None
    return [settings.file(path) for path in settings.paths] if settings.pytest else []


_RUN = pytest.StashKey["Run"]()
