"""The relations of the figures of a text, without a parse."""

import pytest

from checks.articles import sentences
from checks.facts import relations
from checks.facts.reading import Fact, Reading
from checks.figures.find import find
from checks.model import Article


def _tied(text):
    article = Article("a.txt", text)
    readings = [Reading(article, sentence) for sentence in sentences(article)]
    for figure in find(text):
        home = [r for r in readings if r.sentence.start <= figure.start][-1]
        home.facts.append(Fact(figure, unit=figure.unit))
    relations.tie(readings)
    return [(fact.figure.surface, fact.relations) for reading in readings for fact in reading.facts]


@pytest.fixture
def tied():
    """A function: text to the parts of its tied figures in order, `{"$500 a month": "rate per-month"}`.

    The number of the relation is left out, and so are the parts that a figure plays twice.
    """

    def parts(text):
        return {
            surface: " ".join(dict.fromkeys(name.partition(":")[2] for name in names))
            for surface, names in _tied(text)
            if names
        }

    return parts


@pytest.fixture
def parts(tied):
    """A function: text to the parts in order of print, in one string: `"rate per-month, total in-year"`."""
    return lambda text: ", ".join(tied(text).values())
