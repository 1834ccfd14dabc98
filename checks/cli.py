"""The command line: what may be typed, and how a run ends.

Exit codes: 0 nothing open that fails, 1 there is, 2 nothing could be done, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from checks.commands.arguments import PARSERS
from checks.errors import UserError
from checks.settings import load


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (default: that of the process); the exit code. Never raises."""
    debug = bool(os.environ.get("CHECKS_DEBUG"))
    if not debug and not sys.warnoptions:
        warnings.simplefilter("ignore")
    # Without a standard output or error (cron, `>&-`) Python has None there, which nothing can print to.
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without "×" shows "?"
            stream.reconfigure(errors="replace")
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except UserError as error:
        print(f"checks: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nchecks: interrupted", file=sys.stderr)
        return 130
    except SystemExit as stop:  # argparse: 0 after --help, 2 after a usage error
        return stop.code if isinstance(stop.code, int) else 2
    except Exception as error:
        if debug:
            raise
        what = "; ".join([*str(error).splitlines()[:1], *getattr(error, "__notes__", ())])
        print(
            f"checks: a fault in checks itself: {type(error).__name__}: {what}"
            " (set CHECKS_DEBUG=1 to see where, and please report it)",
            file=sys.stderr,
        )
        return 2


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # open until the process ends


def _run(argv: list[str]) -> int:
    command = argv.pop(0) if argv and argv[0] in PARSERS else "check"
    args = PARSERS[command]().parse_args(argv)
    for name in getattr(args, "paths", ()):
        if name in PARSERS and not os.path.lexists(name):
            raise UserError(f"the command goes first: python -m checks {name} …")
    settings = load(Path.cwd())
    if getattr(args, "no_cache", False) or getattr(args, "dry_run", False):
        settings = replace(settings, cache="")
    if getattr(args, "jobs", None) is not None:
        settings = replace(settings, jobs=args.jobs)
    for name in ("facts", "flags"):
        if command in ("explain", "review") and isinstance(place := getattr(args, name, None), str):
            raise UserError(f"{place}: checks {command} takes files of this machine only")
    if command == "explain":
        from checks.commands import explain

        return explain.run(args.name, args.facts, args.flags, settings)
    from checks.commands import check
    from checks.commands.options import Options

    if command == "extract":
        from checks.commands import extract

        asked = Options(paths=tuple(args.paths), facts=args.facts, quiet=args.quiet, **_corpora(args))
        return extract.run(asked, settings)
    if command == "review":
        from checks.commands import review

        if args.stats:
            return review.stats(args.flags, settings)
        asked = Options(
            paths=tuple(args.paths),
            facts=args.facts,
            flags=args.flags,
            references=args.references,
            evidence=tuple(args.evidence),
            quiet=args.quiet,
        )
        return review.run(asked, settings, port=args.port, browser=not args.no_browser)
    options = Options(
        paths=tuple(args.paths),
        select=_names(args.select),
        ignore=_names(args.ignore),
        fail_on=args.fail_on,
        facts=args.facts,
        flags=args.flags,
        references=args.references,
        evidence=tuple(args.evidence),
        quiet=args.quiet,
        dry_run=args.dry_run,
        format=args.format,
        output=args.output,
        baseline=args.baseline,
        write_baseline=args.write_baseline,
        diff=args.diff,
        changed=tuple(args.changed),
        html=args.html,
        **_corpora(args),
    )
    return check.run(options, settings)


def _corpora(args: argparse.Namespace) -> dict[str, Any]:
    """What is asked of a run in parts."""
    engine = "dask" if args.scheduler else args.engine
    return {"engine": engine, "scheduler": args.scheduler, "work": args.work, "resume": args.resume}


def _names(given: Sequence[str]) -> tuple[str, ...]:
    """Rule names, given one by one or joined by commas."""
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())
