"""`python -m checks`: check the articles, write the tables, print the flags."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.changed import changed_articles
from checks.commands.chosen_rules import catalogue, idle_rules, rules_of
from checks.commands.evidence import read_evidence
from checks.commands.focus import focus, shrink, write_baseline
from checks.commands.found import Checked, Found
from checks.commands.inputs import from_here, read_for
from checks.commands.options import Options
from checks.commands.output import Console, Progress
from checks.commands.references import read_references
from checks.commands.unseen import Unseen
from checks.flags import baseline, verdicts
from checks.reports import csv_file
from checks.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from checks.articles.datatable import DataTable
    from checks.flags.result import Result
    from checks.model import Article


def run(options: Options, settings: Settings) -> int:
    """Check, write both tables (not in a dry run), print the flags; the exit code.

    0: no open flag that fails; 1: there is one. Raises UserError where nothing could be done.
    """
    from checks.commands.telling import tell

    console = Console(options.quiet)
    # Files first: one that cannot be read or written should not cost a minute's work to find out.
    kept = options.baseline or (from_here(settings.baseline, settings) if settings.baseline else None)
    if kept == options.write_baseline:  # written anew
        kept = None
    known = None if kept is None else baseline.read(kept)
    changed = changed_articles(options.diff, options.changed, settings)
    for file in (options.output, options.write_baseline, options.html):
        if file is not None:
            csv_file.refuse(file)
    if options.html is not None:
        from checks.reports import page

        page.refuse(options.html)
    done = checked(options, settings, console)
    if options.write_baseline is not None:
        return write_baseline(options.write_baseline, done.result, console)
    seen = focus(done.result, None if known is None else list(known["flag"]), changed)
    tell(done, seen, options, settings, console)
    if options.html is not None:
        page.write(options.html, page.Page(seen.result, done.articles, settings.rules))
    if kept is not None and known is not None and not options.dry_run:
        shrink(kept, known, done.result.flags, done.unseen, console)
    return 0 if seen.result.failing(options.fail_on or settings.fail_on).empty else 1


def checked(options: Options, settings: Settings, console: Console) -> Checked:
    """Check and write both tables (not in a dry run). Raises UserError where nothing could be done."""
    from checks.commands import corpus

    asked, chosen = rules_of(settings, options.select, options.ignore)
    references = read_references(options.references, settings)
    idle = idle_rules(
        catalogue(settings), references is not None, bool(options.evidence or settings.evidence)
    )
    left_out = {*asked, *idle} - (set(chosen) - idle)
    given = corpus.wanted(options, settings)
    if given is not None:
        with corpus.found(given, options, settings, console, chosen, references) as found:
            return _finished(found, options, settings, console, chosen, left_out)
    facts_file = _facts_file(options, settings)
    verdicts.read(_flags_file(options, settings))
    if not options.dry_run:
        csv_file.refuse(facts_file, "fact")
        csv_file.refuse(_flags_file(options, settings))
    articles, unread = read_for(console, options.paths, settings)
    ids = [article.id for article in articles]
    evidence = read_evidence(options.evidence, settings, ids, console)
    with Progress(len(articles), options.quiet) as progress:
        result = check_with(
            articles, settings, chosen, references=references, evidence=evidence, progress=progress
        )
    found = Found(result, articles, ids, unread, lambda: csv_file.write(result.facts, facts_file))
    return _finished(found, options, settings, console, chosen, left_out)


def _finished(
    found: Found,
    options: Options,
    settings: Settings,
    console: Console,
    chosen: list[str],
    left_out: Collection[str],
) -> Checked:
    """Carry the verdicts over, and write both tables (not in a dry run)."""
    flags_file = _flags_file(options, settings)
    unseen = Unseen(found.ids, left_out, settings.root)
    told = (found.articles, found.result, chosen, flags_file, unseen, found.unread)
    if found.write_flags is not None:
        if not options.dry_run:
            found.write_facts()
            found.write_flags()
        return Checked(*told, found.result.counts().flags, 0)
    review = verdicts.read(flags_file)  # again: a verdict may have been given meanwhile
    for line in review.problems:
        console.say(line)
    if review.added:
        console.note(f"{flags_file}: columns of your own, kept as they are: {', '.join(review.added)}")
    new = int((~found.result.flags["flag"].isin(list(review.rows))).sum())
    result = found.result.with_flags(verdicts.carry(found.result.flags, review))
    rows, dropped = verdicts.merge(csv_file.text(result.flags), review, unseen)
    if not options.dry_run:
        found.write_facts()
        if review.damaged:
            spare = csv_file.set_aside(flags_file)
            console.say(f"{flags_file}: some rows could not be used; the file as it was is {spare}")
        csv_file.write(_table(rows, review.added), flags_file)
    return Checked(found.articles, result, chosen, flags_file, unseen, found.unread, new, len(dropped))


def _facts_file(options: Options, settings: Settings) -> Path:
    return Path(options.facts or from_here(settings.facts, settings))


def _flags_file(options: Options, settings: Settings) -> Path:
    return Path(options.flags or from_here(settings.flags, settings))


def check_with(
    articles: list[Article],
    settings: Settings,
    rules: Sequence[str] | None = None,
    *,
    references: pd.DataFrame | None = None,
    evidence: Sequence[Article | DataTable] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Result:
    """`checks.check` as `settings` ask, with `rules` instead of theirs where given."""
    import checks
    from checks.engines.pool import cores

    return checks.check(
        articles,
        references,
        evidence,
        select=rules_of(settings)[0] if rules is None else rules,
        rules=settings.rules,
        # a rule that is off and named on the command line all the same keeps its own severity
        severity={rule: grade for rule, grade in settings.severity.items() if grade != "off"},
        per_path_ignores=settings.per_path_ignores,
        model=settings.model or None,
        cache=settings.cache_folder,
        jobs=settings.jobs or cores(),
        progress=progress,
    )


def _table(rows: list[dict[str, str]], added: tuple[str, ...]) -> pd.DataFrame:
    import pandas as pd

    from checks.tables import FLAGS

    return pd.DataFrame(rows, columns=[*FLAGS, *added], dtype="str")
