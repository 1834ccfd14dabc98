"""Articles as pytest items: one per article, and one for what articles say against one another.

They are collected by `pytest --checks PATH` (repeatable), and by a bare `pytest` in a project whose
pyproject.toml says `pytest = true` under `[tool.checks]`. The verdicts in its flags file count. In
any other project this module is all that is imported.
"""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import pandas as pd

    from checks.commands.inputs import Inputs
    from checks.flags.result import Result
    from checks.model import Part
    from checks.settings import Settings


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
    worker = getattr(config, "workerinput", None)  # of pytest-xdist
    given = config.option.checks if worker is None else worker["checks"]
    if not given and (worker is not None or not _asked_for(config)):
        return
    from checks.errors import UserError
    from checks.settings import load

    try:
        settings = load(config.rootpath)
        paths = [config.invocation_params.dir / path for path in given] or _paths_of(settings)
    except UserError as error:
        raise pytest.UsageError(str(error)) from None
    if paths:
        config.pluginmanager.register(Run(settings, paths), _RUN)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a pytest-xdist worker what to check: it cannot see any more that `pytest` was called bare."""
    run = node.config.pluginmanager.get_plugin(_RUN)
    node.workerinput["checks"] = [str(path) for path in run.paths] if run else []


class ArticleFile(pytest.File):
    """An article; its one item checks its figures."""

    def __init__(self, *, run: Run, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.run = run

    def collect(self) -> Iterable[pytest.Item]:
        yield ChecksItem.from_parent(self, name="figures", run=self.run, file=self.path)


class ChecksItem(pytest.Item):
    """Fails with the open flags of `file`, or, without one, with those that involve several articles."""

    def __init__(self, *, run: Run, file: Path | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.run = run
        self.file = file

    def runtest(self) -> None:
        from checks.reports.terminal import flags_by_article, many

        with warnings.catch_warnings():  # those of the libraries below are no fault of the project's
            warnings.simplefilter("ignore")
            flags = self.run.across() if self.file is None else self.run.within(self.file)
        if not flags.empty:
            # The first line is all that pytest's summary shows.
            head = f"{many(len(flags), 'flag')}: {', '.join(sorted(set(flags['check'])))}"
            advice = f"(mend the text, or give the flag a verdict in {self.run.settings.flags})"
            raise FlagsOpen(f"{head}\n{flags_by_article(flags, parts=self.run.parts)}\n{advice}")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        from checks.errors import UserError

        if isinstance(excinfo.value, (FlagsOpen, UserError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        name = self.name if self.file is None else f"{self.name} of {self.nodeid.partition('::')[0]}"
        return self.path, None, name


class Run:
    """One check of `paths` for all items of a session, done when the first of them runs."""

    def __init__(self, settings: Settings, paths: Sequence[Path]) -> None:
        self.settings = settings
        self.paths = paths

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Add the articles to what the session collects, so that they need not lie among the tests."""
        report = yield
        if isinstance(collector, pytest.Session):
            articles = [ArticleFile.from_parent(collector, path=file, run=self) for file in self.files]
            corpus = ChecksItem.from_parent(collector, name="corpus", nodeid="checks::corpus", run=self)
            report.result = [*report.result, *articles, corpus]
        return report

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
        flags, several = self._failing()
        return flags[(flags["article"] == article_id(file, self.settings.root)) & ~several]

    def across(self) -> pd.DataFrame:
        """The failing flags whose argument involves several articles."""
        flags, several = self._failing()
        return flags[several]

    @cached_property
    def _inputs(self) -> Inputs:
        from checks.commands.inputs import read

        return read(self.files, self.settings)

    @property
    def parts(self) -> dict[str, Part]:
        """What `line` counts, by article."""
        return {article.id: article.parts.name for article in self._inputs.articles}

    def _failing(self) -> tuple[pd.DataFrame, pd.Series[bool]]:
        """The flags that fail, and for each whether its evidence lies in another article too."""
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome

    @cached_property
    def _outcome(self) -> tuple[pd.DataFrame, pd.Series[bool]] | Exception:
        """What `_failing` returns or raises: a check that fails is not made again for every item."""
        try:
            return self._check()
        except Exception as error:
            return error

    def _check(self) -> tuple[pd.DataFrame, pd.Series[bool]]:
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


def _asked_for(config: pytest.Config) -> bool:
    """Whether this is a bare `pytest` in a project whose pyproject.toml may ask for us."""
    project = config.rootpath / "pyproject.toml"
    bare = config.args_source is not pytest.Config.ArgsSource.ARGS
    return bare and project.is_file() and b"tool.checks" in project.read_bytes()


def _paths_of(settings: Settings) -> list[Path]:
    """What a bare `pytest` is to check, absolute. Raises UserError where it is asked to, but not what."""
    from checks.errors import UserError

    if settings.pytest and not settings.paths:
        toml = settings.root / "pyproject.toml"
        raise UserError(f'{toml}: [tool.checks] pytest = true needs paths, such as paths = ["news"]')
    return [settings.file(path) for path in settings.paths] if settings.pytest else []


#: the name under which a session's Run is registered
_RUN = "checks-run"
