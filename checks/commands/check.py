"""`python -m checks`: check the articles, write the tables, print the flags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.chosen_rules import rules_of
from checks.commands.evidence import read_evidence
from checks.commands.inputs import from_here, read_for
from checks.commands.output import Console, Progress
from checks.commands.references import read_references
from checks.settings import FailOn, Settings

if TYPE_CHECKING:
    import pandas as pd

    from checks.articles.datatable import DataTable
    from checks.flags.result import Result
    from checks.flags.verdicts import Row
    from checks.model import Article


@dataclass(frozen=True)
class Options:
    """What the command line asks for; None stands for what the settings say."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    facts: Path | None = None
    flags: Path | None = None
    references: Path | None = None
    evidence: tuple[str, ...] = ()
    quiet: bool = False
    dry_run: bool = False


@dataclass(frozen=True)
class Checked:
    """What a run found, with the verdicts of `flags_file`.

    `unread` paths gave no article, `new` flags were not in the file, `dropped` reviewed ones no longer occur.
    """

    articles: list[Article]
    result: Result
    flags_file: Path
    unread: int
    new: int
    dropped: int


def run(options: Options, settings: Settings) -> int:
    """Check, write both tables (not in a dry run), print the flags; the exit code.

    0: no open flag that fails; 1: there is one. Raises UserError where nothing could be done.
    """
    from checks.reports import terminal

    console = Console(options.quiet)
    done = checked(options, settings, console)
    result = done.result
    shown = terminal.flags_by_article(
        result.open("notice"), width=console.width, colour=console.colour, parts=result.parts
    )
    for part in (shown, "\n".join(terminal.copies(result))):
        if part:
            console.detail(part + "\n")
    if done.unread:  # said above as well, where a long table has pushed it out of sight
        console.say(f"{terminal.many(done.unread, 'path')} could not be read and went unchecked (see above)")
    for line in (*result.stale, *(f"note: {line}" for line in result.notes)):
        console.note(terminal.printable(line))
    if done.dropped and not options.dry_run:
        reviewed = terminal.many(done.dropped, "reviewed flag")
        console.note(f"{reviewed} no longer found, dropped from {done.flags_file.name}")
    console.print(terminal.closing(result, done.new))
    return 0 if result.failing(options.fail_on or settings.fail_on).empty else 1


def checked(options: Options, settings: Settings, console: Console) -> Checked:
    """Check and write both tables (not in a dry run). Raises UserError where nothing could be done."""
    from checks.flags import verdicts
    from checks.reports import csv_file

    facts_file = options.facts or from_here(settings.facts, settings)
    flags_file = options.flags or from_here(settings.flags, settings)
    asked, chosen = rules_of(settings, options.select, options.ignore)
    references = read_references(options.references, settings)
    # Files first: one that cannot be read or written should not cost a minute's work to find out.
    verdicts.read(flags_file)
    if not options.dry_run:
        csv_file.refuse(facts_file, "fact")
        csv_file.refuse(flags_file)
    articles, unread = read_for(console, options.paths, settings)
    evidence = read_evidence(options.evidence, settings, articles, console)
    with Progress(len(articles), options.quiet) as progress:
        result = check_with(
            articles, settings, chosen, references=references, evidence=evidence, progress=progress
        )
    review = verdicts.read(flags_file)  # again: a verdict may have been given meanwhile
    for line in review.problems:
        console.say(line)
    if review.added:
        console.note(f"{flags_file}: columns of your own, kept as they are: {', '.join(review.added)}")
    new = int((~result.flags["flag"].isin(list(review.rows))).sum())
    result = result.with_flags(verdicts.carry(result.flags, review))

    unseen = _Unseen({a.id for a in articles}, set(asked) - set(chosen), settings.root)
    rows, dropped = verdicts.merge(csv_file.text(result.flags), review, unseen)
    if not options.dry_run:
        csv_file.write(result.facts, facts_file)
        if review.damaged:
            spare = csv_file.set_aside(flags_file)
            console.say(f"{flags_file}: some rows could not be used; the file as it was is {spare}")
        csv_file.write(_table(rows, review.added), flags_file)
    return Checked(articles, result, flags_file, unread, new, len(dropped))


class _Unseen:
    """Tells which rows of an earlier flags.csv this run could not have raised.

    Those of a rule that the command line left out, and those whose argument involves an article
    that exists but was not among the articles read.
    """

    def __init__(self, articles: set[str], left_out: set[str], root: Path) -> None:
        self.articles = articles
        self.left_out = left_out
        self.root = root

    def __call__(self, row: Row) -> bool:
        from checks.flags.identity import split_places

        involved = {row["article"], *(place.article for place in split_places(row["evidence"]))}
        if row["check"] in self.left_out:
            return True
        return any(name not in self.articles and (self.root / name).exists() for name in involved)


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
        progress=progress,
    )


def _table(rows: list[Row], added: tuple[str, ...]) -> pd.DataFrame:
    import pandas as pd

    from checks.tables import FLAGS

    return pd.DataFrame(rows, columns=[*FLAGS, *added], dtype="str")
