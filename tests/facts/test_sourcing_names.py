"""Names of sources, and who is nobody in particular."""

import pytest

from checks.facts.sourcing.cues import find
from checks.facts.sourcing.names import clean
from checks.facts.sourcing.noun_phrase import shaped
from checks.facts.sourcing.people import is_vague
from checks.facts.sourcing.quotes import Quotes, spans
from checks.facts.sourcing.words import split


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Carnegie Endowment’s Nicole Grajewski", "Nicole Grajewski"),
        ("But on Monday the ministry", "the ministry"),
        ("In May the ministry", "the ministry"),
        ("a report by the ministry", "the ministry"),
        ("the ministry on Tuesday", "the ministry"),
        ("“the army,", "the army"),
        ("61 percent", ""),
        ("who", ""),
        ("the", ""),
    ],
)
def test_a_name_is_a_clean_noun_phrase(phrase: str, name: str):
    assert clean(phrase) == name


@pytest.mark.parametrize(
    "name",
    ["analysts", "some experts", "Western economists", "people familiar with the matter", "officials", "Many",
     "Sources", "A recent study", "new research", "media reports", "U.S. analysts"],
)  # fmt: skip
def test_nobody_can_be_asked(name: str):
    assert is_vague(name)


@pytest.mark.parametrize(
    "name",
    ["police", "the government", "Pentagon officials", "officials in Kyiv", "economists at Barclays",
     "Barclays", "Goldman Sachs analysts", "analysts polled by Reuters", "his advisers", "court records",
     "official figures", "the report", "RAND", "a spokesman for the ministry", "The New York Times"],
)  # fmt: skip
def test_somebody_can_be_asked(name: str):
    assert not is_vague(name)


@pytest.mark.parametrize(
    "text",
    ["sought to calm", "make their own", "indicted 19 people in Newark", "going into the election",
     "it’s the", "just the tip of the iceberg", "having", "doesn’t", "released a statement"],
)  # fmt: skip
def test_what_is_no_noun_phrase(text: str):
    assert shaped(text) == ""


@pytest.mark.parametrize(
    ("text", "subject", "name"),
    [
        ("Geldof in", False, "Geldof"),
        ("a poll this", False, "a poll"),
        ("the report published", False, "the report"),
        ("the India Meteorological Department (IMD)", True, "the India Meteorological Department"),
        ("data for the 12 weeks to May", True, "data"),
        ("the researchers the average user spends", False, "the researchers"),
        ("figures her campaign", False, "her campaign"),
        ("the president of the bank", True, "the president of the bank"),
        ("leaked documents", True, "leaked documents"),
    ],
)
def test_loose_ends_are_taken_off(text: str, subject: bool, name: str):
    assert shaped(text, subject) == name


def test_words_keep_their_offsets():
    text = "Mr. O’Neill’s 4,900-strong U.S. force, said."
    words = split(text)
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == words.raw
    assert "4,900-strong" in words.raw
    assert [words.stop(i) for i, w in enumerate(words.raw) if w == "."] == [False, False, True]


def test_a_cue_does_not_vouch_for_itself():
    (cue,) = find("The 40 doctors said 300 had died.")
    assert not cue.covers(4, 6)
    assert cue.covers(20, 23)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes.” She said “no.”", ["“yes.”", "“no.”"]),
        ('He said "yes." A 6" pipe.', ['"yes."']),
        ("He said ''yes, now.'' Then no.", ["''yes, now.''"]),
        ("“One.\n“Two.”", ["“One.", "“Two.”"]),
        ("“One", ["“One"]),
        ("No marks.", []),
    ],
)
def test_quotations(text: str, quoted: list[str]):
    assert [text[start:end] for start, end in spans(text)] == quoted


def test_a_title_is_no_quotation():
    text = "The book “40 Days” and the words “We lost 40 ships.”"
    quotes = Quotes(text)
    assert quotes.around(text.index("40 Days")) is None
    assert quotes.around(text.index("40 ships")) is not None
