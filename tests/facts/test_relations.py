"""Which figures a sentence ties by arithmetic, and the part each plays."""

import pytest

from checks.facts import relations
from checks.facts.reading import Fact, Reading
from checks.figures.find import find
from checks.model import Article, Sentence


def tied(*sentences):
    """The relations of each figure of an article, without a parse: `{surface: "r1:change"}`."""
    article = Article("a.txt", " ".join(sentences))
    readings, at = [], 0
    for text in sentences:
        reading = Reading(article, Sentence(at, at + len(text), text))
        for figure in find(article.text):
            if at <= figure.start < at + len(text):
                reading.facts.append(Fact(figure, unit=figure.unit))
        readings.append(reading)
        at += len(text) + 1
    relations.tie(readings)
    return {f.figure.surface: " ".join(f.relations) for r in readings for f in r.facts if f.relations}


CNO = {"change": "20%", "new": "$60m", "old": "$50m"}


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 20% to $60m from $50m.",
        "Sales rose by 20% last year to $60m, from $50m in 2023.",
        "Sales rose 20% from $50m to $60m.",
        "Sales rose from $50m to $60m, up 20%.",
        "Sales rose from $50m to $60m, or 20%.",
        "Sales rose from $50m to $60m, an increase of 20%.",
        "Sales rose from $50m to $60m, a 20% increase.",
        "Sales rose to $60m from $50m, a rise of 20%.",
        "Sales were $60m, up 20% from $50m.",
        "Sales were $60m, a 20% increase on last year's $50m.",
        "Sales were $60m, a rise of 20% on the $50m of 2023.",
        "Sales were $60m (£45m; €52m), 20% higher than the $50m (£38m) of a year before.",
        "Sales were $60m, compared with $50m in 2023, a rise of 20%.",
        "There was a 20% increase in sales to $60m from $50m.",
        "An increase of 20% to $60m from $50m was reported.",
        "That compares with $50m a year earlier, a rise of 20% to $60m.",
        "Sales grew 20% to $60m, up from $50m a year ago.",
    ],
)
def test_a_change_and_its_levels(text):
    found = tied(text)  # conversions too
    assert {figure: found[figure].split()[0] for figure in CNO.values()} == {
        figure: f"r1:{part}" for part, figure in CNO.items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Sensex fell 640 points, or 0.8%, to 79,360.",
        "The Sensex fell 0.8%, or 640 points, to 79,360.",
        "The Sensex fell 640 points to 79,360, a loss of 0.8%.",
        "The Sensex fell 640 points (0.8%) to close at 79,360.",
    ],
)
def test_a_change_told_twice(text):
    assert sorted(tied(text).values()) == ["r1:change", "r1:difference", "r1:new"]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 20% to $60m.",
        "Sales rose 20% a year to $60m from $50m.",
        "Sales rose 20% at constant exchange rates to $60m from $50m.",
        "Sales rose an average annual 20% to $60m from $50m.",
        "Shares fell 3% to $60 on Friday, down from $70 in March.",
        "Shares fell 3% to $60 from a high of $70.",
        "Shares rose 3% to $60, down from $70 a year ago.",
        "The index fell 0.3% on the month to 105 from 110 a year earlier.",
        "Sales rose 20%, and profit fell to $50m from $60m.",
        "Sales rose 20% while profit went to $50m from $60m.",
        "Sales rose 20% to $60m from 50 shops.",
        "Sales rose 20% to $60m from £50m.",
    ],
)
def test_figures_that_a_change_does_not_lie_between(text):
    assert not any("old" in parts or "difference" in parts for parts in tied(text).values())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Of the 1,150 clinics that answered, 483, or 42 per cent, charge a fee.", "whole part share"),
        ("It was backed by 198 of its 360 delegates, or 55 percent.", "part whole share"),
        ("It was backed by 198 of the party's 360 delegates (55 percent).", "part whole share"),
        ("The bank holds 12 million, or 24%, of the 50 million shares.", "part share whole"),
        ("About 24% of the shares, 12 million of 50 million, are pledged.", "share part whole"),
        ("Some 40% of the 600 nurses asked, or 240, said no.", "share whole part"),
        ("There were 40 jurors, of whom 10 (25%) were women.", "whole part share"),
        ("It exports 1.5 million barrels per day, or 3.6% of global supply.", "part share"),
        ("It has 3.6% of global supply (1.5 million barrels per day).", "share part"),
    ],
)
def test_a_share_with_part_and_whole(text, parts):
    assert list(tied(text).values()) == [f"r1:{part}" for part in parts.split()]


@pytest.mark.parametrize(
    "text",
    [
        "Of 84 bridges, 21 were shut, 35% more than a year ago.",
        "It sold 240 of its 600 shops and raised prices by 5%.",
        "It sold 240 of its 600 shops, up 5%.",
        "Interest of 5% is paid on 200 of the 600 bonds.",
    ],
)
def test_percentages_that_are_no_share(text):
    assert not any("share" in parts for parts in tied(text).values())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It will cost £27.4m, made up of £14.9m for steel, £8.3m for labour and £4.2m for land.", 3),
        ("The budget of $90m is split between $52m for roads and $38m for rail.", 2),
        (
            "It took $6.1bn from the army—$3.6bn from building funds and $2.5bn from the drug war—last year.",
            2,
        ),
        ("The group spent $12m on ads, $5m on rallies and $3m on staff, a total of $20m.", 3),
        ("She has 1,280 pledged delegates and 469 others for a total of 1,749.", 2),
    ],
)
def test_a_total_and_its_parts(text, count):
    assert sorted(tied(text).values()) == ["r1:part"] * count + ["r1:total"]


@pytest.mark.parametrize(
    "text",
    [
        "It is worth £36m, including £18m for radar and £11m for drones.",
        "It cut £36m - £18m in Leeds and £11m in York among them - last year.",
        "The group spent $12m on ads, $5m on rallies and $3m on staff.",
        "It has £36m (from £18m in May and £11m in June, excluding tax).",
    ],
)
def test_lists_that_need_not_be_complete(text):
    assert tied(text) == {}


def test_a_whole_shared_out():
    assert tied("Gas met 60% of demand, wind 30% and imports the remaining 10%.") == {
        "60%": "r1:share", "30%": "r1:share", "10%": "r1:share",
    }  # fmt: skip
    assert list(tied("Turnout was 70%; Labour took 55% of the vote, the Greens the other 45%.")) == [
        "55%",
        "45%",
    ]
    assert tied("The state owns 51%; of the remaining 49%, staff hold 12%.") == {}
    # The rest of the split may stand in the sentence before.
    assert (
        tied("The Whigs lead the Tories by 41% to 33%.", "The Greens have 9% and the remaining 17% is split.")
        == {}
    )


def test_relations_are_numbered_through_the_article():
    assert tied("Sales rose 20% to $60m from $50m.", "Profit fell 10% to $9m from $10m.") == {
        "20%": "r1:change", "$60m": "r1:new", "$50m": "r1:old",
        "10%": "r2:change", "$9m": "r2:new", "$10m": "r2:old",
    }  # fmt: skip


def test_roles_and_directions_follow():
    article = Article("a.txt", "Sales fell 20% to $40m from $50m.")
    reading = Reading(article, Sentence(0, len(article.text), article.text))
    reading.facts += [Fact(figure, unit=figure.unit) for figure in find(article.text)]
    relations.tie([reading])
    assert (reading.facts[0].role, reading.facts[0].direction) == ("change", "down")


def test_long_sentences_are_read_in_proportion():
    import time

    def seconds(count):
        text = "Sales rose " + "3% to $5m from $4m, or " * count + "so."
        start = time.perf_counter()
        tied(text)
        return time.perf_counter() - start

    seconds(10)
    short, long = seconds(200), seconds(1600)
    assert long < 8 * short * 4 + 1
