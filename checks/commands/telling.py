"""What a run prints: the flags in the format asked for, and lines about the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.commands.focus import Focus
    from checks.commands.found import Checked
    from checks.commands.options import Options
    from checks.commands.output import Console
    from checks.settings import Settings


def tell(done: Checked, seen: Focus, options: Options, settings: Settings, console: Console) -> None:
    """Print what `done` found: a table for people, or another format.

    That has standard output for itself, or, with a file for its output, is written there beside the table.
    Raises UserError where the file cannot be written.
    """
    from checks.reports import terminal

    plain = options.format == "table" or options.output is not None
    if options.format != "table":
        _write(done, seen, options, settings, console)
    if plain and not console.quiet:
        shown = terminal.flags_by_article(
            seen.result.open("notice"),
            width=console.width,
            colour=console.colour,
            parts=done.result.parts,
        )
        for part in (shown, "\n".join(terminal.copies(done.result))):
            if part:
                console.detail(part + "\n")
    if done.unread:  # said above as well, where a long table has pushed it out of sight
        console.say(f"{terminal.many(done.unread, 'path')} could not be read and went unchecked (see above)")
    for line in (*done.result.stale, *(f"note: {line}" for line in done.result.notes)):
        console.note(terminal.printable(line))
    if done.dropped and not options.dry_run:
        reviewed = terminal.many(done.dropped, "reviewed flag")
        console.note(f"{reviewed} no longer found, dropped from {done.flags_file.name}")
    closing = terminal.closing(done.result, done.new, seen.known, seen.elsewhere)
    (console.print if plain else console.note)(closing)


def _write(done: Checked, seen: Focus, options: Options, settings: Settings, console: Console) -> None:
    from checks import rules
    from checks.commands.chosen_rules import catalogue
    from checks.reports import csv_file
    from checks.reports.formats import Report, render

    def purposes() -> dict[str, dict[str, str]]:
        known = catalogue(settings)
        return {
            name: rules.documentation(name, settings.rules) | {"severity": known[name].severity}
            for name in done.rules
        }

    text = render(options.format, Report(done.result, seen.flags, seen.baseline, purposes))
    if options.output is None:
        console.print(text.removesuffix("\n"))
    else:
        csv_file.write_text(text, options.output)
