"""The articles of a file that holds many, some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from checks.articles.contents import Contents
from checks.articles.errors import Unreadable
from checks.articles.taken import Taken
from checks.model import Article

#: a batch has at most so many articles, and is closed when it has so many characters
ARTICLES = 500
CHARACTERS = 4_000_000
#: faults that are told one by one
_TOLD = 50


class Entry(NamedTuple):
    """What row (or record) `number` of a file holds: the article `name`, or why it holds none."""

    number: int
    name: str = ""
    article: Article | None = None
    fault: str = ""


def batches(entries: Iterable[Entry], path: Path | str, unit: str = "row") -> Iterator[Contents]:
    """The articles of `entries` in batches, without those whose name an earlier one has.

    What is left out is told of by one line for each fault, with the first such row: a problem of the last
    batch, as is an Unreadable that `entries` raise. A file without any entry is a problem as well.
    """
    batch, size, any_article = Contents(), 0, False
    taken = Taken()
    faults: dict[str, tuple[int, int]] = {}
    broken: Unreadable | None = None
    entries = iter(entries)
    while True:
        try:
            entry = next(entries)
        except StopIteration:
            break
        except Unreadable as problem:
            broken = problem
            break
        earlier = taken(entry.name, entry.number) if entry.article else None
        if entry.article and earlier is None:
            batch.articles.append(entry.article)
            size += len(entry.article.text)
            if len(batch.articles) >= ARTICLES or size >= CHARACTERS:
                yield batch
                batch, size, any_article = Contents(), 0, True
            continue
        fault = entry.fault
        if earlier is not None:
            fault = f"an id that an earlier {unit} has ({entry.name!r}, {unit} {earlier})"
            if fault not in faults and len(faults) >= _TOLD:
                fault = f"an id that an earlier {unit} has"
        elif fault not in faults and len(faults) >= _TOLD:
            fault = "other faults"
        first, count = faults.get(fault, (entry.number, 0))
        faults[fault] = first, count + 1
    batch.problems += [broken] if broken else []
    batch.problems += _told(faults, path, unit)
    if not (batch.articles or batch.problems or any_article):
        message = f"has no {unit}s; remove it, or put an article into each {unit}"
        batch.problems.append(Unreadable(path, message))
    if batch.articles or batch.problems:
        yield batch


def _told(faults: dict[str, tuple[int, int]], path: Path | str, unit: str) -> Iterator[Unreadable]:
    for fault, (first, count) in faults.items():
        more = f" and {count - 1:,} more" if count > 1 else ""
        yield Unreadable(path, f"{unit} {first}{more}: {fault}, so it is left out")
