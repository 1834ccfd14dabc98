"""Who vouches for each figure."""

import time
from dataclasses import replace

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


NAMED = {
    "The ministry said that 340,000 people had fled.": "ministry",
    "Some 340,000 people have fled, the interior ministry said on Tuesday.": "interior ministry",
    "Sales fell 12%, said Ines Calloway, the chief executive.": "Ines Calloway",
    "“Sales fell 12%,” said the chief executive, Ines Calloway.": "Ines Calloway",
    "Harrow Foods lost £2.4 million last year, its annual report shows.": "annual report",
    "According to the World Bank, output shrank by 4.1%.": "World Bank",
    "Output shrank by 4.1%, according to figures from the World Bank.": "World Bank",
    "A study by the University of Leeds found that 30% of bats had gone.": "University of Leeds",
    "The toll of 340 was reported by Reuters.": "Reuters",
    "Prices rose 9%, per the Bureau of Labor Statistics.": "Bureau of Labor Statistics",
    "Iran’s arsenal shrank by 70%, per RAND.": "RAND",
    "The deficit widened to $90 billion (Source: Treasury).": "Treasury",
    "Unemployment stood at 4% (Moreno et al., 2024).": "Moreno et al.",
    "A Gallup poll found that 52% of drivers speed.": "Gallup poll",
    "Economists at Barclays say the gap is $4 billion.": "Economists at Barclays",
    "Defence ministry officials said the gap is $4 billion.": "Defence ministry officials",
    "Experts, including Ana Ruiz of Yale, argue that 40% of loans are bad.": "Ana Ruiz of Yale",
    "The company reported a profit of $40 million.": "company",
    "The company expects revenue of $40 million.": "company",
    "Police said 400 people marched.": "Police",
    "The IMF forecasts 4% growth.": "IMF",
    "Output is $4 trillion, the IMF estimates.": "IMF",
    "Ukraine, the minister said, has lost 40% of its grid.": "minister",
    "In its annual report, the bank said it lent $40 million.": "bank",
    "The bank, which is based in Oslo, said it lent $40 million.": "bank",
    "Tino Berg, an economist at Nordea, argued that 40% of loans are bad.": "Tino Berg",
    "Nordea’s Tino Berg argued that 40% of loans are bad.": "Tino Berg",
    "Data compiled by Bloomberg show that yields rose 4%.": "Bloomberg",
    "Figures released on Monday by the statistics office showed a 4% fall.": "statistics office",
    "Inflation was 4%, official figures showed on Tuesday.": "official figures",
    "The bill, as reported by the Guardian, came to £40 million.": "Guardian",
    "Harker and Voss said 40% of loans are bad.": "Harker and Voss",
    "Last year 40% of loans went bad, a spokeswoman for Nordea told Reuters.": "spokeswoman for Nordea",
    "More than 4,000 civilians have died, says the UN.": "UN",
    "The project is believed to have cost $30 million, the finance ministry said.": "finance ministry",
    "Workshare surveyed firms and found that 31% of documents leak.": "Workshare",
    "The authorities, who have indicted him, estimate losses of $4 million.": "authorities",
    "He told the committee that 40% of staff had gone.": "He",
    "Some 41 per cent of homes are unfit, the watchdog has revealed.": "watchdog",
    "The Office for National Statistics (ONS) said wages rose 4.3%.": "Office for National Statistics",
    "The mayor (who took office in May) says crime fell 12%.": "mayor",
    "Sir Keir Malbeck — who leads the opposition — told MPs 14,000 nurses had quit.": "Sir Keir Malbeck",
    "As per the audit report tabled in the Assembly, ₹1,240 crore remained unspent.": "audit report",
    "Shadow minister Angus Lock slammed it, claiming it cost 15,000 jobs.": "Shadow minister Angus Lock",
    "The hospital treated 5,600 patients, its director, Dr Anjali Menon, told The Hindu.": "Dr Anjali Menon",
    "Of the 4,500 workers surveyed by Deloitte, 71% said they would leave.": "Deloitte",
    "The bill would cost $1.9 trillion, by the Congressional Budget Office’s reckoning.": (
        "Congressional Budget Office"
    ),
    "By the union's count, 8,300 members walked out.": "union",
    "U.S. Treasury Secretary Janet Holloway on Thursday said receipts grew by 7%.": (
        "U.S. Treasury Secretary Janet Holloway"
    ),
    "According to documents leaked to the Mercury, ministers claimed £2.3m.": "documents",
    "The Guardian understands that 4,500 posts are at risk.": "Guardian",
    "Sky News has learned that the lender will cut 2,100 jobs.": "Sky News",
    "A parliamentary committee was told that 430 officers had resigned.": "parliamentary committee",
    "The court heard she had stolen £84,000 from the school.": "court",
    "“There were 9,000 of us,” recalled Margaret Doyle, a former miner.": "Margaret Doyle",
    "No 10 sources insisted that the £3bn had been found.": "No 10 sources",
    "More than 1,100 homes are empty, reports Sarah Quill.": "Sarah Quill",
    "The tariff will hurt, and he vows to put 35 percent on steel.": "he",
    "The firm has accused its rival of taking $21 million.": "firm",
    "Six units would be scrapped under plans which the Greens say would save £4.3bn.": "Greens",
    "Two weeks ago the group announced losses of $3 billion.": "group",
    "In a filing to regulators the airline said it owes $984 million.": "airline",
    "The NHS trust apologised and said it would recruit 340 nurses.": "NHS trust",
    "The toll was 112, state media reported, quoting the health ministry.": "health ministry",
    "The toll was put at 340 by the interior ministry.": "interior ministry",
    "Some 340 died, by the count of the interior ministry.": "interior ministry",
    "Nearly 40% of ships leak; the figure comes from RAND.": "RAND",
    "In Harker’s view 40% of loans are bad.": "Harker",
    "The Harlan Bank cut its forecast for growth to 2%.": "Harlan Bank",
    "The ministry’s own figure is 4,000.": "ministry",
    "Some 4,000 have died since May, the UN estimates; nobody doubts that.": "UN",
    "Governor Ana Ruiz was calm, pointing to a 3% rise in orders.": "Governor Ana Ruiz",
    "“We lost 400 men,” said the army chief, Ana Ruiz.": "Ana Ruiz",
    "Saudi Arabia’s energy minister, Prince Faisal bin Salman, said it pumped 4,000 barrels.": (
        "Prince Faisal bin Salman"
    ),
    "3.4 The Ombudsman said complaints rose by 19%.": "Ombudsman",
    "The supporters’ groups say prices rose by 60%.": "supporters’ groups",
}
VAGUE = {
    "Growth of 4% compared with the 5% economists had expected.": "economists",
    "A fall of 3% was less than the 5% fall forecast by economists.": "economists",
    "Doctors say 40% of patients wait.": "Doctors",
    "One delegate said stocks fell by 60 million barrels.": "One delegate",
    "Western officials say 1,200 men are lost each day.": "Western officials",
    "Analysts say the gap is $4 billion.": "Analysts",
    "The gap is $4 billion, officials said.": "officials",
    "Western experts estimate 4,000 tanks were lost.": "Western experts",
    "The firm is thought to hold $4 billion.": "is thought",
    "Some 6,300 fans are estimated to have come.": "are estimated",
    "Revenue is expected to reach $40 million.": "is expected",
    "By then it made up an estimated 10% of the fleet.": "an estimated",
    "Some estimates suggest 4,000 people marched.": "Some estimates",
    "Unconfirmed reports put the toll at 4,000.": "Unconfirmed reports",
    "4,000 people marched, according to media reports.": "media reports",
    "Studies show that 40% of drivers speed.": "Studies",
    "One source put the bill at $3 million.": "One source",
    "It has emerged that 3,400 files were lost.": "It has emerged that",
    "By some accounts, 20,000 people drowned.": "By some accounts",
    "Industry estimates put the market at $60 billion.": "Industry estimates",
    "Whistleblowers say 90 patients died.": "Whistleblowers",
    "According to a person familiar with the matter, it is worth $7 billion.": (
        "a person familiar with the matter"
    ),
    "Two officials, speaking on condition of anonymity, said 400 troops would go.": "Two officials",
}
NONE = [
    "Trade reached $4.9 billion, a rise of 20%.",
    "The council added 300 homes and 4% more flats.",
    "Profits rose by 5% but were said to have disappointed.",
    "The floods claimed 300 lives.",
    "Nearly 40% of ships leak. Harker said he was sad.",
    "Harker said he was sad. Nearly 40% of ships leak.",
    "The refinery pumps 4,000 barrels per day.",
    "The 4,000 words of “My Life” took a year.",
    "The bank kept rates at 4.5%, citing inflation.",
    "Growth slowed to 4%.\nMarkets\nShares fell.",
    "A rise to $80 added $2 billion to the budget.",
    "Thirteen sailors were killed in the storm.",
    "Some 340 drones, produced by the same plant, were shot down.",
    "The United States has 4,000 troops there.",
]
EXEMPT = [
    "If 5,000 people gave $50, the church would have $250,000.",
    "The 12-day war was over.",
    "A three-year contract was signed.",
    "Both sides sent two ships.",
    "The 52-year-old lives alone.",
    "The bank had stood there for the past 15 years.",
    "The home side won 3-1.",
    "It was one of the oldest ships.",
]


@pytest.mark.parametrize(("text", "source"), NAMED.items())
def test_somebody_who_can_be_asked(text: str, source: str):
    assert ("named", source) in sourced(text)


@pytest.mark.parametrize(("text", "phrase"), VAGUE.items())
def test_nobody_in_particular(text: str, phrase: str):
    assert ("vague", phrase) in sourced(text)


@pytest.mark.parametrize("text", NONE)
def test_no_source(text: str):
    assert {sourcing for sourcing, _ in sourced(text)} == {"none"}


@pytest.mark.parametrize("text", EXEMPT)
def test_figures_that_nobody_need_vouch_for(text: str):
    assert {sourcing for sourcing, _ in sourced(text)} == {"exempt"}


def test_harm_to_few_people_still_needs_a_source():
    assert sourced("Two sailors were killed in the storm.") == [("none", "")]


def test_an_attribution_ahead_of_its_clause_says_nothing_of_what_stands_before_it():
    text = "Prices rose by 5% and the bank said output fell by 2%."
    assert sourced(text) == [("none", ""), ("named", "bank")]


def test_what_is_said_of_the_saying_is_not_vouched_for():
    text = "“The banks own you,” Harker said to a crowd of about 500."
    assert ("named", "Harker") not in sourced(text)


def test_a_quotation_over_several_sentences_has_one_speaker():
    text = "“The fleet is old. We have lost 40% of our ships. It is bad,” said Ana Ruiz."
    assert sourced(text) == [("named", "Ana Ruiz")]


def test_a_quotation_that_goes_on_after_its_speaker():
    text = "“The fleet is old,” Ana Ruiz said. “We have lost 40% of our ships since the spring.”"
    assert sourced(text) == [("named", "Ana Ruiz")]


def test_a_quotation_in_its_own_paragraph_is_the_last_speakers():
    text = "The fleet is old, Ana Ruiz said.\n\n“We have lost 40% of our ships since the spring.”"
    assert sourced(text) == [("named", "Ana Ruiz")]


def test_a_colon_names_the_speaker():
    text = "Harker did not mince words: “We have lost 40% of our ships since the spring.”"
    assert sourced(text) == [("named", "Harker")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Maria Oduya said the farm was failing. It lost 40% of its goats, she added.", "Maria Oduya"),
        ("A study by RAND found the fleet ageing. The report also found that 40% of ships leak.", "RAND"),
        ("Maria Oduya runs the farm. She said it lost 40% of its goats.", "Maria Oduya"),
        ("Maria Oduya said little. Oduya said later that 40% of goats had died.", "Maria Oduya"),
    ],
)
def test_a_pronoun_stands_for_the_last_speaker(text: str, source: str):
    assert sourced(text) == [("named", source)]


def test_a_poll_is_read_out_over_its_paragraph():
    text = "A Gallup poll found that 52% back the plan. Another 31% oppose it. The rest, 17%, do not care."
    assert sourced(text) == [("named", "Gallup poll")] * 3


@pytest.mark.parametrize(
    "after",
    ["The figures, from the agency Hobbs Lane, are its first.",
     "The study, by the agency Hobbs Lane, is new.",
     "The findings come from the agency Hobbs Lane."],
)  # fmt: skip
def test_the_maker_of_a_count_may_be_named_in_the_next_sentence(after: str):
    assert sourced(f"Rents are up by 11% on last year.\n\n{after}") == [("named", "agency Hobbs Lane")]


def test_what_comes_next_need_not_be_about_the_count():
    text = "Rents are up by 11% on last year. The figure is a scandal, the minister said."
    assert sourced(text) == [("none", "")]


def test_a_day_before_a_number_makes_no_name_of_it():
    assert sourced("Each day 300 leave.") == [("none", "")]


def test_a_source_in_the_sentence_goes_before_the_line_under_it():
    assert sourced("Exports fell 4%, the army said.\nReuters") == [("named", "army")]


def test_an_article_without_figures_is_left_alone():
    attribute([])
    assert sourced("Nothing to count here, the army said.") == []


@pytest.mark.parametrize(
    "unit",
    [
        "“" + "We lost 40% of it. ",
        "Ana Ruiz, of Yale, and and and said, ",
        "[x](",
        "A" * 50 + " ",
        "he said ( ",
        "4% of it\n",
        "- . ’’ '' … ",
    ],
)
def test_time_grows_with_the_text(unit: str):
    def seconds(times: int) -> float:
        text = unit * times + " The bank lent 4,000."
        article = Article(id="a.txt", text=text)
        readings = [Reading(article, sentence) for sentence in sentences(article)]
        for reading in readings:
            start = reading.sentence.start
            reading.facts.extend(Fact(replace(f, start=start, end=start + 2)) for f in find("4%", None))
        begun = time.process_time()
        attribute(readings)
        return time.process_time() - begun

    small, large = seconds(400), seconds(3200)
    assert large < 24 * small + 0.2
