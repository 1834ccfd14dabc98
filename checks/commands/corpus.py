"""A check of more articles than memory holds, or by a cluster: the same command, done in parts."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from checks.articles import Unreadable, container
from checks.articles.opening import filesystem
from checks.articles.readers import FORMATS, PACKINGS
from checks.commands import inputs, working
from checks.commands.evidence import read_evidence
from checks.commands.found import Found
from checks.commands.output import Console, Progress
from checks.engines.corpus.dataset import Dataset
from checks.engines.corpus.store import Store, is_url
from checks.errors import UserError
from checks.reports import csv_file
from checks.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from checks.commands.check import Options
    from checks.engines.corpus import Ran, Run
    from checks.engines.judging import Asked
    from checks.flags.result import Result

#: bytes of input, or files, beyond which the articles are not held in memory all at once
LARGE, MANY = 50_000_000, 10_000
#: names of files that unpack to about so many times as much
_PACKED, _TIMES = (".gz", ".zst", ".parquet"), 4
#: what file systems call that which changes with the content of a file
_TELLING = ("mtime", "LastModified", "ETag", "etag", "updated", "last_modified", "md5Hash", "created")
#: flags that are printed of a run whose flags go into Parquet files
_SHOWN = 200


@dataclass(frozen=True)
class Inputs:
    """Paths and URLs, each with the id that its articles go by; a line for each that cannot be found."""

    files: list[tuple[str, str]]
    problems: dict[str, str]

    def size(self) -> int:
        """About so many bytes of text."""
        return sum(_bytes(path) * (_TIMES if path.lower().endswith(_PACKED) else 1) for path, _ in self.files)

    def key(self) -> str:
        """What changes when a file does, or what is needed to read it."""
        extras = sorted({format.module for format in FORMATS.values()} | {m for m, _ in PACKINGS.values()})
        told = blake2b(repr([name for name in extras if name and find_spec(name)]).encode(), digest_size=12)
        for path, id in self.files:
            told.update(repr((path, id, _state(path))).encode())
        return told.hexdigest()

    def stated(self) -> bool:
        """Whether `key` tells a change of any file."""
        return all(not is_url(path) or _state(path) for path, _ in self.files)


def _bytes(path: str) -> int:
    if not is_url(path):
        return os.path.getsize(path) if os.path.isfile(path) else 0
    try:
        system, place = filesystem(path)
        return int(system.du(place))
    except (OSError, Unreadable):  # it is told of where it is read
        return 0


def _state(path: str) -> object:
    """What changes with a file, or with a folder of files behind a URL; None where nothing tells."""
    if not is_url(path):
        state = os.stat(path) if os.path.exists(path) else None
        return state and (state.st_size, state.st_mtime_ns, state.st_mode)
    try:
        system, place = filesystem(path)
        found = system.find(place, detail=True)
    except (OSError, Unreadable):
        return None
    told = [tuple(str(info.get(name)) for name in _TELLING) for info in found.values()]
    return sorted(zip(found, told, strict=True)) if all({*state} != {"None"} for state in told) else None


def is_parquet(path: str | Path) -> bool:
    """Whether a table at `path` is to be a folder of Parquet files."""
    return is_url(path) or Path(path).suffix.lower() == ".parquet"


def wanted(options: Options, settings: Settings) -> Inputs | None:
    """The inputs of a run that is to be done in parts; None for one that is done in memory.

    Raises UserError where there is nothing to check.
    """
    tables = (options.facts or settings.facts, options.flags or settings.flags)
    asked = options.engine == "dask" or options.resume or any(map(is_parquet, tables))
    asked = asked or any(map(is_url, options.paths))
    if "-" in options.paths:
        if asked:
            raise UserError(
                "standard input is checked in memory; give files, or plain CSV files for the tables"
            )
        return None
    found = _inputs(options, settings)
    return found if asked or found.size() > LARGE or len(found.files) > MANY else None


def _inputs(options: Options, settings: Settings) -> Inputs:
    urls = [path for path in options.paths if is_url(path)]
    local = [path for path in options.paths if not is_url(path)]
    problems: dict[str, str] = {}
    files: dict[str, tuple[str, str]] = {}
    if local or not urls:
        paths = inputs.paths_of(local, settings)
        for file in inputs.files(paths, settings, problems):
            # Workers elsewhere know nothing of the folder that the command was typed in.
            path = os.path.abspath(file) if options.scheduler else str(file)
            files[os.path.realpath(file)] = (path, inputs.article_id(file, settings.root))
    for url in urls:
        files.setdefault(_place(url), (url, url))
    return Inputs(list(files.values()), problems)


def _place(url: str) -> str:
    """The one name of what `url` leads to; a file of this machine has its path."""
    try:
        system, place = filesystem(url)
    except Unreadable:
        return url
    protocol = system.protocol if isinstance(system.protocol, str) else system.protocol[0]
    return os.path.realpath(place) if protocol == "file" else f"{protocol}://{place}"


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

    from checks.engines.corpus.run import flags
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


class Tables:
    """Where the tables of a run go: CSV files, or folders of Parquet files (`facts`, `flags`; else None)."""

    def __init__(self, options: Options, settings: Settings) -> None:
        self._file = {
            "facts": options.facts or inputs.from_here(settings.facts, settings),
            "flags": options.flags or inputs.from_here(settings.flags, settings),
        }
        run = uuid.uuid4().hex[:8]
        self.facts, self.flags = (
            Dataset(str(path) if is_url(path) else os.path.abspath(path), run) if is_parquet(path) else None
            for path in self._file.values()
        )
        if self.facts and self.facts == self.flags:
            raise UserError(f"{self.facts.url}: facts and flags are two tables; give each a name of its own")

    def refuse(self, *names: str) -> None:
        """Raise UserError where a table, "facts" or "flags", cannot, or must not, be written."""
        folders = {"facts": self.facts, "flags": self.flags}
        for name in names:
            if folder := folders[name]:
                folder.refuse()
            else:
                csv_file.refuse(Path(self._file[name]), "fact" if name == "facts" else "")

    def close(self) -> None:
        """Leave nothing that was not finished."""
        for folder in filter(None, (self.facts, self.flags)):
            Store(folder.beside).clear()

    def write_facts(self, run: Run) -> None:
        """Write the fact table of `run`."""
        pieces = run.report(self.facts)
        if self.facts is None:
            csv_file.write_pieces((run.do.store.bytes(name) for name in pieces), Path(self._file["facts"]))

    def write_flags(self, run: Run) -> None:
        """Write the flags of `run` as Parquet files."""
        if self.flags is not None:
            for part in run.ran.flagged:
                Store(self.flags.beside).write(self.flags.name(part), run.do.store.read(f"flags/{part}"))
            self.flags.settle()
