"""A check of more articles than memory holds, or by a cluster: the same command, done in parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from checks.articles import container
from checks.commands.corpus import working
from checks.commands.corpus.given import Inputs, wanted
from checks.commands.corpus.tables import Tables
from checks.commands.evidence import read_evidence
from checks.commands.found import Found
from checks.commands.output import Console, Progress
from checks.errors import UserError
from checks.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from checks.commands.options import Options
    from checks.engines.corpus import Ran, Run
    from checks.engines.judging import Asked
    from checks.flags.result import Result

__all__ = ["extracted", "found", "wanted"]

#: flags that are printed of a run whose flags go into Parquet files
_SHOWN = 200


@contextmanager
def found(
    given: Inputs,
    options: Options,
    settings: Settings,
    console: Console,
    rules: list[str],
    references: pd.DataFrame | None,
) -> Iterator[Found]:
    """What a check of `given` in parts by `rules` finds; the tables are to be written inside the block.

    Raises UserError where nothing could be read, and for what needs all articles in memory.
    """
    if options.html is not None:
        raise UserError("--html holds every article of a run; name fewer articles")
    tables = Tables(options, settings)
    if not options.dry_run:
        tables.refuse("facts", "flags")
    asked = _asked(options, settings, given, console, rules, references)
    with closing(tables), _begun(given, options, settings, asked, console) as run:
        with Progress(0, options.quiet) as progress:
            run.progress = progress.stage
            run.check(*_cut(given, settings))
        unread = _told(run.ran, given, console)
        yield Found(
            _result(run, apart=tables.flags is not None),
            [],
            {id for _, id in given.files} - {*run.ran.faulty, *map(container, run.ran.lost)},
            unread,
            lambda: tables.write_facts(run),
            (lambda: tables.write_flags(run)) if tables.flags else None,
        )


def extracted(given: Inputs, options: Options, settings: Settings, console: Console) -> tuple[int, int, int]:
    """Write the fact table of `given`, read in parts: how many articles, figures and figures to be checked.

    Raises UserError where nothing could be read or the table cannot be written.
    """
    from checks.engines.judging import Asked

    tables = Tables(options, settings)
    tables.refuse("facts")
    asked = Asked(select=(), model=settings.model or None)
    with closing(tables), _begun(given, options, settings, asked, console) as run:
        with Progress(0, options.quiet) as progress:
            run.progress = progress.stage
            run.extract(*_cut(given, settings))
        _told(run.ran, given, console)
        tables.write_facts(run)
        return run.ran.articles, run.ran.facts, run.ran.checkable


@contextmanager
def _begun(
    given: Inputs, options: Options, settings: Settings, asked: Asked, console: Console
) -> Iterator[Run]:
    from checks.engines.corpus import Run, asking

    with (
        working.stages(given, options, settings, asked, console) as do,
        working.workers(options, settings) as by,
    ):
        asking.keep(do.store, asked)
        yield Run(do, by)


def _cut(given: Inputs, settings: Settings) -> tuple[Iterator[list[tuple[str, str]]], dict[str, str]]:
    from checks.engines.corpus import cutting

    return cutting.input_jobs(given.files), dict(settings.columns)


def _told(ran: Ran, given: Inputs, console: Console) -> int:
    """Say what could not be read: so much of it. Raises UserError where nothing could."""
    problems = [*given.problems.values(), *ran.problems]
    for line in problems:
        console.say(line)
    if not ran.articles:
        raise UserError("no article could be read, so nothing was checked")
    return len(problems)


def _asked(
    options: Options,
    settings: Settings,
    given: Inputs,
    console: Console,
    rules: list[str],
    references: pd.DataFrame | None,
) -> Asked:
    from checks.engines.evidence import evidence_facts
    from checks.engines.judging import Asked

    evidence = read_evidence(options.evidence, settings, [id for _, id in given.files], console)
    return Asked(
        select=tuple(rules),
        rules=settings.rules,
        severity={rule: grade for rule, grade in settings.severity.items() if grade != "off"},
        per_path_ignores=settings.per_path_ignores,
        model=settings.model or None,
        references=references,
        given=None if evidence is None else evidence_facts(evidence, (), settings.model or None),
    )


def _result(run: Run, apart: bool) -> Result:
    """What a run found, with all flags, or the worst of them where they go into Parquet files (`apart`)."""
    import pandas as pd

    from checks.engines.corpus.ran import flags
    from checks.flags.result import Counted, Result
    from checks.tables import FACTS, PAIRS, frame

    ran = run.ran
    table, count = flags(run.do, ran, _SHOWN if apart else None)
    return Result(
        facts=frame([], FACTS),
        flags=table,
        pairs=frame([], PAIRS),
        copies=pd.DataFrame(ran.copies, columns=["article", "original"], dtype="str").assign(similarity=1.0),
        articles=ran.articles,
        suppressed=ran.suppressed,
        stale=tuple(ran.stale),
        notes=tuple(ran.notes),
        parts=ran.parts,
        counted=Counted(ran.facts, ran.checkable, count),
    )
