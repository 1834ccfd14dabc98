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
    ("Exports of copper, $6 billion in 2023, are falling.", "$6 billion", "exports of copper"),
    ("The ministry set aside a budget of €30 million for roads.", "€30 million", "budget"),
    ("About 60 per cent of the harvest was lost.", "60 per cent", "share of harvest lost"),
    ("Coffee made up 12% of exports ($2.1 billion).", "12%", "share of exports"),
    ("Coffee made up 12% of exports ($2.1 billion).", "$2.1 billion", "exports"),
    ("Norway's fund lost $8 billion, against Sweden's $3 billion.", "$3 billion", "fund loss"),
    ("Defence budget: $84 billion", "$84 billion", "defence budget"),
    ("A five-year, $2.6 billion loan was granted.", "$2.6 billion", "loan"),
    ("A 12-day war ended on Tuesday.", "12-day", "war"),
    ("Oil prices rose to $80 a barrel.", "$80 a barrel", "oil prices"),
    ("A 20% increase in trade was reported.", "20%", "trade"),
    ("Harrow Foods lost £2.4 million last year.", "£2.4 million", "loss"),
    ("There was a 5% fall in sales.", "5%", "sales"),
    ("Aid added $10 billion to revenues.", "$10 billion", "revenues"),
    ("Halden paid £3.6bn for Voltan.", "£3.6bn", "purchase"),
    ("Halden paid £3.6bn for the battery maker Voltan.", "£3.6bn", "battery maker purchase"),
    ("Halden bought Voltan for £3.6bn.", "£3.6bn", "purchase"),
    ("The programme cost 5 million euros.", "5 million euros", "programme"),
    ("The program cost 5 million dollars.", "5 million dollars", "program"),
    ("Net debt, at £3.1 billion, was higher than expected.", "£3.1 billion", "net debt"),
    ("The airline's profit after tax fell to £80 million.", "£80 million", "profit after tax"),
    (
        "Spending on health rose to £180 billion, education to £90 billion.",
        "£180 billion",
        "spending on health",
    ),
    ("Spending on health rose to £180 billion, education to £90 billion.", "£90 billion", "education"),
    ("Brent crude prices fell to $70.", "$70", "brent crude prices"),
    ("The bridge is 1,200 metres (3,937 feet) long.", "1,200 metres", "bridge length"),
    ("The bridge is 1,200 metres (3,937 feet) long.", "3,937 feet", "bridge length"),
    ("The lab has heated 400 kg of salt to 60%.", "60%", "salt"),
]


@pytest.mark.parametrize(("text", "surface", "measure"), VALUES)
def test_what_a_value_is_the_value_of(text: str, surface: str, measure: str) -> None:
    assert measures(text)[surface][1] == measure


DEALINGS = [
    ("The state spent A$640 million on the stadium.", "A$640 million", "stadium spending"),
    ("The state spent A$640 million.", "A$640 million", "state spending"),
    ("The insurer paid out $1.1 billion in claims.", "$1.1 billion", "claims paid out"),
    ("The jury awarded her $5 million in damages.", "$5 million", "damages awarded"),
    ("The bank holds $250 million of federal bonds.", "$250 million", "federal bonds holds"),
    ("The mill produced 5.3 million tonnes of crude steel.", "5.3 million tonnes", "crude steel production"),
    ("The port exported 500,000 tonnes of tea.", "500,000 tonnes", "tea exports"),
    ("The port imported 500,000 tonnes of tea.", "500,000 tonnes", "tea imports"),
    ("The field exported 900 barrels of crude per day.", "900 barrels of crude per day", "crude exports"),
    ("The film reached $90 million.", "$90 million", "film"),
    ("The bank paid Mr Holm $30 million.", "$30 million", "bank paid"),
    ("The British economy grew by £30 billion.", "£30 billion", "economy"),
    ("Aid worth $300 million was sent.", "$300 million", "aid"),
]


@pytest.mark.parametrize(("text", "surface", "measure"), DEALINGS)
def test_what_is_done_with_an_amount(text: str, surface: str, measure: str) -> None:
    assert measures(text)[surface][1] == measure


SHARES = [
    ("The vaccine prevented 95% of infections.", "95%", "share of infections prevented"),
    ("Market impact: Chile's copper exports are 3% of supply.", "3%", "copper exports share of supply"),
    ("Coal provides 61% of electricity.", "61%", "coal share of electricity"),
    ("The drought wiped out 30% of the maize crop.", "30%", "share of maize crop wiped out"),
    ("Nearly half of the pupils failed the exam.", "half", "share of pupils failed exam"),
    ("The strait is narrow (50% of its oil crosses it every day).", "50%", "share of oil crosses"),
    ("Of those asked, 54% backed the plan.", "54%", "backed plan"),
    ("One in five Australians lives below the poverty line.", "One in five", "share of Australians"),
    ("Copper exports rose to 3 million tonnes, with China absorbing 90%.", "90%", "share of copper exports"),
]


@pytest.mark.parametrize(("text", "surface", "measure"), SHARES)
def test_what_a_share_is_of(text: str, surface: str, measure: str) -> None:
    assert measures(text)[surface][1] == measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oil and gas output fell by 2% and 7%, respectively.", {"2%": "oil output", "7%": "gas output"}),
        ("Male and female pay rose 5% and 4% respectively.", {"5%": "male pay", "4%": "female pay"}),
        ("Imports of rice and wheat were $3m and $5m, respectively.",
         {"$3m": "imports of rice", "$5m": "imports of wheat"}),
        (
            "Outlays on roads and schools will grow by 6% and 4% respectively.",
            {"6%": "outlays on roads", "4%": "outlays on schools"},
        ),
        ("Revenue and profit were $30m and $5m, respectively.", {"$30m": "revenue", "$5m": "profit"}),
    ],
)  # fmt: skip
def test_respective_measures(text: str, expected: dict[str, str]) -> None:
    found = measures(text)
    assert {surface: found[surface][1] for surface in expected} == expected


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Price: £12.99", "£12.99", ("GBP", "price")),
        ("Cost to taxpayers: $2.4 million.", "$2.4 million", ("USD", "cost")),
        ("Killed: 27; injured: 143", "27", ("people", "people killed")),
        ("Killed: 27; injured: 143", "143", ("people", "people injured")),
        ("Population: 4.3 million", "4.3 million", ("people", "population")),
        ("Number of employees: 1,250", "1,250", ("employee", "number of employees")),
        ("Key figures: revenue £120 million, profit £14 million, staff 820.", "820", ("people", "staff")),
        ("The ministry (budget: £4.2 billion) has grown.", "£4.2 billion", ("GBP", "budget")),
    ],
)
def test_labels(text: str, surface: str, expected: tuple[str, str]) -> None:
    assert measures(text)[surface] == expected


CARRIED = [
    (
        "The quake in Nepal killed 128 people. The toll rose to 157 on Sunday.",
        "157",
        ("people", "people killed"),
    ),
    (
        "The shop had sales of £61 million. The figure was £57 million a year ago.",
        "£57 million",
        ("GBP", "sales"),
    ),
    (
        "The population has grown by 2% since 1990. It now stands at 120 million.",
        "120 million",
        ("people", "population"),
    ),
    (
        "Exports were worth $3.2 billion. The total was $2.9 billion in April.",
        "$2.9 billion",
        ("USD", "exports"),
    ),
    # two measures that the figure could mean, a toll of nobody, a pronoun for the owner: nothing is carried
    (
        "Sales were $60 million and rents were $50 million. The figure was $5 million in May.",
        "$5 million",
        ("USD", "figure"),
    ),
    ("The firm hired 128 people. The toll rose to 157.", "157", ("people", "toll")),
    ("Volvo had sales of $60 million. It was worth $300 million.", "$300 million", ("USD", "")),
]


@pytest.mark.parametrize(("text", "surface", "expected"), CARRIED)
def test_back_references(text: str, surface: str, expected: tuple[str, str]) -> None:
    assert measures(text)[surface] == expected


COUNTS = [
    ("Kenya supplied Uganda with 5,000 tents.", "5,000", "tent", "tents supplied"),
    ("The firm employs 730 people.", "730", "people", "people"),
    ("Forty people were killed when the bus crashed.", "Forty", "people", "people killed"),
    ("Nine people died and 21 were hurt when a boiler blew up.", "21", "people", "people hurt"),
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
    ("Thousands of people fled the port.", "Thousands", "people", "people fled"),
    ("Dozens of houses were destroyed.", "Dozens", "house", "houses destroyed"),
    ("A 350-strong crowd gathered.", "350", "people", "crowd"),
    ("The death toll is now 37.", "37", "people", "death toll"),
    ("The number of visitors fell to 2.1 million.", "2.1 million", "visitor", "number of visitors"),
    ("The number of injured rose to 55.", "55", "people", "people injured"),
    ("There were 54 cases of cholera.", "54", "case", "cases of cholera"),
    ("Sales of electric cars reached 1.4 million units.", "1.4 million", "unit", "sales of electric cars"),
    (
        "The firm sold 3.4 million parcels in May, up from 3.2 million.",
        "3.2 million",
        "parcel",
        "parcels sold",
    ),
    (
        "The storm hit the port, killing 157 people and destroying 26,000 houses.",
        "157",
        "people",
        "people killed",
    ),
    (
        "The storm hit the port, killing 157 people and destroying 26,000 houses.",
        "26,000",
        "house",
        "houses destroyed",
    ),
    ("The airline ordered 160 jets worth $96 billion.", "160", "jet", "jets ordered"),
    ("Of the 340 passengers, 12 were injured.", "12", "passenger", "passengers injured"),
    ("Eleven of the 15 crew were rescued.", "Eleven", "crew", "crew rescued"),
    ("The ferry sank with 230 people aboard.", "230", "people", "people"),
    ("The army's 400 tanks were destroyed.", "400", "tank", "tanks"),
    ("The 200-page report was commissioned in May.", "200", "page", "report"),
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
