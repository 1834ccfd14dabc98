"""Quantities told again in another unit or currency."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road runs 100 km (62 miles) to the coast.", "from, to"),
        ("The deal is worth £30m ($38m).", "from, to"),
        ("Temperatures hit 20C (68F) on Friday.", "from, to"),
        ("It lies 62 miles, or 100 km, north of the city.", "from, to"),
        ("A 200-litre (53-gallon) drum leaked.", "from, to"),
        ("Petrol costs £1.50 a litre ($7.50 a gallon).", "from, to"),
        ("He won £50,000 (about $63,000; €58,000) in the draw.", "from, to, to"),
        ("He is 5ft 10in (178cm) tall.", "from, to"),
        ("Gusts of 60mph (97km/h) were felt.", "from, to"),
        ("Profit of 500 million yuan ($70 million) was up.", "from, to"),
        ("The car returns 50 mpg (5.6 litres per 100 km).", "from, to"),
        ("It uses 4.7l/100km (60mpg) in town.", "from, to"),
        ("It is 2C (3.6F) warmer than in 1900.", "from, to step"),
        ("Seas will rise by 2C (3.6F).", "from, to step"),
        ("The deal would limit warming to 1.5C (2.7F).", "from, to step"),
    ],
)
def test_a_quantity_told_twice(parts, text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tickets cost £10 (£8 for members).",
        "Revenue was $30m ($28m).",
        "Revenue was $30m (€20m of it in Spain).",
        "It covers 3 tonnes (200 litres).",
        "They walk 5 miles, or 10 km if the sun shines.",
        "Sprinters run 100 metres, milers 1 mile.",
        "It earns ₹2 crore a day, or ₹730 crore a year.",
        "He ran 10 km (in 40 minutes).",
        "The pot holds dozens of pounds (20 kg).",
    ],
)
def test_quantities_that_are_not_the_same(parts, text):
    assert "from" not in parts(text)
