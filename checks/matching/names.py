"""Names of one owner in two articles: `Dellmar` and `Dellmar Aerospace`, an abbreviation and its words.

Inside an article facts/names.py has folded the names already; two articles may each know one form only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from checks import lexicon
from checks.facts import places
from checks.matching import terms

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


#: A capital inside a sentence; what begins one is in capitals anyway.
_NAME = re.compile(r"(?<=[a-z0-9,;’'] )[A-Z][\w’'-]*[a-z]")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*[a-z]")


@lru_cache(maxsize=terms.RECENT)
def named(text: str) -> frozenset[str]:
    """The folded words in capitals inside the sentences of a text, without days, months and titles.

    >>> sorted(named("The maker Acme said on Friday that Mr Bolt had left."))
    ['acme', 'bolt']
    """
    return _named(text)  # of whole articles nothing is kept


def _named(text: str) -> frozenset[str]:
    days = lexicon.lists("scope")["calendar"]
    return frozenset(terms.fold(name) for name in _NAME.findall(text) if name not in days)


def capitals(text: str) -> frozenset[str]:
    """All folded words in capitals, those that begin a sentence too."""
    return frozenset(terms.fold(name) for name in _CAPITAL.findall(text))


def fewest(text: str) -> bool:
    """Whether a text names one person, firm or place at the most, inside its sentences."""
    return len(_named(text)) < 2


def meet(one: str, other: str) -> bool:
    """Whether a text names somebody whom the other names; what begins a sentence there may be a name.

    >>> meet("The maker Acme cut 40 jobs in Leeds.", "Acme cut 30 jobs in York, said Mr Bolt.")
    True
    >>> meet("The maker Acme cut 40 jobs in Leeds.", "The maker Bolt cut 30 jobs in York.")
    False
    """
    return bool(_named(one) & capitals(other) or _named(other) & capitals(one))
