"""Where a run in parts keeps its files, and who does its work."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from checks.articles.opening import is_url
from checks.commands.output import Console
from checks.engines.corpus.store import Store
from checks.errors import UserError
from checks.settings import Settings

if TYPE_CHECKING:
    from checks.commands.corpus.given import Inputs
    from checks.commands.options import Options
    from checks.engines.corpus.jobs import Stages
    from checks.engines.judging import Asked
    from checks.engines.workers import Workers

#: what a finished run leaves, so that the same run again finds it; it is bounded as the cache is
_LEFT = ("done", "flags", "placed", "patches", "asked")
#: bytes of an article, about; and parts of a run, and buckets, at most: each reads of all of the other
_ARTICLE, _PARTS, _BUCKETS = 2_500, 4_000, 40_000
#: seconds after which a run that was broken off, and of other articles, is given up: a week
_OLD = 7 * 86_400


def stages_in(store: Store, cache: Path | None, size: int) -> Stages:
    """The stages of a run over `size` bytes of articles; a larger one has larger parts, not more of them."""
    from checks.engines.corpus.jobs import Stages

    articles = size // _ARTICLE
    return Stages(store, cache, max(500, articles // _PARTS), max(500, articles // _BUCKETS))


@contextmanager
def stages(
    given: Inputs, options: Options, settings: Settings, asked: Asked, console: Console
) -> Iterator[Stages]:
    """The stages of the run over `given`, `asked` so, with a folder of its own.

    The folder of a run that was broken off stays, for `--resume`; of one that is done and lacked nothing,
    what the same run would find again, unless that is more than the cache may hold or nothing would tell a
    change. Raises UserError where nothing can be resumed, or the folder cannot be written.
    """
    if not settings.cache and not options.work:
        if options.resume:
            raise UserError(
                "--resume goes on from the cache's folder, which --no-cache and --dry-run leave alone;"
                " give --work"
            )
        folder = tempfile.mkdtemp(prefix="checks-")
        try:
            yield stages_in(Store(folder), None, given.size())
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return
    place = _place(options, settings)
    try:
        store = _entered(place, given, options, settings, asked, console)
    except OSError as error:
        wrong = error.strerror or error
        raise UserError(f"{place.url}: cannot be written ({wrong}); give another folder by --work") from None
    try:
        yield stages_in(store, None if options.scheduler else settings.cache_folder, given.size())
        _tidy(store, place, again=given.stated() and not settings.rules)
    except UserError:
        raise
    except BaseException:
        if store.told("asked") is not None:
            console.say(f"what was done so far is kept in {store.url}; go on with --resume")
        raise
    finally:
        if store.told("at_work") is not None:
            store.remove("at_work.json")


def _place(options: Options, settings: Settings) -> Store:
    """The folder of the folders of runs."""
    if options.work is None:
        return Store(str(settings.file(settings.cache) / "work"))
    return Store(options.work.rstrip("/") if is_url(options.work) else os.path.abspath(options.work))


def _entered(
    place: Store, given: Inputs, options: Options, settings: Settings, asked: Asked, console: Console
) -> Store:
    """The folder of this run, with what it may go on from, and a note that this process is at work there."""
    from checks.engines import cache

    if options.work is None:
        _ignore(settings.file(settings.cache))
    told = (given.key(), repr(sorted(settings.columns.items())), asked.told())
    name = cache.key("run", *told).hex()
    store = Store(f"{place.url}/{name}")
    if _busy(store):
        if options.resume:
            raise UserError(f"{store.url}: another run of these articles is at work there; wait for it")
        store = Store(f"{place.url}/{name}-{os.getpid()}")
    finished = store.told("finished") is not None and given.stated() and not settings.rules
    if not finished and not options.resume:
        store.clear()
    elif not finished and store.told("asked") is None:
        console.note("there is no run of these articles to resume; it begins anew")
    store.tell("at_work", {"host": socket.gethostname(), "process": os.getpid()})
    return store


def _busy(store: Store) -> bool:
    """Whether a process of this machine is at work in a folder; of other machines nothing is known."""
    record = store.told("at_work")
    if record is None or record["host"] != socket.gethostname():
        return False
    try:
        os.kill(record["process"], 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return bool(record["process"] != os.getpid())


def _ignore(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".gitignore").exists():
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _tidy(store: Store, place: Store, again: bool) -> None:
    """Leave of a run that is done, in `store`, what it would find `again`; and nothing of others done."""
    from checks.engines.cache import MOST

    own = store.url.rpartition("/")[2]
    for folder in place.folders():
        other = Store(f"{place.url}/{folder}")
        done = other.told("finished") is not None
        if folder != own and not _busy(other) and (done or time.time() - other.age() > _OLD):
            other.clear()
    if not again or not (store.told("ended") or {}).get("whole"):
        store.clear()
        return
    for folder in store.folders():
        if folder not in _LEFT:
            store.clear(folder)
    store.tell("finished", {})
    if store.size() > MOST:
        store.clear()


@contextmanager
def workers(options: Options, settings: Settings) -> Iterator[Workers]:
    """Those that the command line asks for: a cluster, or processes of this machine."""
    from checks.engines.pool import Pool, cores
    from checks.engines.workers import Here

    jobs = settings.jobs or cores()
    found: Workers
    if options.engine == "dask":
        from checks.engines.dask import Cluster

        found = Cluster(options.scheduler, jobs)
    else:
        found = Pool(jobs) if jobs > 1 else Here()
    try:
        yield found
    except BaseException:
        found.close(at_once=True)
        raise
    found.close()
