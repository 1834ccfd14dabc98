"""Whose figure it is. The first figure of a sentence is checked unless a case names another."""

from __future__ import annotations

import re

import pytest

from checks.facts import extract, language
from checks.facts.entities import assign
from checks.facts.names import Names
from checks.facts.places import find
from checks.facts.reading import Fact, Reading
from checks.figures.find import find as find_figures
from checks.lexicon import lists, table
from checks.model import NOT_QUANTITIES, Article, Sentence


def owners(text: str) -> dict[str, tuple[str, ...]]:
    """Surface -> entities of each figure of `text`, whose sentences are one a line."""
    article = Article("a.txt", text)
    readings = [
        Reading(article, Sentence(m.start(), m.end(), m.group())) for m in re.finditer(r"[^\n]+", text)
    ]
    for figure in find_figures(text, None):
        reading = next(r for r in readings if r.sentence.start <= figure.start < r.sentence.end)
        reading.facts.append(Fact(figure))
    wanted = [r for r in readings if any(f.figure.kind not in NOT_QUANTITIES for f in r.facts)]
    for reading, doc in zip(wanted, language.parse([r.sentence.text for r in wanted]), strict=True):
        reading.doc = doc
    assign(readings)
    return {f.figure.surface: f.entities for r in readings for f in r.facts}


OWNERS = [
    ("Norway's gas exports rose 20%.", "20%", {"Norway"}),
    ("Kenya's 2023 health budget of $900 million dwarfs Malawi's $80 million.", "$900 million", {"Kenya"}),
    ("Kenya's 2023 health budget of $900 million dwarfs Malawi's $80 million.", "$80 million", {"Malawi"}),
    ("The trade between Chile and Peru reached $3 billion.", "$3 billion", {"Chile", "Peru"}),
    ("Turkey supplied Libya with 400 trucks.", "400", {"Turkey", "Libya"}),
    ("The floods caused 30 deaths in Pakistan.", "30", {"Pakistan"}),
    ("Farmers lost 900 tonnes of wheat in the storm that hit Morocco.", "900", {"Morocco"}),
    ("Ottawa sent 250 soldiers to Latvia.", "250", {"Canada", "Latvia"}),
    ("Americans spent 200 million US dollars on tea.", "200 million US dollars", {"United States"}),
    ("UNICEF said 70,000 children live in the camps of Jordan.", "70,000", {"Jordan"}),
    ("Output at Saudi Aramco fell 4%, Reuters reported.", "4%", {"Saudi Aramco"}),
    ("Exports grew 3%, according to Statistics Canada.", "3%", set()),
    ("Volvo said its profit rose 12%.", "12%", {"Volvo"}),
    ("Bolivia has a deep port deal with Chile, which received $5 million.", "$5 million", {"Chile"}),
    ("Brent crude rose 2%.", "2%", set()),
    ("Heineken made $2 billion, more than Carlsberg's $1 billion.", "$1 billion", {"Carlsberg"}),
    ("Spain and Italy face 120 and 45 complaints, respectively.", "120", {"Spain"}),
    ("Spain and Italy face 120 and 45 complaints, respectively.", "45", {"Italy"}),
    ("Three states – Kerala (94%), Goa (89%) and Mizoram (91%) – met it.", "94%", {"Kerala"}),
    ("Three states – Kerala (94%), Goa (89%) and Mizoram (91%) – met it.", "91%", {"Mizoram"}),
    ("New Delhi spent $72 billion on defence; Islamabad $10 billion.", "$72 billion", {"India"}),
    ("New Delhi spent $72 billion on defence; Islamabad $10 billion.", "$10 billion", {"Pakistan"}),
    ("The party won 23 seats in Punjab, 14 in Haryana and nine in Delhi.", "23", {"Punjab"}),
    ("The party won 23 seats in Punjab, 14 in Haryana and nine in Delhi.", "14", {"Haryana"}),
    ("The party won 23 seats in Punjab, 14 in Haryana and nine in Delhi.", "nine", {"Delhi"}),
    ("Norway's silence during the 12-day strike in Chile was noted.", "12-day", {"Chile"}),
    ("The Chinese economy grew 5.2%, while Japan's shrank 0.7%.", "5.2%", {"China"}),
    ("The Chinese economy grew 5.2%, while Japan's shrank 0.7%.", "0.7%", {"Japan"}),
    ("Oil Market Impact: Chile's exports represent 3.6% of global supply.", "3.6%", {"Chile"}),
    (
        "Chile and Peru sold 20 and 30 ships, respectively, for their $4 billion plan.",
        "$4 billion",
        {"Chile", "Peru"},
    ),
    ("Volvo's profit after tax fell 18%.", "18%", {"Volvo"}),
    ("Ghana's army is small, with 9,000 Black Star troops.", "9,000", {"Ghana", "Black Star"}),
]


@pytest.mark.parametrize(("text", "surface", "entities"), OWNERS)
def test_owner(text: str, surface: str, entities: set[str]) -> None:
    found = next(names for printed, names in owners(text).items() if printed.startswith(surface.split()[0]))
    assert set(found) == entities


def test_a_pronoun_takes_the_topic_of_the_sentence_before() -> None:
    text = "Volvo opened a plant in Ghent last year.\nIt employs 6,500 people.\nThe plant is run by Volvo."
    assert owners(text)["6,500"] == ("Volvo",)


def test_a_share_of_what_the_sentence_is_about_is_its_owners_too() -> None:
    facts = extract(
        [Article("a.txt", "Chile's copper exports are 3 million tonnes, with China absorbing 90%.")]
    )
    assert facts.set_index("surface").loc["90%", "entities"] == "China;Chile"


def test_a_description_takes_an_acronym() -> None:
    text = "BHP raised its dividend.\nThe company's net debt was $9.1 billion."
    assert owners(text)["$9.1 billion"] == ("BHP",)


def test_the_form_of_a_company_is_no_part_of_the_name_that_defines_its_abbreviation() -> None:
    text = "Northern Steel Works Limited (NSW) lent 60 million euros.\nNSW lent 20 million more."
    assert set(owners(text).values()) == {("Northern Steel Works",)}


def test_a_description_takes_no_person() -> None:
    text = "President Maria Lopez spoke to reporters.\nThe company employs 6,500 people."
    assert owners(text)["6,500"] == ()


def test_an_abbreviation_folds_to_the_name_that_defined_it() -> None:
    text = "The Nordic Investment Bank (NIB) lent 60 million euros.\nThe NIB lent 20 million more."
    assert set(owners(text).values()) == {("Nordic Investment Bank",)}


def test_dates_get_no_entities() -> None:
    assert owners("On 5 May 2021 Norway closed its border.") == {"5 May 2021": ()}


def mentions(sentence: str, article: str = "") -> list[str]:
    return [m.name for m in Names(article or sentence).mentions(sentence)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The U.S. and the UK met.", ["United States", "United Kingdom"]),
        ("Iranian Foreign Minister Ali Reza met Mr Smith.", ["Iran", "Ali Reza", "Smith"]),
        ("Tehran rejected the offer.", ["Iran"]),
        ("They met in Tehran on Tuesday.", ["Tehran"]),
        ("London's population grew.", ["London"]),
        ("The Kremlin refused.", ["Russia"]),
        ("The Russo-Iranian pact and the Israel-Iran war", ["Russia", "Iran", "Israel", "Iran"]),
        ("The aid to the Bank of England and to Acme Corp rose.", ["Bank of England", "Acme"]),
        ("However, Western powers bought S-400 systems.", []),
        ("It cost five US dollars in May.", []),
        ("The Prince of Wales met Theresa May.", ["Prince of Wales", "Theresa May"]),
        ("The losses at London-based Zeta rose.", ["Zeta"]),
        ("Market Impact: Chile sold copper.", ["Chile"]),
    ],
)
def test_mentions(sentence: str, names: list[str]) -> None:
    assert mentions(sentence) == names


@pytest.mark.parametrize(
    ("article", "sentence", "names"),
    [
        ("Prime Minister Anna Berg spoke. Mr Berg left.", "Berg left.", ["Anna Berg"]),
        ("Ford rose. Later Bill Ford spoke. Ford fell.", "Then Ford fell.", ["Ford"]),
        (
            "The World Trade Council met. Later the WTC voted.",
            "Later the WTC voted.",
            ["World Trade Council"],
        ),
        ("Bashar al-Assad fled. Assad flew.", "Later Assad flew.", ["Bashar al-Assad"]),
    ],
)
def test_short_forms(article: str, sentence: str, names: list[str]) -> None:
    assert mentions(sentence, article) == names


PLACES = {
    "US": "United States",
    "Americans": "United States",
    "Britain": "United Kingdom",
    "EU": "European Union",
    "Kiev": "Ukraine",
    "Beijing": "China",
    "Frenchmen": "France",
    "Iraqis": "Iraq",
    "Dutch": "Netherlands",
    "Ivory Coast": "Ivory Coast",
    "Brussels": "Brussels",
    "Holyrood": "Scotland",
    "Lok Sabha": "India",
    "10 Downing Street": "United Kingdom",
    "Texans": "Texas",
    "Kashmiri": "Kashmir",
    "Gambians": "Gambia",
    "Korea": None,
    "us": None,
    "turkey": None,
    "Acme": None,
}


@pytest.mark.parametrize(("form", "name"), PLACES.items())
def test_places(form: str, name: str | None) -> None:
    place = find(form)
    assert (place.name if place else None) == name


def test_place_lists_agree() -> None:
    names = [row["name"] for row in table("places")]
    places = {row["place"] for row in table("places")}
    assert len(names) == len(set(names)) > 1500
    assert {row["place"] for row in table("demonyms")} <= places
    demonyms = [row["demonym"] for row in table("demonyms")]
    assert len(demonyms) == len(set(demonyms))


def test_openers_are_lower_case_and_no_place() -> None:
    openers = lists("names")["openers"].split()
    assert all(word == word.lower() and find(word.capitalize()) is None for word in openers)
