"""A measurement told in a second unit that does not come to the first.

What it flags
-------------
"Winds of 110 mph (207 kph)": 110 mph is 177 kph. Lengths, areas, weights, volumes (a barrel is of oil: 42
US gallons), speeds, energy, power, pressure and fuel economy (mpg and litres per 100 km), rates of them
("barrels per day"), and temperatures, told as a level ("38C (110F)" is 100F) or as a step ("2C (36F)
warmer" is 3.6F).

Why it matters
--------------
Half of the readers see only the second figure. Digits turned round, a wrong unit and a step converted as
if it were a level are the usual slips.

What it leaves alone
--------------------
Rounding as newsrooms round: "100 miles (160 km)", "10 feet (3 metres)", "100 metres (300 feet)", a last
digit cut off, and whatever is within 1 per cent. Units of two meanings are right in either: US and
imperial gallons, pints and miles per gallon, short, long and metric tons, ounces and troy ounces,
calories on a food label. A range beside a single value. Units that pint does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.figures.conversion import Conversion, conversions
from checks.figures.units import dimension
from checks.model import Interval
from checks.rows import Row
from checks.rules.arithmetic.intervals import overlap
from checks.rules.arithmetic.restated import Value, as_printed, printed
from checks.rules.arithmetic.ties import Parts, ties
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import interval

if TYPE_CHECKING:
    import pandas as pd

#: Nobody would correct less: 2.2 pounds to the kilogram, 4.2 kilojoules to the kilocalorie.
NIT = 0.01
#: Degrees Celsius that may be a step from one temperature to another.
STEP = 10.0


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Conversions at odds with what they convert."""
    for parts in ties(facts, "from", "to"):
        if parts["to"][0].kind == "measurement":
            yield from _conversion(parts)


def _conversion(parts: Parts) -> Iterator[Finding]:
    start, to, step = parts["from"][0], parts["to"][0], "step" in parts
    ways = conversions(start.unit, to.unit, difference=step)
    first, second = printed(start), printed(to)
    if not ways or len(first) != len(second):
        return
    level = dimension(to.unit) == "temperature" and not step
    for a, b in zip(first, second, strict=True):
        if level and (a.value % 5 or b.value % 5):
            a, b = _to_the_degree(a), _to_the_degree(b)
        # "Held to 1.5C (2.7F)": where the words do not say whether a few degrees are a step, they may be one.
        steps = conversions(start.unit, to.unit, difference=True) if level and _few(start, a, to, b) else ()
        if any(_agree(way, a, b, level) for way in (*ways, *steps)):
            continue
        of = start.surface if len(first) == 1 else as_printed(start, a, a.value)
        plain = as_printed(to, b, *(way(a.value) for way in ways))
        room = f" {interval(_converted(ways[0], a.near), b.per)}" if len(ways) == 1 else ""
        told = to.surface if len(second) == 1 else as_printed(to, b, b.value)
        what = f"a step of {of}" if step else of
        yield Finding(
            fact=to.fact,
            message=f"{what} is {plain}{room}, not {told}",
            expected=plain,
            evidence=(start.fact,),
            confidence=0.9,
        )
        return


def _agree(way: Conversion, a: Value, b: Value, level: bool) -> bool:
    """Whether the second value is the first, as closely as the two are printed."""
    if way.inverse and a.near.low <= 0:
        return True
    if overlap(_converted(way, a.near), b.near):
        return True
    off = abs(way(a.value) - b.value)
    # Digits are cut off as often as rounded: 10.8 may be printed 10.7. A degree has no share worth speaking
    # of.
    return off <= 2 * b.half or (not level and off <= NIT * abs(b.value))


def _few(start: Row, a: Value, to: Row, b: Value) -> bool:
    celsius = b if to.unit == "degree Celsius" else a if start.unit == "degree Celsius" else None
    return celsius is not None and abs(celsius.value) <= STEP


def _converted(way: Conversion, values: Interval) -> Interval:
    ends = sorted(way(value) for value in values)
    return Interval(ends[0], ends[1])


def _to_the_degree(value: Value) -> Value:
    """A temperature whose zeros are no rounding: 40C beside 104F is 39.5 to 40.5."""
    spare = max(0.0, value.half - 0.5 * value.per)
    return value._replace(
        near=Interval(value.near.low + spare, value.near.high - spare), half=value.half - spare
    )


RULE = Rule(
    id="unit-conversion",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case("The storm came ashore with winds of 120 mph (139 kph), forecasters said.", ["139 kph"]),
        Case("The mercury reached 38C (110F) in Seville on Sunday.", ["110F"]),
        Case("The month was 2C (36F) warmer than the average for June.", ["36F"]),
        Case("About 2,400 barrels (38,200 litres) of crude spilled into the creek.", ["38,200 litres"]),
        Case("The fire has burned 1,250 acres (5,060 hectares) of forest.", ["5,060 hectares"]),
        Case(
            "The hybrid returned 50 mpg (4.7 litres per 100 km) in our test, and 60 mpg (7.4 "
            "litres per 100 km)"
            " in town.",
            ["7.4 litres per 100 km"],
        ),
        Case("The boxer, who weighs 12st 4lb (87kg), has not lost in 19 bouts.", ["87kg"]),
        Case("A 3,500-square-foot (525-square-metre) house on the bay sold for $2.3m.", ["525-square-metre"]),
        Case("A strip 10 to 15 miles (16 to 42 km) wide was evacuated.", ["16 to 42 km"]),
        Case(
            "The plant can turn out 25,000 barrels per day (39,700 cubic metres per day).",
            ["39,700 cubic metres per day"],
        ),
        Case("Inspectors measured 35 psi (421 kPa) in the line before it burst.", ["421 kPa"]),
        Case("A typical home uses 400 therms (17,100 kWh) a year.", ["17,100 kWh"]),
        Case("The lake is more than 60 miles (150 km) long.", ["150 km"]),
    ],
    passes=[
        Case("The pumps work at temperatures down to minus 20 C (minus 4 F)."),
        Case("The storm came ashore with winds of 120 mph (193 kph), forecasters said."),
        Case(
            "The village lies 100 miles (160 km) north of the capital and about 5 miles (8 km) "
            "from the border."
        ),
        Case("A wall of mud 10 feet (3 metres) high swept 100 metres (300 feet) down the slope."),
        Case("The mercury reached 38C (100F) in Seville, and fell to minus 20C (minus 4F) in Yakutsk."),
        Case("The month was 2C (3.6F) warmer than the average for June."),
        Case("Warming is to be held to 1.5C (2.7F), under the deal."),
        Case(
            "The tanker carried 40 gallons (182 litres), its British owner said; the lorry had 40"
            " gallons (151 litres)."
        ),
        Case("The yard makes 2m tons (1.8m tonnes) of steel a year, and its rival 2m tons (2m tonnes)."),
        Case("The bar has 250 calories (1,046 kJ), and the drink 150 kcal (630 kJ)."),
        Case("It averages 47 mpg (6 litres per 100 km), or 4.7l/100km (60.1mpg) on the motorway."),
        Case("The baby weighed 7lb 4oz (3.3kg), the hospital said."),
        Case("Up to 4in (10cm) of snow fell, and between 2 and 4 inches (5-10 cm) of rain."),
        Case("He earned $30 an hour, or $60,000 a year, and drove 12,000 miles (19,300 km)."),
        Case("The site covers 350 acres (142 hectares; 0.55 sq miles)."),
        Case("Jets fly at 30,000 feet (9,144 meters), and the pilot bailed out at 3,000 feet (900 m)."),
        Case("The 300-horsepower (224-kilowatt) engine is new; the 300 hp (221 kW) one is German."),
        Case("Gold is found at 2,000 ounces (62 kg) a month."),
    ],
)
