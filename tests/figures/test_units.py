"""Unit phrases after a number, rates, dimensions, and the generated table against quantulum3."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import lexicon
from checks.figures import unit_prefixes, units
from checks.figures.find import find

TOOL = Path(__file__).parents[2] / "tools" / "build_units.py"
build_units = SimpleNamespace(**runpy.run_path(str(TOOL)))


def matched(text: str) -> tuple[str, str] | None:
    """(phrase, unit) at the | of `text`."""
    pos = text.index("|")
    text = text.replace("|", "", 1)
    found = units.match(text, pos)
    return (text[pos : found[0]], found[1].name) if found else None


@pytest.mark.parametrize(
    ("text", "phrase", "unit"),
    [
        ("1.5 million |barrels per day of oil", "barrels per day", "barrel per day"),
        ("1.5 million |barrels a day", "barrels a day", "barrel per day"),
        ("a 1.5-million-|barrel-a-day cut", "barrel-a-day", "barrel per day"),
        ("1.5m |bpd", "bpd", "barrel per day"),
        ("90|km/h", "km/h", "kilometre per hour"),
        ("90 |kph.", "kph", "kilometre per hour"),
        ("10 |metres a second", "metres a second", "metre per second"),
        ("55 |miles an hour", "miles an hour", "mile per hour"),
        ("50 |kilowatt-hours", "kilowatt-hours", "kilowatt hour"),
        ("3 |sq. km", "sq. km", "square kilometre"),
        ("800 |sq ft", "sq ft", "square foot"),
        ("5 |m²", "m²", "square metre"),
        ("a 12-|day war", "day", "day"),
        ("ten |days’ notice", "days", "day"),
        ("a 40-|foot wave", "foot", "foot"),
        ("a 30-|second spot", "second", "second"),
        ("43|C today", "C", "degree Celsius"),
        ("20 |degrees Celsius", "degrees Celsius", "degree Celsius"),
        ("20 |° C", "° C", "degree Celsius"),
        ("turned 90 |degrees", "degrees", "degree"),
        ("500 |MEGAWATTS", "MEGAWATTS", "megawatt"),
        ("20 |MW", "MW", "megawatt"),
        ("5|in wide", "in", "inch"),
        ("5 |in. of rain", "in.", "inch"),
        ("5 million |t of wheat", "t", "tonne"),
        ("120 |mg/dl", "mg/dl", "milligram per decilitre"),
        ("5 |tonnes per hectare", "tonnes per hectare", "tonne per hectare"),
        ("8 |pounds a week", "pounds a week", "pound mass per week"),
        ("in 9.58|s.", "s", "second"),
        ("9|st 4lb", "st", "stone"),
        ("6|'2\" tall", "'", "foot"),
        ("6'2|\" tall", '"', "inch"),
        ("a 7.8-|magnitude earthquake", "magnitude", "magnitude"),
        ("5 million |barrels\nper day", "barrels\nper day", "barrel per day"),
        ("127 |gigatonnes of ice", "gigatonnes", "gigaton"),
        ("12.5 |Mt of slag", "Mt", "megaton"),
        ("640 |kilotonnes", "kilotonnes", "kiloton"),
        ("52 |GtCO2e", "GtCO2e", "gigaton"),
        ("450 |GL of water", "GL", "gigalitre"),
        ("40 |petajoules", "petajoules", "petajoule"),
        ("8.2 |l/100km", "l/100km", "litre per 100 kilometre"),
        ("6 |litres per 100km", "litres per 100km", "litre per 100 kilometre"),
        ("7.8 |mmol/L", "mmol/L", "millimole per litre"),
        ("12 |ug/m3", "ug/m3", "microgram per cubic metre"),
        ("40,000 |cusecs", "cusecs", "cubic foot per second"),
        ("20\u00a0|km\u00a0per\u00a0hour", "km\u00a0per\u00a0hour", "kilometre per hour"),
    ],
)
def test_match(text: str, phrase: str, unit: str) -> None:
    assert matched(text) == (phrase, unit)


@pytest.mark.parametrize(
    "text",
    [
        "5 |in the morning", "came 5 |in. Then", "3 |us citizens", "five |C-130s", "5 |C-130s",
        "10 |W Broadway",
        "two |second homes", "two |second-half goals", "five |foot soldiers", "20 |mW", "two |teslas",
        "5 |times", "a 500|ML bottle",
        "10 |M&S stores", "4 |st", "5 |minister", "7 |p.m.", "5 |", "said '5|' and", "the 80|s",
    ],
)  # fmt: skip
def test_words_that_are_no_unit(text: str) -> None:
    assert matched(text) is None


def test_factor() -> None:
    found = units.match("2.5 mb/d", 4)
    assert found == (8, units.Unit("barrel per day", "volumetric flow", 1e6))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("$80| a barrel|, up", "per barrel"),
        ("$80| per barrel|.", "per barrel"),
        ("$4m|-a-year| deal", "per year"),
        ("$4|/month|", "per month"),
        ("$60|/MWh|", "per megawatt hour"),
        ("€300|/t|", "per tonne"),
        ("40| per 100,000 people| die", "per 100,000 people"),
        ("40| per 100,000 inhabitants|", "per 100,000 people"),
        ("12| per 1,000 live births|", "per 1,000 live birth"),
        ("6 litres| per 100 km|", "per 100 kilometre"),
        ("3| per million residents|", "per 1,000,000 people"),
        ("$5| per capita|", "per capita"),
        ("$5| an hour|", "per hour"),
        ("$2bn| each month| since", "per month"),
        ("$1.20| a share| excluding items", "per share"),
        ("$3| a gallon| of gas", "per gallon"),
        ("$50,000| a head|", "per head"),
        ("5| per square metre| of floor", "per square metre"),
        ("$5bn| annually| on", "per year"),
        ("$5bn| daily|, it said", "per day"),
        ("£20| p.a.|", "per year"),
        ("5 million| a year| since 2010", "per year"),
    ],
)
def test_rate(text: str, name: str) -> None:
    start, end = text.index("|"), text.rindex("|") - 1
    assert units.rate(text.replace("|", ""), start) == (end, name)


@pytest.mark.parametrize(
    "text",
    [
        "5| per cent", "3%| per RAND", "1| per government data", "5 million| a year ago",
        "5| a month earlier",
        "20| a day after", "5| a man", "$5| a share price", "500| daily flights", "30| a year-on-year",
        "9|/11",
        "5| a second time", "10| a person familiar", "5| a half", "3| per se", "a deal| a year and a half",
        "1| a week's", "12| every second day",
    ],
)  # fmt: skip
def test_no_rate(text: str) -> None:
    assert units.rate(text.replace("|", ""), text.index("|")) is None


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("kilometre", "length"), ("barrel per day", "volumetric flow"), ("kilometre per hour", "speed"),
        ("USD", "currency"), ("USD per barrel", "currency per volume"),
        ("USD per person", "currency per person"),
        ("percent", "dimensionless"), ("percentage point", "dimensionless"), ("drone", ""),
        ("drone per month", ""),
        ("litre per 100 kilometre", "fuel consumption"), ("pound per square inch", "pressure"),
    ],
)  # fmt: skip
def test_dimension(unit: str, dimension: str) -> None:
    assert units.dimension(unit) == dimension


@pytest.mark.parametrize(
    ("unit", "name", "factor"),
    [
        ("gigaton", "tonne", 1e9), ("tonne", "tonne", 1), ("gigawatt", "watt", 1e9),
        ("kilometre per hour", "metre per hour", 1e3), ("square kilometre", "square metre", 1e6),
        ("kilowatt hour", "watt hour", 1e3), ("USD per megawatt hour", "USD per watt hour", 1e-6),
        ("milligram per decilitre", "gram per litre", 1e-2), ("terabyte", "byte", 1e12),
        ("megabit per second", "bit per second", 1e6), ("gigalitre", "litre", 1e9),
        ("kilocalorie", "calorie", 1e3), ("hectare", "hectare", 1), ("decibel", "decibel", 1),
        ("micron", "micron", 1), ("USD", "USD", 1), ("percent", "percent", 1), ("drone", "drone", 1),
        ("litre per 100 kilometre", "litre per 100 kilometre", 1),
    ],
)  # fmt: skip
def test_base(unit: str, name: str, factor: float) -> None:
    assert unit_prefixes.base(unit) == (name, pytest.approx(factor))


def test_a_base_has_no_prefix_and_the_same_dimension() -> None:
    for unit in {row["unit"] for row in lexicon.table("units")}:
        name, factor = unit_prefixes.base(unit)
        assert unit_prefixes.base(name) == (name, 1)
        assert (name == unit) == (factor == 1)
        # quantulum3 has two names for mass per volume
        assert " per " in unit or units.dimension(name) == units.dimension(unit)


@given(
    st.integers(1, 9999),
    st.sampled_from(["giga", "mega", "kilo", "tera"]),
    st.sampled_from(["watt", "hertz", "byte", "joule"]),
)
def test_a_prefixed_unit_keeps_its_value(number: int, prefix: str, base: str) -> None:
    plural = base if base == "hertz" else f"{base}s"
    (figure,) = find(f"It came to {number:,} {prefix}{plural} then.")
    assert (figure.value, figure.unit) == (number, prefix + base)
    assert unit_prefixes.base(figure.unit)[0] == base


@given(st.decimals(0, 9999, places=1), st.data())
def test_a_figure_in_any_unit_of_the_table_is_read_back(number: float, data: st.DataObject) -> None:
    plain = [r for r in lexicon.table("units") if r["place"] == "any" and not r["unless"]]
    row = data.draw(st.sampled_from(plain))
    figures = find(f"It came to {number} {row['phrase']}, they said")
    first = figures[0]
    assert first.unit.startswith(row["unit"])
    assert first.value == pytest.approx(float(number) * float(row["factor"] or 1))


def test_every_phrase_of_the_table_is_found_after_digits() -> None:
    for row in lexicon.table("units"):
        number = "5.2" if row["place"] in ("glued", "symbol", "decimal") else "5.2 "
        found = units.match(number + row["phrase"], len(number))
        if row["phrase"] == "in.":
            continue  # only where a sentence goes on
        assert found is not None, row
        assert found[0] == len(number) + len(row["phrase"]), row


def test_the_hand_list_says_each_thing_once() -> None:
    phrases = [row["phrase"] for row in lexicon.table("unit_spellings")]
    assert len(phrases) == len(set(phrases))
    nouns = [row["noun"] for row in lexicon.table("rate_nouns")]
    assert len(nouns) == len(set(nouns))
    words = lexicon.lists("rates")["words"]
    assert all(len(words[name]) == len(set(words[name])) for name in words)


def test_common_phrases_do_not_load_quantulum3() -> None:
    code = (
        "import sys; from checks.figures import units;"
        "units.resolve('barrels per day'); units.match('5 km', 2);"
        "assert not any(m.startswith('quantulum3') for m in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_generated_tables_agree_with_quantulum3() -> None:
    loaded, entities, plural, version = build_units.sources()
    rows = build_units.build(loaded, plural, build_units.read("unit_spellings.csv"))
    assert [build_units.Row(**row) for row in lexicon.table("units")] == rows, "run tools/build_units.py"
    ratios = build_units.ratios(entities, {row.dimension for row in rows if row.dimension})
    assert [tuple(r.values()) for r in lexicon.table("unit_dimensions")] == ratios
    head = (build_units.LEXICON / "units.csv").read_text(encoding="utf-8").split("\n")[0]
    assert f"quantulum3 {version} " in head
    own = {h["unit"] for h in build_units.read("unit_spellings.csv") if h["dimension"]}
    names = {build_units.plain(name) for name in loaded.names} | own
    for row in rows:
        assert row.unit in names or " per " in row.unit, row


def test_unknown_phrases_go_to_quantulum3() -> None:
    assert units.resolve("volt seconds") == units.Unit("volt second", "volt second")
    assert units.resolve("kilometres per hour") == units.Unit("kilometre per hour", "speed")
    assert units.resolve("drones") is None
    assert units.resolve("people of the town") is None


@given(st.text(alphabet="15 -/.'\"°²abdeghikmnoprstuyACFMW", max_size=30), st.integers(0, 30))
def test_any_text(text: str, pos: int) -> None:
    pos = min(pos, len(text))
    found = units.match(text, pos)
    assert found is None or pos < found[0] <= len(text)
    rate = units.rate(text, pos)
    assert rate is None or (pos < rate[0] <= len(text) and rate[1].startswith("per "))


def test_a_compound_that_the_table_lacks_is_asked_of_quantulum3() -> None:
    text = "The pulse carried 40 volt seconds in all."
    (figure,) = find(text)
    assert (figure.surface, figure.kind) == ("40 volt seconds", "measurement")
    assert figure.unit == "volt second"


@pytest.mark.parametrize("text", ["a 40-hour week", "a 10 mile race", "four-day week", "20 foot containers"])
def test_a_unit_before_a_noun_stays_alone(text: str) -> None:
    (figure,) = find(text)
    assert " " not in figure.unit


def test_what_an_ordinal_counts_is_no_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.figures.units.resolve", lambda phrase: pytest.fail(f"asked for {phrase}"))
    (figure,) = find("He scored a 71st-minute goal.", None)
    assert (figure.surface, figure.kind) == ("71st", "ordinal")
