"""Articles as pytest items, one for each rule: `news/a.txt::percent-change`.

They are collected by `pytest --checks PATH` (repeatable), and by a bare `pytest` in a project whose
pyproject.toml says `pytest = true` under `[tool.checks]`, or that sets the ini option `checks_paths`. The
verdicts in its flags file count. In any other project this module is all that is imported.
"""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import pandas as pd

    from checks.commands.inputs import Inputs
    from checks.settings import Settings


class FlagsOpen(Exception):
    """What fails an item: its open flags, or why its article could not be read."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("checks", "the figures in articles (numeric-checks)")
    group.addoption(
        "--checks",
        action="append",
        default=[],
        metavar="PATH",
        help="check the articles in PATH (repeatable)",
    )
    group.addoption(
        "--checks-select",
        action="append",
        default=[],
        metavar="RULE",
        help="check them by this rule only (repeatable)",
    )
    parser.addini("checks_paths", "articles that a bare pytest checks", type="paths", default=[])
    parser.addini("checks_select", "the rules to check them by (default: all)", type="args", default=[])
    parser.addini("checks_fail_on", "the mildest flag that fails: error, warning, notice, never", default="")


def pytest_configure(config: pytest.Config) -> None:
    worker = getattr(config, "workerinput", None)  # of pytest-xdist
    given = config.option.checks if worker is None else worker["checks"]
    if not given and (worker is not None or not _asked_for(config)):
        return
    from checks.errors import UserError

    try:
        settings = _settings(config)
        paths = [config.invocation_params.dir / path for path in given]
        paths = paths or config.getini("checks_paths") or _paths_of(settings)
        if paths:
            select = config.option.checks_select or config.getini("checks_select")
            config.pluginmanager.register(Run(settings, paths, select), _RUN)
    except UserError as error:
        raise pytest.UsageError(str(error)) from None


def _settings(config: pytest.Config) -> Settings:
    """The settings that hold for the session, with what pytest's own ini file says instead."""
    from checks.errors import UserError, nearest
    from checks.settings import FAIL_ON, load

    settings = replace(load(config.rootpath), jobs=1)
    if fail_on := config.getini("checks_fail_on"):
        if fail_on not in FAIL_ON:
            raise UserError(f"checks_fail_on = {fail_on}: {nearest(fail_on, FAIL_ON, 'it may be')}")
        settings = replace(settings, fail_on=fail_on)
    return settings


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a pytest-xdist worker what to check: it cannot see any more that `pytest` was called bare."""
    run = node.config.pluginmanager.get_plugin(_RUN)
    node.workerinput["checks"] = [str(path) for path in run.paths] if run else []


class ArticleFile(pytest.File):
    """An article, or a table of them; its items are the rules."""

    def __init__(self, *, run: Run, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.run = run

    def collect(self) -> Iterable[pytest.Item]:
        yield ReadItem.from_parent(self, name="readable")
        for rule in self.run.rules:
            yield RuleItem.from_parent(self, name=rule)


class ReadItem(pytest.Item):
    """Fails where the file of an article cannot be read."""

    parent: ArticleFile

    def runtest(self) -> None:
        if problem := self.parent.run.inputs.problems.get(str(self.path)):
            raise FlagsOpen(problem)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        from checks.errors import UserError

        if isinstance(excinfo.value, (FlagsOpen, UserError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.name} of {self.parent.name}"


class RuleItem(ReadItem):
    """Fails with the open flags that the rule of its name raises on the article."""

    def runtest(self) -> None:
        from checks.reports.failure import failure

        run = self.parent.run
        if str(self.path) in run.inputs.problems:
            pytest.skip("the file cannot be read")
        with warnings.catch_warnings():  # those of the libraries below are no fault of the project's
            warnings.simplefilter("ignore")
            flags = run.failing(self.path, self.name)
        if not flags.empty:
            advice = f"(mend the text, or give the flag a verdict in {run.settings.flags})"
            raise FlagsOpen(failure(flags, {a.id: a.text for a in run.inputs.articles}, advice))


class Run:
    """One check of `paths` with `rules` for all items of a session, done when the first of them runs."""

    def __init__(self, settings: Settings, paths: Sequence[Path], select: Sequence[str] = ()) -> None:
        from checks.commands.chosen_rules import catalogue, idle_rules, rules_of

        self.settings = settings
        self.paths = paths
        self.select = select
        compared = bool(settings.references), bool(settings.evidence)
        idle = idle_rules(catalogue(settings), *compared)
        self.rules = [rule for rule in rules_of(settings, select)[1] if rule not in idle]

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Add the articles to what the session collects, so that they need not lie among the tests."""
        report = yield
        if isinstance(collector, pytest.Session):
            articles = [ArticleFile.from_parent(collector, path=file, run=self) for file in self.files]
            report.result = [*report.result, *articles]
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

    @cached_property
    def inputs(self) -> Inputs:
        """The articles, and what could not be read."""
        from checks.commands.inputs import read

        return read(self.files, self.settings)

    def failing(self, file: Path, rule: str) -> pd.DataFrame:
        """The flags of `rule` on the article, or the articles, in `file` that fail."""
        from checks.articles import container
        from checks.commands.inputs import article_id

        if isinstance(self._outcome, Exception):
            raise self._outcome
        flags = self._outcome
        in_file = flags["article"].map(container) == article_id(file, self.settings.root)
        return flags[in_file & (flags["check"] == rule)]

    @cached_property
    def _outcome(self) -> pd.DataFrame | Exception:
        """All flags that fail, or what went wrong: a check that fails is not made again for every item."""
        try:
            return self._check()
        except Exception as error:
            return error

    def _check(self) -> pd.DataFrame:
        from checks.commands.check import check_with
        from checks.commands.evidence import read_evidence
        from checks.commands.output import Console
        from checks.commands.references import read_references
        from checks.flags import verdicts

        review = verdicts.read(self.settings.file(self.settings.flags))
        articles = self.inputs.articles
        result = check_with(
            articles,
            self.settings,
            self.rules,
            references=read_references(None, self.settings),
            evidence=read_evidence((), self.settings, [a.id for a in articles], Console(quiet=True)),
        )
        return result.with_flags(verdicts.carry(result.flags, review)).failing(self.settings.fail_on)


def _asked_for(config: pytest.Config) -> bool:
    """Whether this is a bare `pytest` in a project whose pyproject.toml, or ini file, may ask for us."""
    project = config.rootpath / "pyproject.toml"
    if config.args_source is pytest.Config.ArgsSource.ARGS:
        return False
    return bool(config.getini("checks_paths")) or (
        project.is_file() and b"tool.checks" in project.read_bytes()
    )


def _paths_of(settings: Settings) -> list[Path]:
    """What a bare `pytest` is to check, absolute. Raises UserError where it is asked to, but not what."""
    from checks.errors import UserError

    if settings.pytest and not settings.paths:
        toml = settings.root / "pyproject.toml"
        raise UserError(f'{toml}: [tool.checks] pytest = true needs paths, such as paths = ["news"]')
    return [settings.file(path) for path in settings.paths] if settings.pytest else []


#: the name under which a session's Run is registered
_RUN = "checks-run"
