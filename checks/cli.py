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

from checks import __version__
from checks.errors import UserError
from checks.reports.formats import FORMATS
from checks.settings import FAIL_ON, load

_COMMANDS = """\
commands:
  check [PATH …]       check the articles (the default, as above)
  extract [PATH …]     write the fact table and check nothing
  explain RULE|FLAG    a rule in words, or a flag with its evidence
  review [PATH …]      check the articles, then go through the flags in the browser

exit code: 0 no open flag that fails the run, 1 there is one, 2 nothing could be done
"""


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
    command = argv.pop(0) if argv and argv[0] in _PARSERS else "check"
    args = _PARSERS[command]().parse_args(argv)
    for name in getattr(args, "paths", ()):
        if name in _PARSERS and not os.path.lexists(name):
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

    if command == "extract":
        from checks.commands import extract

        asked = check.Options(paths=tuple(args.paths), facts=args.facts, quiet=args.quiet, **_corpora(args))
        return extract.run(asked, settings)
    if command == "review":
        from checks.commands import review

        if args.stats:
            return review.stats(args.flags, settings)
        asked = check.Options(
            paths=tuple(args.paths),
            facts=args.facts,
            flags=args.flags,
            references=args.references,
            evidence=tuple(args.evidence),
            quiet=args.quiet,
        )
        return review.run(asked, settings, port=args.port, browser=not args.no_browser)
    options = check.Options(
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


def _check_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="checks",
        usage="%(prog)s [command] [options] [PATH …]",
        description="Check the figures in articles against one another and for their sources.",
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"checks {__version__}")
    _paths(parser)
    parser.add_argument("--select", metavar="RULE", action="append", default=[], help="run only this rule")
    parser.add_argument("--ignore", metavar="RULE", action="append", default=[], help="leave this rule out")
    parser.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        help="the mildest open flag that fails the run (default: warning)",
    )
    _facts(parser)
    _flags(parser)
    _sources(parser)
    parser.add_argument(
        "--html", type=Path, metavar="FILE", help="write the flags with their articles as one page as well"
    )
    _for_ci(parser)
    _for_corpora(parser)
    parser.add_argument("-n", "--dry-run", action="store_true", help="print the flags and write no file")
    _quiet(parser)
    return parser


def _for_ci(parser: argparse.ArgumentParser) -> None:
    """The options that put a run into other programs' hands, and bind it to what is new."""
    group = parser.add_argument_group("for pipelines")
    group.add_argument(
        "--format",
        choices=["table", *FORMATS],
        default="table",
        help="how the flags are printed: " + "; ".join(f"{name}, {what}" for name, what in FORMATS.items()),
    )
    group.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write the format there, and print the table"
    )
    group.add_argument(
        "--baseline", type=Path, metavar="FILE", help="flags in this file, by --write-baseline, fail no run"
    )
    group.add_argument(
        "--write-baseline", type=Path, metavar="FILE", help="put the open flags into a baseline"
    )
    group.add_argument(
        "--diff", metavar="REV", help="only flags of articles changed since this git revision count"
    )
    group.add_argument(
        "--changed",
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="only flags of these articles count; the others are read all the same",
    )


def _for_corpora(parser: argparse.ArgumentParser) -> None:
    """The options of a run over more articles than memory holds."""
    group = parser.add_argument_group(
        "for corpora", "large inputs are checked in parts, with files between; see docs/scale.md"
    )
    group.add_argument(
        "--engine",
        choices=["local", "dask"],
        default="local",
        help="who works: processes of this machine (the default), or a Dask cluster",
    )
    group.add_argument(
        "--scheduler", metavar="ADDRESS", help="the cluster's scheduler (default: one of this machine's own)"
    )
    group.add_argument(
        "--work", metavar="FOLDER", help="where parts are kept, a path or URL that all workers see"
    )
    group.add_argument("--resume", action="store_true", help="go on with a run that was broken off")


def _extract_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checks extract", description="Write the fact table of articles.")
    _paths(parser)
    _facts(parser)
    _for_corpora(parser)
    _quiet(parser)
    return parser


def _explain_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checks explain", description="Explain a rule or a flag.")
    parser.add_argument(
        "name",
        metavar="RULE|FLAG",
        help="a rule; a flag by its id, or the beginning of it, or its place (a.txt:14)",
    )
    _facts(parser)
    _flags(parser)
    return parser


def _review_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="checks review",
        description="Check articles, then serve a page, on this machine alone, for giving verdicts.",
    )
    _paths(parser)
    _facts(parser)
    _flags(parser)
    _sources(parser)
    parser.add_argument("--port", type=int, default=0, metavar="N", help="the port (default: a free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address and open no browser")
    parser.add_argument(
        "--stats", action="store_true", help="only print how the flags of each rule were decided so far"
    )
    _quiet(parser)
    return parser


_PARSERS = {
    "check": _check_parser,
    "extract": _extract_parser,
    "explain": _explain_parser,
    "review": _review_parser,
}


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files, folders and globs; - is standard input (default: the paths under [tool.checks] in"
        " pyproject.toml, else seeds/)",
    )


def _facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--facts",
        type=_place,
        metavar="FILE",
        help="the fact table (default: facts.csv; a name that ends in .parquet is a folder of Parquet files)",
    )


def _flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--flags", type=_place, metavar="FILE", help="the flags with their verdicts (default: flags.csv)"
    )


def _sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--references",
        type=Path,
        metavar="FILE",
        help="known values to compare with: a CSV with the columns measure, entities, period_start,"
        " period_end, low, high, unit, source, url",
    )
    parser.add_argument(
        "--evidence",
        nargs="+",
        action="extend",
        default=[],
        metavar="PATH",
        help="articles and tables (CSV, XLSX, Parquet) that must bear out every figure; name what is to be"
        " checked before it",
    )


def _quiet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-j", "--jobs", type=_jobs, metavar="N", help="read with up to N processes (default: one a core)"
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="read every article anew (default: only those that changed)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print the closing line and errors only")


def _place(given: str) -> Path | str:
    """A path, or a URL as it is, which a path would spoil."""
    return given if "://" in given else Path(given)


def _jobs(given: str) -> int:
    if not given.isdecimal() or not 0 < int(given) < 1000:
        raise argparse.ArgumentTypeError(f"{given!r} is no number of processes; give 1 or more")
    return int(given)


def _names(given: Sequence[str]) -> tuple[str, ...]:
    """Rule names, given one by one or joined by commas."""
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())
