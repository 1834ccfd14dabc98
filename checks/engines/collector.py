"""Python's search for cyclic garbage, made rarer while many small objects are made and kept.

A run makes hundreds of thousands of objects that stay (tokens, facts, cells), and nearly no cycles. The
collector looks through all of them over and over: a tenth of the time of a check.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: new objects after which the youngest are looked through; Python's own number is 700
OFTEN = 50_000


@contextmanager
def rarely() -> Iterator[None]:
    """Let the collector look for garbage rarely inside the block; one that is off or rarer stays so."""
    young, *others = gc.get_threshold()
    if 0 < young < OFTEN:
        gc.set_threshold(OFTEN, *others)
    try:
        yield
    finally:
        gc.set_threshold(young, *others)
