"""Places by any form of their name: `the U.S.`, `Americans`, `Tehran` → a Place with the one name used."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast

from checks.lexicon import table
from checks.lexicon.nouns import singular

PlaceKind = Literal["country", "government", "region", "capital", "state", "city", "demonym"]

#: first halves of hyphenated adjectives: Russo-Iranian
_PREFIXES = {"Russo": "Russia", "Sino": "China", "Anglo": "United Kingdom", "Franco": "France"}


class Place(NamedTuple):
    """`name` is what the form folds to: for a capital its country, for a city its plain name."""

    name: str
    kind: PlaceKind


@cache
def _gazetteer() -> dict[str, Place]:
    forms = {row["name"]: Place(row["place"], cast("PlaceKind", row["kind"])) for row in table("places")}
    for row in table("demonyms"):
        forms.setdefault(row["demonym"], Place(row["place"], "demonym"))
    return forms


def find(form: str) -> Place | None:
    """The place that `form` names, or whose people or adjective it is; None if there is none.

    Capitals matter (`Turkey`, not `turkey`; `US`, not `us`); a leading "the" must be gone.
    """
    place = _gazetteer().get(form)
    if place is None and form.endswith(("s", "men")):
        place = _gazetteer().get(singular(form))
        if place is not None and place.kind != "demonym":
            return None
    return place


def prefix(form: str) -> Place | None:
    """The place that the first half of a hyphenated adjective stands for: `Russo` in Russo-Iranian."""
    name = _PREFIXES.get(form)
    return Place(name, "demonym") if name else None
