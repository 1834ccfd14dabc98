"""The order of the stages, and what is known only when a stage is done with all parts."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from checks.engines.corpus import buckets, cutting, pieces, reading
from checks.engines.corpus.dataset import Dataset
from checks.engines.corpus.jobs import Job, Record, Stages
from checks.engines.corpus.ran import Ran
from checks.engines.workers import Here, Workers
from checks.errors import UserError
from checks.matching import groups
from checks.matching.left_out import LeftOut

if TYPE_CHECKING:
    import numpy as np

#: parts of articles to a bucket of keys, and so to a range of links
_PARTS = 8
#: bytes of a file up to which the process that leads the run may cut it: one that a file ends tells nothing
_HERE = 100_000_000
#: parts of the fact table up to which it is written here
_FEW = 16
#: articles that repeat another which are named
_COPIES = 200

#: told what is being done, how many articles it is done with, and of how many (0: not known yet)
Progress = Callable[[str, int, int], object]


class Run:
    """One run of `stages` over inputs by `workers`."""

    def __init__(self, do: Stages, workers: Workers, progress: Progress | None = None) -> None:
        self.do, self.workers = do, workers
        self.progress = progress or (lambda *_: None)
        self.ran = Ran()
        self.pieces: list[pieces.Piece] = []
        self.parts: dict[str, list[str]] = {}  # for each piece the names of those in which it was read
        self.worked = False  # whether anything was left to do since an earlier run

    def check(self, inputs: Iterable[Sequence[tuple[str, str]]], names: dict[str, str]) -> Ran:
        """Check the articles of `inputs`, lists of paths with ids; `names` are those of tables' columns."""
        self._cut(inputs, names)
        self._read()
        self._group()
        self._judge()
        self._end()
        return self.ran

    def extract(self, inputs: Iterable[Sequence[tuple[str, str]]], names: dict[str, str]) -> Ran:
        """Read the articles of `inputs` only, for their facts."""
        self._cut(inputs, names)
        self._read()
        self._end()
        return self.ran

    def _end(self) -> None:
        """Keep that all is done, and whether nothing was amiss: then the same run would find the same."""
        self.do.store.tell("ended", {"whole": not self.ran.problems})

    def report(self, facts: Dataset | None = None) -> list[str]:
        """Write the fact table into the files of `facts`, or as CSV in pieces of the store: their names."""
        self.do.store.clear("done/report")  # of a run that wrote them elsewhere
        patched = self.do.store.files("patches")
        patches = [name for name in self.ran.flagged if name in patched]
        jobs = [
            Job(
                "report",
                piece.name,
                (
                    self.parts[piece.name],
                    patches,
                    *((facts.beside, facts.name(piece.name)) if facts else ("", "")),
                ),
            )
            for piece in self.pieces
        ]
        # To start processes for a few of these only takes longer than to do them.
        by = self.workers if self.worked or len(jobs) > _FEW else Here()
        for done, _ in enumerate(self._all(jobs, by), 1):
            self.progress("written", self.ran.articles * done // len(jobs), self.ran.articles)
        if facts:
            facts.settle()
        return [] if facts else [f"printed/{piece.name}" for piece in self.pieces]

    def _cut(self, inputs: Iterable[Sequence[tuple[str, str]]], names: dict[str, str]) -> None:
        """Cut the inputs into pieces."""
        jobs = (Job("cut", f"{n:06}", (list(some), names)) for n, some in enumerate(inputs))
        some = list(islice(jobs, 2))
        by = self.workers
        if len(some) == 1 and (size := self._waiting(some[0])):
            # It is cut by one process: by this one, while the others get ready to read.
            by = Here() if by.start(partial(reading.ready, self.do), 1 + size // cutting.WORTH) else by
        done = 0
        records = []
        for job, record in self._all(chain(some, jobs), by):
            records.append((job.part, record))
            done += sum(count for _, count in record["parts"])
            self.progress("read from their files", done, 0)
        for _, record in sorted(records, key=lambda told: told[0]):
            self.ran.problems += record["problems"]
            self.ran.faulty += record["faulty"]
            for name, count in record["parts"]:
                self.pieces.append(pieces.Piece(name, count, self.ran.articles))
                self.ran.articles += count

    def _waiting(self, job: Job) -> int:
        """The bytes of the one file that `job` is to cut; 0 for several, and one too large to be cut here."""
        inputs, _ = job.given
        if len(inputs) > 1 or not os.path.isfile(inputs[0][0]) or self.do.store.told(job.name) is not None:
            return 0
        size = os.path.getsize(inputs[0][0])
        return size if size < _HERE else 0

    def _read(self) -> None:
        """Read all articles."""
        self.buckets = max(1, len(self.pieces) // _PARTS)
        parts: dict[str, list[tuple[int, str]]] = {piece.name: [] for piece in self.pieces}
        self.said: dict[int, str] = {}
        done = 0
        jobs = list(pieces.reading(self.pieces, self.buckets))
        while jobs:
            suspects = []
            for job, told in self._any(jobs):
                if told is None and (halves := pieces.halves(job)):
                    suspects += halves
                    continue
                name, start, stop, *_ = job.given
                record = reading.lost(self.do, job) if told is None else told
                parts[name].append((start, job.part))
                self.said.update(record["said"])
                self.ran.facts += record["facts"]
                self.ran.checkable += record["checkable"]
                self._lose(record.get("lost", ()), "read")
                done += stop - start
                self.progress("read", done, self.ran.articles)
            jobs = suspects
        self.parts = {name: [part for _, part in sorted(found)] for name, found in parts.items()}

    def _group(self) -> None:
        """Find which articles are matched together, and deal the groups out to buckets."""
        import numpy as np
        import pyarrow as pa

        store = self.do.store
        if store.told("grouped") is not None:
            self._told(store.told("grouped") or {})
            return
        found = self._ties()
        if self.ran.articles <= groups.MOST:
            first, severed = np.zeros(self.ran.articles, dtype=np.int64), 0
        else:
            first, severed = groups.groups(self.ran.articles, found)
        bucket = _buckets(first, self.do.bucket)
        for piece in self.pieces:
            own = slice(piece.first, piece.first + piece.size)
            store.write(f"groups/{piece.name}", pa.table({"group": first[own], "bucket": bucket[own]}))
        store.write("common", pa.table({"key": pa.array(found.common, pa.uint64())}))
        record = {"severed": severed, "everybodys": groups.named(found.crowded, self.said)}
        store.tell("grouped", record)
        self._told(record)

    def _told(self, record: Record) -> None:
        self.ran.left.add(LeftOut(severed=record["severed"], everybodys=Counter(record["everybodys"])))

    def _ties(self) -> groups.Links:
        import numpy as np

        none = np.zeros(0, dtype=np.int64)
        if self.ran.articles <= groups.MOST:
            return groups.Links(none, none, none, {}, none)
        self.do.store.tell(
            "parts", {"names": [part for piece in self.pieces for part in self.parts[piece.name]]}
        )
        starts = [piece.first for piece in self.pieces][::_PARTS][: self.buckets]
        bounds = [*starts[1:], self.ran.articles]
        links = [Job("link", f"{n:05}", (n, bounds)) for n in range(self.buckets)]
        crowded: dict[int, int] = {}
        for done, (_, record) in enumerate(self._all(links), 1):
            crowded.update(record["crowded"])
            self.progress("grouped", self.ran.articles * done // (2 * len(links)), self.ran.articles)
        ties = [Job("tie", f"{n:05}", (self.buckets, n)) for n in range(len(bounds))]
        for done, _ in enumerate(self._all(ties), 1):
            part = self.ran.articles * (len(ties) + done) // (2 * len(ties))
            self.progress("grouped", part, self.ran.articles)
        store = self.do.store
        tables = [store.read(f"ties/{job.part}") for job in ties]
        one, other, strength = (
            np.concatenate([t[c].to_numpy() for t in tables]) for c in ("one", "other", "strength")
        )
        common = np.concatenate([store.read(f"common/{n:05}")["key"].to_numpy() for n in range(self.buckets)])
        return groups.Links(one, other, strength, crowded, np.sort(common))

    def _judge(self) -> None:
        dealing = [Job("deal", p.name, (p.name, self.parts[p.name], p.first, p.size)) for p in self.pieces]
        places: dict[int, list[tuple[str, int]]] = {}
        for job, record in sorted(self._all(dealing), key=lambda told: told[0].part):
            for at, bucket in enumerate(record["buckets"]):
                places.setdefault(bucket, []).append((job.part, at))
        jobs = [Job("judge", f"{bucket:06}", (places[bucket], None)) for bucket in sorted(places)]
        done = 0
        records = []
        while jobs:
            suspects = []
            for job, told in self._any(jobs):
                if told is None:
                    suspects += self._halves(job)
                    continue
                records.append((job.part, told))
                done += told["articles"]
                self.progress("checked", done, self.ran.articles)
            jobs = suspects
        copied = 0
        for part, record in sorted(records, key=lambda told: told[0]):
            self.ran.flagged.append(part)
            copied += len(record["copies"])
            self.ran.copies += [(a, b) for a, b in record["copies"]][: _COPIES - len(self.ran.copies)]
            self.ran.suppressed += record["suppressed"]
            self.ran.stale += record["stale"]
            self.ran.parts.update(record["parts"])
            self.ran.left.add(LeftOut.of(record["left"]))
        self.ran.stale.sort()
        self.ran.notes += self.ran.left.lines()
        if copied > len(self.ran.copies):
            self.ran.notes.append(f"{copied - len(self.ran.copies):,} articles more repeat others")

    def _halves(self, job: Job) -> list[Job]:
        """Two jobs for one that no process survived; none for one group, whose articles are lost."""
        places, _ = job.given
        own = buckets.groups_of(self.do, job)
        if len(own) == 1:
            self._lose(buckets.unjudged(self.do, job), "checked")
            return []
        half = len(own) // 2
        return [
            Job("judge", f"{job.part}.{some[0]}-{some[-1]}", (places, some))
            for some in (own[:half], own[half:])
        ]

    def _lose(self, articles: Iterable[str], what: str) -> None:
        for id in articles:
            self.ran.lost.append(id)
            self.ran.problems.append(
                f"{id} could not be {what}: the process that did ended (out of memory, or killed)"
            )

    def _all(self, jobs: Iterable[Job], by: Workers | None = None) -> Iterator[tuple[Job, Record]]:
        """Each of `jobs` with its record; one that no process survives stops the run."""
        for job, record in self._any(jobs, by):
            if record is None:
                at = f" (of {job.given[0][0][0]})" if job.stage == "cut" else ""
                raise UserError(
                    f"the process that did part {job.part}{at} of the stage {job.stage} ended (out of memory,"
                    " or killed); go on with --resume and fewer --jobs"
                )
            yield job, record

    def _any(self, jobs: Iterable[Job], by: Workers | None = None) -> Iterator[tuple[Job, Record | None]]:
        """Each of `jobs` with its record, an earlier one if there is one; None where no process could."""
        left = []
        for job in jobs:
            record = self.do.store.told(job.name)
            if record is None:
                left.append(job)
            else:
                yield job, record
        self.worked = self.worked or bool(left)
        yield from (by or self.workers).run(self.do, left)


def _buckets(first: np.ndarray[Any, Any], most: int) -> np.ndarray[Any, Any]:
    """The bucket of each article: those of the groups that begin within `most` articles, in order."""
    import numpy as np

    size = np.bincount(first)
    before = np.cumsum(size) - size
    found: np.ndarray[Any, Any] = before[first] // most
    return found
