"""Names of one owner in two articles: `Dellmar` and `Dellmar Aerospace`, an abbreviation and its words.

Inside an article facts/names.py has folded the names already; two articles may each know one form only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from checks.facts import places

#: An abbreviation shorter than this stands for too many names.
SHORTEST = 3


def long_forms(entities: Iterable[str]) -> dict[str, str]:
    """Abbreviation -> the one longer name that has its initials, of all names in the given cells."""
    names = {name for cell in entities if cell for name in cell.split(";")}
    spelled: dict[str, set[str]] = defaultdict(set)
    for name in names:
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(initials) >= SHORTEST:
            spelled[initials].add(name)
    return {name: next(iter(spelled[name])) for name in names if len(spelled.get(name, ())) == 1}


def shared(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The names that two facts have in common; of a short and a long form of one name, the long one."""
    both = a & b
    for short, long in ((a, b), (b, a)):
        for name in short - both:
            if " " not in name:
                both |= {other for other in long if other.startswith(f"{name} ") and not _is_place(name)}
    return both


@lru_cache(maxsize=65536)
def _is_place(name: str) -> bool:
    return places.find(name) is not None
