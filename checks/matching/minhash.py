"""Finds the texts that share many shingles with another without looking at each of them.

MinHash (Broder 1997): of all values of a set, mixed in one way after the other, the least is kept; two sets
have the same least value as often as they share values. Signatures of such values are cut into bands, and
sets that agree in a whole band are candidates (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets,
chapter 3). The ways of mixing are those of datasketch 2, which takes four times as long and most of a second
to load.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Values = np.ndarray[Any, np.dtype[np.uint32]]

Bands = list[tuple[dict[bytes, list[str]], bytes]]
#: 42 bands of 3 rows: texts that share 0.45 of their shingles meet with probability 0.98, such as
#: share 0.02 with probability 0.0003.
_BANDS, _ROWS = 42, 3
#: Candidates that are named, the likeliest first.
_MOST = 20
#: Values that are mixed at once: a text as long as a book would take a hundred times its own room.
_AT_ONCE = 4096


class Index:
    """Sets of hashes by name, those of one name in an order of kinds; a set meets those of its own kind."""

    def __init__(self) -> None:
        import numpy as np

        draw = np.random.RandomState(1)
        size = _BANDS * _ROWS
        self._factors = draw.randint(0, 1 << 31, size, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
        self._addends = draw.randint(0, 1 << 32, size, dtype=np.uint32)
        self._tables: dict[tuple[int, int], dict[bytes, list[str]]] = defaultdict(dict)
        self._signatures: dict[str, list[Values]] = {}
        self._placed: tuple[str, list[Values], list[Bands]] = "", [], []

    def place(self, name: str, sets: Sequence[Values]) -> list[str]:
        """The names of the kept sets that are likeliest to be like `sets`, at most _MOST."""
        signatures = [self._signature(values) for values in sets]
        bands = [self._bands(kind, own) for kind, own in enumerate(signatures)]
        self._placed = name, signatures, bands
        likeness: dict[str, float] = {}
        for kind, own in enumerate(signatures):
            for other in {other for table, band in bands[kind] for other in table.get(band, ())}:
                alike = float((own == self._signatures[other][kind]).mean())
                likeness[other] = max(likeness.get(other, 0.0), alike)
        return sorted(likeness, key=lambda other: (-likeness[other], other))[:_MOST]

    def keep(self) -> None:
        """Hold the sets placed last, to be met by those placed after."""
        name, signatures, bands = self._placed
        self._signatures[name] = signatures
        for some in bands:
            for table, band in some:
                table.setdefault(band, []).append(name)

    def _bands(self, kind: int, own: Values) -> Bands:
        """The bands of a signature, each with the table of those of its kind and number."""
        told = own.tobytes()
        size = len(told) // _BANDS
        return [(self._tables[kind, n], told[n * size : (n + 1) * size]) for n in range(_BANDS)]

    def _signature(self, values: Values) -> Values:
        import numpy as np

        values = _stirred(values)[:, None]
        least = np.full(len(self._factors), 0xFFFFFFFF, dtype=np.uint32)
        for at in range(0, len(values), _AT_ONCE):
            mixed = values[at : at + _AT_ONCE] * self._factors
            mixed += self._addends
            np.minimum(least, mixed.min(axis=0), out=least)
        return least


def _stirred(values: Values) -> Values:
    """Other values for `values`, each from all of its bits: the last step of MurmurHash3."""
    import numpy as np

    values = (values ^ (values >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    values = (values ^ (values >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return values ^ (values >> np.uint32(16))
