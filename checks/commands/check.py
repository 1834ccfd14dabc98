"""`python -m checks`: check the articles, write the tables, print the flags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.inputs import read_for
from checks.commands.output import Console, Progress
from checks.errors import UserError
from checks.settings import FailOn, Settings

if TYPE_CHECKING:
    import pandas as pd

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
    quiet: bool = False
    dry_run: bool = False


def run(options: Options, settings: Settings) -> int:
    """Check, write both tables (not in a dry run), print the flags; the exit code.

    0: no open flag that fails; 1: there is one. Raises UserError where nothing could be done.
    """
    from checks.flags import verdicts
    from checks.reports import csv_file, terminal

    console = Console(options.quiet)
    facts_file = options.facts or settings.file(settings.facts)
    flags_file = options.flags or settings.file(settings.flags)
    asked, chosen = rules_of(settings, options)
    references = _references(options, settings, console)
    # Verdicts first: a file that cannot be read should not cost a minute's work to find out.
    review = verdicts.read(flags_file)
    for line in review.problems:
        console.say(line)
    articles = read_for(console, options.paths, settings)
    with Progress(len(articles), options.quiet) as progress:
        result = check_with(articles, settings, chosen, references=references, progress=progress)
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

    shown = terminal.flags_by_article(result.open("notice"), width=console.width, colour=console.colour)
    for part in (shown, "\n".join(terminal.copies(result))):
        if part:
            console.detail(part + "\n")
    if dropped and not options.dry_run:
        console.note(
            f"{terminal.many(len(dropped), 'reviewed flag')} no longer found, dropped from {flags_file.name}"
        )
    console.print(terminal.closing(result, new))
    return 0 if result.failing(options.fail_on or settings.fail_on).empty else 1


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
    progress: Callable[[int], None] | None = None,
) -> Result:
    """`checks.check` as `settings` ask, with `rules` instead of theirs where given."""
    import checks

    return checks.check(
        articles,
        references,
        select=rules_of(settings)[0] if rules is None else rules,
        rules=settings.rules,
        model=settings.model or None,
        progress=progress,
    )


def rules_of(settings: Settings, options: Options | None = None) -> tuple[list[str], list[str]]:
    """The rules that `settings` ask for, and those that a run with `options` uses.

    A rule that the command line names is used whatever the settings leave out. Raises UserError
    for an unknown rule and for modules of rules that cannot be loaded.
    """
    from checks import rules
    from checks.engines.local import choose

    known = rules.catalogue(settings.rules)
    asked = choose(known, settings.select or None, settings.ignore)
    if options is None:
        return asked, asked
    named = choose(known, options.select or None, options.ignore)
    return asked, named if options.select else [name for name in named if name in asked]


def _references(options: Options, settings: Settings, console: Console) -> pd.DataFrame | None:
    from checks.engines.local import REFERENCES

    path = options.references or (settings.file(settings.references) if settings.references else None)
    if path is None:
        return None
    import pandas as pd

    try:
        table = pd.read_csv(path, keep_default_na=False, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise UserError(f"{path}: cannot be read as CSV ({str(error).splitlines()[0]})") from None
    missing = [column for column in REFERENCES if column not in table.columns]
    if missing:
        raise UserError(f"{path}:1: no column {', '.join(missing)}; it needs {', '.join(REFERENCES)}")
    console.note(f"{path}: {len(table)} known values read; no rule compares with them yet")
    return table


def _table(rows: list[Row], added: tuple[str, ...]) -> pd.DataFrame:
    import pandas as pd

    from checks.tables import FLAGS

    return pd.DataFrame(rows, columns=[*FLAGS, *added], dtype="str")
