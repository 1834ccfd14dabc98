"""What may be typed after `python -m checks`: a parser for each command."""

from __future__ import annotations

import argparse
from pathlib import Path

from checks import __version__
from checks.reports.formats import FORMATS
from checks.settings import FAIL_ON

_COMMANDS = """\
commands:
  check [PATH …]       check the articles (the default, as above)
  extract [PATH …]     write the fact table and check nothing
  explain RULE|FLAG    a rule in words, or a flag with its evidence
  review [PATH …]      check the articles, then go through the flags in the browser

exit code: 0 no open flag that fails the run, 1 there is one, 2 nothing could be done
"""


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


PARSERS = {
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
