"""English nouns in the singular: `drones` → `drone`, `people` → `person`, `Iranians` → `Iranian`.

nouns.csv holds the exceptions, the suffix rules below the rest. The rules follow Quirk et al. (1985),
A Comprehensive Grammar of the English Language, 5.73-5.103. They guess for any word: give them nouns.
"""

from __future__ import annotations

from functools import cache, lru_cache

from checks.lexicon import table

#: ending -> how many letters to cut and what to put there; the first that fits decides
_ENDINGS: tuple[tuple[str, int, str], ...] = (
    ("ss", 0, ""),  # press, loss
    ("us", 0, ""),  # bus, virus
    ("is", 0, ""),  # crisis
    ("sses", 2, ""),  # losses
    ("shes", 2, ""),  # clashes
    ("ches", 2, ""),  # batches
    ("xes", 2, ""),  # boxes
    ("zzes", 2, ""),  # buzzes
    ("oes", 2, ""),  # heroes
    ("ies", 3, "y"),  # countries
    ("s", 1, ""),
)
#: words in -men that are singular
_NOT_MEN = frozenset(
    {"specimen", "regimen", "abdomen", "omen", "semen", "yemen", "acumen", "stamen", "hymen", "bitumen"}
)


@cache
def _exceptions() -> dict[str, str]:
    return {row["plural"]: row["singular"] for row in table("nouns")}


@cache
def _proper_in_s() -> frozenset[str]:
    """Last words of the places whose names end in -s: `Paris`, `Netherlands`."""
    return frozenset(row["name"].rsplit(" ", 1)[-1] for row in table("places") if row["name"].endswith("s"))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(row["demonym"] for row in table("demonyms"))


@lru_cache(maxsize=65536)
def singular(noun: str) -> str:
    """The singular of one English noun; a singular comes back as it is.

    Letters keep their case: `Iranians` → `Iranian`, `UAVs` → `UAV`, `Forces` → `Force`; names in -s
    stay (`Texas`, `US`). The last part of a hyphenated word is folded: `air-strikes` → `air-strike`.
    """
    exceptions = _exceptions()
    if noun in exceptions:
        return exceptions[noun]
    if len(noun) < 3 or noun[-1] not in "sn" or noun.isupper():
        return noun
    if noun[0].isupper():
        return _capitalised(noun)
    if "-" in noun:
        stem, _, last = noun.rpartition("-")
        return f"{stem}-{singular(last)}"
    if noun.endswith("men"):
        return noun if noun in _NOT_MEN else noun[:-2] + "an"  # servicemen
    if noun[-1] != "s":
        return noun
    for ending, cut, put in _ENDINGS:
        if noun.endswith(ending):
            return noun[: len(noun) - cut] + put
    return noun


def _capitalised(noun: str) -> str:
    if noun[-1] == "s" and noun[:-1].isupper() and len(noun) > 2:  # UAVs, MPs
        return noun[:-1]
    demonyms = _demonyms()
    if noun in demonyms or noun in _proper_in_s():
        return noun
    if noun[-1] == "s" and noun[:-1] in demonyms:  # also Iraqis, which the rule for -is would keep
        return noun[:-1]
    folded = singular(noun[0].lower() + noun[1:])
    return folded[0].upper() + folded[1:]
