"""A run over more articles than memory holds: stages in parts, with files between them.

Every stage is a function of a part (see `stages`), which reads what the stages before it wrote, writes its
own and tells in a small file that it is done. So any processes may run them, here (`engines.pool`) or on
other machines (`engines.dask`); a part whose process ended is run again; a run that was broken off goes on.

    cut     inputs      -> articles, in parts of equal size
    read    articles    -> facts, and the keys by which articles meet
    link    keys        -> which articles share how much, by the hash of the key
    tie     links       -> what ties each two articles, all keys together
    group   ties        -> the group of every article, and the bucket that each group lies in
    deal    articles    -> articles and facts, by bucket
    judge   bucket      -> flags
    report  facts       -> the fact table, in the order of the articles
"""

from checks.engines.corpus.ran import Ran
from checks.engines.corpus.run import Run

__all__ = ["Ran", "Run"]
