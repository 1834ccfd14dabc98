"""`python -m checks review`: check the articles, then decide on the flags in the browser."""

from __future__ import annotations

import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

from checks.commands import corpus
from checks.commands.check import checked
from checks.commands.inputs import from_here
from checks.commands.options import Options
from checks.commands.output import Console
from checks.errors import UserError
from checks.settings import Settings


def stats(flags: Path | None, settings: Settings) -> int:
    """Print how the flags of each rule were decided; the exit code. Raises UserError where
    `flags` is no file."""
    from checks.flags import verdicts
    from checks.review.stats import table

    console = Console()
    path = flags or from_here(settings.flags, settings)
    if flags is not None and not path.exists():
        raise UserError(f"{path}: there is no such file; run `python -m checks` first, or give --flags FILE")
    review = verdicts.read(path)
    for line in review.problems:
        console.say(line)
    console.print(table(review.rows.values()) or f"{path}: no flag")
    return 0


def run(
    options: Options,
    settings: Settings,
    *,
    port: int = 0,
    browser: bool = True,
    ready: Callable[[str], object] = lambda url: None,
) -> int:
    """Check, serve the page until Ctrl-C, print what was decided; the exit code.

    `ready` is told the address. Raises UserError where nothing could be done.
    """
    from checks.flags import verdicts
    from checks.reports import csv_file
    from checks.reports.page import Page
    from checks.review import Book, Review
    from checks.review.stats import table

    if corpus.wanted(options, settings) is not None:
        raise UserError("the page holds every article of a run; name fewer articles")
    console = Console(options.quiet)
    done = checked(options, settings, console)
    rows = csv_file.text(done.result.flags).to_dict("records")
    flags = {row["flag"]: {str(c): v for c, v in row.items()} for row in rows}
    page = Page(done.result, done.articles, settings.rules)
    with Review(page, Book(done.flags_file, flags), port) as server:
        console.print(f"Reviewing {len(flags)} flags at {server.url}")
        console.note(f"Verdicts go into {done.flags_file} at once. Ctrl-C ends the review.")
        if browser and sys.stdout.isatty():
            # a browser in the terminal would wait for the server that is not running yet
            threading.Thread(target=webbrowser.open, args=(server.url,), daemon=True).start()
        ready(server.url)
        try:
            server.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            console.print()
    decided = [row for flag, row in verdicts.read(done.flags_file).rows.items() if flag in flags]
    console.print(table(decided) or "no flag")
    return 0
