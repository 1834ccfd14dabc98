"""What each figure measures."""

from __future__ import annotations

import pytest

from checks.facts import extract
from checks.model import Article


def measures(text: str) -> dict[str, tuple[str, str]]:
    """Surface -> (unit, measure)."""
    facts = extract([Article("a.txt", text)])
    return {row.surface: (row.unit, row.measure) for row in facts.itertuples()}


VALUES = [
    ("The council approved a £40 million school budget.", "£40 million", "school budget"),
    ("The £270m takeover was approved.", "£270m", "takeover"),
    ("The farm's output is 900 tonnes.", "900 tonnes", "output"),
    ("Unemployment stands at 6.1 percent.", "6.1 percent", "unemployment"),
    ("Coffee exports reached $2.1 billion in 2024.", "$2.1 billion", "coffee exports"),
    ("Wheat production fell to 3.4 million tonnes.", "3.4 million tonnes", "wheat production"),
    ("Exports of copper, $6 billion in 2023, are falling.", "$6 billion", "exports"),
    ("The ministry set aside a budget of €30 million for roads.", "€30 million", "budget"),
    ("About 60 per cent of the harvest was lost.", "60 per cent", "share of harvest"),
    ("Coffee made up 12% of exports ($2.1 billion).", "12%", "share of exports"),
    ("Coffee made up 12% of exports ($2.1 billion).", "$2.1 billion", "exports"),
    ("Norway's fund lost $8 billion, against Sweden's $3 billion.", "$3 billion", "fund"),
    ("Defence budget: $84 billion", "$84 billion", "defence budget"),
    ("A four-year, $3.4 billion loan was approved.", "$3.4 billion", "loan"),
    ("A 12-day war ended on Tuesday.", "12-day", "war"),
    ("Oil prices rose to $80 a barrel.", "$80 a barrel", "oil prices"),
    ("A 20% increase in trade was reported.", "20%", "trade"),
    ("There was a 5% fall in sales.", "5%", "sales"),
    ("Aid added $10 billion to revenues.", "$10 billion", "revenues"),
    ("Halden paid £3.6bn for Voltan.", "£3.6bn", "purchase"),
    ("Halden paid £3.6bn for the battery maker Voltan.", "£3.6bn", "battery maker purchase"),
    ("Halden bought Voltan for £3.6bn.", "£3.6bn", "purchase"),
    ("The programme cost 5 million euros.", "5 million euros", "programme"),
    ("The program cost 5 million dollars.", "5 million dollars", "program"),
]


@pytest.mark.parametrize(("text", "surface", "measure"), VALUES)
def test_what_a_value_is_the_value_of(text: str, surface: str, measure: str) -> None:
    assert measures(text)[surface][1] == measure


COUNTS = [
    ("Kenya supplied Uganda with 5,000 tents.", "5,000", "tent", "tents supplied"),
    ("The firm employs 730 people.", "730", "people", "people"),
    ("Forty people were killed when the bus crashed.", "Forty", "people", "people killed"),
    ("The blast killed 14 people and injured 60.", "14", "people", "people killed"),
    ("The blast killed 14 people and injured 60.", "60", "people", "people injured"),
    ("A bus overturned, killing 14 and injuring 60.", "14", "people", "people killed"),
    ("A bus overturned, killing 14 and injuring 60.", "60", "people", "people injured"),
    ("Doctors treated the 46 injured overnight.", "46", "people", "people injured"),
    ("The storm left 12 dead and 30 injured.", "12", "people", "people dead"),
    ("Doctors treated 46 injured miners overnight.", "46", "miner", "injured miners treated"),
    ("They sent 12 trucks, 4 buses and 2 boats.", "4", "bus", "buses"),
    ("They sent 12 trucks, 4 buses and 2 boats.", "2", "boat", "boats"),
    (
        "Some 16,000 and 3,600 Western sanctions were counted.",
        "16,000",
        "sanction",
        "western sanctions counted",
    ),
    (
        "Some 16,000 and 3,600 Western sanctions were counted.",
        "3,600",
        "sanction",
        "western sanctions counted",
    ),
    ("The labour centre hired 200 workers.", "200", "worker", "workers hired"),
    ("The labor center hired 200 workers.", "200", "worker", "workers hired"),
]


@pytest.mark.parametrize(("text", "surface", "unit", "measure"), COUNTS)
def test_what_a_count_counts(text: str, surface: str, unit: str, measure: str) -> None:
    assert measures(text)[surface] == (unit, measure)


def test_furniture_is_read_without_a_parse() -> None:
    paragraph = "The museum sold 4,200 tickets in the week before the fire, its director said on Monday."
    facts = extract([Article("a.txt", f"{paragraph}\n\nIt opens again in May.\n\n{paragraph}\n")])
    again = facts[~facts["main"] & (facts["surface"] == "4,200")]
    assert list(again["unit"]) == ["ticket"]
    assert list(again["measure"]) == ["tickets"]
