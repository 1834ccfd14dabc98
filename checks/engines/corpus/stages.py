"""The stages of a run over a corpus: each a function of one part, which may run in any process.

A stage reads and writes files of the run's store and returns a small record, which is kept there as well:
that a record is there says that its part is done. What a stage needs to know beside that stands in the `Job`.
"""

from __future__ import annotations

from collections.abc import Callable

from checks.engines.corpus.buckets import deal, judge
from checks.engines.corpus.cutting import cut
from checks.engines.corpus.jobs import Job, Record, Stages
from checks.engines.corpus.reading import read, report
from checks.engines.corpus.tying import link, tie

#: by name, in order; what is known only between two of them is for `run`
STAGES: dict[str, Callable[[Stages, Job], Record]] = {
    "cut": cut,
    "read": read,
    "link": link,
    "tie": tie,
    "deal": deal,
    "judge": judge,
    "report": report,
}
