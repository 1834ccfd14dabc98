"""Sources told by links, footnotes, datelines and source lines."""

import pytest

from checks.articles import sentences
from checks.facts.reading import Fact, Reading
from checks.facts.sourcing import attribute
from checks.figures.find import find
from checks.model import NOT_QUANTITIES, Article


def read(text: str) -> list[Reading]:
    """The sentences of `text` with their figures, unparsed, and attributed."""
    article = Article(id="a.txt", text=text)
    readings = [Reading(article, sentence) for sentence in sentences(article)]
    for figure in find(text, None):
        home = next(r for r in reversed(readings) if r.sentence.start <= figure.start)
        home.facts.append(Fact(figure))
    attribute(readings)
    return readings


def sourced(text: str) -> list[tuple[str, str]]:
    """(sourcing, source) of every figure that is a quantity."""
    facts = [f for r in read(text) for f in r.facts if f.figure.kind not in NOT_QUANTITIES]
    return [(f.sourcing, f.source) for f in facts]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The deficit was $90 billion ([Treasury](https://treasury.gov/x)).", "Treasury"),
        ("The deficit [was $90 billion](https://www.treasury.gov/x).", "treasury.gov"),
        ("The deficit was $90 billion.[^1]\n\n[^1]: Treasury, Monthly Statement", "Treasury"),
        ("The deficit was $90 billion [2].\n\n[2] https://www.treasury.gov/statement", "treasury.gov"),
        ('The deficit [was $90 billion][1].\n\n[1]: https://treasury.gov/x "Treasury"', "Treasury"),
        ("The deficit was $90 billion [Treasury][x].\n\n[x]: https://treasury.gov/x", "Treasury"),
        ("The deficit was $90 billion.[2]\n\n## References\n1. The Fed\n2. Treasury, Statement", "Treasury"),
        ("The deficit was $90 billion.²\n\n² Treasury, Monthly Statement", "Treasury"),
        ('The deficit was $90 billion (<a href="https://treasury.gov/x">Treasury</a>).', "Treasury"),
        ("NEW DELHI, March 3 (PTI) The deficit widened to $90 billion.", "PTI"),
        ("(CNN) — The deficit widened to $90 billion.", "CNN"),
        ("WASHINGTON (Reuters) - The deficit widened to $90 billion in May.", "Reuters"),
    ],
)
def test_links_footnotes_and_datelines(text: str, source: str):
    assert ("named", source) in sourced(text)


def test_a_broken_link_names_nobody():
    assert sourced("The deficit was $90 billion (http://[::1).")[0] == ("none", "")


def test_source_lines_vouch_for_the_paragraph_above():
    text = "Exports fell 4%.\nReuters\nINSS says nothing. Imports fell 9%.\nReuters\nINSS\n\nPrices fell 3%."
    assert sourced(text) == [("named", "Reuters"), ("named", "Reuters; INSS"), ("none", "")]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: [CoreLogic](https://corelogic.example/rents)", "CoreLogic"),
        ("*Source: CoreLogic, March 2024.*", "CoreLogic, March 2024"),
        ("Data: CoreLogic", "CoreLogic"),
        ("Chart: Jo Brandt | Source: CoreLogic", "CoreLogic"),
        ("— Reuters", "Reuters"),
        ("(Reuters)", "Reuters"),
    ],
)
def test_ways_to_write_a_source_line(line: str, source: str):
    assert sourced(f"Rents rose 9% across the state.\n\n{line}")[0] == ("named", source)
