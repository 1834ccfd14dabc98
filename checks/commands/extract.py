"""`python -m checks extract`: write the fact table and check nothing."""

from __future__ import annotations

from pathlib import Path

from checks.commands.inputs import from_here, read_for
from checks.commands.options import Options
from checks.commands.output import Console, Progress
from checks.settings import Settings


def run(options: Options, settings: Settings) -> int:
    """Write the facts of the articles that `options` name to the file that they or the settings name.

    Returns the exit code. Raises UserError where no article could be read or the file cannot be written.
    """
    import checks
    from checks.commands import corpus
    from checks.engines.pool import cores
    from checks.flags.result import checkable
    from checks.reports import csv_file, terminal

    console = Console(options.quiet)
    given = corpus.wanted(options, settings)
    if given is not None:
        console.print(terminal.counts(*corpus.extracted(given, options, settings, console)))
        return 0
    facts_file = Path(options.facts or from_here(settings.facts, settings))
    csv_file.refuse(facts_file, "fact")
    articles, _ = read_for(console, options.paths, settings)
    with Progress(len(articles), options.quiet) as progress:
        table = checks.extract(
            articles,
            model=settings.model or None,
            progress=progress,
            cache=settings.cache_folder,
            jobs=settings.jobs or cores(),
        )
    csv_file.write(table, facts_file)
    console.print(terminal.counts(len(articles), len(table), int(checkable(table).sum())))
    return 0
