"""Which ids a file has used so far, in 16 bytes each however long they are."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

#: ids kept as they come, before they are packed
_FRESH = 50_000


class Taken:
    """Names with the number of the row that took them.

    A name is kept as 8 bytes of its hash: among ten million of them two are taken for one another in one file
    out of several hundred thousand. A number is a further 8 bytes. Packed ones stand in sorted runs, each
    twice as long as the next or longer, so that a look-up takes the logarithm squared.
    """

    def __init__(self) -> None:
        self._fresh: dict[int, int] = {}
        self._runs: list[tuple[np.ndarray, np.ndarray]] = []

    def __call__(self, name: str, number: int) -> int | None:
        """The row that has `name` already; else None, and row `number` has it from now on."""
        key = int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())
        found = self._fresh.get(key)
        if found is None:
            found = self._packed(key)
        if found is None:
            self._fresh[key] = number
            if len(self._fresh) >= _FRESH:
                self._pack()
        return found

    def _packed(self, key: int) -> int | None:
        for keys, numbers in self._runs:
            i = int(keys.searchsorted(keys.dtype.type(key)))
            if i < len(keys) and int(keys[i]) == key:
                return int(numbers[i])
        return None

    def _pack(self) -> None:
        import numpy as np

        keys = np.fromiter(self._fresh.keys(), np.uint64, len(self._fresh))
        numbers = np.fromiter(self._fresh.values(), np.int64, len(self._fresh))
        self._fresh.clear()
        while self._runs and len(self._runs[-1][0]) < 2 * len(keys):
            more, others = self._runs.pop()
            keys, numbers = np.concatenate([more, keys]), np.concatenate([others, numbers])
        order = keys.argsort()
        self._runs.append((keys[order], numbers[order]))
