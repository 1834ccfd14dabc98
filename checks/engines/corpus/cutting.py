"""Inputs cut into parts of articles, each small enough to be read at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from checks.articles import stream
from checks.articles.readers.guard import Guard
from checks.engines.corpus import columns
from checks.engines.corpus.jobs import Job, Record, Stages
from checks.engines.request import writable
from checks.model import Article

#: characters beyond which a part has fewer articles, and bytes of files that are worth a task
CHARACTERS, WORTH = 2_000_000, 1_000_000
#: files in a task
_FILES = 1000


def cut(run: Stages, job: Job) -> Record:
    """Write the articles of inputs (paths with the ids that they go by) in parts; a record of those.

    The job also has the names of columns of tables that are not called as ours. Each part is told with its
    number of articles, in order; `problems` has a line for what could not be read, of the inputs `faulty`.
    """
    inputs, names = job.given
    record: Record = {"parts": [], "problems": [], "faulty": []}
    held: list[Article] = []
    size = 0

    def write() -> None:
        nonlocal held, size
        part = f"{job.part}-{len(record['parts']):06}"
        run.store.write(f"articles/{part}", columns.of_articles(held, 0))
        record["parts"].append((part, len(held)))
        held, size = [], 0

    for article in _articles(inputs, names, record):
        if held and (len(held) >= run.size or size + len(article.text) > CHARACTERS):
            write()
        held.append(article)
        size += len(article.text)
    if held:
        write()
    return record


def _articles(
    inputs: Sequence[tuple[str, str]], names: Mapping[str, str], record: Record
) -> Iterator[Article]:
    with Guard() as guard:
        for path, id in inputs:
            for contents in stream(path, id=id, columns=names, guard=guard):
                yield from map(writable, contents.articles)
                if contents.problems:
                    record["problems"] += map(str, contents.problems)
                    record["faulty"].append(id)


def input_jobs(files: Sequence[tuple[str, str]], large: int = WORTH) -> Iterator[list[tuple[str, str]]]:
    """`files` in lists that are worth a task: a large one alone, small ones together, in their order."""
    batch: list[tuple[str, str]] = []
    held = 0
    for path, id in files:
        size = os.path.getsize(path) if os.path.isfile(path) else large
        if batch and (held + size > large or len(batch) >= _FILES):
            yield batch
            batch, held = [], 0
        batch.append((path, id))
        held += size
    if batch:
        yield batch
