"""Where a run in parts keeps its files, and who does its work."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.output import Console
from checks.engines.corpus.store import Store, is_url
from checks.errors import UserError
from checks.settings import Settings

if TYPE_CHECKING:
    from checks.commands.check import Options
    from checks.engines.corpus.stages import Stages
    from checks.engines.judging import Asked
    from checks.engines.workers import Workers

#: what a finished run leaves, so that the same run again finds it; it is bounded as the cache is
_LEFT = ("done", "flags", "placed", "patches", "asked")


#: bytes of an article, about; and parts of a run, and buckets, at most: each reads of all of the other
_ARTICLE, _PARTS, _BUCKETS = 2_500, 4_000, 40_000


def stages_in(store: Store, cache: Path | None, size: int) -> Stages:
    """The stages of a run over `size` bytes of articles; a larger one has larger parts, not more of them."""
    from checks.engines.corpus.stages import Stages

    articles = size // _ARTICLE
    return Stages(store, cache, max(500, articles // _PARTS), max(1000, articles // _BUCKETS))


@contextmanager
def stages(
    key: str, size: int, options: Options, settings: Settings, asked: Asked, console: Console
) -> Iterator[Stages]:
    """The stages of the run over `size` bytes that `key` stands for, `asked` so, with a folder of its own.

    The folder of a run that was broken off stays, for `--resume`; of a finished one what the same run would
    find again, unless that is more than the cache may hold. Raises UserError where nothing can be resumed.
    """
    from checks.engines import cache

    if not settings.cache and not options.work:
        if options.resume:
            raise UserError("--resume goes on from the cache's folder; leave out --no-cache, or give --work")
        folder = tempfile.mkdtemp(prefix="checks-")
        try:
            yield stages_in(Store(folder), None, size)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return
    place = options.work or str(settings.file(settings.cache) / "work")
    name = cache.key("run", key, asked.told()).hex()
    store = Store(f"{place.rstrip('/')}/{name}")
    if not is_url(place) and not options.work:
        _ignore(settings.file(settings.cache))
    finished = store.told("finished") is not None
    if not finished and not options.resume:
        store.clear()
    elif not finished and store.told("asked") is None:
        console.note("there is no run of these articles to resume; it begins anew")
    try:
        # the cache is a folder of this machine, whoever else works
        yield stages_in(store, None if options.scheduler else settings.cache_folder, size)
    except BaseException:
        if store.told("asked") is not None:
            console.say(f"what was done so far is kept in {store.url}; go on with --resume")
        raise
    _tidy(store, Store(place), name)


def _ignore(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".gitignore").exists():
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _tidy(store: Store, place: Store, name: str) -> None:
    """Leave of the run in `store` what it would find again, and nothing of other runs that are finished."""
    from checks.engines.cache import MOST

    for folder in store.folders():
        if folder not in _LEFT:
            store.clear(folder)
    store.clear("done/report")  # the tables are written each time
    store.tell("finished", {})
    for other in place.folders():
        if other != name and place.told(f"{other}/finished") is not None:
            place.clear(other)
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
