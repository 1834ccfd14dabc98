"""Units of the facts table as pint knows them, and the conversions between them."""

import pytest

from checks import lexicon
from checks.figures.conversion import conversions, convertible, expressions, registry

#: Dimension, as in the facts table -> as pint writes it.
DIMENSIONS = {
    "length": "[length]",
    "area": "[length] ** 2",
    "volume": "[length] ** 3",
    "mass": "[mass]",
    "temperature": "[temperature]",
    "speed": "[length] / [time]",
    "volumetric flow": "[length] ** 3 / [time]",
    "energy": "[length] ** 2 * [mass] / [time] ** 2",
    "power": "[length] ** 2 * [mass] / [time] ** 3",
    "pressure": "[mass] / [length] / [time] ** 2",
    "fuel economy": "[length] ** -2",
    "fuel consumption": "[length] ** 2",
}
#: What quantulum3 files under these dimensions and is none of them, or is at a pressure and a temperature
#: that nobody names.
ODD = ("barn", "standard ")
UNITS = sorted(
    {
        (row["unit"], row["dimension"])
        for row in lexicon.table("units")
        if row["dimension"] in DIMENSIONS and not any(odd in row["unit"] for odd in ODD)
    }
)


@pytest.mark.parametrize(("unit", "dimension"), UNITS, ids=str)
def test_each_unit_is_one_of_pint_of_its_dimension(unit, dimension):
    for name in expressions(unit):
        found = registry().parse_expression(name).dimensionality
        assert found == registry().get_dimensionality(DIMENSIONS[dimension]), name


def test_the_units_without_a_name_in_pint_are_few():
    without = {unit for unit, _ in UNITS if not expressions(unit)}
    assert without == {
        "base pair",
        "giga base pair",
        "kilo base pair",
        "mega base pair",
        "twenty foot equivalent unit",
    }


def test_each_named_unit_is_in_the_table():
    known = {row["unit"] for row in lexicon.table("units")}
    assert {row["unit"] for row in lexicon.table("pint_units")} <= known


@pytest.mark.parametrize(
    ("start", "to", "value", "expected"),
    [
        ("mile", "kilometre", 100, [160.93]),
        ("acre", "hectare", 350, [141.64]),
        ("barrel", "litre", 1, [158.99]),
        ("gallon", "litre", 40, [151.42, 181.84]),
        ("degree Celsius", "degree fahrenheit", 43, [109.4]),
        ("degree fahrenheit", "kelvin", 32, [273.15]),
        ("mile per gallon", "litre per 100 kilometre", 50, [4.704, 5.650]),
        ("litre per 100 kilometre", "mile per gallon", 4.7, [50.05, 60.10]),
        ("kilometre per litre", "mile per gallon", 15, [35.28, 42.37]),
        ("ton", "kilogram", 1, [907.18, 1016.05, 1000]),
        ("barrel per day", "cubic metre per day", 100_000, [15_899]),
        ("pound per square inch", "kilopascal", 32, [220.6]),
        ("kilocalorie", "kilojoule", 250, [1046]),
        ("therm", "kilowatt hour", 300, [8792]),
        ("mile per hour", "kilometre per hour", 140, [225.3]),
        ("horsepower", "kilowatt", 300, [223.7, 220.6]),
    ],
)
def test_conversions(start, to, value, expected):
    assert [way(value) for way in conversions(start, to)] == pytest.approx(expected, rel=1e-3)


def test_a_step_in_temperature():
    (step,) = conversions("degree Celsius", "degree fahrenheit", difference=True)
    assert step(2) == pytest.approx(3.6)


@pytest.mark.parametrize(
    ("start", "to"), [("mile", "kilogram"), ("metre", "drone"), ("", "metre"), ("metre", "degree Celsius")]
)
def test_what_has_no_conversion(start, to):
    assert conversions(start, to) == ()
    assert not convertible(start, to)
